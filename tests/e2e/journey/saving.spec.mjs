// What this browser keeps for the reader: nothing before a yes, nothing lost in silence, nothing after "Yes, erase".
import { readFile } from 'node:fs/promises';
import { openShadowRoots } from '../support/fixtures.mjs';
import { element, expect, test } from '../support/host.mjs';
import { all, CHOICES, isReady, ORDER, Reader, WORKED } from '../support/reader.mjs';

const KEY = 'kept-notes';
const ASIDE = 'kept-notes-aside';
const DAY = 24 * 60 * 60 * 1000;
const SAVED = 'Saved on this device.';
const ERASED = 'All you saved here is erased.';
const NONE = 'Nothing is saved here.';
const LIST = 'My saved check-ins';

/** A blog where readers may save, and a reader in front of it. */
async function blog(host, attributes = 'save="ask"') {
  await host.open(element('one', `lang="en" ${attributes}`));
  return host.reader('one');
}

/** The same blog in another tab. */
async function otherTab(page) {
  const other = await page.context().newPage();
  await other.addInitScript(openShadowRoots);
  await other.goto(page.url());
  const checkin = other.locator('#one');
  await isReady(checkin);
  return new Reader(checkin);
}

/** Everything in both stores. */
const stored = (page) => page.evaluate(() => Object.assign({}, localStorage, sessionStorage));
const put = (page, values) => page.evaluate((values) => Object.assign(localStorage, values), values);
const said = (reader) => reader.checkin.locator('.saving-said');
const items = (reader) => reader.checkin.locator('.saved-list > li, .saved-list tbody tr');
const checkins = async (page) => JSON.parse((await stored(page))[KEY] ?? '{"checkins":[]}').checkins;

async function save(reader) {
  await reader.press('Save on this device');
  await expect(said(reader)).toHaveText(SAVED);
}

async function openList(reader) {
  await reader.press(LIST);
  await reader.sees(LIST);
}

async function erase(reader) {
  await reader.press('Erase everything');
  await reader.sees('Erase all you saved here?');
  await reader.press('Yes, erase');
  await expect(said(reader)).toHaveText(ERASED);
}

test('nothing is stored before a yes, one press stores, and Yes, erase leaves nothing', async ({ host, page }) => {
  const reader = await blog(host);
  await reader.begin('recovery');
  await openList(reader);
  await expect(reader.checkin.getByText(NONE)).toBeVisible();
  await reader.press('Back');
  await reader.sees('How are you right now?');
  await reader.settle('It\'s a hard time');
  await reader.rush(WORKED);
  await reader.seeResults();
  await reader.press(LIST);
  await reader.press('Back');
  expect(await stored(page)).toEqual({});
  await save(reader);
  const [one] = await checkins(page);
  expect(one.areas).toEqual([
    { area: 'accountability', sum: 17, answered: ['A1', 'A2', 'A3', 'A5', 'A4', 'A6'] },
    { area: 'healing', sum: 11, answered: ['H1', 'H3', 'H2', 'H6', 'H5'] },
    { area: 'stability', sum: 7, answered: ['S2', 'S4', 'S1', 'S3'] },
  ]);
  expect(one.answers).toBeUndefined();
  const names = Object.keys(await stored(page));
  expect(names).toEqual([KEY]);
  // Pressing again, with a tick, replaces what this check-in saved.
  await reader.checkin.getByLabel('Keep my answers too').check();
  await save(reader);
  await expect.poll(async () => (await checkins(page)).map(({ answers }) => answers?.A3)).toEqual([2]);
  await openList(reader);
  await expect(items(reader)).toHaveCount(1);
  await expect(items(reader).locator('.cell-number')).toHaveText(['71', '55', '44']);
  await expect(items(reader)).toContainText('With my answers.');
  await erase(reader);
  await expect(reader.checkin.getByText(NONE)).toBeVisible();
  expect(await stored(page)).toEqual({});
});

