// Two people compare: each on a device of their own, by a code that they hand over themselves. Whoever is not safe, or
// would rather not, ends where everyone ends for whom it does not fit.
import { readFile } from 'node:fs/promises';
import { codeOf } from '../support/code.mjs';
import { element, expect, test as base } from '../support/host.mjs';
import { all, areas, isReady, WORKED } from '../support/reader.mjs';

const COMPARE = 'Compare with someone';
const NO = 'Comparison is not available right now. It can be the date, too few answers, two different versions, or that one of ' +
  'you would rather not. The tool does not say which.';
const UNSAFE = "I don't feel safe with someone";
/** A loved one whose numbers are 38 over A1 to A4, 46 and 46. */
const THEIRS = areas('122344 213230 232112');
const TODAY = '2026-11-23';

const test = base.extend({
  /** A blog on which two people may compare, and the first of them. */
  reader: async ({ host, page }, use) => {
    await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
    await host.open(element('one', 'lang="en" compare="on"'));
    await use(await host.reader('one'));
  },
});

const table = (reader) => reader.checkin.locator('.compared tbody tr').evaluateAll((rows) =>
  rows.map((row) => [...row.cells].map((cell) => cell.lastChild.textContent.trim())));

async function gives(reader, code) {
  await reader.theirCode.fill(code);
  await reader.press('Compare');
}

