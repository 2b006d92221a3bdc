// What finished check-ins say. Every number here was worked out by hand from the specification:
// an area or a strategy is 100 · Σ / (4k), Σ the sum of the keyed answers, k how many; (r) counts 4 − raw.
import { all, areas, expect, ORDER, test, WORKED } from '../support/reader.mjs';

const C = 'Honest and open communication';
const R = 'Consistency and reliability';
const P = 'Patience and understanding';
const S = 'Professional and outside support';

const tooFew = (answered) =>
  `You answered ${answered} of these 6 questions, so there is no number here. A blank is not a low score.`;

/** The strengths named: acts first, then strategies. */
const strengths = (reader) => reader.checkin.locator('.strengths li').allTextContents();

test('the worked case of the specification', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.answer(WORKED);
  await reader.seeResults();
  // Seen at once, whole numbers with their words.
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
  await expect(reader.checkin.locator('.area .band')).toHaveText(['Growing steady', 'Taking shape', 'Taking shape']);
  expect(await reader.numbers()).toEqual({
    Accountability: ['71', '62 to 80', 'Growing steady'],
    'Emotional healing': ['55', '45 to 65', 'Taking shape'],
    Stability: ['44', '33 to 55', 'Taking shape'],
  });
  // Two decimals only in the workings, behind a summary.
  await expect(reader.checkin.getByText('100 × 17 ÷ (4 × 6) = 70.83')).toBeHidden();
  await reader.checkin.getByText('How this was worked out').click();
  await expect(reader.checkin.getByText('100 × 17 ÷ (4 × 6) = 70.83')).toBeVisible();
  expect(await reader.workings()).toMatchObject({
    Accountability: '100 × 17 ÷ (4 × 6) = 70.83',
    'Emotional healing': '100 × 11 ÷ (4 × 5) = 55.00',
    Stability: '100 × 7 ÷ (4 × 4) = 43.75',
    Overall: '(70.83 + 55.00 + 43.75) ÷ 3 = 56.53',
    [C]: '100 × 10 ÷ (4 × 5) = 50.00',
    [R]: '100 × 12 ÷ (4 × 5) = 60.00',
    [P]: '100 × 7 ÷ (4 × 3) = 58.33',
    [S]: '2 of 4 answered, 3 needed: no number',
  });
  expect(await reader.steps()).toEqual([C]);
  await expect(reader.checkin.locator('.begin')).toContainText('Pick one small true thing you have been putting off.');
  expect(await strengths(reader)).toEqual([
    'You often used outside support to reach your goals.',
    'You often told the truth when they asked a hard question.',
    R,
    P,
  ]);
  await expect(reader.checkin.locator('.support-first')).toHaveCount(0);
  const text = await reader.checkin.locator('.card').textContent();
  expect(text).not.toMatch(/[%٪]|percent|weakest|\bscore of\b/i);
});

test('in recovery, with one area that has too few answers', async ({ reader }) => {
  // A: 4, 0(r)4, 4, 1(r)3, –, 3 = 18 of 5 answers: 1800/20 = 90
  // H: 3, –, –, 2, –, – two answers: no number, so no overall either
  // S: 3, 3, 2(r)2, 3, 4, 3(r)1 = 16 of 6: 1600/24 = 66.67
  // C: A1 4 + A2 4 + H1 3 + S1 3 = 14 of 4: 87.5    R: A3 4 + A4 3 + S2 3 + S3 2 = 12 of 4: 75
  // P: H4 and S4 only: no number                    S: A6 3 + S5 4 + S6 1 = 8 of 3: 66.67
  // The lowest is S; R is 8.33 away, more than 6.25: S alone.
  await reader.finish('recovery', areas('4041-3 3--2-- 332343'));
  expect(await reader.numbers()).toEqual({
    Accountability: ['90', '80 to 100', 'Growing steady'],
    'Emotional healing': ['No number'],
    Stability: ['67', '58 to 76', 'Growing steady'],
  });
  await expect(reader.checkin.locator('.area').nth(1)).toContainText(tooFew(2));
  await expect(reader.checkin.locator('.area').nth(1).locator('.number, svg')).toHaveCount(0);
  expect(await reader.workings()).toMatchObject({
    Accountability: '100 × 18 ÷ (4 × 5) = 90.00',
    'Emotional healing': '2 of 6 answered, 4 needed: no number',
    Stability: '100 × 16 ÷ (4 × 6) = 66.67',
    Overall: 'Some parts have no number, so there is no overall number.',
    [C]: '100 × 14 ÷ (4 × 4) = 87.50',
    [R]: '100 × 12 ÷ (4 × 4) = 75.00',
    [P]: '2 of 4 answered, 3 needed: no number',
    [S]: '100 × 8 ÷ (4 × 3) = 66.67',
  });
  expect(await reader.steps()).toEqual([S]);
  expect((await strengths(reader)).slice(-2)).toEqual([C, R]);
});

