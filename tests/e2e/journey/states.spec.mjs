// What a reader comes to is what is drawn: the same markup in the same places. So whatever drawn.spec.mjs finds in drawn
// states holds for readers. And what no drawing can show: help and the way back from it are in reach on every screen.
import { codeOf } from '../support/code.mjs';
import { all, expect, isReady, ORDER, test, WORKED } from '../support/reader.mjs';
import { differences, serveLooks, statesIn } from '../support/drawn.mjs';

const HARD_THINGS = ['A2', 'A4', 'H2', 'H5', 'S3', 'S6'];
const BEST = Object.fromEntries(ORDER.map((id) => [id, HARD_THINGS.includes(id) ? 0 : 4]));
const UNSAFE = "I don't feel safe with someone";
const HARD = "It's a hard time";
const NOTE = 'I called Sam before it got too much.';
const DAY = 24 * 60 * 60 * 1000;
/** When native code saves what it draws, and when it draws that. */
const SAVED = 1_791_187_200_000;
const FIRST = 20_700 * DAY;
const NOW = FIRST + 35 * DAY;

/** Drawn states that no walk here comes to, and what does. */
const ELSEWHERE = {
  'welcome-sealed': 'forms.spec.mjs',
  'help-owner': 'hosts.spec.mjs',
  'results-owner': 'hosts.spec.mjs',
  'saved': 'saving.spec.mjs',
  'change-many': 'saving.spec.mjs',
  'saved-file': 'saving.spec.mjs',
  'saved-unreadable': 'saving.spec.mjs',
  'saved-off': 'saving.spec.mjs',
  'saved-one-off': 'saving.spec.mjs',
  'results-saving-off': 'saving.spec.mjs',
  'question-later-off': 'saving.spec.mjs',
  'question-looked': 'saving.spec.mjs',
  'results-unfinished': 'saving.spec.mjs',
  'change-two': 'change.spec.mjs',
  'change-too-soon': 'change.spec.mjs',
  'change-clock-set-back': 'change.spec.mjs',
  'change-not-scored': 'change.spec.mjs',
  ...Object.fromEntries(['question', 'results', 'saved'].flatMap((place) =>
    ['blocked', 'full', 'newer', 'gone', 'corrupt'].map((why) => [`${place}-${why}`, 'saving.spec.mjs']))),
  ...Object.fromEntries(['done', 'not-opened', 'too-long', 'foreign', 'cut-short', 'altered', 'newer'].map((why) =>
    [`load-${why}`, 'saving.spec.mjs'])),
};

/** The states that show the lines of one country. */
const HELP = /^help-[A-Z\d]+$/;

/** Get help now is on this screen, and takes nothing away from it. */
async function reachesHelp(reader) {
  const heading = await reader.heading.textContent();
  await reader.getHelp.click();
  await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
  await reader.panel.press('Escape');
  await expect(reader.panel).toHaveCount(0);
  await expect(reader.getHelp).toBeFocused();
  await reader.sees(heading);
}

/** This reader sees what is drawn under this name, with help in reach. */
async function at(reader, name) {
  expect.soft(await differences(reader.checkin, 'en', name), name).toEqual([]);
  if (await reader.panel.count() === 0) await reachesHelp(reader);
}

const mayBeSaved = (reader) => reader.checkin.evaluate((element) => element.setAttribute('save', 'ask'));
const mayCompare = (reader) => reader.checkin.evaluate((element) => element.setAttribute('compare', 'on'));
const setClock = (reader, time) => reader.page.clock.setFixedTime(time);
const startsOver = async (reader) => {
  await reader.press('Start over');
  await reader.press('Yes, start over');
};
/** The card as the app draws it. The first one comes from the script; loader.spec.mjs compares the two. */
const seesCardOfApp = async (reader) => {
  await reader.begin('recovery');
  await reader.settle();
  await startsOver(reader);
};
/** The next thing that happens finds that ten minutes are gone. */
const leftAlone = async (reader) => {
  const { page } = reader;
  await setClock(reader, await page.evaluate(() => Date.now() + 11 * 60_000));
  await page.keyboard.press('Alt');
};
const review = async (reader, answers = WORKED, perspective = 'recovery') => {
  await reader.begin(perspective);
  await reader.settle();
  await reader.rush(answers);
};

