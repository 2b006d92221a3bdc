// Help that is always in reach, and what follows from "How are you right now?".
import { all, areas, expect, test, WORKED } from '../support/reader.mjs';

const HARD = "It's a hard time";
const HELP = 'I need help now';
const UNSAFE = "I don't feel safe with someone";
const LINES = ['Talk to someone now', 'Life in danger', 'Not safe with someone', 'Alcohol and drugs', 'Families and young people'];
const FIRST_LINES = ['Talk to someone now', 'Life in danger', 'Not safe with someone'];
const S = 'Professional and outside support';

test('Get help now opens and closes with a click, and hands the focus over and back', async ({ reader, page }) => {
  await expect(reader.getHelp).toHaveAttribute('aria-expanded', 'false');
  await reader.getHelp.click();
  await expect(reader.getHelp).toHaveAttribute('aria-expanded', 'true');
  await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
  expect(await reader.groups(reader.panel)).toEqual(LINES);
  await reader.press('Close help');
  await expect(reader.panel).toHaveCount(0);
  await expect(reader.getHelp).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reader.panel).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(reader.panel.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reader.panel).toHaveCount(0);
  await expect(reader.getHelp).toBeFocused();
  await reader.getHelp.click();
  await reader.getHelp.click();
  await expect(reader.panel).toHaveCount(0);
});

test('the card leads straight to support', async ({ reader }) => {
  await reader.press('Or go straight to support');
  await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
});

test('an open panel leaves the question and its answer as they are', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.choose('Rarely');
  await reader.getHelp.click();
  await reader.panel.press('Escape');
  await reader.seesQuestion(1);
  await expect(reader.radio('Rarely')).toBeChecked();
});

test('lines are plain links that call, text or open another page', async ({ reader }) => {
  await reader.getHelp.click();
  // A list of links is heard without the names above them: each link says whose number it is.
  const link = (contact, line) => reader.panel.getByRole('link', { name: new RegExp(`^${contact} ?, ${line}$`) });
  await expect(link('Call 988', '988 Suicide & Crisis Lifeline')).toHaveAttribute('href', 'tel:988');
  await expect(link('Text HOME to 741741', 'Crisis Text Line')).toHaveAttribute('href', 'sms:741741?body=HOME');
  await expect(link('Call 911', 'Emergency services')).toHaveAttribute('href', 'tel:911');
  await expect(link('Call 1-800-799-7233', 'National Domestic Violence Hotline')).toHaveAttribute('href', 'tel:18007997233');
  await expect(link('Text AYUDA to 988 .Spanish.', '988 Suicide & Crisis Lifeline')).toHaveAttribute('href', 'sms:988?body=AYUDA');
  const elsewhere = await reader.panel.locator('a[href^="http"]').all();
  expect(elsewhere.length).toBeGreaterThan(3);
  for (const link of elsewhere) {
    await expect(link).toHaveAttribute('href', /^https:/);
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAccessibleName(/ opens a new tab$/);
  }
  await expect(reader.panel).toContainText('Calls and texts can show in your call list or on a shared bill.');
  await expect(reader.panel).toContainText('No one has test-called these numbers yet.');
  await expect(reader.panel).toContainText('Keep naloxone close.');
});

test('the reader can change the country, and the choice stays', async ({ reader }) => {
  await reader.getHelp.click();
  const country = reader.panel.getByRole('combobox', { name: 'Country' });
  await expect(country.locator('option')).toHaveText([
    'United States', 'United Kingdom', 'Ireland', 'Canada', 'Australia', 'Spain', 'France', 'Portugal', 'Brazil', 'Somewhere else',
  ]);
  await expect(country).toHaveValue('United States');
  await expect(reader.panel.getByText('Facts on fentanyl')).toBeVisible();
  await country.selectOption('United Kingdom');
  await expect(reader.panel.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999');
  await expect(reader.panel.getByText('Facts on fentanyl')).toHaveCount(0);
  await expect(reader.panel.getByRole('link', { name: /^Call 988/ })).toHaveCount(0);
  await country.selectOption('Somewhere else');
  await expect(reader.panel.getByRole('link', { name: /findahelpline\.com/ }).first()).toBeVisible();
  await country.selectOption('Ireland');
  await reader.press('Close help');
  await reader.finish('recovery', areas('000000 000000 000000'));
  const selects = reader.results.getByRole('combobox', { name: 'Country' });
  await expect(selects).toHaveCount(2);
  for (const select of await selects.all()) await expect(select).toHaveValue('Ireland');
  await selects.first().selectOption('Canada');
  await expect(selects.last()).toHaveValue('Canada');
});

test.describe('in a British browser', () => {
  test.use({ locale: 'en-GB' });

  test('the lines begin with those of the United Kingdom', async ({ reader }) => {
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('combobox')).toHaveValue('United Kingdom');
  });
});

test('"How are you right now?" can be left empty', async ({ reader }) => {
  await reader.begin('recovery');
  await expect(reader.radios).toHaveCount(4);
  for (const radio of await reader.radios.all()) await expect(radio).not.toBeChecked();
  await reader.settle();
  await reader.rush(WORKED);
  await reader.seeResults();
  await expect(reader.checkin.locator('.support-first')).toHaveCount(0);
});

test('"I\'m okay" brings nothing up, at once or in the results', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.choose("I'm okay");
  await expect(reader.checkin.locator('.reply')).toBeEmpty();
  await expect(reader.checkin.locator('.first-lines')).toHaveCount(0);
  await reader.settle();
  await reader.rush(WORKED);
  await reader.seeResults();
  await expect(reader.checkin.locator('.support-first')).toHaveCount(0);
});