async function opens(reader, text, name = 'notes.txt') {
  await reader.checkin.getByLabel('Or open their file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** The one screen of all refusals, as markup without what marks which button was pressed last. */
async function refusal(reader) {
  await expect(reader.checkin.getByText(NO, { exact: true })).toBeVisible();
  return reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.querySelector('.card').outerHTML);
}

/** From the results to the second screen after them, by way of both questions. */
async function answers(reader, watched, afraid) {
  await reader.press(COMPARE);
  await reader.says(watched);
  if (afraid) await reader.says(afraid);
}

async function overAgain(reader) {
  await reader.press('Start over');
  await reader.press('Yes, start over');
}

test('two browsers compare in both directions, by a code that is typed and by a file', async ({ reader, other, page }) => {
  const theirs = await other(new Date(`${TODAY}T12:00:00Z`));
  await reader.finish('recovery', WORKED);
  await theirs.finish('loved', THEIRS);
  const [mine, their] = [await reader.showsCode(), await theirs.showsCode()];
  // What is written down in docs/share-code.md, to the last digit.
  expect(mine).toBe(codeOf({ date: TODAY, accountability: [10, 4], healing: [11, 5], stability: [7, 4] }));
  expect(their).toBe(codeOf({ loved: true, date: TODAY, accountability: [6, 4], healing: [11, 6], stability: [11, 6] }));
  // Typed as people type: without spaces, with a letter that looks like a digit.
  await reader.theirCode.pressSequentially(their.replaceAll(' ', '').replaceAll('0', 'o').replaceAll('1', 'I'));
  await reader.theirCode.press('Enter');
  await reader.sees('Side by side');
  expect(await table(reader)).toEqual([['Accountability', '63', '38'], ['Emotional healing', '55', '46'], ['Stability', '44', '46']]);
  await expect(reader.checkin.getByText('Accountability: somewhat different', { exact: true })).toBeVisible();
  // The other way by a file.
  const [download] = await Promise.all([page.waitForEvent('download'), (async () => {
    await reader.press('Back');
    await reader.press('Download my code as a file');
  })()]);
  expect(download.suggestedFilename()).toBe(`notes-${TODAY}.txt`);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toBe(mine);
  await opens(theirs, text, download.suggestedFilename());
  await theirs.sees('Side by side');
  expect(await table(theirs)).toEqual([['Accountability', '38', '63'], ['Emotional healing', '46', '55'], ['Stability', '46', '44']]);
});

test('only a wide gap gets the sentence about seeing it differently, and nobody is told who is right', async ({ reader }) => {
  const different = reader.checkin.getByText('You two see this differently. That is common, and it does not show who is right. It can be a thing to talk over with a counselor.');
  await reader.finish('recovery', WORKED);
  await reader.showsCode();
  for (const [sum, words] of [[10, 'similar'], [8, 'similar'], [7, 'somewhat different'], [6, 'somewhat different'], [5, 'different'], [0, 'different']]) {
    await gives(reader, codeOf({ loved: true, date: TODAY, accountability: [sum, 4], healing: [0, 4], stability: [24, 6] }));
    await reader.sees('Side by side');
    await expect(reader.checkin.locator('.lead')).toHaveText(`Accountability: ${words}`);
    await expect(different).toHaveCount(words === 'different' ? 1 : 0);
    await reader.press('Back');
  }
});

for (const attributes of ['', 'compare="off"', 'compare="ask"']) {
  test.describe(`with ${attributes || 'no attribute'}`, () => {
    test.use({ expectedLines: /compare="ask" is unknown/ });
    test('there is no button to compare', async ({ host }) => {
      await host.open(element('one', `lang="en" ${attributes}`));
      const reader = await host.reader('one');
      await reader.finish('recovery', WORKED);
      await expect(reader.button('Print')).toBeVisible();
      await expect(reader.button(COMPARE)).toHaveCount(0);
    });
  });
}

test('the owner turns it off meanwhile: the results are there, and come back to where it was', async ({ reader, page }) => {
  await reader.finish('recovery', WORKED);
  await reader.showsCode();
  await page.evaluate(() => document.getElementById('one').setAttribute('compare', 'off'));
  await reader.sees('Your check-in');
  await expect(reader.code).toHaveCount(0);
  await expect(reader.button(COMPARE)).toHaveCount(0);
  await page.evaluate(() => document.getElementById('one').setAttribute('compare', 'on'));
  await expect(reader.code).toBeVisible();
});

test('every refusal is the same screen, to the last sign', async ({ reader }) => {
  test.setTimeout(300_000);
  const found = {};
  const refused = async (why) => { found[why] = await refusal(reader); };
  for (const [watched, afraid] of [['Yes'], ['Not sure'], ['No', 'Skip'], ['No', 'Not sure'], ['No', 'Yes']]) {
    await reader.finish('recovery', WORKED);
    await answers(reader, watched, afraid);
    await refused(`${watched}, ${afraid}`);
    await reader.press('Back');
    await answers(reader, 'No', 'No');
    await refused(`${watched}, ${afraid}, then No`);
    await reader.press('Back');
    await overAgain(reader);
  }
  await reader.finish('recovery', WORKED);
  await reader.showsCode();
  const usual = { loved: true, date: TODAY, accountability: [10, 4] };
  for (const [why, change] of Object.entries({ old: { date: '2026-11-08' }, ahead: { date: '2026-12-08' }, same: { loved: false }, version: { items: 2 } })) {
    await gives(reader, codeOf({ ...usual, ...change }));
    await refused(why);
    await reader.press('Back');
    await reader.showsCode();
  }
  await reader.press('Back');
  await reader.press('Back');
  await overAgain(reader);
  await reader.finish('recovery', WORKED, { feeling: UNSAFE });
  await answers(reader, 'No', 'No');
  await refused('not safe');
  await reader.press('Back');
  await overAgain(reader);
  await reader.finish('recovery', areas('31--34 233-12 1321--'));
  await answers(reader, 'No', 'No');
  await refused('too few');
  await reader.press('Back');
  await overAgain(reader);
  await reader.finish('loved', all(2), { noOneInMind: true });
  await answers(reader, 'No', 'No');
  await refused('no one in mind');
  expect(Object.keys(found)).toHaveLength(17);
  expect([...new Set(Object.values(found))]).toHaveLength(1);
});

for (const [watched, afraid] of [['Yes'], ['No', 'Yes'], ['No', 'Not sure'], ['No', 'Skip']]) {
  test(`R97: after ${[watched, afraid].filter(Boolean).join(' and ')} there is help, and the results are as they were`, async ({ reader, page }) => {
    await reader.finish('loved', WORKED, { feeling: "I'm okay" });
    const look = () => reader.checkin.evaluate(({ attributes, shadowRoot }) => [
      [...attributes].map(({ name, value }) => `${name}=${value}`).join(), shadowRoot.querySelector('.card').outerHTML,
    ]);
    const before = await look();
    await answers(reader, watched, afraid);
    await expect(reader.checkin.getByText('You matter. You can reach a person right now:')).toBeVisible();
    await expect(reader.checkin.locator('.first-lines a[href^="tel:"]').first()).toBeVisible();
    await reader.press('Back');
    await reader.sees('Your check-in');
    expect(await look()).toEqual(before);
    // Nothing outside tells of it, and the next try ends as every other does.
    expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)))).toEqual([]);
    await answers(reader, 'No', 'No');
    await refusal(reader);
    await reader.press('Back');
    await overAgain(reader);
    await reader.finish('loved', WORKED);
    await reader.showsCode();
  });
}

