// The page on which anyone can check what the check-in does.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFrame } from '../../../site/checks.mjs';
import { expect, FILES, test } from '../support/fixtures.mjs';
import { isReady, Reader, WORKED } from '../support/reader.mjs';
import { axeOn } from '../support/axe.mjs';

const FRAME = readFileSync(resolve(import.meta.dirname, '../../../dist/frame.html'), 'utf8');
const LINES = ['asked only', 'Nothing was used', 'Nothing was kept', 'around learned', 'files are those', 'frame seals'];

test.use({ start: 'selfcheck.html', contextOptions: { reducedMotion: 'reduce' } });

const verdicts = (page) => page.locator('.lines li').evaluateAll((all) => all.map(({ className }) => className));
/** The verdict of the line with these words. */
const line = (page, words) => page.locator('.lines li').filter({ hasText: words });

/** The page with one more script after those it has. */
async function withScript(site, code) {
  const html = readFileSync(resolve(import.meta.dirname, '../../../dist/selfcheck.html'), 'utf8');
  site.changes.set('/selfcheck.html', { type: 'text/html', body: html.replace('</body>', `<script type="module">${code}</script></body>`) });
}

test('every line says yes, before and after a whole check-in', async ({ page, checkin, site }) => {
  const sum = page.getByText('6 of 6 lines say Yes. As far as this page can see, nothing is sent.');
  await expect(sum).toBeVisible();
  const reader = new Reader(checkin);
  await reader.begin('loved');
  await reader.settle("I don't feel safe with someone");
  // The list of the network is cleared here, as the page says, and stays empty.
  const { length } = site.requests;
  await reader.rush(WORKED);
  await reader.seeResults();
  await expect(sum).toBeInViewport();
  expect(site.requests.slice(length)).toEqual([]);
  await reader.press('Start over');
  expect(await verdicts(page)).toEqual(LINES.map(() => 'yes'));
  for (const words of LINES) await expect(line(page, words)).toHaveCount(1);
  expect(site.requests.every(({ method }) => method === 'GET')).toBe(true);
});

for (const [what, code, words, found] of [
  ['a request', "fetch('/check-in.html?answer=3')", 'asked only', 'check-in.html?answer=3'],
  ['a picture', "new Image().src = '/social.png?a=3'", 'asked only', 'social.png?a=3'],
  ['a beacon', "navigator.sendBeacon('/check-in.html', '3')", 'Nothing was used', 'sendBeacon'],
  ['something stored', "localStorage.setItem('a', '3')", 'Nothing was kept', 'an entry in local storage'],
  ['a cookie', "document.cookie = 'a=3'", 'Nothing was kept', 'a cookie'],
  ['a title', "document.title = '3'", 'around learned', 'title'],
  ['an event', "document.dispatchEvent(new CustomEvent('trust-checkin-complete', { detail: { a: 3 } }))", 'around learned', 'complete with a'],
]) {
  test(`a check-in that leaks through ${what} is found out`, async ({ page, site, start }) => {
    await withScript(site, `document.addEventListener('click', () => { ${code} }, true);`);
    await page.goto(site.url + start);
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    await expect(page.getByText('6 of 6 lines say Yes.')).toBeVisible();
    await new Reader(checkin).choose('I am in recovery');
    await checkin.getByText('This is not a test of you.').click();
    await expect(line(page, words)).toHaveClass('no');
    await expect(line(page, words)).toContainText(found);
    await expect(page.getByText(/^[345] of 6 lines say Yes\. Look for the line that does not\.$/)).toBeVisible();
  });
}

test.describe('a file that was changed', () => {
  test.use({ expectedLines: /integrity|Failed to load|404/ });

  test('is named', async ({ page, site, start }) => {
    const words = readFileSync(resolve(import.meta.dirname, `../../../dist${FILES.words}`), 'utf8');
    site.changes.set(FILES.words, { body: `${words} ` });
    await page.goto(site.url + start);
    await expect(line(page, 'files are those')).toHaveClass('no');
    await expect(line(page, 'files are those')).toContainText(FILES.words.slice(1));
  });
});

test('without its list of files it says that it cannot tell', async ({ page, site, start }) => {
  site.changes.set('/manifest.json', { body: 'nothing' });
  await page.goto(site.url + start);
  await expect(line(page, 'asked only')).toHaveClass('unknown');
  await expect(line(page, 'files are those')).toHaveClass('unknown');
});

test('what is wrong with a frame is named', () => {
  expect(readFrame(FRAME)).toMatchObject({ wrong: [] });
  for (const [from, to, found] of [
    [/<meta http-equiv="Content-Security-Policy"[^>]*>/, '', 'it has no policy'],
    ['<meta charset="utf-8">', '<script src="x.js"></script><meta charset="utf-8">', 'something stands before its policy'],
    ["default-src 'none'", "default-src 'self'", "its policy lacks default-src 'none'"],
    ["form-action 'none'", "form-action 'none'; img-src *", 'its policy has other rules'],
    [/'sha384-[^']*'/, "'unsafe-inline'", 'its policy does not name one script by its hash'],
    ['<title>', '<link rel="preload" href="/x"><title>', 'its markup asks for something'],
    ['</body>', '<script>more()</script></body>', 'it does not have just one script'],
  ]) {
    const changed = FRAME.replace(from, to);
    expect(changed, found).not.toBe(FRAME);
    expect(readFrame(changed).wrong).toContain(found);
  }
});

for (const [width, colorScheme] of [[320, 'dark'], [768, 'light'], [1280, 'light']]) {
  test(`axe finds nothing and nothing is wider than ${width} px, ${colorScheme}`, async ({ page, site, start }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url + start);
    await expect(page.getByText('6 of 6 lines say Yes.')).toBeVisible();
    const { violations, passes } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].html}`)).toEqual([]);
    expect(passes.some(({ nodes }) => nodes.some(({ html }) => html.includes('type="radio"')))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.screenshot({ path: `target/screens/selfcheck-${width}-${colorScheme}.png`, fullPage: true });
  });
}
