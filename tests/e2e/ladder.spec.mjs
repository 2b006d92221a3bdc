// Nothing leaves: the proof, rung by rung, over a whole journey on the files that ship. And the proof of the proof:
// the same files with one leak put in, for each way out, where the rung that should find it does.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test as base } from './host.mjs';
import { ASKED_FOR, FORMS, leave, open, STEPS, STRICT, WORDS } from './ladder/journey.mjs';
import { LEAKS, leak, SAID, STOPPED } from './ladder/leaks.mjs';
import { arrivals, asked, canaries, extra, left, namesIn, usesBeyond, violations } from './ladder/rungs.mjs';
import { serve } from './server.mjs';
import { note, watch, WEATHER } from './ladder/watch.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');
const read = (name) => readFileSync(resolve(DIST, name), 'utf8');
const SCRIPT = 'trust-checkin.js';

/** How often each shipped script names what could carry something out (ladder/rungs.mjs has the list). Think before you add. */
const NAMED = {
  'trust-checkin.js': { CustomEvent: 1, console: 1, dispatchEvent: 1, fetch: 1, globalThis: 2, import: 2, location: 1, print: 3, referrer: 1, top: 3 },
  'trust-checkin.standalone.js': { CustomEvent: 1, console: 1, dispatchEvent: 1, globalThis: 2, location: 1, print: 3, referrer: 1, top: 3 },
  'trust-checkin.frame.js': {},
  'frame.html': {
    CustomEvent: 1, RTCPeerConnection: 1, console: 1, dispatchEvent: 1, globalThis: 3, location: 2, parent: 4, postMessage: 1, print: 3,
    referrer: 1, self: 2, top: 3, webkitRTCPeerConnection: 1,
  },
};
const scriptOf = (file) => (file.endsWith('.html') ? /<script>([^]*)<\/script>/.exec(read(file))[1] : read(file));
const namedIn = (file) => Object.entries(NAMED[file]).flatMap(([name, count]) => Array(count).fill(name));

const test = base.extend({
  /** Another server, which nobody has a reason to call. */
  elsewhere: async ({}, use) => {
    const elsewhere = await serve(resolve(import.meta.dirname, 'ladder'));
    await use(elsewhere);
    await elsewhere.close();
  },
  seen: async ({ context, page, site, elsewhere }, use) => use(await watch({ context, page, site, elsewhere })),
});

for (const [name, form] of Object.entries(FORMS)) {
  test(`L2 to L5: a whole journey in the ${name} form leaves no trace and sends nothing`, async ({ host, page, seen }) => {
    test.setTimeout(300_000);
    const reader = await open(host, form, STRICT);
    const told = { scores: [] };
    await note(seen, page, 'the page was opened');
    for (const [step, take] of STEPS) {
      await take(reader, told);
      await note(seen, page, step);
    }
    await leave(reader);
    // L2 to L5, each of them: nothing that should not be there…
    expect(usesBeyond(seen, [...form.uses, ...ASKED_FOR])).toEqual([]);
    expect(violations(seen)).toEqual([]);
    expect(arrivals(seen, form.files)).toEqual([]);
    expect(canaries(seen, { words: WORDS, scores: told.scores })).toEqual([]);
    // …and what should be there was seen, or the rungs looked the other way.
    expect(told.scores.length).toBeGreaterThan(3);
    expect(usesBeyond(seen, []).sort()).toEqual([...form.uses, ...ASKED_FOR].sort());
    expect(asked(seen.logs.site).sort()).toEqual([...form.files].sort());
    expect(left(seen, WEATHER)).toEqual(['no referrer']);
  });
}

for (const file of Object.keys(NAMED)) {
  test(`L1: ${file} names nothing else that could carry something out`, () => {
    const names = namesIn(scriptOf(file));
    expect(extra(names, namedIn(file))).toEqual([]);
    expect(names).toEqual(namedIn(file));
  });
}

/** What each rung finds of a visit to the page with this script in it; a journey to the first answer will do. */
async function climb({ host, page, site, elsewhere, seen }, names, policy) {
  const text = read(SCRIPT) + (names.length ? leak(names, elsewhere.url) : '');
  site.changes.set(`/${SCRIPT}`, { body: text });
  const reader = await open(host, FORMS.element, policy);
  await note(seen, page, 'the page was opened');
  await reader.begin('loved');
  await reader.settle();
  await reader.choose(SAID);
  const rungs = () => ({
    L1: extra(namesIn(text), namedIn(SCRIPT)),
    L2: usesBeyond(seen, FORMS.element.uses),
    L3: violations(seen),
    L4: arrivals(seen, FORMS.element.files),
    L5: canaries(seen, { words: WORDS, scores: ['71'] }),
  });
  return { rungs, note: () => note(seen, page, 'an answer') };
}

test.describe('the control: a build that leaks', () => {
  test.use({ expectedLines: /[^]/ });

  test('without a leak no rung finds anything', async ({ host, page, site, elsewhere, seen }) => {
    const visit = await climb({ host, page, site, elsewhere, seen }, []);
    await visit.note();
    expect(visit.rungs()).toEqual({ L1: [], L2: [], L3: [], L4: [], L5: [] });
  });

  for (const [name, [, rungs]] of Object.entries(LEAKS)) {
    test(`L6: a leak by ${name} is found by ${rungs}`, async ({ host, page, site, elsewhere, seen }) => {
      const visit = await climb({ host, page, site, elsewhere, seen }, [name]);
      // The page may be gone already: that is how some of them leak.
      await visit.note().catch(() => {});
      await expect.poll(() => {
        const found = visit.rungs();
        return rungs.split(' ').filter((rung) => found[rung].length === 0);
      }, { message: 'rungs that found nothing' }).toEqual([]);
      // It was the answer that they found.
      const { L1, ...found } = visit.rungs();
      expect(L1.length > 0).toBe(rungs.includes('L1'));
      for (const rung of rungs.split(' ').filter((rung) => rung !== 'L1')) {
        expect(found[rung].join('\n'), rung).toContain(SAID);
      }
    });
  }

  test('L6: what the strictest policy stops is found by L3', async ({ host, page, site, elsewhere, seen }) => {
    const visit = await climb({ host, page, site, elsewhere, seen }, STOPPED, STRICT);
    const found = () => visit.rungs().L3.join('\n');
    await expect.poll(() => STOPPED.filter((name) => !found().includes(`${name} ${SAID}`)), { message: 'not stopped' }).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });
});
