// Every state of the check-in by name, reached as a reader would reach it.
import { codeOf } from './code.mjs';
import { all, areas, ORDER, WORKED } from './reader.mjs';

const HARD_THINGS = ['A2', 'A4', 'H2', 'H5', 'S3', 'S6'];
const WORST = Object.fromEntries(ORDER.map((id) => [id, HARD_THINGS.includes(id) ? 4 : 0]));
const BEST = Object.fromEntries(ORDER.map((id) => [id, HARD_THINGS.includes(id) ? 0 : 4]));
const UNSAFE = "I don't feel safe with someone";

const question = (perspective, last = 0) => async (reader) => {
  await reader.begin(perspective);
  await reader.settle();
  await reader.rush(all(3), { last });
};
const feeling = (answer) => async (reader) => {
  await reader.begin('recovery');
  await reader.choose(answer);
};
const review = (answers = WORKED) => async (reader) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(answers);
};
const results = (perspective, answers, options) => (reader) => reader.finish(perspective, answers, options);
const then = (before, after) => async (reader) => {
  await before(reader);
  await after(reader);
};
const leftAlone = async (reader) => {
  const { page } = reader;
  await page.clock.install();
  // The next thing that happens finds that ten minutes are gone.
  await page.clock.setFixedTime(await page.evaluate(() => Date.now() + 11 * 60_000));
  await page.keyboard.press('Alt');
};
const unfold = async (reader) => {
  for (const summary of await reader.checkin.locator('summary').all()) await summary.click();
};

const mayBeSaved = (reader) => reader.checkin.evaluate((element) => element.setAttribute('save', 'ask'));
/** Two check-ins, five weeks apart. */
const changed = (perspective, before, after) => async (reader) => {
  await mayBeSaved(reader);
  await reader.page.clock.install({ time: new Date('2026-10-01T10:00:00Z') });
  await reader.finish(perspective, before);
  await reader.press('Save on this device');
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.page.clock.setFixedTime(new Date('2026-11-05T10:00:00Z'));
  await reader.finish(perspective, after);
  await reader.box('What I want to remember').fill('I called Sam before it got too much.');
  await reader.press('Save on this device');
  await reader.checkin.locator('.change tbody').waitFor();
};
const saved = async (reader) => {
  await mayBeSaved(reader);
  await reader.finish('recovery', WORKED);
  await reader.press('Save on this device');
  await reader.press('My saved check-ins');
  await reader.sees('My saved check-ins');
};

const kept = async (reader) => {
  await mayBeSaved(reader);
  await question('recovery', 6)(reader);
  await reader.press('Save and finish later');
};
const listed = async (reader) => {
  await kept(reader);
  for (let times = 0; times < 7; times += 1) await reader.press('Back');
  await reader.press('My saved check-ins');
};
const shared = async (reader) => {
  await reader.press('This is a shared device');
  await reader.press('Yes, turn saving off');
};
const mayCompare = (reader) => reader.checkin.evaluate((element) => element.setAttribute('compare', 'on'));
const COMPARE = 'Compare with someone';
const asked = async (reader) => {
  await mayCompare(reader);
  await reader.finish('recovery', WORKED);
  await reader.press(COMPARE);
};
const afraid = then(asked, (reader) => reader.says('No'));
const warned = then(afraid, (reader) => reader.says('No'));
const codes = then(warned, (reader) => reader.press('Show my code'));
/** The day is set, so that the code of somebody who answered in that week fits. */
const compared = (sum) => async (reader) => {
  await reader.page.clock.setFixedTime(new Date('2026-11-23T12:00:00Z'));
  await codes(reader);
  await reader.theirCode.fill(codeOf({ loved: true, date: '2026-11-20', accountability: [sum, 4], healing: [17, 6] }));
  await reader.press('Compare');
  await reader.sees('Side by side');
};

