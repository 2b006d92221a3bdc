// Answers that are left alone on a screen are covered, and nothing is lost. No test waits: the clock is moved.
import { element, expect, test } from '../support/host.mjs';
import { WORKED } from '../support/reader.mjs';

const MINUTE = 60_000;
const UNTOUCHED = 10 * MINUTE;
const HIDDEN = 2 * MINUTE;

/** A reader on a blog whose clock the test moves. */
async function blog(host, page) {
  await page.clock.install();
  await host.open(`<input aria-label="Comment">${element('one')}<p id="end">The end.</p>`);
  return host.reader('one');
}

const cover = (reader) => reader.checkin.getByRole('region', { name: 'Still here?' });
const isCovered = async (reader) => {
  await expect(cover(reader)).toBeVisible();
  await expect(reader.heading).toBeHidden();
};
const isOpen = async (reader) => {
  await expect(cover(reader)).toHaveCount(0);
  await expect(reader.heading).toBeVisible();
};

/** The tab goes into the background, or comes back. */
const setHidden = (page, hidden) => page.evaluate((hidden) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}, hidden);

test('results that nobody touches are covered after ten minutes, and Show brings all of it back', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await reader.checkin.getByText('How this was worked out').click();
  await reader.checkin.getByLabel('Numbers and answers', { exact: false }).check();
  const text = () => reader.results.evaluate((results) => results.textContent);
  const before = await text();
  await page.clock.runFor(UNTOUCHED - MINUTE);
  await isOpen(reader);
  await page.clock.runFor(MINUTE + 20_000);
  await isCovered(reader);
  await expect(reader.checkin.locator('#cover-title')).toBeFocused();
  for (const part of await reader.checkin.locator('.results *').all()) await expect(part).toBeHidden();
  await expect(reader.getHelp).toBeVisible();
  await expect(reader.button('Leave quickly')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(reader.button('Show')).toBeFocused();
  // What is out of sight is out of reach, too.
  await page.keyboard.press('Tab');
  expect(await reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.activeElement)).toBeNull();
  await reader.press('Show');
  await isOpen(reader);
  await expect(reader.heading).toBeFocused();
  expect(await text()).toBe(before);
  await expect(reader.checkin.locator('.workings')).toHaveAttribute('open');
  await expect(reader.checkin.locator('#print-numbers')).toBeChecked();
});

test('Show leaves the page where it is', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await reader.checkin.getByRole('heading', { name: 'Take something with you' }).scrollIntoViewIfNeeded();
  await page.clock.runFor(UNTOUCHED + MINUTE);
  await isCovered(reader);
  await expect(cover(reader)).toBeInViewport();
  await reader.press('Show');
  await isOpen(reader);
  await expect(reader.heading).not.toBeInViewport();
});

test('the review is covered as well; a question is not', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.begin('recovery');
  await reader.settle();
  await page.clock.runFor(UNTOUCHED + MINUTE);
  await reader.seesQuestion(1);
  await expect(cover(reader)).toHaveCount(0);
  await reader.rush(WORKED);
  await page.clock.runFor(UNTOUCHED + MINUTE);
  await isCovered(reader);
  await reader.press('Show');
  await reader.sees('Look over your answers');
  await reader.seeResults();
  await isOpen(reader);
});

test('two minutes out of sight are enough, even if the clock stood still meanwhile', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await setHidden(page, true);
  await page.clock.runFor(HIDDEN - MINUTE);
  await setHidden(page, false);
  await isOpen(reader);
  await setHidden(page, true);
  await page.clock.runFor(HIDDEN + 20_000);
  await isCovered(reader);
  await setHidden(page, false);
  await isCovered(reader);
  await reader.press('Show');
  await isOpen(reader);
  // A device that sleeps runs no timers: the first thing that happens afterwards finds the time gone.
  await setHidden(page, true);
  const time = await page.evaluate(() => Date.now());
  await page.clock.setFixedTime(time + 5 * MINUTE);
  await setHidden(page, false);
  await isCovered(reader);
});