test('in recovery, every answer "Often": a second look is suggested, once', async ({ reader }) => {
  // Forward items count 3, reversed ones 1. Each area has four forward and two reversed items: 14 of 6: 58.33
  // C: 3 + 1 + 3 + 1 + 3 = 11 of 5: 55    R: 3 + 1 + 3 + 3 + 1 = 11 of 5: 55
  // P: 3 + 3 + 1 + 3 = 10 of 4: 62.5      S: 3 + 3 + 3 + 1 = 10 of 4: 62.5
  // C and R are lowest together, the others 7.5 away: both, unranked.
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(all(3));
  const nudge = reader.checkin.getByText('Most of your answers are the same. That may be right.');
  await expect(nudge).toBeVisible();
  await reader.press('Back');
  await reader.seesQuestion(18);
  await reader.press('Continue');
  await reader.sees('Look over your answers');
  await expect(nudge).toHaveCount(0);
  await reader.seeResults();
  expect(await reader.numbers()).toEqual({
    Accountability: ['58', '49 to 67', 'Taking shape'],
    'Emotional healing': ['58', '49 to 67', 'Taking shape'],
    Stability: ['58', '49 to 67', 'Taking shape'],
  });
  expect(await reader.workings()).toMatchObject({
    Overall: '(58.33 + 58.33 + 58.33) ÷ 3 = 58.33',
    [C]: '100 × 11 ÷ (4 × 5) = 55.00',
    [R]: '100 × 11 ÷ (4 × 5) = 55.00',
    [P]: '100 × 10 ÷ (4 × 4) = 62.50',
    [S]: '100 × 10 ÷ (4 × 4) = 62.50',
  });
  expect(await reader.steps()).toEqual([C, R]);
  await expect(reader.checkin.locator('.begin')).toContainText('close together, so no one of them stands out');
});

