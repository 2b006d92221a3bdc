// What happens before the app is there: the first view, when files are fetched, what early presses do.
import { FILES } from '../support/fixtures.mjs';
import { element, expect, FALLBACK, idle, SORRY, test } from '../support/host.mjs';
import { isReady, Reader } from '../support/reader.mjs';

const TITLE = 'Trust, one small step at a time';
const DATA = [FILES.words, FILES.wasm].sort();
const WAITING = 'One moment. The check-in is on its way.';

test('the first view is there as soon as the script ran, and is the card of the app to the last element', async ({ host, page }) => {
  const go = host.hold(FILES.wasm);
  await host.open(element('one'));
  const reader = new Reader(host.checkin('one'));
  await reader.sees(TITLE);
  await expect(reader.button('Begin')).toBeVisible();
  await expect(host.checkin('one').getByRole('link', { name: '988', exact: true })).toBeHidden();
  const first = await reader.checkin.evaluateHandle(({ shadowRoot }) => {
    const card = shadowRoot.querySelector('.card').cloneNode(true);
    card.querySelector('[aria-live]').remove();
    return card;
  });
  go();
  await isReady(reader.checkin);
  await reader.begin('recovery');
  await reader.press('Back');
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.sees(TITLE);
  expect(await page.evaluate(([first, { shadowRoot }]) => first.isEqualNode(shadowRoot.querySelector('.card')),
    [first, await reader.checkin.elementHandle()])).toBe(true);
});

test('a page asks for one file until the reader is within a screen, whatever it does meanwhile', async ({ host, page }) => {
  await host.open(`<div style="height: 500vh">An article.</div>${element('one')}`);
  await new Reader(host.checkin('one')).sees(TITLE);
  await idle(page);
  expect(host.asked).toEqual(['/trust-checkin.js']);
  // A little more than a screen away, then a little less.
  await page.evaluate(() => scrollTo(0, innerHeight * 2.9));
  await idle(page);
  expect(host.asked).toEqual(['/trust-checkin.js']);
  await page.evaluate(() => scrollTo(0, innerHeight * 3.2));
  await isReady(host.checkin('one'));
  expect(host.asked.slice(1).sort()).toEqual(DATA);
});

for (const [name, open, close, reveal] of [
  ['a closed details', '<details><summary>More</summary>', '</details>', 'details.open = true'],
  ['a hidden tab', '<section hidden>', '</section>', 'section.hidden = false'],
]) {
  test(`inside ${name} nothing is fetched until it opens`, async ({ host, page }) => {
    await host.open(open + element('one') + close);
    await page.evaluate(() => customElements.whenDefined('trust-checkin'));
    await idle(page);
    expect(host.asked).toEqual(['/trust-checkin.js']);
    await page.evaluate(`{ const details = document.querySelector('details'), section = document.querySelector('section'); ${reveal}; }`);
    const reader = await host.reader('one');
    await reader.begin('recovery');
  });
}

test('a touch fetches too, where the page cannot tell what is near', async ({ host, page }) => {
  await page.addInitScript(() => {
    IntersectionObserver.prototype.observe = () => {};
    Element.prototype.checkVisibility = () => false;
  });
  await host.open(element('one'));
  const reader = new Reader(host.checkin('one'));
  await idle(page);
  expect(host.asked).toEqual(['/trust-checkin.js']);
  await reader.choose('I am in recovery');
  await isReady(reader.checkin);
  await expect(reader.radio('I am in recovery')).toBeChecked();
});

test('loading moves nothing: not the focus, not the scroll, not what is below', async ({ host, page }) => {
  const go = host.hold(FILES.wasm);
  await host.open(`<input id="search">${element('one')}<p id="below">Below</p><div style="height: 200vh"></div>`);
  const reader = new Reader(host.checkin('one'));
  await reader.sees(TITLE);
  await page.locator('#search').focus();
  const where = () => page.evaluate(() => [
    document.activeElement.id, scrollY, document.getElementById('below').getBoundingClientRect().top,
  ]);
  await page.evaluate(() => scrollTo(0, 40));
  const before = await where();
  go();
  await isReady(reader.checkin);
  await idle(page);
  expect(await where()).toEqual(before);
});

