// What lasts: what has changed since the last check-in, lists, a note, and what can be taken along and back in.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { element, expect, test } from '../support/host.mjs';
import { areas, isReady, Reader, WORKED } from '../support/reader.mjs';

const KEY = 'kept-notes';
const BEFORE = 'kept-notes-before';
const DAY = 24 * 60 * 60 * 1000;
const FIRST = new Date('2026-10-01T10:00:00Z');
const LIST = 'My saved check-ins';
const UNSAFE = "I don't feel safe with someone";
/** Every helpful thing often and every hard one rarely; the other way about. */
const GOOD = areas('313133 313313 331331');
const HARD = areas('131311 131131 113113');

const stored = (page) => page.evaluate(() => Object.assign({}, localStorage, sessionStorage));
const checkins = async (page) => JSON.parse((await stored(page))[KEY] ?? '{"checkins":[]}').checkins;
const verdicts = (reader) => reader.checkin.locator('.change tbody td');
const said = (reader) => reader.checkin.locator('.saving-said');
const taken = (reader) => reader.checkin.locator('.taken-said');

async function blog(host, page, attributes = 'save="ask"') {
  await page.clock.setFixedTime(FIRST);
  await host.open(element('one', `lang="en" ${attributes}`));
  return host.reader('one');
}

/** The page again, some days after the first check-in; a browser that was closed meanwhile. */
async function later(host, page, days) {
  await page.clock.setFixedTime(new Date(FIRST.getTime() + days * DAY));
  await page.reload();
  return host.reader('one');
}

async function save(reader) {
  await reader.press('Save on this device');
  await expect(said(reader)).toHaveText('Saved on this device.');
}

async function again(reader) {
  await reader.press('Start over');
  await reader.press('Yes, start over');
}

/** Presses and gives back the name and the text of the file that comes. */
async function file(reader, button) {
  const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.press(button)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** A table as RFC 4180 has it: rows of cells. */
function table(text) {
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  expect(text[0], 'a byte order mark').toBe('\ufeff');
  cell.lastIndex = 1;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1).push(found[1].replaceAll('""', '"'));
    if (found[2] !== ',') rows.push([]);
    if (cell.lastIndex === text.length) break;
  }
  expect(rows.pop(), 'the text ends with a whole line').toEqual([]);
  return rows;
}

test('five weeks later the results themselves say whether each part changed, before saving and after; the card tells nothing', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', HARD);
  await save(reader);
  await expect(reader.checkin.locator('.change')).toContainText('There is nothing to compare with in this list yet.');
  reader = await later(host, page, 35);
  await reader.begin('recovery');
  await reader.settle();
  expect(await reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.textContent)).not.toMatch(/October|What has changed/);
  await reader.rush({ ...GOOD, A1: 1, A2: 3, A3: 1, A4: 3, A5: 2, A6: 2 });
  await reader.seeResults();
  const found = ['about the same', 'clear change', 'clear change'];
  await expect(verdicts(reader)).toHaveText(found);
  expect(await checkins(page)).toHaveLength(1);
  await save(reader);
  await expect(verdicts(reader)).toHaveText(found);
  const change = reader.checkin.locator('.change');
  await expect(change).toContainText('This compares with your check-in of October 1, 2026. Thinking of someone else this time? Start a new list.');
  await expect(change).toContainText('Clear change. It is bigger than chance alone would often make.');
  await expect(change).toContainText('About the same. The two are too close to tell apart.');
  await expect(change).toContainText('about 25 points make a clear change');
  await expect(change.getByText('This part is higher than last time.')).toHaveCount(2);
  await expect(change).not.toContainText('close together');
  // No arrow and no colour says which way it went.
  await expect(change).not.toContainText(/[↑↓▲▼%]/);
});

test('less than four weeks apart is said beside the change', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', GOOD);
  await save(reader);
  reader = await later(host, page, 20);
  await reader.finish('recovery', GOOD);
  await expect(verdicts(reader)).toHaveText(['about the same', 'about the same', 'about the same']);
  await expect(reader.checkin.locator('.change')).toContainText('You took these two close together');
});