for (const attributes of ['', 'save="off"', 'save="yes"']) {
  test.describe(`with ${attributes || 'no attribute'}`, () => {
    test.use({ expectedLines: /save="yes" is unknown/ });
    test('nothing of saving shows and nothing is read from the store or written to it', async ({ host, page }) => {
      await page.addInitScript(() => {
        window.touched = [];
        localStorage.setItem('theirs', 'kept');
        for (const name of ['getItem', 'setItem', 'removeItem', 'clear']) {
          const before = Storage.prototype[name];
          Storage.prototype[name] = function (...given) { window.touched.push(name); return before.apply(this, given); };
        }
      });
      const reader = await blog(host, attributes);
      await reader.finish('recovery', WORKED);
      await expect(reader.button('Print')).toBeVisible();
      for (const name of ['Save on this device', LIST]) await expect(reader.button(name)).toHaveCount(0);
      expect(await page.evaluate(() => window.touched)).toEqual([]);
      expect(await stored(page)).toEqual({ theirs: 'kept' });
    });
  });
}

test('R01: a browser that forbids storage is said, and a file is offered', async ({ host, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await reader.press('Save on this device');
  await expect(said(reader)).toContainText('This browser does not let us save here.');
  const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Download my answers (JSON)')]);
  expect(download.suggestedFilename()).toMatch(/^notes-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).checkins).toHaveLength(1);
});

test('R02: a full store keeps the last good save, says so, and saves once there is room', async ({ host, page }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...given) {
      if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
      setItem.apply(this, given);
    };
  });
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await save(reader);
  const before = await stored(page);
  await page.evaluate(() => { window.isFull = true; });
  await reader.checkin.getByLabel('Keep my answers too').check();
  await reader.press('Save on this device');
  await expect(said(reader)).toContainText('There is no more room here');
  expect(await stored(page)).toEqual(before);
  await page.evaluate(() => { window.isFull = false; });
  await save(reader);
  expect((await checkins(page))[0].answers).toBeDefined();
});

test('R03: what cannot be read is kept aside, offered, and a new list begins', async ({ host, page }) => {
  const reader = await blog(host);
  const broken = '{"version":1,"check":1,"checkins":[]}';
  await put(page, { [KEY]: broken });
  await reader.finish('recovery', WORKED);
  await expect(reader.button('Save on this device')).toBeVisible();
  await expect(said(reader)).toHaveCount(0);
  await openList(reader);
  await expect(said(reader)).toContainText('Something saved here cannot be read.');
  expect(await stored(page)).toEqual({ [KEY]: broken });
  await reader.press('Back');
  await save(reader);
  expect((await stored(page))[ASIDE]).toBe(broken);
  await openList(reader);
  await expect(items(reader)).toHaveCount(1);
  await expect(said(reader)).toContainText('It is kept aside.');
  const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Download it as it is')]);
  expect(await readFile(await download.path(), 'utf8')).toBe(broken);
  await erase(reader);
  expect(await stored(page)).toEqual({});
});

test('R05: a newer version is never written over, can be taken as a file, and erased', async ({ host, page }) => {
  const reader = await blog(host);
  const newer = '{"version":3,"more":"than we know"}';
  await put(page, { [KEY]: newer });
  await reader.finish('loved', WORKED);
  await reader.press('Save on this device');
  await expect(said(reader)).toContainText('comes from a newer version');
  expect(await stored(page)).toEqual({ [KEY]: newer });
  await openList(reader);
  const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Download it as it is')]);
  expect(await readFile(await download.path(), 'utf8')).toBe(newer);
  await erase(reader);
  expect(await stored(page)).toEqual({});
});

test('R06: two tabs save, and both are there', async ({ host, page }) => {
  const reader = await blog(host);
  const other = await otherTab(page);
  await reader.finish('recovery', WORKED);
  await other.finish('recovery', WORKED);
  await save(reader);
  // A browser tells its other tabs of it a moment later.
  await expect.poll(() => checkins(other.page)).toHaveLength(1);
  await save(other);
  await expect.poll(() => checkins(page)).toHaveLength(2);
  await openList(reader);
  await expect(items(reader)).toHaveCount(2);
});

test('R07: what one tab erases is gone in the other, which brings nothing back', async ({ host, page }) => {
  const reader = await blog(host);
  const other = await otherTab(page);
  await other.finish('loved', all(3));
  await save(other);
  await openList(other);
  await expect(items(other)).toHaveCount(1);
  await reader.begin('recovery');
  await openList(reader);
  await erase(reader);
  await expect(items(other)).toHaveCount(0);
  await expect(other.checkin.getByText(NONE)).toBeVisible();
  await other.press('Back');
  await other.press('Back');
  await other.seeResults();
  expect(await stored(page)).toEqual({});
  await save(other);
  expect(await checkins(page)).toHaveLength(1);
});