for (const [name, touch] of Object.entries({
  'the mouse': (page) => page.mouse.move(50, 60 + Math.random() * 100),
  'a key': (page) => page.keyboard.press('ArrowDown'),
  // Its event comes with a frame of the browser's own, which no clock moves.
  'the wheel': async (page) => {
    const turned = page.evaluate(() => new Promise((done) => { addEventListener('wheel', done, { once: true }); }));
    await page.mouse.wheel(0, 60);
    await turned;
  },
  'the mouse over the check-in': async (page) => {
    const { x, y } = await page.locator('#one').boundingBox();
    await page.mouse.move(x + 40 + Math.random() * 100, Math.max(y, 0) + 100);
  },
})) {
  test(`${name} keeps it open`, async ({ host, page }) => {
    const reader = await blog(host, page);
    await reader.finish('recovery', WORKED);
    for (let times = 0; times < 3; times += 1) {
      await page.clock.runFor(UNTOUCHED - MINUTE);
      await touch(page);
    }
    await isOpen(reader);
    await page.clock.runFor(UNTOUCHED + 20_000);
    await isCovered(reader);
  });
}

for (const [name, move] of Object.entries({
  'a box that scrolls itself': () => {
    const box = document.querySelector('#box');
    box.scrollTop = box.scrollTop > 50 ? 0 : 100;
    return new Promise((done) => { box.addEventListener('scroll', done, { once: true }); });
  },
  'events that a script sends': () => {
    for (const type of ['pointermove', 'pointerdown', 'touchmove', 'wheel', 'keydown']) {
      document.body.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  },
  'a slider that presses its own button': () => document.querySelector('#next').click(),
  'a script that says the page came into view': () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
})) {
  test(`R71: ${name} is no touch of the reader's`, async ({ host, page }) => {
    const reader = await blog(host, page);
    await page.evaluate(() => {
      const box = Object.assign(document.createElement('div'), { id: 'box' });
      Object.assign(box.style, { position: 'fixed', top: '0', height: '50px', width: '90px', overflow: 'auto' });
      const tall = document.createElement('div');
      tall.style.height = '900px';
      box.append(Object.assign(document.createElement('button'), { id: 'next' }), tall);
      document.body.append(box);
    });
    await reader.finish('recovery', WORKED);
    for (let times = 0; times < 11; times += 1) {
      await page.clock.runFor(MINUTE);
      await page.evaluate(move);
    }
    await isCovered(reader);
  });
}

test('the focus stays where it is when it is elsewhere on the page', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await page.getByLabel('Comment').focus();
  await page.clock.runFor(UNTOUCHED + MINUTE);
  await isCovered(reader);
  await expect(page.getByLabel('Comment')).toBeFocused();
});

test('an open list of help lines stays open', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await reader.getHelp.click();
  await page.clock.runFor(UNTOUCHED + MINUTE);
  await isCovered(reader);
  await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeVisible();
});

test('covered answers are not printed', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await page.clock.runFor(UNTOUCHED + MINUTE);
  await isCovered(reader);
  await page.emulateMedia({ media: 'print' });
  await expect(reader.results).toBeHidden();
  await expect(cover(reader)).toBeHidden();
});

test('a check-in that was taken away needs no clock', async ({ host, page }) => {
  await page.addInitScript(() => {
    window.timers = new Set();
    const { setInterval, clearInterval } = window;
    window.setInterval = (...given) => {
      const timer = setInterval(...given);
      window.timers.add(timer);
      return timer;
    };
    window.clearInterval = (timer) => {
      window.timers.delete(timer);
      clearInterval(timer);
    };
  });
  await host.open(element('one'));
  const reader = await host.reader('one');
  const timers = () => page.evaluate(() => window.timers.size);
  // One looks at the page around, the other at the time.
  expect(await timers()).toBe(1);
  await reader.begin('recovery');
  expect(await timers()).toBe(2);
  await reader.checkin.evaluate((element) => element.remove());
  await expect.poll(timers).toBe(0);
});