test('nothing of an earlier time shows on the results of a reader who is not safe, until they save', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('loved', GOOD);
  await save(reader);
  reader = await later(host, page, 35);
  await reader.finish('loved', GOOD, { feeling: UNSAFE });
  await expect(reader.button('Save on this device')).toBeVisible();
  await expect(reader.checkin.locator('.change')).toHaveCount(0);
  await expect(reader.results).not.toContainText('October');
  await save(reader);
  await expect(verdicts(reader)).toHaveCount(3);
});

for (const [perspective, words] of Object.entries({
  recovery: 'It does not undo what you did before. Who is one person you could reach today?',
  loved: 'You did not cause that, and it is not yours to fix. Who is on your side this week?',
})) {
  test(`a fall is met with warm words, and what keeps people alive is one tap away (${perspective})`, async ({ host, page }) => {
    let reader = await blog(host, page);
    await reader.finish(perspective, GOOD);
    await save(reader);
    reader = await later(host, page, 35);
    await reader.finish(perspective, HARD);
    await save(reader);
    await expect(verdicts(reader)).toHaveText(['clear change', 'clear change', 'clear change']);
    const change = reader.checkin.locator('.change');
    await expect(change.getByText('This part is lower than last time.')).toHaveCount(3);
    await expect(change).toContainText(words);
    const lines = change.getByText('even a small amount can be deadly');
    await expect(lines).toBeHidden();
    await change.getByText('Used again, or worried that someone did? Read this').click();
    await expect(lines).toBeVisible();
  });
}

test('R40: on paper what has changed stands under its title where numbers are ticked, with nothing to press and no word of a reminder', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', GOOD);
  await save(reader);
  reader = await later(host, page, 35);
  await reader.finish('recovery', HARD);
  await reader.press('Remind me in 4 weeks');
  await reader.checkin.getByText('No file? Here is the text').click();
  const change = reader.checkin.locator('.change');
  await page.emulateMedia({ media: 'print' });
  await expect(reader.checkin.getByText('Take a slow breath.')).toBeVisible();
  await expect(change).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await reader.box('Put my numbers and answers on the paper too').check();
  await page.emulateMedia({ media: 'print' });
  await expect(change.getByText('What has changed')).toBeVisible();
  await expect(change).toContainText('October 1, 2026');
  await expect(reader.checkin.getByRole('button')).toHaveCount(0);
  for (const hidden of [reader.checkin.getByText('A quiet half hour'), reader.checkin.locator('.file-text')]) {
    await expect(hidden.first()).toBeHidden();
  }
});

test('too few days, and too few answers, are said instead of a change', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', areas('333333 313313 331---'));
  await save(reader);
  reader = await later(host, page, 3);
  await reader.finish('recovery', GOOD);
  await save(reader);
  await expect(verdicts(reader)).toHaveText(Array(3).fill('cannot be compared'));
  await expect(reader.checkin.locator('.change')).toContainText('Days between the two: 3. With fewer than 14');
  // Against the first, five weeks before.
  reader = await later(host, page, 36);
  await reader.finish('recovery', GOOD);
  await save(reader);
  await expect(reader.checkin.locator('.change')).toContainText('your check-in of October 4, 2026');
  await reader.press('Compare with the first one');
  await expect(reader.checkin.locator('.change')).toContainText('your check-in of October 1, 2026');
  await expect(verdicts(reader)).toHaveText([/about the same|possible change|clear change/, 'about the same', 'cannot be compared']);
  await expect(reader.checkin.locator('.change')).toContainText('A blank is not a low score.');
});