test('R08, R09: neither a clock set back nor another time zone reorders what is saved', async ({ host, page }) => {
  await page.clock.setFixedTime(new Date('2026-11-01T05:30:00Z'));
  const reader = await blog(host);
  await reader.finish('recovery', all(1));
  await save(reader);
  await page.clock.setFixedTime(new Date('2026-10-31T05:30:00Z'));
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.finish('recovery', all(3));
  await save(reader);
  const [first, second] = await checkins(page);
  expect([first.sequence, second.sequence]).toEqual([1, 2]);
  expect(first.saved - second.saved).toBe(DAY);
  await openList(reader);
  // The last that was saved comes first.
  await expect(items(reader).locator('.saved-date')).toHaveText([/^October 31, 2026/, /^November 1, 2026/]);
});

test.describe('somewhere else', () => {
  test.use({ timezoneId: 'Pacific/Auckland' });
  test('R09: what was saved shows in the time of the place, and is kept in UTC', async ({ host, page }) => {
    await page.clock.setFixedTime(new Date('2026-04-04T13:30:00Z'));
    const reader = await blog(host);
    await reader.finish('recovery', WORKED);
    await save(reader);
    expect((await checkins(page))[0].saved).toBe(Date.UTC(2026, 3, 4, 13, 30));
    await openList(reader);
    await expect(items(reader).locator('.saved-date')).toHaveText(/^April 5, 2026/);
    const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Download my answers (JSON)')]);
    expect(download.suggestedFilename()).toBe('notes-2026-04-05.json');
  });
});

test('after ninety days a check-in is gone from the list and from the store', async ({ host, page }) => {
  await page.clock.setFixedTime(new Date('2026-11-01T00:00:00Z'));
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await save(reader);
  await page.clock.setFixedTime(new Date(Date.parse('2026-11-01T00:00:00Z') + 90 * DAY + 1));
  // Results that nobody touched for so long are covered.
  await page.keyboard.press('Alt');
  await reader.press('Show');
  await openList(reader);
  await expect(items(reader)).toHaveCount(0);
  expect(await stored(page)).toEqual({});
});

test('R10 (a simulation: no iPhone was used): a store that the browser erased is an empty one', async ({ host, page }) => {
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await save(reader);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  const again = await host.reader('one');
  await again.begin('recovery');
  await openList(again);
  await expect(again.checkin.getByText(NONE)).toBeVisible();
  await expect(again.checkin.getByText('Some browsers erase it sooner.')).toBeVisible();
});

test('R11: cleared in the middle, the check-in goes on and the next save begins anew', async ({ host, page }) => {
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await save(reader);
  await page.evaluate(() => localStorage.clear());
  await expect(reader.results).toBeVisible();
  await save(reader);
  expect((await checkins(page)).map(({ sequence }) => sequence)).toEqual([1]);
});

const LATER = 'Save and finish later';
const STOP = 'Stop saving and erase it';
const GO_ON = 'Go on where you stopped?';
const PART = 'kept-notes-part';
const MARK = 'kept-notes-off';
const laterSaid = (reader) => reader.checkin.locator('.finish-later [aria-live]');
const unfinished = async (page) => JSON.parse((await stored(page))[PART] ?? '{"unfinished":[]}').unfinished;
const KEPT = /^Saved in this browser for 24 hours\. Your next answers are saved too\./;

/** A reader on the sixth question who keeps what is answered so far. */
async function keepFive(reader, feeling) {
  await reader.begin('recovery');
  await reader.settle(feeling);
  await reader.rush(WORKED, { last: 5 });
  await reader.press(LATER);
  await expect(laterSaid(reader)).toHaveText(KEPT);
}

/** From the card to the question whether to go on. */
async function askToGoOn(reader) {
  await openList(reader);
  await expect(items(reader)).toHaveCount(1);
  await reader.checkin.getByRole('button', { name: /^Go on with this one/ }).click();
  await reader.sees(GO_ON);
  // Help and the way out are on this screen, too.
  await expect(reader.getHelp).toBeVisible();
  await expect(reader.checkin.locator('.bar').getByRole('button', { name: 'Leave quickly' })).toBeVisible();
}

