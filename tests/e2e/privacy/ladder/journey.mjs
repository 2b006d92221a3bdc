// The whole way of a reader through the check-in, as a list of steps, and the forms it is taken in.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FILES } from '../../support/fixtures.mjs';
import { all, CHOICES, expect, isReady, Reader } from '../../support/reader.mjs';
import { WEATHER } from './watch.mjs';

export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation';

/** Words that are nowhere else: what the owner adds. */
const OWNER = { contact: 'Zebulon knows a quiet bench', links: '{"R":"https://blog.example/periwinkle-cellar"}', exit: WEATHER };
const FEELINGS = ["I don't feel safe with someone", "It's a hard time"];
const ITEMS = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../content/en.json'), 'utf8')).items;

/** What must turn up nowhere: the owner's words, and what a reader is asked and says. */
export const WORDS = [
  'Zebulon', 'periwinkle', ...CHOICES.filter((choice) => choice !== 'Often'), ...FEELINGS, 'I am in recovery', 'I love someone',
  ...Object.values(ITEMS).flatMap(({ recovery, loved }) => [recovery.text.slice(0, 24), loved.text.slice(0, 24)]),
];

const attributes = Object.entries(OWNER).map(([name, value]) => `${name}='${value}'`).join(' ');
const tag = `<trust-checkin id="one" lang="en" events="off" ${attributes}></trust-checkin>`;
const frame = `<iframe id="one" title="Check-in" sandbox="${SANDBOX}" referrerpolicy="no-referrer" src="/frame.html#${new URLSearchParams(OWNER).toString().replaceAll('&', '&amp;')}"></iframe>`;
const onPage = (page) => page.locator('#one');
const page = 'GET /blog/';
const ready = 'event trust-checkin-ready {}';
const printed = ['print', 'event afterprint'];

/**
 * Each form: its script or page, how to find the check-in, the files it asks for, what it uses of
 * the browser before the reader begins, and what it does when the reader asks for it.
 */
export const FORMS = {
  element: {
    file: 'trust-checkin.js',
    head: '<script type="module" src="/trust-checkin.js"></script>',
    body: tag,
    find: onPage,
    files: [page, 'GET /trust-checkin.js', `GET ${FILES.words}`, `GET ${FILES.wasm}`],
    // It looks whether anything is saved, when it is drawn and when the app asks.
    uses: ['localStorage', 'localStorage', `fetch ${FILES.words}`, `fetch ${FILES.wasm}`, ready],
    asked: [...printed, `navigate ${WEATHER}`],
  },
  standalone: {
    file: 'trust-checkin.standalone.js',
    head: '<script src="/trust-checkin.standalone.js" defer></script>',
    body: tag,
    find: onPage,
    files: [page, 'GET /trust-checkin.standalone.js'],
    uses: ['localStorage', ready],
    asked: [...printed, `navigate ${WEATHER}`],
  },
  frame: {
    file: 'frame.html',
    head: '',
    body: frame,
    find: (page) => page.frameLocator('#one').locator('trust-checkin'),
    files: [page, 'GET /frame.html'],
    uses: ['localStorage', 'localStorage', ready],
    // That the page around goes elsewhere is seen in its requests.
    asked: printed,
  },
};

/** Opens the page of a form and gives back a reader in front of it. */
export async function open(host, { head, body, find }, policy) {
  await host.open(body, { head, headers: policy ? { 'content-security-policy': policy } : {} });
  const checkin = find(host.page);
  await isReady(checkin);
  return new Reader(checkin);
}

/** Answers in an order that no text about the check-in has; a dash is Skip. */
const ANSWERS = { ...all(undefined), A1: 4, H1: 0, S2: 3, A2: 4, H3: 4, S4: 0, A3: 1, H2: 0, A5: 4, S3: 2, A4: 3, H6: 1, H5: 4, S5: 4 };