test('before a code is made, it says what a code can tell', async ({ reader }) => {
  await reader.finish('recovery', WORKED);
  await answers(reader, 'No', 'No');
  const said = 'A number of 0 or 100 gives away each answer behind it, and one close to 0 or 100 gives away a lot.';
  await expect(reader.checkin.getByText(said, { exact: true })).toBeVisible();
  await expect(reader.code).toHaveCount(0);
});

/** The code with each digit as another script writes it; `zero` is the code point of its zero. */
const inDigits = (code, zero) => code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

test('R93: a code is read in other digits, and with what a messenger puts around it', async ({ reader }) => {
  const code = codeOf({ loved: true, date: TODAY, accountability: [6, 4], healing: [11, 6], stability: [11, 6] });
  await reader.finish('recovery', WORKED);
  await reader.showsCode();
  const sent = {
    Thai: inDigits(code, 0xe50),
    Bengali: inDigits(code, 0x9e6),
    Khmer: inDigits(code, 0x17e0),
    'mathematical bold': inDigits(code, 0x1d7ce),
    'Arabic in isolates': `\u2068${inDigits(code, 0x660)}\u2069`,
    'between words': `Mi código es: «${code}».`,
    'with keycaps': code.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
    'with joiners': code.replaceAll(' ', '\u2060-\u2060'),
  };
  for (const [way, text] of Object.entries(sent)) {
    await gives(reader, text);
    await expect(reader.heading, way).toHaveText('Side by side');
    await reader.press('Back');
  }
  await opens(reader, `\ufeff${inDigits(code, 0x966)}\r\n`);
  await reader.sees('Side by side');
  await reader.press('Back');
  // Saved by an editor that writes UTF-16, as Notepad can.
  const utf16 = Buffer.from(`\ufeff${inDigits(code, 0x6f0)}`, 'utf16le');
  await reader.checkin.getByLabel('Or open their file').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: utf16 });
  await reader.sees('Side by side');
});

test('R93: an Enter that ends a composition compares nothing', async ({ reader, page }) => {
  await reader.finish('recovery', WORKED);
  await reader.showsCode();
  await reader.theirCode.focus();
  const input = await page.context().newCDPSession(page);
  // What browsers send while a reader of Japanese takes over a word: by Chromium and Firefox, and by Safari.
  await input.send('Input.imeSetComposition', { text: '１２３', selectionStart: 3, selectionEnd: 3 });
  const enter = { windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter' };
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await input.send('Input.insertText', { text: '１２３' });
  await expect(reader.theirCode).toHaveValue('１２３');
  await reader.theirCode.evaluate((field) => {
    const press = (more) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...more }));
    press({ isComposing: true });
    press({ keyCode: 229 });
    press({ isComposing: true, keyCode: 229 });
  });
  await expect(reader.problem).toHaveCount(0);
  await reader.theirCode.press('Enter');
  await expect(reader.problem).toContainText('Part of the code is missing.');
});

const UNREADABLE = {
  'R42: nothing given': ['', 'Please type or paste their code first.'],
  'R42: a code cut short': ['111 187 282 302 067', 'Part of the code is missing.'],
  'R42: a code with one other digit': ['111 187 282 302 067 196', 'One digit or more is not as it was.'],
  'R42: something else': ['Let me call at six', 'This is not a code from this check-in.'],
  'R42: a code of a newer version': [codeOf({ version: 2, date: TODAY, accountability: [3, 3] }), 'This code comes from a newer version.'],
};

