// The long walk, for people to read: every question, every fold, in two browsers and in two languages. Prints all that is
// heard, then what is wrong with it. `cargo xtask listen` runs it; words choose walks by name.
import { Walk } from './walk.mjs';

/** Walks the whole way. */
async function wholeWay(reader) {
  const { orca, words } = reader;
  await reader.begin();
  await reader.answer(18);
  await orca.press('Tab');
  await orca.press('space');
  reader.opens(words.review_title, await orca.press('Return'));
  await reader.review();
  await reader.results();
  await reader.tables();
  await reader.quickKeys();
}

const walks = ['chromium', 'firefox'].flatMap((browser) => [
  ...['en', 'ar'].map((language) => ({ name: `${browser} ${language}`, browser, language, walk: wholeWay })),
  { name: `${browser} failing`, browser, language: 'en', fails: true },
]);
const wanted = process.argv.slice(2);
let count = 0;
for (const { name, fails, walk, ...options } of walks.filter(({ name }) => wanted.every((word) => name.split(' ').includes(word)))) {
  const reader = new Walk(options);
  let fail;
  const app = fails && { status: 404, wait: new Promise((done) => { fail = done; }) };
  await reader.along(walk ?? (() => reader.failures(fail)), { app });
  console.log(`${name}\n${reader.orca ?? ''}\n${reader.complaints.length} wrong`);
  for (const complaint of reader.complaints) console.log(`- ${complaint}`);
  count += reader.complaints.length;
}
process.exit(count > 0 ? 1 : 0);