/** What a reader does: the name of each step, and how. `told` takes what the results say in numbers. */
export const STEPS = [
  ['begin', (reader) => reader.begin('loved')],
  ['say not safe', (reader) => reader.settle(FEELINGS[0])],
  ['skip', async (reader) => {
    await reader.reply(undefined);
    await reader.seesQuestion(2);
  }],
  ['go back', async (reader) => {
    await reader.press('Back');
    await reader.seesQuestion(1);
  }],
  ['answer', (reader) => reader.rush(ANSWERS)],
  ['hide and show', async (reader) => {
    await reader.press('Hide my answers');
    await reader.press('Show my answers');
  }],
  ['change one', async (reader) => {
    await reader.checkin.getByRole('button', { name: 'Change question 2' }).click();
    await reader.seesQuestion(2);
    await reader.reply(3);
    await reader.sees('Look over your answers');
  }],
  ['see the results', async (reader, told) => {
    await reader.seeResults();
    const numbers = Object.values(await reader.numbers()).flat().join(' ').match(/\d\d+/g);
    const workings = Object.values(await reader.workings()).join(' ').match(/\d+\.\d+/g);
    told.scores.push(...numbers, ...workings ?? []);
  }],
  ['unfold', (reader) => reader.results.evaluate((results) => {
    for (const details of results.querySelectorAll('details')) details.open = true;
  })],
  ['print', async (reader) => {
    await reader.press('Print');
    await reader.checkin.evaluate(() => dispatchEvent(new Event('afterprint')));
  }],
  ['look for help', async (reader) => {
    await reader.getHelp.click();
    await reader.panel.getByRole('combobox').selectOption('Canada');
    await reader.press('Close help');
  }],
  ['start over', async (reader) => {
    await reader.press('Start over');
    await reader.press('Yes, start over');
  }],
  ['begin again', async (reader) => {
    await reader.begin('recovery');
    await reader.settle(FEELINGS[1]);
    await reader.reply(4);
    await reader.seesQuestion(2);
  }],
];

/** A form with an attribute that needs the full build. */
export function full(form, name, value) {
  const inFile = (text) => text.replace(FILES.wasm, FILES.full).replace('.standalone.js', '.standalone.full.js').replace('frame.html', 'frame.full.html');
  const body = form.body.replace('events="off"', `events="off" ${name}="${value}"`).replace('frame.html#', `frame.html#${name}=${value}&amp;`);
  return {
    ...form,
    file: inFile(form.file),
    head: inFile(form.head),
    body: inFile(body),
    files: form.files.map(inFile),
    uses: form.uses.map(inFile),
  };
}

/** A form where readers may save. */
export const saving = (form) => full(form, 'save', 'ask');

const openList = async (reader) => {
  await reader.press('My saved check-ins');
  await reader.sees('My saved check-ins');
};

/** What a reader who may save does: the name of each step, how, and the names in the store after it. */
export const SAVING_STEPS = [
  ['begin', (reader) => reader.begin('loved'), []],
  ['look at the empty list', async (reader) => {
    await openList(reader);
    await reader.press('Back');
  }, []],
  ['say not safe', (reader) => reader.settle(FEELINGS[0]), []],
  ['answer some', (reader) => reader.rush(ANSWERS, { last: 4 }), []],
  ['keep them', async (reader) => {
    await reader.press('Save and finish later');
    await expect(reader.checkin.locator('.finish-later [aria-live]')).toHaveText(/^Saved in this browser for 24 hours/);
  }, ['kept-notes-part']],
  ['answer the next', async (reader) => {
    await reader.reply(ANSWERS.H3);
    await reader.seesQuestion(6);
  }, ['kept-notes-part']],
  ['answer the others', async (reader) => {
    for (let times = 0; times < 5; times += 1) await reader.press('Back');
    await reader.rush(ANSWERS);
  }, ['kept-notes-part']],
  ['see the results', async (reader, told) => {
    await reader.seeResults();
    told.scores.push(...Object.values(await reader.numbers()).flat().join(' ').match(/\d\d+/g));
  }, ['kept-notes-part']],
  ['save them with the answers', async (reader) => {
    await reader.checkin.getByLabel('Keep my answers too').check();
    await reader.press('Save on this device');
    await expect(reader.checkin.locator('.saving-said')).toHaveText('Saved on this device.');
  }, ['kept-notes']],
  ['look at the list', async (reader) => {
    await openList(reader);
    await expect(reader.checkin.locator('.saved-list tbody tr')).toHaveCount(1);
  }, ['kept-notes']],
  ['erase everything', async (reader) => {
    await reader.press('Erase everything');
    await reader.press('Yes, erase');
    await expect(reader.checkin.locator('.saving-said')).toHaveText('All you saved here is erased.');
  }, []],
];

/** The last step, after which nothing of the page is left to look at. */
export async function leave(reader) {
  await reader.press('Leave quickly');
  await reader.page.waitForURL(WEATHER);
}