for (const [name, [code, words]] of Object.entries(UNREADABLE)) {
  test(`${name}: an error that says which, and the next one counts`, async ({ reader }) => {
    await reader.finish('loved', THEIRS);
    await reader.showsCode();
    await gives(reader, code);
    await expect(reader.problem).toContainText(words);
    await expect(reader.problem).toBeFocused();
    await expect(reader.theirCode).toHaveAttribute('aria-invalid', 'true');
    // What was typed is still there to be mended, in the field and nowhere else.
    await expect(reader.theirCode).toHaveValue(code);
    await expect(reader.theirCode).not.toHaveAttribute('value');
    await reader.problem.getByRole('button').click();
    await expect(reader.theirCode).toBeFocused();
    if (code) {
      await opens(reader, code);
      await expect(reader.problem).toContainText(words);
    }
    await gives(reader, codeOf({ date: TODAY, accountability: [10, 4] }));
    await reader.sees('Side by side');
  });
}

test('R43: ten megabytes are refused, pasted and as a file', async ({ reader }) => {
  await reader.finish('loved', THEIRS);
  await reader.showsCode();
  const long = '1'.repeat(10_000_000);
  await reader.theirCode.focus();
  await reader.page.keyboard.insertText(long);
  // The browser itself takes no more than a code could ever have.
  expect((await reader.theirCode.inputValue()).length).toBe(200);
  await reader.press('Compare');
  await expect(reader.problem).toContainText('This is not a code from this check-in.');
  await reader.theirCode.evaluate((input, long) => { input.value = long; }, long);
  await reader.press('Compare');
  await expect(reader.problem).toContainText('This is not a code from this check-in.');
  await reader.theirCode.fill('');
  await reader.press('Compare');
  await expect(reader.problem).toContainText('Please type or paste');
  await opens(reader, long);
  await expect(reader.problem).toContainText('This is not a code from this check-in.');
});

test('a file that is no text, and the same file again', async ({ reader }) => {
  await reader.finish('loved', THEIRS);
  await reader.showsCode();
  const open = (bytes) => reader.checkin.getByLabel('Or open their file')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  await open([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  await expect(reader.problem).toContainText('This is not a code from this check-in.');
  await open('');
  await expect(reader.problem).toContainText('Please type or paste');
  await open(`\u{feff}${codeOf({ date: TODAY, accountability: [10, 4] })}\r\n`);
  await reader.sees('Side by side');
});

test('the code is covered when left alone, and gone with Back and Start over', async ({ reader, page }) => {
  await page.clock.install({ time: new Date(`${TODAY}T12:00:00Z`) });
  await page.reload();
  await isReady(reader.checkin);
  await reader.finish('recovery', WORKED);
  const code = await reader.showsCode();
  await page.clock.setFixedTime(new Date(`${TODAY}T12:11:00Z`));
  await page.keyboard.press('Alt');
  await expect(reader.button('Show')).toBeVisible();
  await expect(reader.code).toBeHidden();
  await reader.press('Show');
  await expect(reader.code).toBeVisible();
  await reader.theirCode.fill('123');
  const everywhere = () => reader.checkin.evaluate(({ shadowRoot }) =>
    shadowRoot.textContent + [...shadowRoot.querySelectorAll('input')].map(({ value }) => value).join());
  expect(await everywhere()).toContain(code.split(' ')[3]);
  await reader.press('Back');
  await reader.press('Back');
  expect(await everywhere()).not.toContain(code.split(' ')[3]);
  await reader.showsCode();
  await expect(reader.theirCode).toHaveValue('');
  await overAgain(reader);
  await expect(reader.button('Begin')).toBeVisible();
  expect(await everywhere()).not.toContain(code.split(' ')[3]);
});

test('Leave quickly takes the code, and what was typed, with it', async ({ host, context, page }) => {
  const weather = 'https://weather.example/';
  // It does not go, so that what is left can be looked at.
  await context.route(`${weather}**`, (route) => route.abort('aborted'));
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00Z`));
  await host.open(element('one', `lang="en" compare="on" exit="${weather}"`));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  const code = await reader.showsCode();
  await reader.theirCode.fill(code);
  await reader.press('Leave quickly');
  await expect(reader.checkin.getByRole('link', { name: 'Screen cleared.' })).toBeVisible();
  const left = await reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.innerHTML
    + [...shadowRoot.querySelectorAll('input')].map(({ value }) => value).join());
  expect(left).not.toMatch(/\d{3}/);
});
