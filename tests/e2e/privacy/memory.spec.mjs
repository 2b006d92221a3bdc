// What is gone is gone: from the page, from what a form keeps, and from the memory of the app.
import { element, expect, test } from '../support/host.mjs';
import { WORKED } from '../support/reader.mjs';

const WORDS = 'Zqxnotek, my own words';
const MARK = 'Zqxnotek';

/** Keeps the memory of every app that is started. */
function keepMemories() {
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    window.memories.push(...Object.values(made.exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
}

/** How often a text stands in the memories of all apps, in UTF-8 or UTF-16. */
const inMemory = (page, text) => page.evaluate((text) => {
  const wide = [...text].join('\0');
  return window.memories.reduce((sum, { buffer }) => {
    const all = new TextDecoder('latin1').decode(buffer);
    return sum + all.split(text).length + all.split(wide).length - 2;
  }, 0);
}, text);

/** How often it stands in the page: in text, in a field, or in an attribute. */
const inPage = (page, text) => page.evaluate((text) => {
  const roots = [document, ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  const fields = roots.flatMap((root) => [...root.querySelectorAll('input, textarea')].map(({ value }) => value));
  const markup = roots.map((root) => (root === document ? root.documentElement.outerHTML : root.innerHTML));
  return [...fields, ...markup].filter((one) => one.includes(text)).length;
}, text);

const note = (reader) => reader.checkin.locator('#own-note');

test.beforeEach(async ({ page }) => { await page.addInitScript(keepMemories); });

/** A reader with a note at their results. */
async function noted(host, page) {
  await host.open(element('one', 'lang="en" save="ask" compare="on"'));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  await note(reader).pressSequentially(WORDS);
  expect(await inMemory(page, MARK)).toBeGreaterThan(0);
  expect(await inPage(page, MARK)).toBeGreaterThan(0);
  return reader;
}

/** Everything is gone, and a new check-in does not bring it back. */
async function isGone(reader, page) {
  expect(await inPage(page, MARK)).toBe(0);
  expect(await inMemory(page, MARK)).toBe(0);
  await reader.finish('recovery', WORKED);
  await expect(note(reader)).toHaveValue('');
  expect(await inMemory(page, MARK)).toBe(0);
}

test('R98: after Start over the note is in no field, on no screen and not in the memory', async ({ host, page }) => {
  const reader = await noted(host, page);
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await isGone(reader, page);
});

test('R98: after a file, a copy and a save, and Erase everything, the note is gone', async ({ host, page }) => {
  const reader = await noted(host, page);
  await page.evaluate(() => { Clipboard.prototype.writeText = () => Promise.reject(new Error('no')); });
  await reader.checkin.locator('#take-note').check();
  for (const name of ['Download my answers (JSON)', 'Download my answers (CSV)', 'Copy as text', 'Save on this device', 'My saved check-ins']) {
    await reader.press(name);
  }
  await reader.checkin.locator('#file-notes').check();
  await reader.press('Download my answers (JSON)');
  await expect(reader.checkin.locator('.file-text textarea')).toHaveValue(new RegExp(MARK));
  await reader.press('Erase everything');
  await reader.press('Yes, erase');
  await reader.press('Back');
  await reader.sees('Your check-in');
  await expect(note(reader)).toHaveValue('');
  expect(await inPage(page, MARK)).toBe(0);
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await isGone(reader, page);
});

test('R98: after "This is a shared device" the note is gone', async ({ host, page }) => {
  const reader = await noted(host, page);
  await reader.press('My saved check-ins');
  await reader.press('This is a shared device');
  await reader.press('Yes, turn saving off');
  await reader.press('Back');
  expect(await inPage(page, MARK)).toBe(0);
  expect(await inMemory(page, MARK)).toBe(0);
});

test('R98: after Leave quickly the note is not in the memory', async ({ host, page }) => {
  // An answer without content leaves the page where it is.
  await page.route('https://www.bbc.com/**', (route) => route.fulfill({ status: 204 }));
  const reader = await noted(host, page);
  await reader.press('Leave quickly');
  await expect(page.locator('#one').locator('.gone')).toHaveCount(1);
  expect(await inMemory(page, MARK)).toBe(0);
});

test('R98: a check-in that is taken off the page leaves no note behind', async ({ host, page }) => {
  await noted(host, page);
  await page.evaluate(() => document.getElementById('one').remove());
  await expect.poll(() => inMemory(page, MARK)).toBe(0);
});

test("R98: the other person's code goes with Start over", async ({ host, page }) => {
  await host.open(element('one', 'lang="en" compare="on"'));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  await reader.showsCode();
  await reader.theirCode.fill('812 345 678 901 234 567');
  await reader.press('Compare');
  await reader.press('Start over');
  await reader.press('Yes, start over');
  for (const text of ['812 345 678', '812345678']) expect([await inPage(page, text), await inMemory(page, text)]).toEqual([0, 0]);
});
