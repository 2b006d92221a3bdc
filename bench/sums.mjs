// Times the scoring of the check-in, natively with Criterion and in SurveyJS under Node.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Model } from 'survey-core';
import { CHOICES, ORDER, REVERSE } from './words.mjs';

const root = resolve(import.meta.dirname, '..');

/** The native figures, by the names in bench/scoring.rs. */
const NATIVE = [
  'score 18', 'answer and score 18', 'step 18', 'load 18', 'load 1000', 'one answer 18', 'one answer 1000',
  'all scores 18', 'all scores 1000',
  'history 100', 'history 1000',
];

/** Runs the native benchmark and returns the median nanoseconds of each figure. */
export function native() {
  const folder = resolve(root, 'target/criterion');
  const options = ['bench', '--quiet', '--locked', '--offline', '--bench', 'scoring'];
  const env = { ...process.env, CRITERION_HOME: folder };
  const { status, stderr } = spawnSync('cargo', options, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cargo ${options.join(' ')} failed:\n${stderr}`);
  return Object.fromEntries(NATIVE.map((name) => {
    const file = resolve(folder, name, 'new/estimates.json');
    return [name, JSON.parse(readFileSync(file, 'utf8')).median.point_estimate];
  }));
}

/** Areas, and strategies of a person in recovery: seven scales over the 18 items, as in the check-in. */
const SCALES = {
  A: 'A1 A2 A3 A4 A5 A6',
  H: 'H1 H2 H3 H4 H5 H6',
  S: 'S1 S2 S3 S4 S5 S6',
  communication: 'A1 A2 H1 H2 S1',
  consistency: 'A3 A4 H3 S2 S3',
  patience: 'A5 H4 H5 S4',
  support: 'A6 H6 S5 S6',
};

/** SurveyJS does less than the check-in: no skipped answers, no least number of answers, no bands. */
function survey() {
  const keyed = (id) => (REVERSE.includes(id) ? `(4 - {${id}})` : `{${id}}`);
  return new Model({
    elements: ORDER.map((name) => ({ type: 'radiogroup', name, choices: CHOICES.map((_, value) => value) })),
    calculatedValues: Object.entries(SCALES).map(([name, ids]) => {
      const items = ids.split(' ');
      return { name, expression: `(${items.map(keyed).join(' + ')}) * 100 / ${4 * items.length}` };
    }),
  });
}

/** Median nanoseconds to give SurveyJS 18 answers at once and read the seven scores. */
export function peer() {
  const model = survey();
  const answers = [0, 1].map((turn) => Object.fromEntries(ORDER.map((id, at) => [id, (at + turn) % 5])));
  const scores = () => model.calculatedValues.map(({ value }) => value);
  const times = [];
  const end = performance.now() + 2000;
  for (let turn = 0; performance.now() < end; turn += 1) {
    const start = performance.now();
    model.data = answers[turn % 2];
    scores();
    times.push(performance.now() - start);
  }
  if (scores().some((score) => !Number.isFinite(score))) throw new Error('SurveyJS has no score.');
  // Node compiles during the first quarter.
  const warm = times.slice(times.length / 4).sort((a, b) => a - b);
  return warm[Math.floor(warm.length / 2)] * 1e6;
}