test('R15: Begin pressed early is remembered, said so, and the app goes on with what was chosen', async ({ host }) => {
  const go = host.hold(FILES.wasm);
  await host.open(element('one'));
  const reader = new Reader(host.checkin('one'));
  await reader.choose('I love someone in recovery');
  await reader.checkin.getByLabel('No one comes to mind').check();
  await reader.press('Begin');
  await expect(reader.checkin.locator('.checkin [aria-live]')).toHaveText(WAITING);
  await expect(reader.button('Begin')).toBeFocused();
  go();
  await reader.sees('How are you right now?');
  await expect(reader.heading).toBeFocused();
  reader.starts('loved', { noOneInMind: true });
  await reader.settle();
});

test('Begin pressed early without a choice leads to what is missing', async ({ host }) => {
  const go = host.hold(FILES.words);
  await host.open(element('one'));
  const reader = new Reader(host.checkin('one'));
  await reader.press('Begin');
  go();
  await expect(reader.problem).toBeFocused();
  await expect(reader.problem).toContainText('Please choose one of the two');
});

for (const [name, leave] of Object.entries({
  'to write a comment': (page) => page.locator('#comment').focus(),
  'down the page, by the wheel': (page) => page.mouse.wheel(0, 4000),
})) {
  test(`whoever went on ${name} while it loaded is not called back, and Begin then answers at once`, async ({ host, page }) => {
    const go = host.hold(FILES.wasm);
    await host.open(`${element('one')}<textarea id="comment"></textarea><div style="height: 400vh"></div>`);
    const reader = new Reader(host.checkin('one'));
    await reader.choose('I am in recovery');
    await reader.press('Begin');
    await leave(page);
    // What is in sight stays where it is, also when the line that it is loading goes.
    const where = () => page.evaluate(() => [document.activeElement.id, document.getElementById('comment').getBoundingClientRect().top]);
    await idle(page);
    const before = await where();
    go();
    await isReady(reader.checkin);
    await idle(page);
    const [focused, top] = await where();
    expect(focused).toBe(before[0]);
    expect(top).toBeCloseTo(before[1], 0);
    await reader.sees(TITLE);
    await expect(reader.checkin.locator('.checkin [aria-live]')).toHaveText('');
    await reader.press('Begin');
    await reader.sees('How are you right now?');
    await expect(reader.heading).toBeFocused();
  });
}

test('a double click on help opens it once', async ({ host }) => {
  host.hold(FILES.wasm);
  await host.open(element('one'));
  const reader = new Reader(host.checkin('one'));
  await reader.getHelp.dblclick();
  await expect(reader.panel).toHaveCount(1);
  await reader.press('Close help');
  await expect(reader.getHelp).toBeFocused();
});

test('R15: files that take too long are said to, with lines and a second try, and still come', async ({ host, page }) => {
  // What a reader is made to wait before that, cut short.
  await page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = (act, time, ...more) => setTimeout(act, time === 12_000 ? 100 : time, ...more);
  });
  const go = host.hold(FILES.wasm);
  await host.open('<trust-checkin id="one" region="US"></trust-checkin>');
  const reader = new Reader(host.checkin('one'));
  await reader.choose('I am in recovery');
  await reader.press('Begin');
  await expect(reader.checkin.locator('.failed').getByText(SORRY)).toBeVisible();
  await expect(reader.checkin.getByRole('link', { name: 'Call 988' })).toBeVisible();
  // In the line that said that it is loading: screen readers may miss a new one.
  await expect(reader.checkin.locator('.checkin [aria-live]')).toHaveText(SORRY);
  go();
  await isReady(reader.checkin);
  await expect(reader.checkin.getByText(SORRY)).toHaveCount(0);
  await expect(reader.radio('I am in recovery')).toBeChecked();
  await reader.press('Begin');
  await reader.sees('How are you right now?');
});

test('a change by the owner forgets no press and no failure', async ({ host, page }) => {
  const go = host.hold(FILES.wasm);
  await host.open(element('one') + '<button id="theme">Dark</button>');
  const reader = new Reader(host.checkin('one'));
  await reader.choose('I am in recovery');
  await reader.press('Begin');
  await page.evaluate(() => {
    const element = document.getElementById('one');
    element.setAttribute('theme', 'dark');
    element.setAttribute('region', 'IE');
  });
  await idle(page);
  await expect(reader.checkin.locator('.checkin [aria-live]')).toHaveText(WAITING);
  go();
  await reader.sees('How are you right now?');
  await reader.getHelp.click();
  await expect(reader.panel.getByRole('combobox')).toHaveValue('Ireland');
});