test('R08: after the clock was set back nothing is compared, and the order stays', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', GOOD);
  await save(reader);
  reader = await later(host, page, -40);
  await reader.finish('recovery', HARD);
  await save(reader);
  await expect(verdicts(reader)).toHaveText(Array(3).fill('cannot be compared'));
  await expect(reader.checkin.locator('.change')).toContainText('The clock of this device was set back');
  expect((await checkins(page)).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('another person has a list of their own, and a mistake can be taken back', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', GOOD);
  await save(reader);
  reader = await later(host, page, 35);
  await reader.finish('recovery', HARD);
  await save(reader);
  await reader.press('Thinking of someone else? Start a new list');
  await expect(verdicts(reader)).toHaveCount(0);
  await expect.poll(async () => (await checkins(page)).map(({ list }) => list)).toEqual([1, 2]);
  await reader.press('Move it to the list with the check-in of October 1, 2026');
  await expect(verdicts(reader)).toHaveCount(3);
  await expect.poll(async () => (await checkins(page)).map(({ list }) => list)).toEqual([1, 1]);
  await reader.press('Thinking of someone else? Start a new list');
  await expect(verdicts(reader)).toHaveCount(0);
  // The next one goes on with the list that was used last.
  reader = await later(host, page, 70);
  await reader.finish('recovery', HARD);
  await save(reader);
  expect((await checkins(page)).map(({ list }) => list)).toEqual([1, 2, 2]);
  await expect(verdicts(reader)).toHaveText(Array(3).fill('about the same'));
  await reader.press(LIST);
  await expect(reader.checkin.locator('.saved-group')).toHaveCount(2);
  await expect(reader.checkin.locator('.saved-group h3').first()).toContainText('List 2');
});

test('a note is kept with the check-in, shows where it is kept, and goes into a file only when it is ticked', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  const note = 'Sam said \u202E"well done"\nה';
  await reader.checkin.getByLabel('What I want to remember').first().fill(note);
  expect((await file(reader, 'Download my answers (JSON)')).text).not.toContain('well done');
  expect((await file(reader, 'Download my answers (CSV)')).text).not.toContain('well done');
  await save(reader);
  expect((await checkins(page))[0].note).toBe(note);
  await reader.checkin.getByRole('checkbox', { name: 'What I want to remember' }).check();
  expect(JSON.parse((await file(reader, 'Download my answers (JSON)')).text).checkins[0].note).toBe(note);
  const rows = table((await file(reader, 'Download my answers (CSV)')).text);
  expect(rows.at(-1)).toEqual(['note', '', note, '', '']);
  await reader.press(LIST);
  await expect(reader.checkin.locator('.notes bdi')).toHaveText(/well done/);
  expect((await file(reader, 'Download my answers (JSON)')).text).not.toContain('well done');
  await reader.checkin.getByLabel('What I wanted to remember').check();
  expect(JSON.parse((await file(reader, 'Download my answers (JSON)')).text).checkins[0].note).toBe(note);
});

test('files hold what is ticked and no more, under a name that says nothing, with and without saving', async ({ host, page }) => {
  const reader = await blog(host, page, 'save="off"');
  await reader.finish('recovery', WORKED);
  const json = await file(reader, 'Download my answers (JSON)');
  expect(json.name).toBe('notes-2026-10-01.json');
  const written = JSON.parse(json.text);
  expect(written).toMatchObject({ version: 2, about: expect.stringContaining('so it proves nothing') });
  expect(written.checkins[0]).toMatchObject({ perspective: 'recovery', items: 1, saved: FIRST.getTime() });
  expect(written.checkins[0].answers).toMatchObject({ A1: 3, H4: null, S2: 3 });
  const csv = await file(reader, 'Download my answers (CSV)');
  expect(csv.name).toBe('notes-2026-10-01.csv');
  const rows = table(csv.text);
  expect(rows[0]).toEqual(['row', 'id', 'words', 'answer', 'value']);
  expect(rows).toContainEqual(['area', 'accountability', 'Accountability', 'Growing steady', '70.83']);
  expect(rows).toContainEqual(['question', 'A1', reader.words('A1'), 'Often', '3']);
  expect(rows.filter(([what]) => what === 'question')).toHaveLength(18);
  expect(rows[1][2]).toContain('so it proves nothing');
  await reader.checkin.getByLabel('My answers', { exact: true }).uncheck();
  expect(JSON.parse((await file(reader, 'Download my answers (JSON)')).text).checkins[0].answers).toBeUndefined();
  expect(table((await file(reader, 'Download my answers (CSV)')).text).some(([what]) => what === 'question')).toBe(false);
  await reader.checkin.getByLabel('My numbers', { exact: true }).uncheck();
  await reader.press('Download my answers (JSON)');
  await expect(taken(reader)).toContainText('Nothing is ticked.');
  expect(await stored(page)).toEqual({});
});

/** What Python's reader of tables finds, with what it takes for the separator. */
function readByPython(path, delimiters) {
  const program = `
import csv, json, sys
text = open(sys.argv[1], encoding='utf-8-sig', newline='').read()
dialect = csv.Sniffer().sniff(text, delimiters=sys.argv[2])
print(json.dumps([dialect.delimiter, list(csv.reader(text.splitlines(True), delimiter=dialect.delimiter))]))`;
  return JSON.parse(execFileSync('python3', ['-c', program, path, delimiters], { encoding: 'utf8' }));
}

