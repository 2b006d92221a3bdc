// On other people's pages: two at once, moved, removed, without scripts, with files missing.
import { openShadowRoots } from './fixtures.mjs';
import { all, expect, isReady, Reader, test, WORKED } from './reader.mjs';

const WASM = '/trust-checkin_bg.wasm';
const FALLBACK = '<p>Help is there either way: <a href="tel:988">988</a></p>';
const SORRY = 'The check-in could not load. To talk to someone now, see findahelpline.com or call your local emergency number.';

/** Puts a page with this body on the server, the script already in it. */
async function open(page, site, body) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A blog</title><link rel="icon" href="data:,">
    <script type="module" src="trust-checkin.js"></script><body>${body}</body></html>`;
  site.changes.set('/', { body: html, type: 'text/html; charset=utf-8' });
  await page.goto(site.url);
}

const element = (id) => `<trust-checkin id="${id}" lang="en">${FALLBACK}</trust-checkin>`;

async function readerOf(page, id) {
  const checkin = page.locator(`#${id}`);
  await isReady(checkin);
  return new Reader(checkin);
}

test('R31: two on one page stay apart', async ({ page, site }) => {
  await open(page, site, element('one') + element('two'));
  const [one, two] = [await readerOf(page, 'one'), await readerOf(page, 'two')];
  await one.begin('recovery');
  await two.sees('Trust, one small step at a time');
  await two.begin('loved');
  await one.settle("It's a hard time");
  await two.settle();
  await one.choose('Often');
  await two.choose('Never');
  await expect(one.radio('Often')).toBeChecked();
  await one.getHelp.click();
  await expect(two.panel).toHaveCount(0);
  await one.panel.press('Escape');
  await one.rush(WORKED);
  await two.seesQuestion(1);
  await two.rush(all(2));
  await one.seeResults();
  await two.seeResults();
  await expect(one.checkin.locator('.area .number').first()).toHaveText('71');
  await expect(two.checkin.locator('.area .number').first()).toHaveText('50');
  // One set of files for both.
  expect(site.requests.filter(({ path }) => path === WASM)).toHaveLength(1);
  await two.checkin.evaluate((element) => element.remove());
  await one.press('Back');
  await one.sees('Look over your answers');
});

test('R28: moved within the page it keeps its state', async ({ page, site }) => {
  await open(page, site, `${element('one')}<div id="elsewhere"></div>`);
  const reader = await readerOf(page, 'one');
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED, { last: 3 });
  await reader.choose('Rarely');
  await reader.checkin.evaluate((element) => document.getElementById('elsewhere').append(element));
  await reader.seesQuestion(4);
  await expect(reader.radio('Rarely')).toBeChecked();
  await reader.press('Continue');
  await reader.seesQuestion(5);
});

test('removed and put back later it begins afresh, with one set of listeners', async ({ page, site }) => {
  await open(page, site, element('one'));
  const reader = await readerOf(page, 'one');
  await reader.begin('recovery');
  await reader.settle();
  const seen = await reader.checkin.evaluate(async (element) => {
    const { parentNode } = element;
    element.remove();
    await new Promise((done) => { setTimeout(done); });
    const left = element.shadowRoot.innerHTML;
    parentNode.append(element);
    return left;
  });
  expect(seen).toBe('<slot></slot>');
  await reader.sees('Trust, one small step at a time');
  await expect(reader.radio('I am in recovery')).not.toBeChecked();
  await reader.begin('recovery');
  await reader.settle();
  await reader.choose('Often');
  await reader.press('Continue');
  await reader.seesQuestion(2);
});

test('R29: a clone is one of its own', async ({ page, site }) => {
  await open(page, site, element('one'));
  const one = await readerOf(page, 'one');
  await one.begin('recovery');
  await one.checkin.evaluate((element) => {
    const clone = element.cloneNode(true);
    clone.id = 'two';
    element.after(clone);
  });
  const two = await readerOf(page, 'two');
  await two.sees('Trust, one small step at a time');
  await two.begin('loved');
  await one.sees('How are you right now?');
});

test('R32: the script twice, under two addresses, does no harm', async ({ page, site }) => {
  await open(page, site, `${element('one')}<script type="module" src="trust-checkin.js?again"></script>`);
  const reader = await readerOf(page, 'one');
  await reader.begin('recovery');
  await reader.settle();
  await expect(page.locator('#one').locator('.card')).toHaveCount(1);
});

test('put on the page by a script after loading', async ({ page, site }) => {
  await open(page, site, '<div id="later"></div>');
  await page.evaluate(() => {
    const element = document.createElement('trust-checkin');
    element.id = 'one';
    document.getElementById('later').append(element);
  });
  const reader = await readerOf(page, 'one');
  await reader.begin('recovery');
});

test('R34: a page that resets and shouts does not reach in', async ({ page, site }) => {
  await open(page, site, `<style>
    * { all: unset !important; font-size: 3px !important; color: yellow !important; display: none !important; }
    html, body, trust-checkin { display: block !important; }
    trust-checkin { letter-spacing: 9px; line-height: 0; text-transform: uppercase; text-align: right; }
    </style>${element('one')}`);
  const reader = await readerOf(page, 'one');
  await reader.begin('recovery');
  await expect(reader.heading).toBeVisible();
  const style = await reader.heading.evaluate((heading) => {
    const { fontSize, letterSpacing, textTransform, textAlign, color } = getComputedStyle(heading);
    return { isLarge: parseFloat(fontSize) > 16, letterSpacing, textTransform, textAlign, color };
  });
  expect(style).toMatchObject({ isLarge: true, textTransform: 'none', textAlign: 'start' });
  expect(style.color).not.toBe('rgb(255, 255, 0)');
  expect(style.letterSpacing).not.toBe('9px');
});

