// A short walk with a real screen reader, on the shipped files. `cargo xtask test screenreader` sets up what it needs, and
// runs it where no other browser runs: silence is told from speech by waiting.
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { Walk } from './walk.mjs';

/** Runs a walk; on a complaint the whole transcript is printed. */
async function hears({ app, ...options }, walk) {
  const reader = new Walk(options);
  await reader.along(walk, { app });
  if (reader.complaints.length > 0) console.log(`${options.browser}, ${options.language}: what was heard\n${reader.orca ?? ''}`);
  deepEqual(reader.complaints, []);
}

/** A hanging browser is a failure. */
const limit = { timeout: 600_000 };

for (const browser of ['chromium', 'firefox']) {
  test(`R105 to R112: ${browser}: Orca says each screen once, and reads links, tables and status lines`, limit, () =>
    hears({ browser, language: 'en' }, async (reader) => {
      await reader.begin();
      await reader.answer(7, { listens: 4 });
      await reader.tabs(4);
      reader.opens(reader.words.review_title, await reader.orca.press('Return'));
      await reader.review();
      await reader.results();
      await reader.tables();
      await reader.quickKeys();
    }));
}

test('R108: firefox: Orca says that the app is on its way, that it failed, and that it is there', limit, () => {
  let fail;
  const wait = new Promise((done) => { fail = done; });
  return hears({ browser: 'firefox', language: 'en', app: { status: 404, wait } }, (reader) => reader.failures(fail));
});

test('R105, R106: firefox, in Arabic: Orca says each screen once', limit, () =>
  hears({ browser: 'firefox', language: 'ar' }, async (reader) => {
    await reader.begin();
    await reader.answer(4);
    await reader.quickKeys();
  }));
