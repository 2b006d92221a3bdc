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
        - text: Answering for myself
        - button "change who is answering"
      - paragraph: Think of one person you care about. In the past 4 weeks, how often was this true?
      - heading "When they asked me a hard question, I told the truth." [level=2]
      - group "When they asked me a hard question, I told the truth.":
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
  // The counter is said once: with the heading that takes the focus, and nowhere live. So is what comes before and after it:
  // some screen readers never read the description of a group.
  await expect(reader.heading).toHaveAccessibleDescription('Question 1 of 18 Think of one person you care about. In the past 4 weeks, '
    + 'how often was this true? If it did not come up, choose Skip. New to this, or starting again? Count from that day.');
  await expect(reader.checkin.getByRole('group')).toHaveAccessibleDescription('');
  await expect(reader.checkin.locator('.checkin').locator('[aria-live], [role="status"], [role="alert"]')).toHaveCount(0);
  await reader.press('Continue');
  await expect(reader.problem).toMatchAriaSnapshot(`
    - 'group "Error: Please choose one. If none fits, choose Skip."':
      - paragraph:
        - strong: "Error:"
        - button "Please choose one. If none fits, choose Skip."
  `);
});

test('R107: a screen that is replaced lingers out of sight with what had the focus, without an id, and is gone then', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      return attachShadow.call(this, { ...options, mode: 'open' });
    };
  });
  await page.goto(`${site.url}check-in.html`);
  await isReady(page.locator('trust-checkin'));
  await page.clock.install();
  const press = (name) => page.evaluate(async (name) => {
    const { shadowRoot } = document.querySelector('trust-checkin');
    const [button] = [...shadowRoot.querySelectorAll('button')].filter(({ textContent }) => textContent === name);
    button.focus();
    button.click();
    while (shadowRoot.activeElement?.id !== 'heading') await Promise.resolve();
    const past = shadowRoot.querySelector('.past');
    return {
      heading: shadowRoot.activeElement.textContent,
      lingers: past.contains(button) && past.getBoundingClientRect().height === 0,
      named: past.querySelectorAll('[id]:not([id=""]), [name]').length,
    };
  }, name);
  await page.locator('trust-checkin').getByRole('radio').first().check();
  const screens = {
    'Begin': 'How are you right now?',
    'Continue': 'When they asked me a hard question, I told the truth.',
    'Start over': 'Start over?',
    'Keep my answers': 'When they asked me a hard question, I told the truth.',
  };
  for (const [name, heading] of Object.entries(screens)) {
    expect(await press(name), name).toEqual({ heading, lingers: true, named: 0 });
    await page.clock.runFor(1_000);
    expect(await page.evaluate(() => document.querySelector('trust-checkin').shadowRoot.querySelectorAll('.past').length)).toBe(0);
  }
  await page.close();
});

test('R109: no number of a help line is a box of its own, which would cut its link in pieces, and none breaks', async ({ reader }) => {
  const numbers = (place) => place.locator('a:not([target]) bdi').evaluateAll((parts) => parts.map((part) => {
    const { display, whiteSpaceCollapse, textWrapMode } = getComputedStyle(part);
    return [display, whiteSpaceCollapse, textWrapMode].join(' ');
  }));
  const areWhole = async (place) => {
    const found = await numbers(place);
    expect(found.length).toBeGreaterThan(2);
    expect([...new Set(found)]).toEqual(['inline collapse nowrap']);
  };
  await reader.getHelp.click();
  await areWhole(reader.panel);
  await reader.panel.press('Escape');
  await reader.begin('recovery');
  await reader.choose('I need help now');
  await areWhole(reader.checkin.locator('.lines'));
  await reader.settle();
  await reader.rush(WORKED);
  await reader.seeResults();
  await areWhole(reader.results);
});

test('R110: the review', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED);
  await expect(reader.checkin.locator('.review')).toMatchAriaSnapshot(`
    - heading "Look over your answers" [level=2]
    - paragraph: You answered 15 of 18. Gaps are fine. A blank never counts as a low score.
    - button "Hide my answers" [expanded]
    - paragraph
    - list:
      - listitem:
        - paragraph: When they asked me a hard question, I told the truth.
        - paragraph: Often
        - button "Change question 1"
      - listitem:
        - paragraph: I owned up to hurt that I caused.
        - paragraph: Sometimes
        - button "Change question 2"
    - button "See my results"
    - button "Back"
    - button "Start over"
  `);
});

test('R111: the results, down to the table', async ({ reader }) => {
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
    - paragraph: 71 of 100 Growing steady
    - paragraph: Stronger ties can grow when words and actions match.
    - heading "Emotional healing" [level=4]
    - paragraph: 55 of 100 Taking shape
    - heading "Stability" [level=4]
    - paragraph: 44 of 100 Taking shape
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
