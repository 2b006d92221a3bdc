// Runs the rounds over all pages, then writes the report. `cargo xtask bench` runs it, builds dist/ and names the
// browser in CHROMIUM.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { machine, versions } from './machine.mjs';
import { files, FORMS, HISTORY, PLAIN } from './pages.mjs';
import { report } from './report.mjs';
import { serve } from './server.mjs';
import { native, peer } from './sums.mjs';
import { away, history, PROFILES, retakes, whole } from './visit.mjs';

const root = resolve(import.meta.dirname, '..');
/** The least number of rounds for the report: a median of fewer is a trial, not evidence. */
const ENOUGH = 7;
const AFTER_RETAKES = [1, 10, 50, 100];
const SAVED = [10, 100, 1000];

const BROWSER = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Otherwise the frame would get its own process, which the page's throttling does not reach.
    '--disable-site-isolation-trials',
  ],
};

function say(line) {
  process.stderr.write(`bench: ${line}\n`);
}

/** Rotates the order and reverses it in every second round, so that no page always comes first. */
function order(list, round) {
  const from = round % list.length;
  const turned = [...list.slice(from), ...list.slice(0, from)];
  return round % 2 === 0 ? turned : turned.reverse();
}

async function measure(server, round) {
  const browser = await chromium.launch(BROWSER);
  try {
    const bench = { browser, server };
    const tag = FORMS.find(({ name }) => name === 'tag');
    const apart = [PLAIN, ...FORMS.filter(({ name }) => ['tag', 'standalone', 'frame'].includes(name))];
    const found = { whole: {}, away: {} };
    for (const [name, profile] of Object.entries(PROFILES)) {
      found.whole[name] = {};
      found.away[name] = {};
      for (const form of order(FORMS, round)) found.whole[name][form.name] = await whole(bench, form, profile);
      for (const form of order(apart, round)) found.away[name][form.name] = await away(bench, form, profile);
    }
    found.history = await history(bench, HISTORY, SAVED);
    found.retakes = await retakes(bench, tag, AFTER_RETAKES);
    return found;
  } finally {
    await browser.close();
  }
}

async function main() {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: String(ENOUGH) } } });
  const kept = Number(values.rounds);
  if (!Number.isInteger(kept) || kept < 1) throw new Error(`--rounds ${values.rounds}: a number from 1 up is needed.`);
  // The first round finds everything cold; only a quick trial keeps it.
  const thrown = kept >= ENOUGH ? 1 : 0;
  const about = machine();
  say('packing the files with brotli');
  const server = await serve(files());
  const rounds = [];
  for (let round = 0; round < kept + thrown; round += 1) {
    say(`round ${round + 1} of ${kept + thrown}${round < thrown ? ', thrown away' : ''}`);
    const found = { ...await measure(server, round), native: native(), peer: peer() };
    if (round >= thrown) rounds.push(found);
  }
  const browser = await chromium.launch(BROWSER);
  const used = versions(browser);
  await browser.close();
  await server.close();
  for (const folder of ['target', 'docs/evidence']) mkdirSync(resolve(root, folder), { recursive: true });
  writeFileSync(resolve(root, 'target/bench.json'), JSON.stringify({ about, used, thrown, rounds }, null, 1));
  const text = report({ about, used, thrown, rounds, forms: FORMS });
  if (kept >= ENOUGH) {
    writeFileSync(resolve(root, 'docs/evidence/speed.md'), text);
    say('docs/evidence/speed.md is written');
  } else {
    process.stdout.write(text);
    say(`fewer than ${ENOUGH} rounds: docs/evidence/speed.md stays as it is`);
  }
}

await main();