/** Regions by language, each with what its spreadsheets part cells by and begin decimals with. */
const REGIONS = {
  en: [['en-US', ',', '.'], ['de-DE', ',', '.']],
  es: [['en-US', ';', ','], ['es-ES', ';', ','], ['es-MX', ',', '.'], ['es-419', ',', '.']],
  fr: [['fr-FR', ';', ','], ['fr-CA', ';', ',']],
  'pt-BR': [['pt-BR', ';', ','], ['en-GB', ';', ',']],
  ar: [['ar-EG', ',', '.'], ['ar-MA', ';', ','], ['ar', ',', '.']],
};
for (const [language, regions] of Object.entries(REGIONS)) {
  for (const [locale, separator, decimal] of regions) {
    test.describe(`${language} in a browser of ${locale}`, () => {
      test.use({ locale });
      test('R95: a table opens in columns, with numbers that are numbers', async ({ host, page }) => {
        await page.clock.setFixedTime(FIRST);
        await host.open(element('one', `lang="${language}" save="ask"`));
        const checkin = host.checkin('one');
        await isReady(checkin);
        const reader = new Reader(checkin, language);
        await reader.begin('recovery');
        // The words of answers differ by language; their places do not.
        await reader.press('Continue');
        await reader.rush(WORKED);
        await reader.press('See my results');
        await checkin.locator('#own-note').fill('=HYPERLINK("https://blog.example"); 3.12, "ok"');
        await checkin.locator('#take-note').check();
        const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Download my answers (CSV)')]);
        const [found, rows] = readByPython(await download.path(), ',;');
        expect(found).toBe(separator);
        expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([5]));
        const values = Object.fromEntries(rows.filter(([row]) => row === 'area').map(([, id,,, value]) => [id, value]));
        expect(values).toEqual({ accountability: `70${decimal}83`, healing: `55${decimal}00`, stability: `43${decimal}75` });
        expect(rows.filter(([row]) => row === 'question').map(({ 4: value }) => value).join('')).toMatch(/^[0-4]{15}$/);
        expect(rows.at(-1)[2]).toBe('\'=HYPERLINK("https://blog.example"); 3.12, "ok"');
      });
    });
  }
}

test.describe('the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test('takes the results as text, with what is ticked', async ({ host, page }) => {
    const reader = await blog(host, page, 'save="off"');
    await reader.finish('recovery', WORKED);
    await reader.press('Copy as text');
    await expect(taken(reader)).toHaveText(/^Copied\./);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of ['A place to begin', 'Your safety comes first', '70.83', reader.words('S6'), 'proves nothing']) {
      expect(text).toContain(part);
    }
    await reader.checkin.getByLabel('My answers', { exact: true }).uncheck();
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await reader.press('Copy as text');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('70.83');
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain(reader.words('S6'));
  });

  test('takes nothing of a reader who is not safe; their buttons are where everyone has them', async ({ host, page }) => {
    const reader = await blog(host, page, 'save="off"');
    const names = async () => reader.results.locator('.take').getByRole('button').allTextContents();
    await reader.finish('loved', WORKED);
    const everyone = await names();
    await again(reader);
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await reader.finish('loved', WORKED, { feeling: UNSAFE });
    expect(await names()).toEqual(everyone);
    await reader.press('Copy as text');
    await expect(taken(reader)).toHaveText('Copying is not available right now. You can select text on this page by hand.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
    await expect(reader.checkin.locator('.file-text')).toHaveCount(0);
    expect((await file(reader, 'Download my answers (JSON)')).text).not.toMatch(/safe|feel/);
  });
});

for (const [how, refuse] of Object.entries({
  'is refused': () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')); },
  'is not there': () => { Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }); },
})) {
  test(`R41: where the clipboard ${how}, the text stands there to be selected`, async ({ host, page }) => {
    await page.addInitScript(refuse);
    const reader = await blog(host, page, 'save="off"');
    await reader.finish('recovery', WORKED);
    await reader.press('Copy as text');
    await expect(taken(reader)).toContainText('Copying is not available right now.');
    const text = reader.checkin.getByRole('textbox', { name: 'Select this text' });
    await expect(text).toBeVisible();
    expect(await text.inputValue()).toContain('70.83');
  });
}

