// What the element leaves behind when it goes, and whether its two cards, the script's and the app's, answer alike.
import { FILES } from '../support/fixtures.mjs';
import { element, expect, test } from '../support/host.mjs';
import { isReady, Reader, WORKED } from '../support/reader.mjs';

/** Notes what listens to the window, the document and the colour scheme, and which intervals run. */
function watchListeners() {
  const found = [];
  const isShared = (target) => target === null || target === undefined || target === window || target === document || target instanceof MediaQueryList;
  const same = (one, other) => one.every((part, place) => part === other[place]);
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const named = (target, type, listener, options) => [target ?? window, type, listener, Boolean(options?.capture ?? options)];
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (isShared(this) && !options?.once) found.push(named(this, type, listener, options));
    return add.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const place = found.findIndex((one) => same(one, named(this, type, listener, options)));
    if (place >= 0) found.splice(place, 1);
    return remove.call(this, type, listener, options);
  };
  const { setInterval: start, clearInterval: stop } = window;
  const intervals = new Set();
  window.setInterval = (...given) => {
    const id = start(...given);
    intervals.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    intervals.delete(id);
    stop(id);
  };
  window.listening = () => [...found.map(([, type]) => type), ...[...intervals].map(() => 'interval')].sort();
}

test('taken away, it takes its app, its listeners and its timers along', async ({ host, page }) => {
  await page.addInitScript(watchListeners);
  await host.open('<main></main>');
  const listening = () => page.evaluate(() => window.listening());
  /** Puts a check-in on the page, begins, and takes it away again. */
  const visit = async (expected) => {
    await page.locator('main').evaluate((main, html) => { main.innerHTML = html; }, element('one', 'lang="en" save="ask"'));
    const reader = await host.reader('one');
    await reader.begin('recovery');
    const during = await listening();
    for (const type of ['storage', 'visibilitychange', 'interval']) expect(during).toContain(type);
    const screen = await reader.checkin.evaluateHandle(({ shadowRoot }) => shadowRoot.querySelector('.checkin'));
    expect(await screen.evaluate((div) => div.childElementCount)).toBe(1);
    await page.locator('main').evaluate((main) => main.replaceChildren());
    await expect.poll(() => screen.evaluate((div) => div.childElementCount)).toBe(0);
    const after = await listening();
    if (expected) expect(after).toEqual(expected);
    return after;
  };
  // The test driver has listeners of its own, from the first visit on.
  const after = await visit();
  expect(after).not.toContain('storage');
  expect(after).not.toContain('interval');
  await visit(after);
});

test('moved on the page, it keeps its app and its answers', async ({ host, page }) => {
  await host.open(`${element('one')}<main></main>`);
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.choose('I\'m okay');
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('#one')));
  await page.evaluate(() => new Promise((done) => { setTimeout(done); }));
  await expect(reader.radio('I\'m okay')).toBeChecked();
});

test('a file that was handed over is not kept in memory', async ({ host, page }) => {
  await host.open(element('one'));
  const urls = await page.evaluateHandle(() => {
    const urls = [];
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      urls.push(createObjectURL(blob));
      return urls.at(-1);
    };
    URL.revokeObjectURL = (url) => {
      revokeObjectURL(url);
      urls.push(`revoked ${url}`);
    };
    return urls;
  });
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Download my answers (JSON)')]);
  await download.path();
  const [made, revoked, ...more] = await urls.evaluate((urls) => urls);
  expect([revoked, more]).toEqual([`revoked ${made}`, []]);
});

test('region="UK" shows the lines of GB, on the card and in the app', async ({ host }) => {
  const letGo = host.hold(FILES.wasm);
  await host.open(element('one', 'lang="en" region="UK"'));
  const checkin = host.checkin('one');
  await checkin.locator('.bar button').first().click();
  await expect(checkin.locator('.panel')).toContainText('United Kingdom');
  letGo();
  const reader = await host.reader('one');
  await reader.press('Close help');
  await reader.begin('recovery');
  await reader.getHelp.click();
  await expect(reader.panel.locator('select')).toHaveValue('United Kingdom');
});

for (const [how, body, change] of [
  ['in a div', '<div id="one" data-trust-checkin data-lang="en" data-region=" uk"></div>'],
  ['of the element that is changed', element('one', 'lang="en" region="IE"'), (one) => one.setAttribute('region', 'Uk')],
]) {
  test(`a region that is written as UK ${how} shows the lines of GB`, async ({ host, page }) => {
    await host.open(body);
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    if (change) await checkin.evaluate(change);
    const reader = new Reader(checkin);
    await reader.getHelp.click();
    await expect(reader.panel.locator('select')).toHaveValue('United Kingdom');
    await expect(reader.panel.getByRole('link', { name: '116 123' }).first()).toBeVisible();
  });
}

/** Holds a key down as long as it takes to repeat twice. */
async function hold({ page }, key) {
  for (let times = 0; times < 3; times += 1) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

const GESTURES = {
  'a double click on Get help now opens it': (reader) => reader.getHelp.dblclick(),
  'Enter held on Get help now opens it': async (reader) => {
    await reader.getHelp.focus();
    await hold(reader, 'Enter');
  },
  'Enter held on Close closes it': async (reader) => {
    await reader.getHelp.click();
    await reader.panel.getByRole('button', { name: 'Close help' }).focus();
    await hold(reader, 'Enter');
  },
  'a second click after Close does not open it again': async (reader) => {
    await reader.getHelp.click();
    const [from, to] = [await reader.panel.getByRole('button', { name: 'Close help' }).boundingBox(), await reader.getHelp.boundingBox()];
    await reader.page.mouse.click(from.x + 5, from.y + 5);
    await reader.page.mouse.click(to.x + 5, to.y + 5, { clickCount: 2 });
  },
  'Escape in the panel closes it': async (reader) => {
    await reader.getHelp.click();
    await reader.panel.locator('a').first().focus();
    await hold(reader, 'Escape');
  },
  'Space held on a radio chooses it': async (reader) => {
    await reader.radio('I love someone in recovery').focus();
    await hold(reader, 'Space');
  },
  'Enter held on "No one comes to mind" begins nothing': async (reader) => {
    await reader.box('No one comes to mind').focus();
    await hold(reader, 'Enter');
  },
};

for (const [name, gesture] of Object.entries(GESTURES)) {
  test(`R25, R26: ${name}, on the card of the script as on that of the app`, async ({ host }) => {
    const state = (checkin) => checkin.evaluate(({ shadowRoot }) => ({
      heading: shadowRoot.querySelector('#heading').textContent,
      isOpen: shadowRoot.querySelector('.bar button').getAttribute('aria-expanded'),
      focus: shadowRoot.activeElement?.textContent || shadowRoot.activeElement?.id,
      isLoved: shadowRoot.querySelectorAll('[type=radio]')[1].checked,
    }));
    const letGo = host.hold(FILES.wasm);
    await host.open(element('one'));
    const checkin = host.checkin('one');
    await gesture(new Reader(checkin));
    const first = await state(checkin);
    letGo();
    await host.page.reload();
    const reader = await host.reader('one');
    await reader.begin('recovery');
    await reader.press('Back');
    await reader.sees('Trust, one small step at a time');
    await gesture(reader);
    expect(await state(checkin)).toEqual(first);
  });
}