test('R37: a strict policy without unsafe-inline holds, and nothing violates it', async ({ page, site }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; base-uri 'none'; " +
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  site.changes.set('/', {
    body: `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,">
      <script type="module" src="trust-checkin.js"></script>${element('one')}`,
    type: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': policy },
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  await page.goto(site.url);
  const reader = await readerOf(page, 'one');
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
  // The styles are there too.
  await expect(reader.checkin.locator('.card')).toHaveCSS('border-top-style', 'solid');
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('R17: the children of the element are there, with help lines', async ({ page, site }) => {
    await page.goto(site.url);
    const fallback = page.locator('trust-checkin');
    await expect(fallback.getByText('The check-in shows here when scripts are allowed.')).toBeVisible();
    await expect(fallback.getByRole('link', { name: '988' })).toHaveAttribute('href', 'tel:988');
    await expect(fallback.getByRole('link', { name: '1-800-799-7233' })).toHaveAttribute('href', 'tel:18007997233');
    await expect(fallback.getByRole('link', { name: 'findahelpline.com' })).toBeVisible();
  });
});

test('R15: while files are on their way the fallback is there', async ({ page, site }) => {
  let arrive;
  site.changes.set(WASM, { wait: new Promise((done) => { arrive = done; }) });
  await page.goto(site.url);
  const fallback = page.locator('trust-checkin').getByRole('link', { name: '988' });
  await page.evaluate(() => customElements.whenDefined('trust-checkin'));
  await expect(fallback).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin' })).toHaveCount(0);
  arrive();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await expect(fallback).toBeHidden();
});

test.describe('when a file cannot be had', () => {
  test.use({ expectedLines: /Failed to load resource|integrity/ });

  const failures = {
    'R14: the app is missing': { [WASM]: { status: 404, body: 'not found', type: 'text/html' } },
    'R14: the app is cut short': { [WASM]: { body: Buffer.from('\0asm\x01\0\0\0') } },
    'R14: the help lines do not come': { '/helplines.json': { status: 503, body: '' } },
  };

  for (const [name, changes] of Object.entries(failures)) {
    test(`${name}: fallback, a sentence, and a second try`, async ({ page, site }) => {
      for (const [path, change] of Object.entries(changes)) site.changes.set(path, change);
      await page.goto(site.url);
      const checkin = page.locator('trust-checkin');
      await expect(checkin.getByText(SORRY)).toBeVisible();
      await expect(checkin.getByRole('link', { name: '988' })).toBeVisible();
      // A try that fails too changes nothing: no second sentence, and the button keeps the focus.
      const retry = checkin.getByRole('button', { name: 'Try again' });
      const failedAgain = page.evaluate(() => new Promise((done) => {
        document.addEventListener('trust-checkin-error', ({ detail }) => done(Object.keys(detail)), { once: true });
      }));
      await retry.click();
      expect(await failedAgain).toEqual(['message']);
      await expect(checkin.getByText(SORRY)).toHaveCount(1);
      await expect(retry).toBeFocused();
      site.changes.clear();
      await retry.click();
      const reader = new Reader(checkin);
      await reader.sees('Trust, one small step at a time');
      await expect(reader.heading).toBeFocused();
      await expect(checkin.getByText(SORRY)).toHaveCount(0);
      await expect(checkin.getByRole('link', { name: '988', exact: true })).toBeHidden();
      await reader.begin('recovery');
    });
  }
});

test('R13: an app of another type still starts', async ({ page, site }) => {
  site.changes.set(WASM, { type: 'text/plain' });
  await page.goto(site.url);
  const checkin = page.locator('trust-checkin');
  await isReady(checkin);
  await new Reader(checkin).begin('recovery');
});

test('R18: without WebAssembly there is the fallback', async ({ page, site }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(site.url);
  const checkin = page.locator('trust-checkin');
  await expect(checkin.getByText(SORRY)).toBeVisible();
  await expect(checkin.getByRole('link', { name: '988' })).toBeVisible();
});

test('the language asked for, where there is none of it, is English', async ({ page, site }) => {
  await open(page, site, '<trust-checkin id="one" lang="xx"></trust-checkin>');
  const reader = await readerOf(page, 'one');
  await reader.sees('Trust, one small step at a time');
  await expect(page.locator('#one .checkin')).toHaveAttribute('lang', 'en');
});

test('the owner can ask for a country and a theme', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, site, '<trust-checkin id="one" region="IE" theme="dark"></trust-checkin>');
  const reader = await readerOf(page, 'one');
  await reader.getHelp.click();
  await expect(reader.panel.getByRole('combobox')).toHaveValue('Ireland');
  await expect(page.locator('#one .checkin')).toHaveCSS('color-scheme', 'dark');
});

test('all pages of a browser profile stay apart too', async ({ browser, site }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript(openShadowRoots);
  const readers = [];
  for (const perspective of ['recovery', 'loved']) {
    const page = await context.newPage();
    await page.goto(site.url);
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    const reader = new Reader(checkin);
    await reader.begin(perspective);
    readers.push(reader);
  }
  await readers[0].settle();
  await readers[1].sees('How are you right now?');
  await context.close();
});
