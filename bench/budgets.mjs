// Compares our budgets with the measurements. Nothing fails here; a miss goes into the report.
import { median, p95, ratio, summary } from './stats.mjs';

const KB = 1024;
const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

function judge(value, limit, stretch) {
  if (value > limit) return 'misses';
  if (stretch === undefined) return 'meets';
  return value <= stretch ? 'meets, stretch too' : 'meets, not the stretch';
}

const visitOf = (profile, name) => (round) => round.whole[profile][name];

function within(rounds, profile, name, peer, pick) {
  const of = (side) => (round) => pick(visitOf(profile, side)(round));
  return ratio(rounds, of(name), of(peer));
}

/** Budgets for every form. */
function ofForm(rounds, { name: form, said }) {
  const row = (what, budget, value, write, limit, stretch) =>
    ({ form, said, what, budget, measured: write(value), verdict: judge(value, limit, stretch) });
  const share = (value) => value.toFixed(2);
  const size = summary(rounds, (round) => visitOf('slow', form)(round).added).median;
  const view = within(rounds, 'slow', form, 'floor', (visit) => visit['first view']).median;
  const question = within(rounds, 'slow', form, 'survey', (visit) => visit['first question']).median;
  const tap = (profile) => within(rounds, profile, form, 'floor', (visit) => p95(visit.taps)).median;
  return [
    row('everything a whole check-in needs', '≤ 120 KB, stretch 90', size, kb, 120 * KB, 90 * KB),
    row('first view, Slow 4G + 4× CPU', '≤ 1.15 × the floor', view, share, 1.15),
    row('first question, Slow 4G + 4× CPU', '≤ 0.55 × SurveyJS, stretch 0.40', question, share, 0.55, 0.4),
    row('tap to paint p95, unthrottled', '≤ 1.25 × the floor', tap('free'), share, 1.25),
    row('tap to paint p95, Slow 4G + 4× CPU', '≤ 1.25 × the floor', tap('slow'), share, 1.25),
  ];
}

function beforeNear(rounds) {
  const of = (profile, name, pick) => summary(rounds, (round) => pick(round.away[profile][name])).median;
  const bytes = of('slow', 'tag', (visit) => visit.added);
  const requests = of('slow', 'tag', (visit) => visit.requests - 1);
  const longest = (name) => ['free', 'slow'].map((profile) => of(profile, name, (visit) => visit.longestTask));
  const [ours, alone] = [longest('tag'), longest('plain')];
  const said = (tasks) => tasks.map((task) => (task === 0 ? 'none' : `${Math.round(task)} ms`)).join(', throttled ');
  return [
    {
      what: 'before the reader comes near',
      budget: '≤ 12 KB, 1 request',
      measured: `${kb(bytes)}, ${requests} ${requests === 1 ? 'request' : 'requests'}`,
      verdict: bytes <= 12 * KB && requests <= 1 ? 'meets' : 'misses',
    },
    {
      what: 'long task before the reader comes near',
      budget: 'none',
      measured: `${said(ours)}; the page alone: ${said(alone)}`,
      // A task that the page has without us is not ours.
      verdict: ours.every((task, at) => task <= alone[at]) ? 'meets' : 'misses',
    },
  ];
}

/** A plateau: wasm memory does not grow after the tenth check-in. */
function plateau(rounds) {
  const at = (count) => summary(rounds, ({ retakes }) => retakes.find((one) => one.count === count).wasm).median;
  const [tenth, last] = [at(10), at(100)];
  const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(2)} MB`;
  return {
    what: 'wasm memory over 100 check-ins on one page',
    budget: 'a plateau',
    measured: `${mb(tenth)} after 10, ${mb(last)} after 100`,
    verdict: last <= tenth ? 'meets' : 'misses',
  };
}

/** Memory that the page holds for each finished check-in. */
function kept(rounds) {
  const at = (round, count) => round.retakes.find((one) => one.count === count);
  const grown = (pick) => summary(rounds, (round) => (pick(at(round, 100)) - pick(at(round, 10))) / 90).median;
  return {
    what: 'left behind by each of these check-ins',
    budget: 'no limit was set',
    measured: `JS heap ${kb(grown(({ heap }) => heap))}, DOM ${kb(grown(({ dom }) => dom))}`,
    verdict: '',
  };
}

function scoring(rounds) {
  const share = ratio(rounds, (round) => round.native['answer and score 18'], (round) => round.peer).median;
  return {
    what: 'native scoring of 18 answers',
    budget: 'no limit was set',
    measured: `${share.toFixed(4)} × SurveyJS`,
    verdict: '',
  };
}

/** Reading, grouping and comparing ten times as many saved check-ins: at most ten times the time. */
function history(rounds) {
  const share = ratio(rounds, (round) => round.native['history 1000'], (round) => round.native['history 100']).median;
  return {
    what: '1,000 saved results',
    budget: 'linear at most: ≤ 11 × the time for 100, for noise',
    measured: `${share.toFixed(1)} × the time for 100, natively`,
    verdict: judge(share, 11),
  };
}

/** The same in a browser: from the press to the list with its charts and table. */
function list(rounds) {
  const at = (count) => (round) => median(round.history.find((one) => one.count === count).times);
  const share = ratio(rounds, at(1000), at(100)).median;
  return {
    what: 'the list of 1,000 saved results',
    budget: 'linear at most: ≤ 11 × the time for 100, for noise',
    measured: `${Math.round(summary(rounds, at(1000)).median)} ms, ${share.toFixed(1)} × the time for 100`,
    verdict: judge(share, 11),
  };
}

const NOT_MEASURED = [
  { what: 'a step at 1,000 questions', budget: '≤ 1.2 × the step at 18', measured: 'not measured', verdict: 'open' },
];

/** Every budget with its verdict; `form` names the measured form if a budget applies to several. */
export function budgets({ rounds, forms }) {
  const ours = forms.filter(({ isOurs }) => isOurs);
  return [
    ...beforeNear(rounds),
    ...ours.flatMap((form) => ofForm(rounds, form)),
    plateau(rounds),
    kept(rounds),
    scoring(rounds),
    history(rounds),
    list(rounds),
    ...NOT_MEASURED,
  ];
}