test('R23: a reload in the middle, with a yes before: the card, then the list, a question, and the very place', async ({ host, page }) => {
  const reader = await blog(host);
  await reader.begin('recovery');
  await reader.settle('I don\'t feel safe with someone');
  await reader.rush(WORKED, { last: 5 });
  await reader.choose('Often');
  expect(await stored(page)).toEqual({});
  await reader.press(LATER);
  await expect(laterSaid(reader)).toHaveText(KEPT);
  expect(Object.keys(await stored(page))).toEqual([PART]);
  // Later answers of this run too.
  await reader.press('Continue');
  await reader.seesQuestion(7);
  await reader.choose('Rarely');
  await expect.poll(async () => (await unfinished(page))[0].answers).toEqual({ A1: 3, H1: 2, S2: 3, A2: 1, H3: 3, S4: 3, A3: 1 });
  expect((await stored(page))[PART]).not.toContain('safe');
  await page.reload();
  const again = await host.reader('one');
  // On load nothing shows whether anything is saved.
  await again.sees('Trust, one small step at a time');
  await expect(again.checkin.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(again.button(LIST)).toBeVisible();
  await askToGoOn(again);
  again.starts('recovery');
  const shown = await again.checkin.evaluate(({ shadowRoot }) => shadowRoot.textContent);
  for (const words of [...ORDER.map((id) => again.words(id)), ...CHOICES, 'Question ']) expect(shown).not.toContain(words);
  await expect(again.radios).toHaveCount(0);
  await again.press('Not now');
  await again.sees(LIST);
  await again.checkin.getByRole('button', { name: /^Go on with this one/ }).click();
  await again.press('Yes, go on');
  await again.sees('How are you right now?');
  await expect(again.checkin.getByRole('radio', { checked: true })).toHaveCount(0);
  await again.press('Continue');
  await again.seesQuestion(7);
  await expect(again.radio('Rarely')).toBeChecked();
  await again.press('Back');
  await again.seesQuestion(6);
  await expect(again.radio('Often')).toBeChecked();
});

test('finishing takes an unfinished check-in away, and so do erasing, stopping and starting over', async ({ host, page }) => {
  const reader = await blog(host);
  await keepFive(reader);
  await reader.press(STOP);
  await expect(laterSaid(reader)).toHaveText('Erased. Your answers are only on this page now.');
  await expect(reader.button(LATER)).toBeFocused();
  expect(await stored(page)).toEqual({});
  // What follows is kept nowhere either.
  await reader.choose('Often');
  await reader.press('Continue');
  await reader.seesQuestion(7);
  expect(await stored(page)).toEqual({});
  await reader.press(LATER);
  await expect(laterSaid(reader)).toHaveText(KEPT);
  await reader.press('Start over');
  await reader.press('Keep my answers');
  expect(await unfinished(page)).toHaveLength(1);
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await expect.poll(() => stored(page)).toEqual({});
  await keepFive(reader);
  await reader.choose('Sometimes');
  await reader.press('Continue');
  await reader.press('Finish now');
  await expect(reader.button(STOP)).toBeVisible();
  await reader.seeResults();
  await expect(reader.results.getByText(/^What you saved to finish later is still in this browser/)).toBeVisible();
  expect(Object.keys(await stored(page))).toEqual([PART]);
  await save(reader);
  await expect(reader.results.getByText(/^What you saved to finish later/)).toHaveCount(0);
  expect(Object.keys(await stored(page))).toEqual([KEY]);
  await reader.press('Back');
  await reader.press(LATER);
  await expect(laterSaid(reader)).toHaveText(KEPT);
  await reader.seeResults();
  await openList(reader);
  await expect(items(reader)).toHaveCount(2);
  await erase(reader);
  expect(await stored(page)).toEqual({});
});

test('after a day an unfinished check-in is gone once the page is opened again', async ({ host, page }) => {
  await page.clock.setFixedTime(new Date('2026-11-01T00:00:00Z'));
  const reader = await blog(host);
  await keepFive(reader);
  await page.clock.setFixedTime(new Date('2026-11-01T23:59:00Z'));
  await page.reload();
  const soon = await host.reader('one');
  await askToGoOn(soon);
  await page.clock.setFixedTime(new Date('2026-11-02T00:00:01Z'));
  await soon.press('Yes, go on');
  await expect(said(soon)).toHaveText(/^This one is not here any more/);
  await soon.sees(GO_ON);
  await soon.press('Not now');
  await soon.press('Back');
  await keepFive(soon);
  await page.clock.setFixedTime(new Date('2026-11-03T00:00:02Z'));
  await page.reload();
  const late = await host.reader('one');
  await late.begin('recovery');
  expect(await stored(page)).toEqual({});
});

test('R06, R07: an unfinished check-in that another tab goes on with, or erases, is not written over', async ({ host, page }) => {
  const reader = await blog(host);
  await keepFive(reader);
  const other = await otherTab(page);
  await askToGoOn(other);
  await other.press('Yes, go on');
  other.starts('recovery');
  await other.press('Continue');
  await other.seesQuestion(6);
  await other.choose('Never');
  await expect.poll(async () => (await unfinished(page))[0].answers.S4).toBe(0);
  // The first tab says so, and keeps nothing more.
  await reader.choose('Almost always');
  await expect(laterSaid(reader)).toHaveText(/^What you saved was erased or changed in another tab/);
  expect((await unfinished(page)).map(({ answers }) => answers.S4)).toEqual([0]);
  // Saved again, it stands beside the other.
  await reader.press(LATER);
  await expect(laterSaid(reader)).toHaveText(KEPT);
  expect((await unfinished(page)).map(({ answers }) => answers.S4)).toEqual([0, 4]);
  // Erased here, it does not come back there.
  await reader.press('Back');
  for (let times = 0; times < 5; times += 1) await reader.press('Back');
  await reader.sees('How are you right now?');
  await openList(reader);
  await erase(reader);
  await other.choose('Rarely');
  await expect(laterSaid(other)).toHaveText(/^What you saved was erased or changed in another tab/);
  expect(await stored(page)).toEqual({});
});

test('R03, R05: unfinished answers that cannot be read are erased, and newer ones are left alone', async ({ host, page }) => {
  const reader = await blog(host);
  await keepFive(reader);
  const text = (await stored(page))[PART];
  await put(page, { [PART]: text.replace('"S2":3', '"S2":2') });
  await page.reload();
  const again = await host.reader('one');
  await again.begin('recovery');
  expect(await stored(page)).toEqual({});
  const newer = '{"version":2,"more":"than we know"}';
  await put(page, { [PART]: newer });
  await page.reload();
  const last = await host.reader('one');
  await last.begin('recovery');
  await last.settle();
  // Nothing tells that something is there, before the reader wants to save.
  await expect(last.button(LATER)).toBeVisible();
  await expect(laterSaid(last)).toHaveText('');
  await last.press(LATER);
  await expect(laterSaid(last)).toContainText('comes from a newer version');
  expect(await stored(page)).toEqual({ [PART]: newer });
});

test('a shared device: everything saved goes, one mark stays, nothing can be saved until it is erased', async ({ host, page }) => {
  const reader = await blog(host);
  await keepFive(reader);
  const other = await otherTab(page);
  await other.finish('recovery', WORKED);
  await save(other);
  for (let times = 0; times < 6; times += 1) await reader.press('Back');
  await openList(reader);
  await expect(items(reader)).toHaveCount(2);
  await reader.press('This is a shared device');
  await reader.sees('Do others use this device too?');
  await reader.press('No, go back');
  expect(Object.keys(await stored(page)).sort()).toEqual([KEY, PART]);
  await reader.press('This is a shared device');
  await reader.press('Yes, turn saving off');
  await reader.sees(LIST);
  await expect(said(reader)).toHaveText('All you saved here is erased, and saving is off.');
  await expect(reader.checkin.getByText(/^Saving is off here/)).toBeVisible();
  expect(await stored(page)).toEqual({ [MARK]: '1' });
  // In the other tab too, at once.
  await expect(other.button('Save on this device')).toHaveCount(0);
  await expect(other.checkin.getByText(/^Saving is off here/)).toBeVisible();
  await reader.press('Back');
  await reader.settle();
  await expect(reader.button('Back')).toBeVisible();
  await expect(reader.button(LATER)).toHaveCount(0);
  // It holds after a reload.
  await page.reload();
  const again = await host.reader('one');
  await openList(again);
  await expect(again.checkin.getByText(/^Saving is off here/)).toBeVisible();
  await expect(again.button('This is a shared device')).toHaveCount(0);
  await erase(again);
  expect(await stored(page)).toEqual({});
  await again.press('Back');
  await keepFive(again);
  expect(Object.keys(await stored(page))).toEqual([PART]);
});

test('a tab that has not heard of it yet saves nothing on a shared device', async ({ host, page }) => {
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  // Put there by this very page, of which it hears nothing.
  await put(page, { [MARK]: '1' });
  await reader.press('Save on this device');
  await expect(said(reader)).toHaveText(/^Saving is off here/);
  expect(await stored(page)).toEqual({ [MARK]: '1' });
});

test('R01: a browser that forbids storage says so beside "Save and finish later"', async ({ host, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  const reader = await blog(host);
  await reader.begin('recovery');
  await reader.settle();
  await reader.press(LATER);
  await expect(laterSaid(reader)).toContainText('This browser does not let us save here.');
});

test('R23: a reload in the middle begins afresh, and nothing was stored', async ({ host, page }) => {
  const reader = await blog(host);
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED, { last: 5 });
  await page.reload();
  const again = await host.reader('one');
  await expect(again.button('Begin')).toBeVisible();
  await expect(again.checkin.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await stored(page)).toEqual({});
});

test('R41: where no file can be made, its text stands there to be selected', async ({ host, page }) => {
  await page.addInitScript(() => { HTMLAnchorElement.prototype.click = () => {}; });
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await reader.press('Download my answers (JSON)');
  await reader.checkin.getByText('No file? Here is the text').click();
  const text = reader.checkin.getByRole('textbox', { name: 'Select this text' });
  expect(JSON.parse(await text.inputValue()).checkins[0].areas[0].sum).toBe(17);
  await text.selectText();
  expect(await stored(page)).toEqual({});
});

test('R64: how the reader feels is in neither the store nor the file', async ({ host, page }) => {
  const reader = await blog(host);
  await page.clock.setFixedTime(new Date('2026-11-01T00:00:00Z'));
  const texts = [];
  for (const feeling of ['I\'m okay', 'I don\'t feel safe with someone']) {
    await reader.finish('loved', WORKED, { feeling });
    await reader.checkin.getByLabel('Keep my answers too').check();
    await save(reader);
    texts.push((await stored(page))[KEY]);
    await page.evaluate(() => localStorage.clear());
    await reader.press('Start over');
    await reader.press('Yes, start over');
  }
  expect(texts[1]).toBe(texts[0]);
});

test('R06, R07: chaos in two tabs: nothing without a yes, nothing lost, erased stays erased', async ({ host, page }) => {
  test.setTimeout(300_000);
  const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 100_000);
  console.log(`CHAOS_SEED=${seed}`);
  let state = seed;
  const random = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
  const tabs = [await blog(host), await otherTab(page)];
  for (const tab of tabs) await tab.finish('recovery', WORKED);
  // What each tab should find: which tab saved, in the order of saving.
  let expected = [];
  const acts = [
    async (tab) => {
      await save(tabs[tab]);
      if (!expected.includes(tab)) expected.push(tab);
    },
    async (tab) => {
      await openList(tabs[tab]);
      await erase(tabs[tab]);
      expected = [];
      await tabs[tab].press('Back');
    },
    async () => {
      await page.evaluate(() => localStorage.clear());
      expected = [];
    },
    async (tab) => {
      await openList(tabs[tab]);
      await expect(items(tabs[tab])).toHaveCount(expected.length);
      await tabs[tab].press('Back');
    },
    async (tab) => {
      await tabs[tab].press('Back');
      await tabs[tab].seeResults();
    },
  ];
  for (let turn = 0; turn < 20; turn += 1) {
    const [act, tab] = [[0, 0, 0, 1, 2, 3, 3, 4][random(8)], random(2)];
    await acts[act](tab);
    const place = `seed ${seed}, turn ${turn}, act ${act}, tab ${tab}`;
    const [acting, other] = act === 2 || tab === 0 ? tabs : [...tabs].reverse();
    expect(await checkins(acting.page), place).toHaveLength(expected.length);
    // Each tab reads a copy of the store, which the browser updates a moment later (decision 15). Nobody is as fast.
    await expect.poll(() => checkins(other.page), { message: place }).toHaveLength(expected.length);
  }
});