export const STATES = {
  'card': async () => {},
  'card-chosen': async (reader) => {
    await reader.choose('I love someone in recovery');
    await reader.box('No one comes to mind').check();
  },
  'card-error': (reader) => reader.press('Begin'),
  'card-help': (reader) => reader.getHelp.click(),
  'card-shift': async (reader) => {
    await reader.choose('I am in recovery');
    for (const key of ['Shift', 'Shift']) await reader.page.keyboard.press(key);
  },
  'feeling-leaving': then((reader) => reader.begin('recovery'), unfold),
  'feeling': (reader) => reader.begin('recovery'),
  'feeling-okay': feeling("I'm okay"),
  'feeling-hard': feeling("It's a hard time"),
  'feeling-help-now': feeling('I need help now'),
  'feeling-not-safe': feeling(UNSAFE),
  'question': question('recovery'),
  'question-chosen': then(question('recovery'), (reader) => reader.choose('Sometimes')),
  'question-error': then(question('recovery'), (reader) => reader.press('Continue')),
  'question-help': then(question('loved', 3), (reader) => reader.getHelp.click()),
  'question-finish-now': question('loved', 6),
  'question-no-one': async (reader) => {
    await reader.begin('recovery', { noOneInMind: true });
    await reader.settle();
  },
  'confirm-start-over': then(question('recovery'), (reader) => reader.press('Start over')),
  'confirm-change': then(question('recovery'), (reader) => reader.changePerspective.click()),
  'review': review(),
  'review-gaps': then(question('loved', 6), (reader) => reader.press('Finish now')),
  'review-nudge': review(all(3)),
  'review-hidden': then(review(), (reader) => reader.press('Hide my answers')),
  'review-covered': then(review(), leftAlone),
  'results-covered': then(results('recovery', WORKED), leftAlone),
  'results': results('recovery', WORKED),
  'results-unfolded': then(results('recovery', WORKED), unfold),
  'results-loved': results('loved', areas('213214 132403 343321')),
  'results-hard-stretch': then(results('loved', WORST), unfold),
  'results-not-safe': results('loved', WORKED, { feeling: UNSAFE }),
  'results-going-well': results('recovery', BEST),
  'results-all-skipped': results('recovery', all(undefined)),
  'results-no-one': results('loved', all(2), { noOneInMind: true }),
  'results-saving': async (reader) => {
    await mayBeSaved(reader);
    await reader.finish('recovery', WORKED);
    await reader.press('Download my answers (JSON)');
    await unfold(reader);
  },
  'results-copy-refused': async (reader) => {
    await reader.page.evaluate(() => { Clipboard.prototype.writeText = () => Promise.reject(new Error('no')); });
    await reader.finish('recovery', WORKED);
    await reader.press('Copy as text');
    await reader.checkin.locator('.file-text').waitFor();
  },
  'results-change': changed('recovery', WORST, WORKED),
  'results-fall': then(changed('loved', BEST, WORKED), unfold),
  'saved-lists': then(changed('recovery', WORKED, BEST), (reader) => reader.press('My saved check-ins')),
  'saved': saved,
  'saved-none': async (reader) => {
    await mayBeSaved(reader);
    await reader.begin('loved');
    await reader.press('My saved check-ins');
  },
  'saved-erase': then(saved, (reader) => reader.press('Erase everything')),
  'card-saving': async (reader) => {
    await mayBeSaved(reader);
    await reader.button('My saved check-ins').waitFor();
  },
  'question-later': async (reader) => {
    await mayBeSaved(reader);
    await question('loved', 6)(reader);
  },
  'question-kept': kept,
  'saved-unfinished': listed,
  'saved-resume': then(listed, (reader) => reader.checkin.getByRole('button', { name: reader.said('Go on with this one') }).click()),
  'saved-share': then(listed, (reader) => reader.press('This is a shared device')),
  'saved-shared': then(listed, shared),
  'results-shared': async (reader) => {
    await listed(reader);
    await shared(reader);
    await reader.press('Back');
    await reader.settle();
    await reader.rush(WORKED);
    await reader.seeResults();
  },
  'sheet': then(results('recovery', WORKED), (reader) => reader.press('Make a sheet to talk from')),
  'sheet-all': then(results('loved', WORKED), async (reader) => {
    await reader.press('Make a sheet to talk from');
    for (const what of ['Put my numbers on it', 'Put today’s date on it']) await reader.box(what).check();
  }),
  'sheet-not-safe': then(results('loved', WORKED, { feeling: UNSAFE }), (reader) => reader.press('Make a sheet to talk from')),
  'results-compare': async (reader) => {
    await mayCompare(reader);
    await reader.finish('loved', WORKED);
  },
  'compare-watched': asked,
  'compare-watched-error': then(asked, (reader) => reader.press('Continue')),
  'compare-afraid': afraid,
  'compare-refused': then(asked, (reader) => reader.says('Not sure')),
  'compare-warned': warned,
  'compare-codes': codes,
  'compare-codes-error': then(codes, async (reader) => {
    await reader.theirCode.fill('111 187');
    await reader.press('Compare');
  }),
  'compare-codes-covered': then(codes, leftAlone),
  'compare-similar': compared(9),
  'compare-different': compared(2),
  'results-help': then(results('recovery', WORKED), (reader) => reader.getHelp.click()),
};
