// The app stops: by a panic, by what a page has patched, for want of stack or memory. Each is caused for real.
import { element, expect, idle, test } from '../support/host.mjs';
import { overflowing, tooSmall } from '../support/layout.mjs';
import { Reader, WORKED } from '../support/reader.mjs';
import { pagesOf, shippedApp, useApp, watchApp } from '../support/traps.mjs';
import { withMemoryOf, withStackExported } from '../support/wasm.mjs';
import { axeOn } from '../support/axe.mjs';

const STOPPED = 'The check-in has stopped';
const SAVED = 'Anything you saved before is still here.';
const SECRET = 'the answer is 3';

/** Makes a method of the page's nodes throw, and gives back what mends it. */
async function breakMethod(page, owner, name) {
  await page.evaluate(([owner, name, secret]) => {
    const { prototype } = globalThis[owner];
    const method = prototype[name];
    window.mend = () => { prototype[name] = method; };
    prototype[name] = () => { throw new Error(secret); };
  }, [owner, name, SECRET]);
  return () => page.evaluate(() => window.mend());
}

const heading = (reader) => reader.checkin.getByRole('heading', { name: STOPPED });

/** The card that stands for the app: words, lines, a way on, and nothing of what was there. */
async function expectCard(reader) {
  const { checkin } = reader;
  await expect(heading(reader)).toBeVisible();
  await expect(checkin.getByText('You did nothing wrong.')).toBeVisible();
  await expect(checkin.getByRole('link', { name: /^Call 116 123/ })).toBeVisible();
  await expect(checkin.getByRole('link', { name: /^findahelpline.com/ })).toBeVisible();
  await expect(reader.getHelp).toBeVisible();
  await expect(reader.button('Start again')).toBeVisible();
  await expect(checkin.getByRole('radio')).toHaveCount(0);
  for (const name of ['Begin', 'Continue', 'Try again']) await expect(reader.button(name)).toHaveCount(0);
}

/** Three on a page: one at its third question with an answer chosen, one at its first, one not begun. */
async function threeReaders(host, page, attributes = '') {
  await watchApp(page);
  await host.open(['one', 'two', 'three'].map((id) => element(id, `region="GB" ${attributes}`)).join(''));
  const readers = [await host.reader('one'), await host.reader('two'), new Reader(host.checkin('three'))];
  await readers[1].begin('loved');
  await readers[1].settle();
  await readers[0].begin('recovery');
  await readers[0].settle();
  await readers[0].rush(WORKED, { last: 2 });
  await readers[0].choose('Often');
  return readers;
}

const causes = {
  'R19: a panic, when a change of the page is refused': {
    cause: (page) => breakMethod(page, 'Node', 'insertBefore'),
    thrown: 'RuntimeError: unreachable',
  },
  'R19, R35: a function of the page that throws right through the app': {
    cause: (page) => page.evaluate((secret) => {
      Object.defineProperty(Element.prototype, 'namespaceURI', { get: () => { throw new Error(secret); } });
    }, SECRET),
    thrown: `Error: ${SECRET}`,
  },
  'R19: a function of the page that never comes to an end': {
    cause: (page) => page.evaluate(() => {
      Object.defineProperty(Element.prototype, 'namespaceURI', { get: function deeper() { return deeper(); } });
    }),
    thrown: 'RangeError: Maximum call stack size exceeded',
  },
  'R19: no stack left for one more call': {
    app: withStackExported,
    cause: (page) => page.evaluate(() => { window.apps.at(-1).stack.value = 256; }),
    thrown: 'RuntimeError: memory access out of bounds',
  },
};

for (const [name, { app, cause, thrown }] of Object.entries(causes)) {
  test(name, async ({ host, page }) => {
    if (app) await useApp(page, app(shippedApp()));
    const readers = await threeReaders(host, page);
    const [one] = readers;
    const told = page.evaluate(() => new Promise((done) => {
      const ids = [];
      document.addEventListener('trust-checkin-error', ({ target, detail }) => {
        ids.push(`${target.id}: ${detail.message}`);
        if (ids.length === 3) done(ids.sort());
      });
    }));
    const before = await one.checkin.evaluateHandle(({ shadowRoot }) => [...shadowRoot.querySelectorAll('button, input')]);
    await cause(page);
    await one.button('Continue').click();
    for (const reader of readers) await expectCard(reader);
    expect(await page.evaluate(() => window.traps)).toEqual([thrown]);
    expect(await told).toEqual(['one: the app has stopped', 'three: the app has stopped', 'two: the app has stopped']);
    await expect(heading(one)).toBeFocused();
    // Nothing reaches the app any more, from nowhere: not by what was on the screen, not by the owner, not by time.
    const seen = await page.evaluate(() => [window.calls, [...document.querySelectorAll('trust-checkin')].map(({ shadowRoot }) => shadowRoot.textContent)]);
    await before.evaluate((all) => all.forEach((old) => old.click()));
    await page.evaluate(() => document.querySelectorAll('trust-checkin').forEach((one) => one.setAttribute('region', 'US')));
    await idle(page);
    expect(await page.evaluate(() => [window.calls, [...document.querySelectorAll('trust-checkin')].map(({ shadowRoot }) => shadowRoot.textContent)])).toEqual(seen);
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });
}