/** What a reader has saved: one check-in now, one `days` before, and one unfinished. */
async function savedBefore(host, page, days) {
  const now = Date.parse('2026-11-23T12:00:00Z');
  await page.clock.setFixedTime(new Date(now - days * DAY));
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await reader.checkin.getByLabel('What I want to remember').fill('old words');
  await save(reader);
  await page.clock.setFixedTime(new Date(now));
  await page.keyboard.press('Alt');
  await page.reload();
  const again = await host.reader('one');
  await again.finish('loved', all(3));
  await save(again);
  return now;
}

test('R99: where saving is turned off, what expired is gone without a press, the rest can be seen and erased, and nothing more is saved', async ({ host, page }) => {
  const now = await savedBefore(host, page, 60);
  expect(await checkins(page)).toHaveLength(2);
  await page.clock.setFixedTime(new Date(now + 40 * DAY));
  const off = await blog(host, 'save="off"');
  // Nothing was pressed.
  await expect.poll(async () => (await checkins(page)).map(({ perspective }) => perspective)).toEqual(['loved']);
  await off.press(LIST);
  await off.sees(LIST);
  await expect(items(off)).toHaveCount(1);
  for (const name of ['Load this text', 'Save on this device']) await expect(off.button(name)).toHaveCount(0);
  await expect(off.checkin.locator('input[type=file]')).toHaveCount(0);
  await off.press('Back');
  await off.finish('recovery', WORKED);
  for (const name of ['Save on this device', LIST]) await expect(off.button(name)).toHaveCount(0);
  await expect(off.checkin.locator('textarea')).toHaveCount(0);
  expect(await checkins(page)).toHaveLength(1);
  await page.reload();
  const again = await host.reader('one');
  await openList(again);
  await erase(again);
  expect(await stored(page)).toEqual({});
  // From then on it is a page without saving.
  await page.reload();
  const last = await host.reader('one');
  await expect(last.button(LIST)).toHaveCount(0);
});

