// Two people who compare: where they may, and what they do.
import { codeOf } from '../../support/code.mjs';
import { WORKED } from '../../support/reader.mjs';
import { full } from './journey.mjs';

/** A form on a page where two people may compare. */
export const comparing = (form) => full(form, 'compare', 'on');

/** What two people who compare do: the code of the one, the other's typed, and its file opened. `told` takes the codes. */
export const COMPARING = [
  ['see the results', (reader) => reader.finish('recovery', WORKED)],
  ['show the code', async (reader, told) => {
    const code = await reader.showsCode();
    const date = await reader.page.evaluate(() => new Date().toISOString().slice(0, 10));
    told.codes.push(code, codeOf({ loved: true, date, accountability: [6, 4], healing: [23, 6] }));
  }],
  ['take the code as a file', async (reader) => {
    const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.press('Download my code as a file')]);
    await download.path();
  }],
  ['give another code', async (reader, told) => {
    await reader.theirCode.fill('111');
    await reader.press('Compare');
    await reader.theirCode.fill(told.codes[1]);
    await reader.press('Compare');
    await reader.sees('Side by side');
  }],
  ['open a file', async (reader, told) => {
    await reader.press('Back');
    await reader.checkin.getByLabel('Or open their file')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from(told.codes[1]) });
    await reader.sees('Side by side');
  }],
  ['be afraid', async (reader) => {
    for (let times = 0; times < 3; times += 1) await reader.press('Back');
    await reader.press('Compare with someone');
    await reader.says('No');
    await reader.says('Yes');
    await reader.press('Back');
  }],
];
