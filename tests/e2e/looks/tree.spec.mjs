// What a screen reader is given, as a tree of roles and names.
import { LANGUAGES } from '../../looks/kinds.mjs';
import { expect, isReady, Reader, test, WORKED } from '../support/reader.mjs';

test('R61, R62: a question', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await expect(reader.checkin.locator('.card')).toMatchAriaSnapshot(`
    - region "Trust, one small step at a time":
      - button "Get help now"
      - paragraph: Question 1 of 18
      - paragraph:
        - text: Answering for myself ·
        - button "change who is answering"
      - paragraph: Think of one person you care about. In the past 4 weeks, how often was this true?
      - group "When they asked me a hard question, I told the truth.":
        - heading "When they asked me a hard question, I told the truth." [level=2]
        - paragraph: If it did not come up, choose Skip.
        - paragraph: New to this, or starting again? Count from that day.
        - radio "Never"
        - text: Never
        - radio "Rarely"
        - text: Rarely
        - radio "Sometimes"
        - text: Sometimes
        - radio "Often"
        - text: Often
        - radio "Almost always"
        - text: Almost always
        - paragraph: or
        - radio "Skip / does not apply"
        - text: Skip / does not apply
      - button "Continue"
      - button "Back"
      - button "Start over"
  `);
  // The counter is said once: with the heading that takes the focus, and nowhere live.
  await expect(reader.heading).toHaveAccessibleDescription('Question 1 of 18');
  await expect(reader.checkin.locator('[aria-live], [role="status"], [role="alert"]')).toHaveCount(0);
  await reader.press('Continue');
  await expect(reader.problem).toMatchAriaSnapshot(`
    - 'group "Error: Please choose one. If none fits, choose Skip."':
      - paragraph:
        - strong: "Error:"
        - button "Please choose one. If none fits, choose Skip."
  `);
});

test('the review', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED);
  await expect(reader.checkin.locator('.review')).toMatchAriaSnapshot(`
    - heading "Look over your answers" [level=2]
    - paragraph: You answered 15 of 18. Gaps are fine. A blank never counts as a low score.
    - button "Hide my answers"
    - status
    - list:
      - listitem:
        - text: When they asked me a hard question, I told the truth. Often
        - 'button "Change question 1: When they asked me a hard question, I told the truth."'
      - listitem:
        - text: I owned up to hurt that I caused. Sometimes
        - 'button "Change question 2: I owned up to hurt that I caused."'
    - button "See my results"
    - button "Back"
    - button "Start over"
  `);
});

test('the results, down to the table', async ({ reader }) => {
  await reader.finish('recovery', WORKED);
  await expect(reader.results).toMatchAriaSnapshot(`
    - heading "Your check-in" [level=2]
    - paragraph: /This is your own look at the past 4 weeks/
    - heading "What is going well" [level=3]
    - list:
      - listitem: You often used outside support to reach your goals.
      - listitem: You often told the truth when they asked a hard question.
    - paragraph: "What stands out this month:"
    - list:
      - listitem: Consistency and reliability
      - listitem: Patience and understanding
    - heading "What helps trust grow" [level=3]
    - paragraph: This looks at things that help trust grow. It cannot measure trust, and it cannot measure a person.
    - heading "Accountability" [level=4]
    - paragraph: 71 Growing steady
    - paragraph: Stronger ties can grow when words and actions match.
    - heading "Emotional healing" [level=4]
    - paragraph: 55 Taking shape
    - heading "Stability" [level=4]
    - paragraph: 44 Taking shape
    - table "The same in a table. The numbers run from 0 to 100.":
      - caption: The same in a table. The numbers run from 0 to 100.
      - rowgroup:
        - row:
          - columnheader "Part"
          - columnheader "Number"
          - columnheader "Range"
          - columnheader "In words"
      - rowgroup:
        - row:
          - rowheader "Accountability"
          - cell "71"
          - cell "62 to 80"
          - cell "Growing steady"
        - row:
          - rowheader "Emotional healing"
          - cell "55"
          - cell "45 to 65"
          - cell "Taking shape"
        - row:
          - rowheader "Stability"
          - cell "44"
          - cell "33 to 55"
          - cell "Taking shape"
    - heading "A place to begin" [level=3]
  `);
});

test('the headings of every screen go down without a gap', async ({ reader }) => {
  const levels = () => reader.checkin.locator('h1, h2, h3, h4, h5, h6').evaluateAll((headings) =>
    headings.filter((heading) => heading.checkVisibility()).map(({ localName }) => Number(localName[1])));
  const hasNoGap = (levels) => levels.every((level, place) => level <= (levels[place - 1] ?? 1) + 1);
  await reader.getHelp.click();
  expect(hasNoGap(await levels())).toBe(true);
  await reader.panel.press('Escape');
  await reader.begin('recovery');
  await reader.choose('I need help now');
  expect(hasNoGap(await levels())).toBe(true);
  await reader.settle();
  await reader.rush(WORKED);
  await reader.seeResults();
  for (const summary of await reader.checkin.locator('summary').all()) await summary.click();
  const all = await levels();
  expect(all.length).toBeGreaterThan(10);
  expect(hasNoGap(all), all.join(' ')).toBe(true);
});

/** Roles and levels without names: what stays the same whatever the language. */
const shape = async (locator) => (await locator.ariaSnapshot()).split('\n').map((line) =>
  line.replace(/^(\s*- )'?(\w+)(?:[^[]|\[(?!level))*(\[level=\d\])?.*$/, '$1$2 $3'));

for (const language of LANGUAGES.filter((language) => language !== 'en')) {
  test.describe(language, () => {
    test.use({ language });

    test(`${language}: a screen reader is given the same roles and levels as in English`, async ({ reader, page, site }) => {
      test.slow();
      const walked = [];
      const walk = async (reader) => {
        const look = async (part) => walked.push(await shape(part));
        const card = reader.checkin.locator('.card');
        await look(card);
        await reader.begin('loved');
        await look(card);
        await reader.settle();
        await look(card);
        await reader.press('Continue');
        await look(card);
        await reader.rush(WORKED);
        await look(card);
        await reader.seeResults();
        for (const part of ['.profile', '.begin', '.closing']) await look(reader.results.locator(part));
      };
      await walk(reader);
      await expect(reader.checkin.locator('.checkin')).toHaveAttribute('lang', language);
      const inThis = walked.splice(0);
      await page.goto(`${site.url}check-in.html`);
      await isReady(reader.checkin);
      await walk(new Reader(reader.checkin));
      expect(inThis).toEqual(walked);
      expect(walked.flat().length).toBeGreaterThan(100);
    });
  });
}
