// Two people, each in a browser of their own, over five weeks: what they keep, take along, bring back and compare, and
// that nothing is left where they erase it.
import { readFile } from 'node:fs/promises';
import { element, expect, test } from '../support/host.mjs';
import { areas, isReady, WORKED } from '../support/reader.mjs';

const DAY = 24 * 60 * 60 * 1000;
const FIRST = new Date('2026-10-01T10:00:00Z');
const LATER = new Date(FIRST.getTime() + 35 * DAY);
const LOW = areas('121211 111211 112111');
const COMPARE = 'Compare with someone';
const LIST = 'My saved check-ins';
const REFUSED = /^Comparison is not available right now\./;

const stores = (reader) => reader.page.evaluate(() => [localStorage, sessionStorage].flatMap((store) => Object.keys(store)));
const words = (reader, name) => reader.checkin.locator(name);

async function comesBack(reader) {
  await reader.page.clock.setFixedTime(LATER);
  await reader.page.reload();
  await isReady(reader.checkin);
}

async function takes(reader, button) {
  const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.press(button)]);
  return readFile(await download.path(), 'utf8');
}

async function again(reader) {
  await reader.press('Start over');
  await reader.press('Yes, start over');
}

async function erases(reader) {
  await reader.press(LIST);
  await reader.press('Erase everything');
  await reader.press('Yes, erase');
  await expect(words(reader, '.saving-said')).toContainText('is erased');
  expect(await stores(reader)).toEqual([]);
}

/** Takes the check-in, saves it, and does so again after five weeks. */
async function twice(reader, perspective, note) {
  await reader.finish(perspective, LOW);
  expect(await stores(reader)).toEqual([]);
  await reader.box('Keep my answers too').check();
  await reader.checkin.getByLabel('What I want to remember').first().fill(note);
  await reader.press('Save on this device');
  expect(await stores(reader)).toEqual(['kept-notes']);
  await comesBack(reader);
  await reader.finish(perspective, WORKED);
  await expect(words(reader, '.change tbody th')).toHaveCount(3);
  for (const row of await words(reader, '.change tbody tr').all()) {
    await expect(row.getByRole('cell')).toHaveText(/^(clear change|possible change|about the same)$/);
  }
  await reader.press('Save on this device');
}

/** Every way out, and the one way back in: erased, loaded, and the same to the last byte. */
async function outAndIn(reader) {
  const table = await takes(reader, 'Download my answers (CSV)');
  expect(table.split('\r\n')).toHaveLength(1 + 1 + 3 + 18 + 1);
  expect(await takes(reader, 'Remind me in 4 weeks')).toContain('DTSTART;VALUE=DATE:20261203');
  const one = JSON.parse(await takes(reader, 'Download my answers (JSON)'));
  expect(one.checkins).toHaveLength(1);
  const before = await reader.page.evaluate(() => localStorage['kept-notes']);
  await reader.press(LIST);
  await reader.box('What I wanted to remember').check();
  const file = await takes(reader, 'Download my answers (JSON)');
  await reader.press('Back');
  await erases(reader);
  await reader.checkin.getByLabel('Load a file (JSON)')
    .setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(words(reader, '.saving-said')).toContainText('Added: 2.');
  expect(await reader.page.evaluate(() => localStorage['kept-notes'])).toBe(before);
  await reader.press('Back');
}

async function seesASheet(reader) {
  await reader.press('Make a sheet to talk from');
  const sheet = words(reader, '.sheet-page');
  await expect(sheet).toContainText('Ways to begin');
  await expect(sheet).not.toContainText(/My numbers|2026/);
  await reader.press('Back');
}

async function compares(reader, code) {
  await reader.theirCode.fill(code);
  await reader.press('Compare');
  await reader.sees('Side by side');
  await expect(words(reader, '.compared tbody tr')).toHaveCount(3);
  await expect(words(reader, '.compared .lead')).toHaveText(/^Accountability: (similar|somewhat different|different)$/);
  await reader.press('Back');
  await reader.press('Back');
  await reader.press('Back');
}

/** The screen that ends it, and the button that is there all the same. */
async function isRefused(reader, answer) {
  await reader.press(COMPARE);
  await reader.says('No');
  await reader.says(answer);
  await expect(reader.checkin.getByText(REFUSED)).toBeVisible();
  const screen = await words(reader, '.card').evaluate((card) => card.outerHTML);
  await reader.press('Back');
  await expect(reader.button(COMPARE)).toBeVisible();
  return screen;
}

test('two people, two browsers, five weeks: saving, change, files out and back in, the sheet, both ways of comparing, a refusal, and nothing left', async ({ host, page, other }) => {
  test.setTimeout(180_000);
  await page.clock.setFixedTime(FIRST);
  await host.open(element('one', 'lang="en" save="ask" compare="on"'));
  const [mine, theirs] = [await host.reader('one'), await other(FIRST)];
  await twice(mine, 'recovery', 'I called early.');
  await twice(theirs, 'loved', 'I went for a walk.');
  for (const reader of [mine, theirs]) {
    await outAndIn(reader);
    await seesASheet(reader);
  }
  const codes = [await mine.showsCode(), await theirs.showsCode()];
  await compares(mine, codes[1]);
  await compares(theirs, codes[0]);
  // What one of them says now shows nowhere on the other's side, and no two refusals differ.
  const screens = [];
  for (const answer of ['Skip', 'Not sure']) screens.push(await isRefused(mine, answer));
  await again(mine);
  await mine.finish('recovery', WORKED);
  screens.push(await isRefused(mine, 'Yes'));
  expect([...new Set(screens)]).toHaveLength(1);
  expect(await theirs.showsCode()).toBe(codes[1]);
  expect(page.url()).toBe(theirs.page.url());
  await theirs.press('Back');
  await theirs.press('Back');
  await erases(theirs);
  await erases(mine);
});