test('R99: an unfinished check-in is gone a day later where saving is turned off, and is only shown before', async ({ host, page }) => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  await page.clock.setFixedTime(new Date(now));
  await keepFive(await blog(host));
  const off = await blog(host, '');
  await off.press(LIST);
  await expect(items(off)).toHaveCount(1);
  await expect(off.checkin.getByRole('button', { name: /^Go on with this one/ })).toHaveCount(0);
  await page.clock.setFixedTime(new Date(now + DAY + 1));
  await page.reload();
  await expect.poll(() => stored(page)).toEqual({});
});

test('R99: far from the reader, and with nothing pressed, what expired is erased where saving is on', async ({ host, page }) => {
  const now = await savedBefore(host, page, 60);
  await page.clock.setFixedTime(new Date(now + 200 * DAY));
  await host.open(`<p>${'An article. '.repeat(20_000)}</p>${element('one', 'lang="en" save="ask"')}`);
  await expect.poll(() => stored(page)).toEqual({});
});

test.describe('with a damaged list', () => {
  test('R99: what cannot be read stays, and can be taken and erased where saving is off', async ({ host, page }) => {
    await blog(host, '');
    await put(page, { [KEY]: 'not ours any more', [ASIDE]: 'older' });
    await page.reload();
    const reader = await host.reader('one');
    await openList(reader);
    await expect(said(reader)).toContainText('Something saved here cannot be read.');
    await erase(reader);
    expect(await stored(page)).toEqual({});
  });
});

test('R99: a shared device shows no trace of saving where saving is off', async ({ host, page }) => {
  await blog(host, '');
  await put(page, { [MARK]: '1' });
  await page.reload();
  const reader = await host.reader('one');
  await expect(reader.button(LIST)).toHaveCount(0);
  expect(host.asked.filter((path) => path.includes('-full-'))).toEqual([]);
});
