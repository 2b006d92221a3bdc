// One whole journey in whichever language the reader has. It stops at states on the way: at drawn ones by the name that they
// are drawn under, and at those that only the script draws, which no drawing shows.
import { WORKED } from './reader.mjs';

/** Yields { drawn: name } or { scripted: name } at each stop. The reader is at the card, and gets to a sheet. */
export async function* journey(reader) {
  const { checkin, page } = reader;
  yield { scripted: 'card' };
  await reader.choose('I love someone in recovery');
  await reader.box('No one comes to mind').check();
  for (const key of ['Shift', 'Shift']) await page.keyboard.press(key);
  yield { scripted: 'card-shift' };
  await reader.box('No one comes to mind').uncheck();
  await reader.begin('recovery');
  yield { drawn: 'feeling' };
  await reader.settle();
  yield { drawn: 'question-first' };
  await reader.rush(WORKED);
  yield { drawn: 'review' };
  await reader.seeResults();
  yield { drawn: 'results' };
  await reader.getHelp.click();
  yield { drawn: 'results-help' };
  await reader.panel.press('Escape');
  await reader.press('Download my answers (JSON)');
  await checkin.locator('.file-text').waitFor();
  yield { scripted: 'results-file' };
  await page.evaluate(() => { Clipboard.prototype.writeText = () => Promise.reject(new Error('no')); });
  await reader.press('Copy as text');
  await checkin.locator('.file-text[open]').waitFor();
  yield { scripted: 'results-copy-refused' };
  await reader.press('Make a sheet to talk from');
  yield { drawn: 'sheet' };
  for (const what of ['Put my numbers on it', 'Put today’s date on it']) await reader.box(what).check();
  yield { scripted: 'sheet-all' };
}