test('"It\'s a hard time": a kind word, then support first and the support step first', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.choose(HARD);
  await expect(reader.checkin.locator('.reply')).toContainText('Thank you for saying so. Go gently.');
  await expect(reader.checkin.locator('.first-lines')).toHaveCount(0);
  await reader.settle();
  await reader.rush(WORKED);
  await reader.seeResults();
  const first = reader.checkin.locator('.support-first');
  await expect(first).toContainText('You said things are hard right now.');
  expect(await reader.groups(first)).toEqual(FIRST_LINES);
  await expect(reader.checkin.locator('.area').first()).toBeHidden();
  expect((await reader.steps())[0]).toBe(S);
  await expect(reader.checkin.locator('.begin > .between')).toHaveText('When you are ready');
});

test('"I need help now": lines are the first thing to do, and the questions will keep', async ({ reader }) => {
  await reader.begin('loved');
  await reader.choose(HELP);
  const lines = reader.checkin.locator('.first-lines');
  await expect(reader.checkin.locator('.reply')).toContainText('You can reach a person right now.');
  expect(await reader.groups(lines)).toEqual(['Talk to someone now', 'Life in danger', 'Alcohol and drugs']);
  await expect(lines.getByRole('link').first()).toHaveAttribute('href', 'tel:988');
  await expect(reader.checkin.getByText('You can stop here. The questions will keep.')).toBeVisible();
  await expect(reader.button('Continue')).not.toHaveClass(/\bprimary\b/);
  // Another answer takes them away again.
  await reader.choose("I'm okay");
  await expect(lines).toHaveCount(0);
  await reader.settle(HELP);
  await reader.rush(WORKED);
  await reader.seeResults();
  await expect(reader.results.locator('.part').first()).toHaveClass(/support-first/);
  await expect(reader.results.locator('.part').first()).toContainText('You said you need help now.');
  expect((await reader.steps())[0]).toBe(S);
});

test('"I don\'t feel safe with someone": abuse lines first, only the support step, and no trace', async ({ reader, page }) => {
  const outside = () => page.evaluate(() => document.documentElement.outerHTML);
  const before = await outside();
  await reader.begin('loved');
  await reader.choose(UNSAFE);
  const lines = reader.checkin.locator('.first-lines');
  await expect(reader.checkin.locator('.reply')).toContainText('You matter, and your safety comes first.');
  expect(await reader.groups(lines)).toEqual(['Not safe with someone', 'Life in danger', 'Talk to someone now']);
  await expect(lines.getByRole('link').first()).toHaveAttribute('href', 'tel:18007997233');
  expect(await outside()).toBe(before);
  await reader.settle();
  // Nothing on the way shows it.
  await expect(reader.checkin.locator('.card')).not.toContainText('safe with someone');
  await reader.rush(all(4));
  await reader.seeResults();
  const first = reader.results.locator('.part').first();
  await expect(first).toHaveClass(/support-first/);
  // The words fit everyone, for whoever looks over the shoulder.
  await expect(first).toContainText('You matter. You can reach a person right now:');
  expect(await reader.groups(first)).toEqual(['Not safe with someone', 'Talk to someone now', 'Life in danger']);
  expect(await reader.steps()).toEqual([S]);
  // Not behind "Choose a different step" either.
  await expect(reader.checkin.locator('.step h4')).toHaveText([S]);
  // Nothing is said in favour of the other person: not "They did what they said".
  await expect(reader.checkin.locator('.strengths')).not.toContainText(/\bthey\b/i);
  // The list of support is the same as everyone's.
  expect(await reader.groups(reader.results.locator('> .part').filter({ hasText: 'The same list for everyone' }))).toEqual(LINES);
  expect(await outside()).toBe(before);
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.finish('loved', all(4));
  await expect(reader.checkin.locator('.support-first')).toHaveCount(0);
  expect(await reader.steps()).not.toEqual([S]);
});

test('how the reader is stays through a change of perspective, and goes with Start over', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle(UNSAFE);
  await reader.changePerspective.click();
  await reader.press('Yes, change');
  await reader.begin('loved');
  await expect(reader.radio(UNSAFE)).toBeChecked();
  await reader.settle();
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.begin('loved');
  await expect(reader.radio(UNSAFE)).not.toBeChecked();
  await expect(reader.checkin.locator('.first-lines')).toHaveCount(0);
});

test('Enter on an answer that brings lines leads to them, not past them', async ({ reader, page }) => {
  await reader.begin('recovery');
  await reader.choose(HELP);
  await page.keyboard.press('Enter');
  await expect(reader.checkin.locator('.lines')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(reader.checkin.locator('.first-lines').getByRole('link').first()).toBeFocused();
  await reader.sees('How are you right now?');
  await reader.choose(HARD);
  await page.keyboard.press('Enter');
  await reader.seesQuestion(1);
});

test('hard days carried alone bring support first', async ({ reader }) => {
  // S6 Often alone, H6 Rarely talked, S5 Sometimes in reach, no area low.
  // A 3 each way: 3, 1(r)3, 3, 1(r)3, 3, 3. H: 3, 1(r)3, 3, 3, 1(r)3, 1. S: 3, 3, 1(r)3, 3, 2, 3(r)1.
  await reader.finish('recovery', areas('313133 313311 331323'));
  const first = reader.checkin.locator('.support-first');
  await expect(first).toContainText('You said you carried hard days mostly on your own.');
});

test('one low area is enough for support first', async ({ reader }) => {
  // A: 1, 3(r)1, 1, 3(r)1, 1, 1 = 6 of 6: 25. The others stand at 75: every item counts 3.
  await reader.finish('recovery', areas('131311 313313 331331'));
  await expect(reader.checkin.locator('.support-first')).toContainText('One part of this month looks hard.');
});