test('R19: Start again is a new app, with nothing asked for, and the others follow when they like', async ({ host, page }) => {
  const [one, two, three] = await threeReaders(host, page);
  const mend = await breakMethod(page, 'Node', 'insertBefore');
  await one.button('Continue').click();
  await expectCard(two);
  // As long as the page interferes it stops again.
  await one.press('Start again');
  await one.sees('Trust, one small step at a time');
  await expect(one.heading).toBeFocused();
  await expect(one.radio('I am in recovery')).not.toBeChecked();
  await one.choose('I am in recovery');
  await one.press('Begin');
  await expectCard(one);
  await mend();
  const { length } = host.asked;
  await one.press('Start again');
  await expectCard(two);
  // What the old instances left is swept up, and reaches no instance.
  await page.requestGC();
  await one.begin('recovery');
  await one.settle();
  await expect(one.radio('Often')).not.toBeChecked();
  await one.rush(WORKED);
  await two.press('Start again');
  await two.begin('loved');
  await three.press('Start again');
  await three.begin('loved');
  await page.requestGC();
  await one.seeResults();
  await expect(one.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
  expect(await page.evaluate(() => [window.apps.length, window.traps.length])).toEqual([3, 2]);
  expect(host.asked).toHaveLength(length);
  expect(await page.evaluate(() => window.heard)).toEqual([]);
});

test('R19: the card: axe finds nothing, and at 320 px all is there and can be touched', async ({ host, page }) => {
  const [one] = await threeReaders(host, page, 'save="ask"');
  await page.setViewportSize({ width: 320, height: 640 });
  const mend = await breakMethod(page, 'Node', 'insertBefore');
  await one.button('Continue').click();
  await expectCard(one);
  await mend();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await axeOn(page).include('#one').setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(passes.flatMap(({ nodes }) => nodes.map(({ html }) => html)).join()).toContain('Start again');
    await page.screenshot({ path: `target/screens/stopped-320-${colorScheme}.png` });
  }
  expect(await one.checkin.evaluate(overflowing)).toEqual([]);
  expect(await one.checkin.evaluate(tooSmall)).toEqual([]);
});

test('R19: help stays in reach on the card, and all lines come with a new app', async ({ host, page }) => {
  const [one] = await threeReaders(host, page);
  const mend = await breakMethod(page, 'Node', 'insertBefore');
  await one.button('Continue').click();
  await expectCard(one);
  await one.getHelp.click();
  await expect(one.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
  await mend();
  await one.press('Show all help lines');
  await expect(one.panel.getByRole('combobox')).toHaveValue('United Kingdom');
  await expect(heading(one)).toHaveCount(0);
});

test('R19: whoever is elsewhere on the page keeps the focus, and hears it only with a check-in of theirs open', async ({ host, page }) => {
  const [one, two, three] = await threeReaders(host, page);
  await page.evaluate(() => {
    document.body.append(document.createElement('textarea'));
    document.querySelector('textarea').focus();
  });
  await breakMethod(page, 'Node', 'insertBefore');
  await one.button('Continue').evaluate((button) => button.click());
  for (const reader of [one, two, three]) await expectCard(reader);
  await expect(page.locator('textarea')).toBeFocused();
  for (const { checkin } of [one, two]) await expect(checkin.getByRole('alert')).toContainText(STOPPED);
  await expect(three.checkin.getByRole('alert')).toHaveCount(0);
});

for (const [save, count] of [['ask', 1], ['off', 0]]) {
  test(`R19: with save="${save}" the card ${count ? 'says that what was saved is there' : 'speaks of nothing saved'}`, async ({ host, page }) => {
    const [one] = await threeReaders(host, page, `save="${save}"`);
    await breakMethod(page, 'Node', 'insertBefore');
    await one.button('Continue').click();
    await expectCard(one);
    await expect(one.checkin.getByText(SAVED)).toHaveCount(count);
  });
}

test('R19, R35: on a page that lets nothing be drawn the lines of its owner show', async ({ host, page }) => {
  const [one, two] = await threeReaders(host, page);
  await breakMethod(page, 'Document', 'createElement');
  await breakMethod(page, 'Node', 'insertBefore');
  await one.button('Continue').click();
  for (const { checkin } of [one, two]) {
    await expect(checkin.getByRole('link', { name: '988', exact: true })).toBeVisible();
    await expect(checkin.getByRole('radio')).toHaveCount(0);
  }
  expect(await page.evaluate(() => window.heard)).toEqual([]);
});

test('R20: no memory left at Begin', async ({ host, page }) => {
  await watchApp(page);
  await host.open(element('one', 'region="GB"'));
  await host.reader('one');
  await useApp(page, withMemoryOf(shippedApp(), await pagesOf(page)));
  await page.reload();
  const reader = await host.reader('one');
  await reader.choose('I am in recovery');
  await reader.press('Begin');
  await expectCard(reader);
  await expect(heading(reader)).toBeVisible();
  expect(await page.evaluate(() => [window.traps, window.heard])).toEqual([['RuntimeError: unreachable'], []]);
});

test('R20: no memory left for one more on the page: those that were open show the card too', async ({ host, page }) => {
  await watchApp(page);
  const ids = ['one', 'two', 'three', 'four', 'five'];
  await host.open(ids.map((id) => element(id, 'region="GB"')).join(''));
  await (await host.reader('one')).begin('recovery');
  await useApp(page, withMemoryOf(shippedApp(), await pagesOf(page)));
  await page.reload();
  const readers = ids.map((id) => new Reader(host.checkin(id)));
  await readers[0].begin('recovery');
  await readers[0].settle();
  await readers[0].choose('Often');
  for (const reader of readers.slice(1)) {
    if (await heading(reader).count()) break;
    await reader.choose('I love someone in recovery');
    await reader.press('Begin');
    await expect(reader.checkin.getByRole('heading', { name: /^How are you right now|has stopped$/ })).toBeVisible();
  }
  for (const reader of readers) await expectCard(reader);
  expect(await page.evaluate(() => [window.traps, window.heard])).toEqual([['RuntimeError: unreachable'], []]);
});