/** Each takes a reader from the card through some states. */
const WALKS = {
  'from a feeling to the card': async (reader) => {
    await reader.begin('recovery');
    await at(reader, 'feeling');
    for (const [name, said] of Object.entries({
      'feeling-okay': "I'm okay", 'feeling-hard': HARD, 'feeling-help-now': 'I need help now', 'feeling-not-safe': UNSAFE,
    })) {
      await reader.choose(said);
      await at(reader, name);
    }
    await reader.settle();
    await startsOver(reader);
    await at(reader, 'welcome');
    await reader.press('Begin');
    await at(reader, 'welcome-missing');
    await reader.choose('I love someone in recovery');
    await reader.box('No one comes to mind').check();
    await at(reader, 'welcome-chosen');
  },

  'the help lines of every country': async (reader) => {
    await seesCardOfApp(reader);
    await reader.getHelp.click();
    const countries = statesIn('en').map(({ name }) => name).filter((name) => HELP.test(name));
    for (const [place, name] of countries.entries()) {
      await reader.panel.locator('select').selectOption({ index: place });
      await at(reader, name);
    }
  },

  'questions': async (reader) => {
    await reader.begin('recovery');
    await reader.settle();
    await at(reader, 'question-first');
    await reader.press('Start over');
    await at(reader, 'confirm-start-over');
    await reader.press('Keep my answers');
    await reader.changePerspective.click();
    await at(reader, 'confirm-change');
    await reader.press('Keep my answers');
    await reader.press('Continue');
    await at(reader, 'question-missing');
    await reader.choose('Sometimes');
    await at(reader, 'question-chosen');
    await reader.rush(all(3), { last: 6 });
    await at(reader, 'question-7-finish-now');
  },

  'questions of a loved one': async (reader) => {
    await reader.begin('loved');
    await reader.settle();
    await reader.rush(all(3), { last: 3 });
    await at(reader, 'question-loved');
    await reader.getHelp.click();
    await at(reader, 'question-help');
    await reader.panel.press('Escape');
    for (let more = 0; more < 3; more += 1) await reader.reply(3);
    await reader.press('Finish now');
    await at(reader, 'review-gaps');
  },

  'no one in mind': async (reader) => {
    await reader.begin('recovery', { noOneInMind: true });
    await reader.settle();
    await at(reader, 'question-no-one');
    await reader.rush(all(2));
    await reader.seeResults();
    await at(reader, 'results-no-one');
    await reader.press('Make a sheet to talk from');
    await at(reader, 'sheet-no-one');
  },

  'the review': async (reader) => {
    await review(reader);
    await at(reader, 'review');
    await reader.press('Hide my answers');
    await at(reader, 'review-hidden');
    await reader.press('Show my answers');
    await leftAlone(reader);
    await at(reader, 'review-covered');
  },

  'a second look': async (reader) => {
    await review(reader, all(3));
    await at(reader, 'review-nudge');
    await reader.press('Hide my answers');
    await at(reader, 'review-nudge-hidden');
  },

  'results and the sheet': async (reader) => {
    await reader.finish('recovery', WORKED);
    await at(reader, 'results');
    await reader.getHelp.click();
    await at(reader, 'results-help');
    await reader.panel.press('Escape');
    await reader.press('Make a sheet to talk from');
    await at(reader, 'sheet');
    await leftAlone(reader);
    await at(reader, 'sheet-covered');
    await reader.press('Show');
    await reader.press('Back');
    await leftAlone(reader);
    await at(reader, 'results-covered');
  },

  'results of a loved one': async (reader) => {
    await mayCompare(reader);
    await reader.finish('loved', WORKED);
    await at(reader, 'results-compare');
    await reader.checkin.evaluate((element) => element.removeAttribute('compare'));
    await expect(reader.button('Compare with someone')).toHaveCount(0);
    await at(reader, 'results-loved');
    await reader.press('Make a sheet to talk from');
    await at(reader, 'sheet-loved');
  },

  'results of whoever is not safe': async (reader) => {
    await reader.finish('loved', WORKED, { feeling: UNSAFE });
    await at(reader, 'results-not-safe');
    await reader.press('Make a sheet to talk from');
    await at(reader, 'sheet-not-safe');
  },

  'before comparing': async (reader) => {
    await mayCompare(reader);
    await setClock(reader, new Date('2026-11-23T12:00:00Z'));
    await reader.finish('recovery', WORKED);
    await reader.press('Compare with someone');
    await at(reader, 'compare-watched');
    await reader.press('Continue');
    await at(reader, 'compare-watched-missing');
    await reader.says('No');
    await at(reader, 'compare-afraid');
    await reader.says('No');
    await at(reader, 'compare-warned');
  },

  'no comparing': async (reader) => {
    await mayCompare(reader);
    await reader.finish('recovery', WORKED);
    await reader.press('Compare with someone');
    await reader.says('No');
    await reader.says('Skip');
    await at(reader, 'compare-refused');
  },

  'comparing': async (reader) => {
    await mayCompare(reader);
    await setClock(reader, new Date('2026-11-23T12:00:00Z'));
    await reader.finish('recovery', WORKED);
    await reader.showsCode();
    await at(reader, 'compare-codes');
    await leftAlone(reader);
    await at(reader, 'compare-codes-covered');
    await reader.press('Show');
    const code = codeOf({ loved: true, date: '2026-11-20', accountability: [9, 4], healing: [17, 6] });
    const wrong = {
      'compare-code-empty': '',
      'compare-code-short': '111 187',
      'compare-code-altered': `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`,
      'compare-code-foreign': 'words',
      'compare-code-newer': codeOf({ loved: true, date: '2026-11-20', accountability: [9, 4], version: 9 }),
    };
    for (const [name, text] of Object.entries(wrong)) {
      await reader.theirCode.fill(text);
      await reader.press('Compare');
      await reader.theirCode.fill('');
      await at(reader, name);
    }
  },

  ...Object.fromEntries([['compare-similar', 9], ['compare-somewhat', 6], ['compare-different', 2]].map(([name, sum]) => [name, async (reader) => {
    await mayCompare(reader);
    await setClock(reader, new Date('2026-11-23T12:00:00Z'));
    await reader.finish('recovery', WORKED);
    await reader.showsCode();
    await reader.theirCode.fill(codeOf({ loved: true, date: '2026-11-20', accountability: [sum, 4], healing: [17, 6] }));
    await reader.press('Compare');
    await reader.sees('Side by side');
    await at(reader, name);
  }])),

  'saving for later': async (reader) => {
    await mayBeSaved(reader);
    await setClock(reader, SAVED);
    await seesCardOfApp(reader);
    await at(reader, 'welcome-saving');
    await reader.press('My saved check-ins');
    await at(reader, 'saved-none');
    await reader.press('Back');
    await reader.begin('recovery');
    await at(reader, 'feeling-saving');
    await reader.press('Back');
    await reader.begin('loved');
    await reader.settle();
    await reader.rush(all(3), { last: 6 });
    await at(reader, 'question-later');
    await reader.press('Save and finish later');
    await at(reader, 'question-kept');
    await reader.press('Stop saving and erase it');
    await at(reader, 'question-dropped');
    await reader.press('Save and finish later');
    for (let times = 0; times < 7; times += 1) await reader.press('Back');
    await reader.press('My saved check-ins');
    await at(reader, 'saved-unfinished');
    await reader.checkin.getByRole('button', { name: 'Go on with this one' }).click();
    await at(reader, 'saved-resume');
    await at(reader, 'saved-resume-stays');
    await reader.page.reload();
    await isReady(reader.checkin);
    await mayBeSaved(reader);
    await reader.finish('recovery', WORKED);
    await reader.press('My saved check-ins');
    await reader.checkin.getByRole('button', { name: 'Go on with this one' }).click();
    await at(reader, 'saved-resume-loses');
  },

  'a shared device': async (reader) => {
    await mayBeSaved(reader);
    await reader.press('My saved check-ins');
    await reader.press('This is a shared device');
    await at(reader, 'saved-share');
    await reader.press('Yes, turn saving off');
    await at(reader, 'saved-shared');
    await reader.press('Back');
    await reader.begin('loved');
    await reader.settle();
    await reader.rush(all(3), { last: 6 });
    await at(reader, 'question-shared');
    await startsOver(reader);
    await reader.finish('recovery', WORKED);
    await at(reader, 'results-shared');
  },

  'saving': async (reader) => {
    await mayBeSaved(reader);
    await setClock(reader, SAVED);
    await review(reader);
    await at(reader, 'review-later');
    await reader.seeResults();
    await at(reader, 'results-saving');
    await reader.box('What I want to remember').fill(NOTE);
    await at(reader, 'results-note');
    await reader.press('Save on this device');
    await at(reader, 'results-saved');
    await reader.press('My saved check-ins');
    await at(reader, 'saved-one');
    await reader.press('Erase everything');
    await at(reader, 'saved-erase');
    await reader.press('Yes, erase');
    await at(reader, 'saved-erased');
  },

  'what has changed': async (reader) => {
    await mayBeSaved(reader);
    await setClock(reader, FIRST);
    await reader.finish('recovery', all(0));
    await reader.press('Save on this device');
    await startsOver(reader);
    await setClock(reader, NOW);
    await reader.finish('recovery', WORKED);
    await at(reader, 'change');
    await reader.press('Thinking of someone else? Start a new list');
    await at(reader, 'change-alone');
  },

  'less than before': async (reader) => {
    await mayBeSaved(reader);
    await setClock(reader, FIRST);
    await reader.finish('loved', BEST);
    await reader.press('Save on this device');
    await startsOver(reader);
    await setClock(reader, NOW);
    await reader.finish('loved', WORKED);
    await at(reader, 'change-fall');
  },

  ...Object.fromEntries([
    ['results-hard-time', WORKED, { feeling: HARD }],
    ['results-hard-stretch', all(0)],
    ['results-out-of-reach', { ...WORKED, S5: 1 }],
    ['results-alone', { ...WORKED, S6: 3, H6: 1, H4: 3 }],
    ['results-no-healing', { ...all(3), ...Object.fromEntries(['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((id) => [id, undefined])) }],
    ['results-low-area', { ...WORKED, S2: 1, S5: 2 }],
    ['results-going-well', BEST],
    ['results-all-skipped', all(undefined)],
  ].map(([name, answers, options]) => [name, async (reader) => {
    await reader.finish('recovery', answers, options);
    await at(reader, name);
  }])),
};

for (const [name, walk] of Object.entries(WALKS)) {
  test(`${name}: a reader sees what is drawn, with help in reach`, async ({ reader, site }) => {
    serveLooks(site);
    await walk(reader);
  });
}

test('every drawn state has a walk that comes to it, or a test elsewhere', () => {
  const source = Object.values(WALKS).map(String).join('\n');
  const named = (name) => source.includes(`'${name}'`) || name in WALKS || HELP.test(name) || name in ELSEWHERE;
  expect(statesIn('en').map(({ name }) => name).filter((name) => !named(name))).toEqual([]);
});
