// What a reader types, sends and saves: read as people write it, and gone when it should be.
import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf } from '../e2e/support/code.mjs';

const SCRIPT = '<script type="module" src="trust-checkin.js"></script>';
const page = (attributes) => `<script>(${keepMemories})()</script>${SCRIPT}<trust-checkin lang="en" ${attributes}></trust-checkin>`;
const WORDS = 'Zqxnotek, my own words';

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

/** How often a text stands in the memories of all apps. */
const inMemory = (text) => window.memories.reduce((sum, { buffer }) => sum + new TextDecoder('latin1').decode(buffer).split(text).length - 1, 0);

/** A saved text with one check-in of this time, as docs/saved-data.md describes it. */
function savedAt(time) {
  const body = `"checkins":[{"sequence":1,"saved":${time},"perspective":"recovery","scope":"stability","list":1,"items":1,` +
    '"areas":[{"area":"stability","sum":4,"answered":["S2","S4"]}],"note":"old words"}]';
  let crc = ~0;
  for (const byte of Buffer.from(body)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xEDB88320 : crc >>> 1;
  }
  return `{"version":2,"check":${~crc >>> 0},${body}}`;
}

export function data({ open, visit, inPage }) {
  const stored = () => inPage(() => localStorage.getItem('kept-notes'));
  const put = (text) => inPage((text) => localStorage.setItem('kept-notes', text), text);

  test('R99: what has expired is gone without a press, also where saving is off, and the rest can be erased', async () => {
    for (const attributes of ['save="ask"', 'save="off"']) {
      await visit('');
      await put(savedAt(Date.now() - 91 * 24 * 60 * 60 * 1000));
      const reader = await open(page(attributes));
      await reader.until('an empty store', async () => await stored() === null);
    }
    await visit('');
    const fresh = savedAt(Date.now());
    await put(fresh);
    const reader = await open(page('save="off"'));
    await reader.press('My saved check-ins');
    await reader.sees('My saved check-ins');
    equal(await stored(), fresh);
    equal(await reader.hasControl('Load this text'), false);
    await reader.press('Erase everything');
    await reader.press('Yes, erase');
    await reader.until('an empty store', async () => await stored() === null);
  });

  test('R93, R98: a code in other digits is read, and after Start over the note is not in the memory', async () => {
    const reader = await open(page('save="ask" compare="on"'));
    await reader.takesTheCheckin();
    const field = (id) => inPage((id) => window.root.querySelector(id), id);
    await (await field('#own-note')).sendKeys(WORDS);
    equal(await inPage(inMemory, 'Zqxnotek') > 0, true, 'the note is in the memory while it is in the field');
    await reader.press('Compare with someone');
    for (const question of ['Can anyone else see your screen right now?', 'Is anyone making you feel afraid or unsafe?']) {
      await reader.sees(question);
      await reader.choose('No');
      await reader.press('Continue');
    }
    await reader.press('Show my code');
    await reader.control('Compare');
    const date = new Date().toISOString().slice(0, 10);
    const code = codeOf({ loved: true, date, accountability: [6, 4], healing: [11, 6] });
    for (const zero of [0x660, 0x6f0, 0x966, 0xff10, 0x9e6]) {
      const theirs = code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
      await (await field('#code')).clear();
      await (await field('#code')).sendKeys(`\u200f«${theirs}»`);
      await reader.press('Compare');
      await reader.sees('Side by side');
      await reader.press('Back');
    }
    await reader.press('Start over');
    await reader.press('Yes, start over');
    await reader.until('no note in the memory', async () => await inPage(inMemory, 'Zqxnotek') === 0);
    equal(await inPage(() => [...window.root.querySelectorAll('textarea')].length), 0);
  });
}
