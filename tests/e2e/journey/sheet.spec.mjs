// A page to talk from, on paper, and the reminder for a calendar.
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { element, expect, test } from '../support/host.mjs';
import { all, WORKED } from '../support/reader.mjs';

const UNSAFE = "I don't feel safe with someone";
const OPEN = 'Make a sheet to talk from';
const TRUTH = 'There is something true I want to tell you. Is now okay, or is there a better time?';

async function sheet(host, perspective = 'recovery', { answers = WORKED, ...options } = {}) {
  await host.open(`<p>An article.</p>${element('one', 'lang="en" region="US"')}`);
  const reader = await host.reader('one');
  await reader.finish(perspective, answers, options);
  await reader.press(OPEN);
  await reader.sees('Something to talk from');
  return reader;
}

const paper = (reader) => reader.checkin.locator('.sheet-page');

test('the sheet has what goes well, what to work on and ways to begin; Back leads to the results', async ({ host }) => {
  const reader = await sheet(host);
  await expect(reader.heading).toBeFocused();
  const parts = ['What is going well', 'What I would like to work on', 'Ways to begin', 'Space to write', 'If you need someone to talk to'];
  await expect(paper(reader).locator('> h3')).toHaveText(parts);
  await expect(paper(reader)).toContainText('Honest and open communication');
  await expect(paper(reader)).toContainText(TRUTH);
  await expect(paper(reader)).toContainText('A child does not need to hear it all');
  await reader.press('Back');
  await reader.sees('Your check-in');
});

test('numbers and the date are on it only if they are ticked', async ({ host, page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00Z'));
  const reader = await sheet(host, 'loved');
  await expect(paper(reader)).not.toContainText(/71|November|My numbers/);
  await reader.checkin.getByLabel('Put my numbers on it').check();
  await expect(paper(reader).getByRole('listitem').filter({ hasText: 'Emotional healing' })).toContainText('55');
  await expect(paper(reader)).not.toContainText('November');
  await reader.checkin.getByLabel('Put today’s date on it').check();
  await expect(paper(reader)).toContainText('November 23, 2026');
});

test('for a reader who is not safe it is the same page, only blank', async ({ host }) => {
  const reader = await sheet(host, 'loved', { feeling: UNSAFE });
  await expect(paper(reader).locator('> h3')).toHaveCount(5);
  await expect(paper(reader).locator('.write-on')).toHaveCount(7);
  await reader.checkin.getByLabel('Put my numbers on it').check();
  await expect(paper(reader).locator('> ul')).toHaveCount(0);
  await expect(paper(reader)).not.toContainText(/counselor in the room|My numbers/);
});

for (const [name, options] of Object.entries({ A4: { format: 'A4' }, 'US Letter': { format: 'Letter' } })) {
  test(`on ${name} it is one page, however much is on it, without the article, the buttons and the lines that could tell`, async ({ host, page }) => {
    // Everything is close together, so all four strategies are suggested.
    const reader = await sheet(host, 'recovery', { answers: all(2) });
    for (const what of ['Put my numbers on it', 'Put today’s date on it']) await reader.checkin.getByLabel(what).check();
    await expect(paper(reader).getByText('Patience and understanding')).toBeVisible();
    await page.evaluate(() => { window.print = () => dispatchEvent(new Event('beforeprint')); });
    await reader.press('Print');
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('html > div .sheet');
    for (const hidden of [page.getByText('An article.'), reader.getHelp, reader.button('Print'), printed.locator('button, .off-paper')]) {
      await expect(hidden.first()).toBeHidden();
    }
    await expect(printed.locator('.sheet-page')).toBeVisible();
    const pdf = await page.pdf({ ...options, margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' }, path: `target/screens/sheet-${options.format}.pdf` });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}

for (const language of ['en', 'fr']) {
  test.describe(() => {
    test.use({ language });
    test(`as full as it gets, it is one page of A4 and of US Letter (${language})`, async ({ reader, page }) => {
      // In a hard time the step for support comes before the one that was worked out: two strategies, two ways to begin each.
      await reader.finish('recovery', WORKED, { feeling: "It's a hard time" });
      await reader.press(OPEN);
      for (const what of ['Put my numbers on it', 'Put today’s date on it']) await reader.box(what).check();
      await page.evaluate(() => { window.print = () => dispatchEvent(new Event('beforeprint')); });
      const margin = { top: '0.5in', bottom: '0.5in', left: '0.5in', right: '0.5in' };
      for (const format of ['A4', 'Letter']) {
        await page.emulateMedia({ media: 'screen' });
        await reader.press('Print');
        await page.emulateMedia({ media: 'print' });
        const pdf = await page.pdf({ format, margin, path: `target/screens/sheet-full-${language}-${format}.pdf` });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
      }
    });
  });
}

test('the reminder is a day four weeks from now, and says nothing of what it is about', async ({ host, page }) => {
  // Over the end of summer time.
  await page.clock.setFixedTime(new Date('2026-10-12T23:30:00Z'));
  await host.open(element('one'));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  const [download] = await Promise.all([page.waitForEvent('download'), reader.press('Remind me in 4 weeks')]);
  const [year, month, day] = await page.evaluate(() => {
    const date = new Date();
    date.setDate(date.getDate() + 28);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  });
  expect(download.suggestedFilename()).toMatch(/^notes-\d{4}-\d\d-\d\d\.ics$/);
  const text = await readFile(await download.path(), 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [found, ...others] = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(others).toEqual([]);
  expect(found.startDate).toMatchObject({ year, month, day, isDate: true });
  expect([found.summary, found.description]).toEqual(['A quiet half hour', 'Time for yourself.']);
  expect(found.uid).toMatch(/^\w+@notes\.invalid$/);
  expect(text).not.toMatch(/trust|recover|check|heal|addict/i);
  // It stands there as text as well, for browsers that make no file.
  await reader.checkin.locator('.file-text summary').last().click();
  await expect(reader.checkin.locator('.file-text textarea').last()).toHaveValue(text.replaceAll('\r\n', '\n'));
});