test('loved one: support is always among the offers, and a half is rounded up', async ({ reader }) => {
  // A: 2, 1(r)3, 3, 2(r)2, 1, 4 = 15 of 6: 62.5, the first value that is "Growing steady", shown as 63
  // H: 1, 3(r)1, 2, 4, 0(r)4, 3 = 15 of 6: 62.5
  // S: 3, 4, 3(r)1, 3, 2, 1(r)3 = 16 of 6: 66.67          overall 191.67/3 = 63.89
  // What the other person did is left out of a loved one's strategies:
  // C: H1 1 + H2 1 + S1 3 = 5 of 3: 41.67    R: H3 2 + S2 4 + S3 1 = 7 of 3: 58.33
  // P: A5 1 + H4 4 + S4 3 = 8 of 3: 66.67    S: A6 4 + H6 3 + S5 2 + S6 3 = 12 of 4: 75
  // C is lowest and alone; S is added for every loved one.
  await reader.begin('loved');
  await reader.settle("I'm okay");
  await reader.answer(areas('213214 132403 343321'));
  await reader.seeResults();
  expect(await reader.numbers()).toEqual({
    'What you saw, and how you held up': ['63', '54 to 72', 'Growing steady'],
    'Emotional healing': ['63', '54 to 72', 'Growing steady'],
    Stability: ['67', '58 to 76', 'Growing steady'],
  });
  expect(await reader.workings()).toMatchObject({
    'What you saw, and how you held up': '100 × 15 ÷ (4 × 6) = 62.50',
    'Emotional healing': '100 × 15 ÷ (4 × 6) = 62.50',
    Stability: '100 × 16 ÷ (4 × 6) = 66.67',
    Overall: '(62.50 + 62.50 + 66.67) ÷ 3 = 63.89',
    [C]: '100 × 5 ÷ (4 × 3) = 41.67',
    [R]: '100 × 7 ÷ (4 × 3) = 58.33',
    [P]: '100 × 8 ÷ (4 × 3) = 66.67',
    [S]: '100 × 12 ÷ (4 × 4) = 75.00',
  });
  expect(await reader.steps()).toEqual([C, S]);
  await expect(reader.checkin.locator('.begin')).toContainText('You do not owe anyone your trust.');
  await expect(reader.checkin.locator('.begin')).toContainText('Write down one thing you want to be told about');
  await expect(reader.checkin.locator('.profile')).toContainText('It is not a grade for you or for them.');
  // Own acts first: among those that count 4, in the order of the questions.
  expect(await strengths(reader)).toEqual([
    'You often did small daily things that keep you steady.',
    'You often let yourself take the time you need.',
    R,
    P,
  ]);
});

test('loved one who could not reach anyone: support first, numbers folded', async ({ reader }) => {
  // A: –, –, 2, –, 2, 0 three answers: no number
  // H: 0, 4(r)0, 0, 0, –, 1 = 1 of 5: 5, its range cut off at 0
  // S: 1, 1, 2(r)2, 2, 1, 1(r)3 = 10 of 6: 41.67
  // C: 0 + 0 + 1 = 1 of 3: 8.33    R: 0 + 1 + 2 = 3 of 3: 25    P: 2 + 0 + 2 = 4 of 3: 33.33
  // S: A6 0 + H6 1 + S5 1 + S6 3 = 5 of 4: 31.25. C alone, and S for a loved one.
  await reader.finish('loved', areas('--2-20 0400-1 112211'));
  const first = reader.checkin.locator('.support-first');
  await expect(first).toContainText('You said it was hard to reach someone. You can reach a person right now:');
  await expect(reader.results.locator('.part').first()).toHaveClass(/support-first/);
  await expect(reader.checkin.locator('.area').first()).toBeHidden();
  await reader.checkin.getByText('Show my numbers').click();
  await expect(reader.checkin.locator('.area').first()).toContainText(tooFew(3));
  expect(await reader.numbers()).toEqual({
    'What you saw, and how you held up': ['No number'],
    'Emotional healing': ['5', '0 to 15', 'Room to grow'],
    Stability: ['42', '33 to 51', 'Taking shape'],
  });
  expect(await reader.workings()).toMatchObject({
    [C]: '100 × 1 ÷ (4 × 3) = 8.33',
    [R]: '100 × 3 ÷ (4 × 3) = 25.00',
    [P]: '100 × 4 ÷ (4 × 3) = 33.33',
    [S]: '100 × 5 ÷ (4 × 4) = 31.25',
  });
  expect(await reader.steps()).toEqual([C, S]);
  expect(await strengths(reader)).toEqual(['You rarely, if ever, tried to handle hard days all alone.']);
});

test('R53: everything skipped gives no number and no zero', async ({ reader }) => {
  await reader.finish('recovery', all(undefined));
  await expect(reader.checkin.locator('.number, .path')).toHaveCount(0);
  await expect(reader.checkin.locator('.profile table')).toHaveCount(0);
  await expect(reader.checkin.locator('.area')).toHaveCount(3);
  for (const area of await reader.checkin.locator('.area').all()) await expect(area).toContainText(tooFew(0));
  const workings = Object.values(await reader.workings()).join('\n');
  expect(workings).toContain('0 of 6 answered, 4 needed: no number');
  expect(workings).not.toMatch(/=|NaN|Infinity/);
  await expect(reader.checkin.locator('.strengths')).toContainText('You skipped these questions this time');
  expect(await reader.steps()).toEqual([C, R, P, S]);
  await expect(reader.checkin.locator('.begin')).toContainText('There are not enough answers here to point to one thing.');
});