test('help asked for early opens at once, stays when the app arrives, and leads to all lines', async ({ host, page }) => {
  const go = host.hold(FILES.wasm);
  await host.open(element('one', 'region="GB" contact="Our practice: 555 0100"'));
  const reader = new Reader(host.checkin('one'));
  await reader.choose('I am in recovery');
  await reader.press('Begin');
  await reader.getHelp.click();
  const title = reader.panel.getByRole('heading', { name: 'Get help now' });
  await expect(title).toBeFocused();
  await expect(reader.getHelp).toHaveAttribute('aria-expanded', 'true');
  await expect(reader.panel.getByRole('link', { name: 'Call 116 123' })).toHaveAttribute('href', 'tel:116123');
  await expect(reader.panel.getByRole('link', { name: 'Call 999' })).toBeVisible();
  await expect(reader.panel.getByRole('link', { name: 'findahelpline.com' })).toBeVisible();
  await expect(reader.panel.getByText('Our practice: 555 0100')).toBeVisible();
  const same = await title.elementHandle();
  go();
  await isReady(reader.checkin);
  await idle(page);
  // Nothing took its place, and the question that Begin asked for does not come up over it.
  expect(await same.evaluate((heading) => heading.isConnected && heading.getRootNode().activeElement === heading)).toBe(true);
  await reader.press('Show all help lines');
  await expect(reader.panel.getByRole('combobox')).toHaveValue('United Kingdom');
  await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
  await reader.panel.press('Escape');
  await expect(reader.getHelp).toBeFocused();
  await expect(reader.radio('I am in recovery')).toBeChecked();
});

for (const closes of [false, true]) {
  test(`all lines asked for early ${closes ? 'do not come once help is closed' : 'come when the app does'}`, async ({ host, page }) => {
    const go = host.hold(FILES.wasm);
    await host.open(element('one'));
    const reader = new Reader(host.checkin('one'));
    await reader.getHelp.click();
    await reader.press('Show all help lines');
    await expect(reader.checkin.locator('.checkin [aria-live]')).toHaveText(WAITING);
    if (closes) await page.keyboard.press('Escape');
    go();
    await isReady(reader.checkin);
    await idle(page);
    await expect(reader.panel.getByRole('combobox')).toHaveCount(closes ? 0 : 1);
    await reader.sees(TITLE);
  });
}

test('once loaded, help is the whole of it at the first press', async ({ host }) => {
  await host.open(element('one'));
  const reader = await host.reader('one');
  await reader.press('Or go straight to support');
  await expect(reader.panel.getByRole('combobox')).toHaveValue('United States');
  await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
});

