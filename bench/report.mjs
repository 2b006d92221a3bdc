// Writes docs/evidence/speed.md from the rounds: budgets, results, and a plain list of missed budgets.
import { budgets } from './budgets.mjs';
import { p95, ratio, summary } from './stats.mjs';
import { PROFILES } from './visit.mjs';

const ms = (value) => `${Math.round(value)} ms`;
const kb = (value) => `${(value / 1024).toFixed(1)} KB`;
const mb = (value) => `${(value / 2 ** 20).toFixed(2)} MB`;
const times = (value) => value.toFixed(2);
const nanoseconds = (value) => (value < 1000 ? `${Math.round(value)} ns` : `${(value / 1000).toFixed(1)} µs`);

/** A cell: the median, with the minimum and maximum in brackets. */
function cell(found, write) {
  if (!found) return '–';
  const [middle, least, most] = [found.median, found.least, found.most].map(write);
  return least === most ? middle : `${middle} (${least} to ${most})`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const longTask = (value) => (value === 0 ? 'none' : ms(value));

function pages({ rounds, forms }, profile) {
  const head = [
    'page', 'body bytes', 'requests', 'first view', 'first radio', 'first question', 'tap, p95', 'longest task',
    'JS heap', 'wasm memory',
  ];
  return table(head, forms.map(({ name, said }) => {
    const of = (pick, write) => cell(summary(rounds, (round) => pick(round.whole[profile][name])), write);
    return [
      said,
      of((visit) => visit.bytes, kb),
      of((visit) => visit.requests, String),
      of((visit) => visit['first view'], ms),
      of((visit) => visit['first radio'], ms),
      of((visit) => visit['first question'], ms),
      of((visit) => p95(visit.taps), ms),
      of((visit) => visit.longestTask, longTask),
      of((visit) => visit.heap, mb),
      of((visit) => visit.wasm, mb),
    ];
  }));
}

function ratios({ rounds, forms }, profile) {
  const against = (name, peer, pick) => {
    const of = (side) => (round) => pick(round.whole[profile][side]);
    return cell(ratio(rounds, of(name), of(peer)), times);
  };
  const head = [
    '', 'first view ÷ floor', 'first radio ÷ SurveyJS', 'first question ÷ SurveyJS', 'tap p95 ÷ floor',
    'tap p95 ÷ SurveyJS',
  ];
  return table(head, forms.map(({ name, said }) => [
    said,
    against(name, 'floor', (visit) => visit['first view']),
    against(name, 'survey', (visit) => visit['first radio']),
    against(name, 'survey', (visit) => visit['first question']),
    against(name, 'floor', (visit) => p95(visit.taps)),
    against(name, 'survey', (visit) => p95(visit.taps)),
  ]));
}

function farAway({ rounds, forms }) {
  const shown = [{ name: 'plain', said: 'the page alone' }, ...forms].filter(({ name }) => rounds[0].away.free[name]);
  const head = [
    'page', 'added bytes', 'added requests', 'longest task, unthrottled', 'longest task, Slow 4G + 4× CPU',
  ];
  return table(head, shown.map(({ name, said }) => {
    const of = (profile, pick, write) => cell(summary(rounds, (round) => pick(round.away[profile][name])), write);
    return [
      said,
      of('slow', (visit) => visit.added, kb),
      of('slow', (visit) => visit.requests - 1, String),
      of('free', (visit) => visit.longestTask, longTask),
      of('slow', (visit) => visit.longestTask, longTask),
    ];
  }));
}

function again({ rounds }) {
  const counts = rounds[0].retakes.map(({ count }) => count);
  return table(['check-ins on one page', 'JS heap', 'DOM', 'wasm memory'], counts.map((count, at) => [
    count,
    cell(summary(rounds, (round) => round.retakes[at].heap), mb),
    cell(summary(rounds, (round) => round.retakes[at].dom), mb),
    cell(summary(rounds, (round) => round.retakes[at].wasm), mb),
  ]));
}

function sums({ rounds }) {
  const native = (name) => cell(summary(rounds, (round) => round.native[name]), nanoseconds);
  const share = ratio(rounds, (round) => round.native['answer and score 18'], (round) => round.peer);
  return table(['give 18 answers and read seven scores', ''], [
    ['here, natively', native('answer and score 18')],
    ['SurveyJS in Node.js', cell(summary(rounds, (round) => round.peer), nanoseconds)],
    ['ratio within each round', cell(share, (value) => value.toFixed(4))],
    ['the seven scores alone, here', native('score 18')],
    ['one step (an answer, then Continue), here', native('step 18')],
  ]);
}

function sizes({ rounds }) {
  const rows = [
    ['from a draft to a checked definition', 'load'],
    ['adding an answer', 'one answer'],
    ['all scores', 'all scores'],
  ];
  const native = (name) => cell(summary(rounds, (round) => round.native[name]), nanoseconds);
  return table(['natively', '18 questions', '1,000 questions', 'ratio'], rows.map(([said, name]) => [
    said,
    native(`${name} 18`),
    native(`${name} 1000`),
    cell(ratio(rounds, (round) => round.native[`${name} 1000`], (round) => round.native[`${name} 18`]), times),
  ]));
}

function verdicts(bench) {
  const rows = budgets(bench);
  const main = rows.filter(({ form }) => !form || form === 'tag');
  const cells = main.map(({ what, budget, measured, verdict }) => [what, budget, measured, verdict]);
  const missed = rows.filter(({ verdict }) => verdict === 'misses')
    .map(({ what, said, budget, measured }) => `- ${said ? `${said}: ` : ''}${what}: ${measured}, budget ${budget}`);
  return `${table(['what', 'budget', 'measured', ''], cells)}

### Budgets missed, in any form

${missed.join('\n') || 'Nothing: every measured budget is met.'}`;
}

const list = (named) => Object.entries(named).map(([name, value]) => `- ${name}: ${value}`).join('\n');

/** The text of speed.md. */
export function report(bench) {
  const { about, used, thrown, rounds } = bench;
  const { processor, cores, gigabytes, system, load } = about;
  return `# Speed and size, measured

Written by \`cargo xtask bench\` (bench/report.mjs). Rounds: ${rounds.length}, after ${thrown} discarded warm-up round${thrown === 1 ? '' : 's'}.
Each figure is the median over the rounds, with the minimum and maximum in brackets. A ratio is computed within each
round; then the median is taken. KB are 1,024 bytes. Times are for one machine on one day: the ratios mean more. No
test depends on any of this.

## Budgets, for the default form (the tag)

${verdicts(bench)}

## All pages, ${PROFILES.free.said}

${pages(bench, 'free')}

${ratios(bench, 'free')}

## All pages, ${PROFILES.slow.said}

Slow 4G is 1.6 Mbit/s down, 0.75 up and 150 ms.

${pages(bench, 'slow')}

${ratios(bench, 'slow')}

## Before the reader comes near

The check-in begins five screens below the first; the page is left alone for four seconds after loading.

${farAway(bench)}

## Repeated check-ins

Memory of one page after repeated check-ins with the tag, from the first question to the results, Start over and the
first question again, after garbage collection. Here the page presses its own buttons. *DOM* is the memory that the
browser holds for the page's elements.

${again(bench)}

## Scoring

${sums(bench)}

Criterion times our code, which is built for size like the shipped wasm, but for this processor. SurveyJS computes
seven \`calculatedValues\` when its data is set. It does not do the rest of our work: skipped answers, the least number of
answers, bands. A check-in is scored once, so no reader can notice any of this.

## 18 and 1,000 questions

${sizes(bench)}

The check-in cannot load other questions yet, so neither a page with 1,000 questions nor a step of the flow at that
size was measured. The table measures the parts below the screens, which accept any definition. Adding an answer copies
the list of answers, so its time grows with the list.

## Not measured

- A page or a step with 1,000 questions, as above.
- Any browser but Chromium, any real phone, any real network. The throttling is Chromium's own.

## Method

- **Pages.** All contain the same short blog post in a 390 × 844 window; each visit has an empty cache and a fresh
  context. A server on the same machine sends every body as brotli at level 11 with \`no-store\`. *Body bytes* and
  *requests* include the page; *added* excludes the weight of the post alone. The reader prefers reduced motion.
- **The forms** are the configurator's default snippets, with its hashes.
- **The embed floor** is an HTML page with one small external script that writes the first view and the questions: the
  least that an embed can be. It has no wasm, no help lines, no results.
- **SurveyJS** is its newest release with the renderer that needs no React, styles without a font, minified, scripts
  deferred, animations off, one question a page. It has no Begin: its first question is its first view, which favours it.
- **First view**: from the start of the navigation to the end of the first frame in which the title, Begin and Get help
  now have boxes (SurveyJS: title and Next).
- **First radio**: the same, for the first radio that can be pressed. On ours and the floor it is in the first view: who
  answers.
- **First question**: the same, for the first radio of question 1. Who answers and Begin are pressed right after the
  first frame that shows them, and so is Continue on "How are you right now?".
- **Tap**: from the end of a real mouse press on Continue (by the event's own time) to the end of the frame that shows
  the next question, over the 17 transitions between questions; p95 of each journey.
- **Longest task** until the first question, by the browser's long-task list, which begins at 50 ms: *none* means that
  no task was that long.
- **JS heap** and **wasm memory** at the first question, after garbage collection.
- **The frame** runs in the process of its page; otherwise the throttling would not reach it.
- The order of the pages changes from round to round.

## Machine

- ${processor}, ${cores} cores, ${gigabytes} GB, ${system}; load before the start ${load}
${list(used)}
`;
}