test('four answers of six in each area are enough for a number', async ({ reader }) => {
  // Sometimes counts 2 either way round: 8 of 4 is 50, plus or minus 11.
  await reader.finish('recovery', areas('2222-- --2222 2-2-22'));
  expect(await reader.numbers()).toEqual({
    Accountability: ['50', '39 to 61', 'Taking shape'],
    'Emotional healing': ['50', '39 to 61', 'Taking shape'],
    Stability: ['50', '39 to 61', 'Taking shape'],
  });
  expect((await reader.workings()).Overall).toBe('(50.00 + 50.00 + 50.00) ÷ 3 = 50.00');
});

test('a hard stretch: thanks, lines, the support step first, the other when ready', async ({ reader }) => {
  // Every helpful thing Never, every hard thing Almost always: all areas 0.
  const worst = Object.fromEntries(ORDER.map((id) => [id, ['A2', 'A4', 'H2', 'H5', 'S3', 'S6'].includes(id) ? 4 : 0]));
  await reader.finish('recovery', worst);
  const first = reader.checkin.locator('.support-first');
  await expect(first).toContainText('Thank you for answering so openly. This looks like a hard stretch.');
  await expect(first).toContainText('One small step is enough.');
  expect(await reader.groups(first)).toEqual(['Talk to someone now', 'Life in danger', 'Not safe with someone']);
  expect(await reader.numbers()).toEqual({
    Accountability: ['0', '0 to 9', 'Room to grow'],
    'Emotional healing': ['0', '0 to 9', 'Room to grow'],
    Stability: ['0', '0 to 9', 'Room to grow'],
  });
  expect(await reader.steps()).toEqual([S, C, R, P]);
  await expect(reader.checkin.locator('.begin > .between')).toHaveText(['When you are ready']);
  await expect(reader.checkin.locator('.strengths')).toContainText('Nothing on this list stood out this month');
});

test('no one comes to mind: ten questions, stability only', async ({ reader }) => {
  // S: 3, 3, 1(r)3, 3, 3, 1(r)3 = 18 of 6: 75
  await reader.begin('recovery', { noOneInMind: true });
  await reader.settle();
  await expect(reader.checkin.locator('.stem')).toHaveText('In the past 4 weeks, how often was this true?');
  await reader.answer(areas('-----3 31---3 331331'));
  await expect(reader.checkin.locator('.answers li')).toHaveCount(10);
  await reader.seeResults();
  expect(await reader.numbers()).toEqual({ Stability: ['75', '66 to 84', 'Growing steady'] });
  expect(Object.keys(await reader.workings())).not.toContain('Overall');
});

test('results: nothing but the specified parts, in the specified order', async ({ reader }) => {
  await reader.finish('recovery', WORKED, { feeling: "It's a hard time" });
  const titles = await reader.results.locator('> .part').evaluateAll((parts) =>
    parts.map((part) => part.querySelector('h3').textContent));
  expect(titles).toEqual([
    'First, someone to talk to',
    'What is going well',
    'What helps trust grow',
    'A place to begin',
    'Support',
    'How this was worked out',
    'Before you go',
  ]);
  await expect(reader.results).toContainText('It was not made to prove anything to a court');
  await expect(reader.results).toContainText('Then do one kind thing for yourself today.');
});

test('a different step opens all four', async ({ reader }) => {
  await reader.finish('recovery', WORKED);
  const different = reader.checkin.locator('.begin details');
  await different.getByText('Choose a different step').click();
  await expect(different.locator('.step h4')).toHaveText([C, R, P, S]);
  await expect(different.locator('.step').last()).toBeVisible();
});