test.describe('when a file cannot be had', () => {
  test.use({ expectedLines: /Failed to load resource|integrity|MIME/ });

  const failures = {
    'R14: the app is missing': { [FILES.wasm]: { status: 404, body: 'not found', type: 'text/html' } },
    'R14: the app is cut short': { [FILES.wasm]: { body: Buffer.from('\0asm\x01\0\0\0') } },
    'R14: the words do not come': { [FILES.words]: { status: 503, body: '' } },
    'the words were altered on the way': { [FILES.words]: { body: '{}' } },
  };
  for (const [name, changes] of Object.entries(failures)) {
    test(`${name}: fallback, a sentence, and a second try`, async ({ host, page, site }) => {
      for (const [path, change] of Object.entries(changes)) site.changes.set(path, change);
      await host.open(element('one'));
      const reader = new Reader(host.checkin('one'));
      const { checkin } = reader;
      await expect(checkin.locator('.failed').getByText(SORRY)).toBeVisible();
      await expect(checkin.getByRole('link', { name: '988', exact: true })).toBeVisible();
      await expect(reader.getHelp).toBeVisible();
      // A card that cannot begin does not pretend that it can.
      await expect(reader.button('Begin')).toBeHidden();
      // A try that fails too changes nothing: no second sentence, and the button keeps the focus.
      const retry = reader.button('Try again');
      const failedAgain = page.evaluate(() => new Promise((done) => {
        document.addEventListener('trust-checkin-error', ({ detail }) => done(Object.keys(detail)), { once: true });
      }));
      await retry.click();
      expect(await failedAgain).toEqual(['message']);
      await expect(checkin.locator('.failed').getByText(SORRY)).toHaveCount(1);
      // Whoever has pressed is told.
      await expect(checkin.locator('.checkin [aria-live]')).toHaveText(SORRY);
      await expect(retry).toBeFocused();
      for (const path of Object.keys(changes)) site.changes.delete(path);
      await retry.click();
      await expect(reader.heading).toBeFocused();
      await reader.sees(TITLE);
      await expect(checkin.getByText(SORRY)).toHaveCount(0);
      await expect(checkin.getByRole('link', { name: '988', exact: true })).toBeHidden();
      await expect(checkin.locator('.checkin [aria-live]')).toHaveText('');
      await reader.begin('recovery');
    });
  }

  test('a reader in the middle of the card keeps it, and a second Begin tries again', async ({ host, site }) => {
    const go = host.hold(FILES.wasm, { status: 404 });
    await host.open(element('one'));
    const reader = new Reader(host.checkin('one'));
    await reader.choose('I am in recovery');
    await reader.press('Begin');
    go();
    await expect(reader.checkin.locator('.failed').getByText(SORRY)).toBeVisible();
    await expect(reader.checkin.locator('.checkin [aria-live]')).toHaveText(SORRY);
    await expect(reader.radio('I am in recovery')).toBeChecked();
    await expect(reader.button('Begin')).toBeFocused();
    site.changes.delete(FILES.wasm);
    await reader.press('Begin');
    await reader.sees('How are you right now?');
  });

  test('an owner without a fallback still leaves nobody without help lines', async ({ host, site }) => {
    site.changes.set(FILES.wasm, { status: 404 });
    await host.open('<trust-checkin id="one" region="IE"></trust-checkin>');
    const checkin = host.checkin('one');
    await expect(checkin.locator('.failed').getByText(SORRY)).toBeVisible();
    await expect(checkin.getByRole('link', { name: /^Call 116 123 ?Talk to someone now$/ })).toBeVisible();
    await expect(checkin.getByRole('link', { name: /^findahelpline.com/ })).toBeVisible();
  });

  test('R18: without WebAssembly there is the fallback', async ({ host, page }) => {
    await page.addInitScript(() => { delete globalThis.WebAssembly; });
    await host.open(element('one'));
    await expect(host.checkin('one').locator('.failed').getByText(SORRY)).toBeVisible();
    await expect(host.checkin('one').getByRole('link', { name: '988', exact: true })).toBeVisible();
  });
});

test('R13: an app of another type still starts, in silence', async ({ host, site }) => {
  site.changes.set(FILES.wasm, { type: 'text/plain' });
  await host.open(element('one'));
  await (await host.reader('one')).begin('recovery');
});

test('it says that it is ready, at the element and to the page; late listeners have the promise', async ({ host, page }) => {
  await page.addInitScript(() => {
    window.heard = [];
    document.addEventListener('trust-checkin-ready', ({ target, detail }) => window.heard.push([target.id, detail]));
  });
  await host.open(element('one'));
  await host.reader('one');
  expect(await page.evaluate(() => window.heard)).toEqual([['one', {}]]);
  expect(await page.evaluate(async () => {
    const element = document.querySelector('#one');
    return (await element.ready) === element;
  })).toBe(true);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ['', 'check-in.html', 'frame.html']) {
    test(`R17: the children of the element are there with help lines: /${path}`, async ({ page, site }) => {
      await page.goto(site.url + path);
      const fallback = page.locator('trust-checkin');
      await expect(fallback.getByText('The check-in shows here when scripts are allowed.')).toBeVisible();
      await expect(fallback.getByRole('link', { name: /^(Call )?988$/ }).first()).toHaveAttribute('href', 'tel:988');
      await expect(fallback.getByRole('link', { name: /^(Call )?1-800-799-7233$/ })).toHaveAttribute('href', 'tel:18007997233');
      await expect(fallback.getByRole('link', { name: 'findahelpline.com' })).toBeVisible();
    });
  }

  test('the owner\'s own fallback shows', async ({ host }) => {
    await host.open(`<trust-checkin id="one">${FALLBACK}</trust-checkin>`);
    await expect(host.checkin('one').getByRole('link', { name: '988', exact: true })).toBeVisible();
  });
});