const load = (reader, text, name = 'notes.json') => reader.checkin.getByLabel('Load a file (JSON)')
  .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('erased and loaded back in, all is as it was; a second time adds nothing', async ({ host, page }) => {
  let reader = await blog(host, page);
  await reader.finish('recovery', GOOD);
  await reader.checkin.getByLabel('Keep my answers too').check();
  await reader.checkin.getByLabel('What I want to remember').first().fill('Rest.');
  await save(reader);
  reader = await later(host, page, 35);
  await reader.finish('loved', HARD);
  await save(reader);
  const before = await checkins(page);
  await reader.press(LIST);
  await reader.checkin.getByLabel('What I wanted to remember').check();
  const { text } = await file(reader, 'Download my answers (JSON)');
  await reader.press('Erase everything');
  await reader.press('Yes, erase');
  await expect(said(reader)).toContainText('is erased');
  expect(await stored(page)).toEqual({});
  await load(reader, text);
  await expect(said(reader)).toHaveText('Added: 2. Here already: 0. Left out, as older than 90 days: 0.');
  expect(await checkins(page)).toEqual(before);
  await load(reader, text);
  await expect(said(reader)).toHaveText('Added: 0. Here already: 2. Left out, as older than 90 days: 0.');
  expect(await checkins(page)).toEqual(before);
  await page.clock.setFixedTime(new Date(FIRST.getTime() + 100 * DAY));
  await page.keyboard.press('Alt');
  await reader.press('Show');
  await load(reader, text);
  await expect(said(reader)).toHaveText('Added: 0. Here already: 1. Left out, as older than 90 days: 1.');
});

/** The text of a file as other programs keep it. */
const LAYOUTS = {
  'Notepad in UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'an editor in UTF-16, the other way about': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'an editor that indents': (text) => JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n'),
  'an editor that sorts and escapes': (text) => {
    const sorted = (value) => (Array.isArray(value) ? value.map(sorted)
      : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);
    return JSON.stringify(sorted(JSON.parse(text))).replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  },
  'a mail with words around it': (text) => `Hello,\r\n\r\n${text.replace('proves nothing', 'proves\r\nnothing')}\r\n-- \r\nSam`,
};
for (const [how, change] of Object.entries(LAYOUTS)) {
  test(`R94: a file is read back as ${how} left it`, async ({ host, page }) => {
    const reader = await blog(host, page);
    await reader.finish('recovery', GOOD);
    await reader.checkin.getByLabel('Keep my answers too').check();
    await reader.checkin.getByLabel('What I want to remember').first().fill('Café, «té» مرحبا 👋🏽');
    await save(reader);
    const before = await checkins(page);
    await reader.press(LIST);
    await reader.checkin.getByLabel('What I wanted to remember').check();
    const { text } = await file(reader, 'Download my answers (JSON)');
    await reader.press('Erase everything');
    await reader.press('Yes, erase');
    await load(reader, change(text));
    await expect(said(reader)).toHaveText('Added: 1. Here already: 0. Left out, as older than 90 days: 0.');
    expect(await checkins(page)).toEqual(before);
  });
}

test('R41: text that stood there instead of a file is loaded from where it was kept', async ({ host, page }) => {
  await page.addInitScript(() => { HTMLAnchorElement.prototype.click = () => {}; });
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await save(reader);
  await reader.press(LIST);
  await reader.press('Download my answers (JSON)');
  await reader.checkin.getByText('No file? Here is the text').click();
  const kept = await reader.checkin.getByRole('textbox', { name: 'Select this text' }).inputValue();
  const before = await checkins(page);
  await reader.press('Erase everything');
  await reader.press('Yes, erase');
  expect(await stored(page)).toEqual({});
  await reader.checkin.getByText('No file? Load its text').click();
  const field = reader.checkin.getByRole('textbox', { name: 'Paste the text that you kept' });
  // A part that was not selected is missed, and what is there stays to be mended.
  await field.fill(kept.slice(0, -1));
  await reader.press('Load this text');
  await expect(said(reader)).toContainText('The end of this file is missing.');
  await expect(field).toHaveValue(kept.slice(0, -1));
  expect(await stored(page)).toEqual({});
  await field.fill(`\n ${kept}\n`);
  await reader.press('Load this text');
  await expect(said(reader)).toHaveText('Added: 1. Here already: 0. Left out, as older than 90 days: 0.');
  await expect(field).toHaveValue('');
  expect(await checkins(page)).toEqual(before);
});

test('a file that is not one of ours, cut short, altered, too big or newer is named as that, and nothing is lost', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await save(reader);
  const before = await stored(page);
  const good = before[KEY];
  await reader.press(LIST);
  const wrong = {
    '{"name":"something else"}': 'This file is not from this check-in.',
    [good.slice(0, -20)]: 'The end of this file is missing.',
    [good.replace('"sum":17', '"sum":18')]: 'Something in this file was changed',
    [good.replace('"version":2', '"version":3')]: 'This file comes from a newer version.',
    [' '.repeat(10_000_000)]: 'This file is too big',
  };
  for (const [text, why] of Object.entries(wrong)) {
    await load(reader, text);
    await expect(said(reader)).toContainText(why);
    await expect(said(reader)).toContainText('Nothing here has changed.');
    expect(await stored(page)).toEqual(before);
  }
});

test('R04: what an older version saved is shown, and written anew at the next save; a full store keeps the old text', async ({ host, page }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (window.isFull && key === 'kept-notes') throw new DOMException('full', 'QuotaExceededError');
      window.written = [...(window.written ?? []), key];
      setItem.call(this, key, value);
    };
  });
  const old = (await readFile(new URL('../../fixtures/saved/1.json', import.meta.url), 'utf8')).trim();
  const reader = await blog(host, page);
  const [{ saved }] = JSON.parse(old).checkins;
  await page.clock.setFixedTime(new Date(saved + 36 * DAY));
  await page.evaluate(([key, old]) => localStorage.setItem(key, old), [KEY, old]);
  await reader.finish('recovery', GOOD);
  await page.evaluate(() => { window.isFull = true; });
  await reader.press('Save on this device');
  await expect(said(reader)).toContainText('There is no more room here');
  expect((await stored(page))[KEY]).toBe(old);
  await page.evaluate(() => { window.isFull = false; window.written = []; });
  await save(reader);
  // The copy comes first and goes last.
  expect(await page.evaluate(() => window.written)).toEqual([BEFORE, KEY]);
  const now = await stored(page);
  expect(Object.keys(now)).toEqual([KEY]);
  expect(JSON.parse(now[KEY])).toMatchObject({ version: 2, checkins: [{ list: 1, answers: { A1: 3 } }, { list: 1 }, { list: 1 }] });
});

test('start over from results says kindly why a few days are too few', async ({ host, page }) => {
  const reader = await blog(host, page, 'save="off"');
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.getByText('Do it again in about 4 weeks.')).toBeVisible();
  await reader.press('Start over');
  await expect(reader.checkin.getByText('After a few days they are mostly about the same days')).toBeVisible();
  await reader.press('Yes, start over');
  await reader.begin('recovery');
  await reader.settle();
  await reader.press('Start over');
  await expect(reader.checkin.getByText('After a few days')).toHaveCount(0);
});

test('a thousand saved check-ins are shown with a picture and a table', async ({ host, page }) => {
  const reader = await blog(host, page);
  await reader.finish('recovery', WORKED);
  await save(reader);
  await again(reader);
  await reader.begin('recovery');
  const [one] = await checkins(page);
  // The check of the text is worked out as docs/saved-data.md says.
  await page.evaluate(([key, one]) => {
    const all = Array.from({ length: 1000 }, (_, at) => ({ ...one, sequence: at + 1, saved: one.saved + at }));
    const body = JSON.stringify({ checkins: all }).slice(1, -1);
    let crc = ~0;
    for (const byte of new TextEncoder().encode(body)) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xEDB88320 : crc >>> 1;
    }
    localStorage.setItem(key, `{"version":2,"check":${~crc >>> 0},${body}}`);
  }, [KEY, one]);
  await reader.press(LIST);
  await expect(reader.checkin.locator('.saved-list tbody tr')).toHaveCount(1000);
  await expect(reader.checkin.locator('svg.line')).toHaveCount(3);
});
