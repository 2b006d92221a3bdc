// Nothing leaves: the proof, rung by rung, over a whole journey on the files that ship. And the proof of the proof:
// the same files with one leak put in, for each way out, where the rung that should find it does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FILES } from '../support/fixtures.mjs';
import { expect, test as base } from '../support/host.mjs';
import { COMPARING, comparing } from './ladder/comparing.mjs';
import { FORMS, leave, open, saving, SAVING_STEPS, STEPS, STRICT, WORDS } from './ladder/journey.mjs';
import { CONTROLS, leak, SAID, STOPPED } from './ladder/leaks.mjs';
import { IMPORTS, NAMED, ONLY_FULL } from './ladder/named.mjs';
import { arrivals, asked, canaries, extra, left, namesIn, storeUses, usesBeyond, violations } from './ladder/rungs.mjs';
import { serve } from '../support/server.mjs';
import { note, watch, WEATHER } from './ladder/watch.mjs';

const DIST = resolve(import.meta.dirname, '../../../dist');
const read = (name) => readFileSync(resolve(DIST, name), 'utf8');

const scriptOf = (file) => (file.endsWith('.html') ? /<script>([^]*)<\/script>/.exec(read(file))[1] : read(file));
const namedIn = (file) => Object.entries(NAMED[file]).flatMap(([name, count]) => Array(count).fill(name)).sort();

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
    expect(usesBeyond(seen, [...form.uses, ...form.asked])).toEqual([]);
    expect(violations(seen)).toEqual([]);
    expect(arrivals(seen, form.files)).toEqual([]);
    expect(canaries(seen, { words: WORDS, scores: told.scores })).toEqual([]);
    // …and what should be there was seen, or the rungs looked the other way.
    expect(told.scores.length).toBeGreaterThan(3);
    expect(usesBeyond(seen, []).sort()).toEqual([...form.uses, ...form.asked].sort());
    expect(asked(seen.logs.site).sort()).toEqual([...form.files].sort());
    expect(left(seen, WEATHER)).toEqual(['no referrer']);
  });
}

// A frame has no store and offers none: forms.spec.mjs.
for (const [name, form] of Object.entries({ element: FORMS.element, standalone: FORMS.standalone })) {
  test(`L2 to L5: with saving in the ${name} form the store has neutral names only, only after a yes, and nothing is sent`, async ({ host, page, seen }) => {
    test.setTimeout(300_000);
    const asking = saving(form);
    const reader = await open(host, asking, STRICT);
    const told = { scores: [] };
    await note(seen, page, 'the page was opened');
    const names = () => seen.states.find(({ after, place }) => after === seen.states.at(-1).after && place === 0)
      .state.local.map(([name]) => name);
    const writes = () => storeUses(seen).filter(({ name }) => name === 'setItem');
    expect(names()).toEqual([]);
    let hasSaidYes = false;
    for (const [step, take, kept] of SAVING_STEPS) {
      await take(reader, told);
      await note(seen, page, step);
      hasSaidYes ||= step === 'keep them';
      expect(names(), step).toEqual(kept);
      if (!hasSaidYes) expect(writes(), step).toEqual([]);
    }
    expect(writes().length).toBeGreaterThan(4);
    await leave(reader);
    const uses = storeUses(seen);
    expect(uses.length).toBeGreaterThan(0);
    const strange = uses.filter(({ name, says }) => name !== 'localStorage' && !/^kept-notes(-aside|-before|-part|-off)?( \{.*)?$/.test(says));
    expect(strange).toEqual([]);
    // The store changes as the reader wants it to; nothing else does, and no word of theirs is in it.
    const others = { ...seen, told: seen.told.filter((one) => !uses.includes(one)) };
    const states = seen.states.map(({ state, ...rest }) => ({ ...rest, state: { ...state, local: [] } }));
    expect(usesBeyond(others, [...asking.uses, ...asking.asked.filter((use) => use.startsWith('navigate'))])).toEqual([]);
    expect(violations(seen)).toEqual([]);
    expect(arrivals(seen, asking.files)).toEqual([]);
    expect(canaries({ ...others, states }, { words: WORDS, scores: told.scores })).toEqual([]);
    expect(canaries({ ...seen, states }, { words: [...WORDS, 'safe', 'hard time'], scores: ['never'] })).toEqual([]);
    expect(left(seen, WEATHER)).toEqual(['no referrer']);
  });
}

for (const [name, form] of Object.entries(FORMS).map(([name, form]) => [name, comparing(form)])) {
  test(`L2 to L5: a comparison in the ${name} form leaves no trace and sends nothing`, async ({ host, page, seen }) => {
    test.setTimeout(300_000);
    const reader = await open(host, form, STRICT);
    const told = { codes: [] };
    await note(seen, page, 'the page was opened');
    for (const [step, take] of COMPARING) {
      await take(reader, told);
      await note(seen, page, step);
    }
    await leave(reader);
    // A file leaves by a link in a frame of its own: no navigation of the page.
    const uses = [...form.uses.filter((use) => use !== 'localStorage'), 'link.click', ...form.asked.filter((use) => !use.includes('print'))];
    // The full edition looks for what is saved and has expired. Nothing is written.
    const isLook = ({ name }) => name === 'localStorage' || name === 'getItem';
    const others = { ...seen, told: seen.told.filter((one) => !storeUses(seen).filter(isLook).includes(one)) };
    const words = told.codes.flatMap((code) => [code, code.replaceAll(' ', ''), code.replaceAll(' ', '-')]);
    expect(words).toHaveLength(6);
    expect(usesBeyond(others, uses)).toEqual([]);
    expect(violations(seen)).toEqual([]);
    expect(arrivals(seen, form.files)).toEqual([]);
    expect(canaries(seen, { words: [...WORDS, ...words], scores: ['38', '63', '96'] })).toEqual([]);
    expect(usesBeyond(others, []).sort()).toEqual(uses.sort());
  });
}

for (const file of Object.keys(NAMED)) {
  test(`L1: ${file} names nothing else that could carry something out`, () => {
    const names = namesIn(scriptOf(file));
    expect(extra(names, namedIn(file))).toEqual([]);
    expect(names).toEqual(namedIn(file));
  });
}

for (const [build, file] of [['small', FILES.wasm], ['full', FILES.full]]) {
  test(`L1: the ${build} build of the app can ask nothing else of the browser`, () => {
    const imports = JSON.parse(read('manifest.json')).imports[build];
    const shipped = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(resolve(DIST, `.${file}`))));
    expect(imports).toHaveLength(shipped.length);
    const left = [...IMPORTS];
    if (build === 'small') for (const name of ONLY_FULL) left.splice(left.indexOf(name), 1);
    expect(imports).toEqual(left);
  });
}

/** The text of a shipped file with something at the end of its script; the frame lets only its own script run. */
function fileWith(file, more) {
  const script = scriptOf(file);
  const text = read(file).replace(script, () => script + more);
  const hash = (script) => createHash('sha384').update(script).digest('base64');
  return { script: script + more, text: text.replace(hash(script), () => hash(script + more)) };
}

/** What each rung finds of a visit to the page with leaks in it; a journey to the first answer will do. */
async function climb({ host, page, site, elsewhere, seen }, formName, names, policy) {
  const form = FORMS[formName];
  const { script, text } = fileWith(form.file, names.length ? leak(names, elsewhere.url) : '');
  site.changes.set(`/${form.file}`, { body: text });
  const reader = await open(host, form, policy);
  await note(seen, page, 'the page was opened');
  await reader.begin('loved');
  await reader.settle();
  // The page may be gone with the press: that is how some of them leak.
  await reader.radio(SAID).press('Space', { noWaitAfter: true });
  await note(seen, page, 'an answer').catch(() => {});
  return () => ({
    L1: extra(namesIn(script), namedIn(form.file)),
    L2: usesBeyond(seen, form.uses),
    L3: violations(seen),
    L4: arrivals(seen, form.files),
    L5: canaries(seen, { words: WORDS, scores: ['71'] }),
  });
}

test.describe('the control: a build that leaks', () => {
  // The policy that stops a leak says so on the console, and one of the leaks is the console.
  test.use({ expectedLines: /[^]/ });

  for (const name of Object.keys(FORMS)) {
    test(`L6: the ${name} form as it ships gives no rung anything to find`, async ({ host, page, site, elsewhere, seen }) => {
      const rungs = await climb({ host, page, site, elsewhere, seen }, name, []);
      expect(rungs()).toEqual({ L1: [], L2: [], L3: [], L4: [], L5: [] });
    });
  }

  test('L6: a score is found by L5 in an address, a body, a message and a line of the console', () => {
    const nothing = { told: [], requests: [], lines: [], states: [], logs: { site: [], elsewhere: [] } };
    const request = { method: 'POST', url: 'http://127.0.0.1:7171/a', body: '', headers: {} };
    const find = (seen) => canaries({ ...nothing, ...seen }, { words: WORDS, scores: ['71', '70.83'] });
    for (const leaking of [
      { requests: [{ ...request, url: `${request.url}?s=71` }] },
      { logs: { site: [], elsewhere: [{ ...request, body: '{"s":70.83}' }] } },
      { told: [{ kind: 'message', name: 'message', says: '71' }] },
      { lines: ['Accountability 71 Growing steady'] },
    ]) expect(find(leaking)).toHaveLength(1);
    expect(find({ requests: [request], lines: ['1714 en-71ab.txt'] })).toEqual([]);
  });

  for (const [form, name, wanted] of CONTROLS) {
    test(`L6: a leak by ${name} in the ${form} form is found by ${wanted}`, async ({ host, page, site, elsewhere, seen }) => {
      const rungs = await climb({ host, page, site, elsewhere, seen }, form, [name]);
      const [first, ...others] = wanted.split(' ');
      const dynamic = first === 'L1' ? others : [first, ...others];
      // It is the answer that they find.
      const missed = () => dynamic.filter((rung) => !rungs()[rung].some((finding) => finding.includes(SAID)));
      await expect.poll(missed, { message: 'rungs that found nothing' }).toEqual([]);
      expect(rungs().L1.length > 0).toBe(first === 'L1');
      if (!wanted.includes('L4')) expect(rungs().L4).toEqual([]);
    });
  }

  test('L6: what the strictest policy stops is found by L3', async ({ host, page, site, elsewhere, seen }) => {
    const rungs = await climb({ host, page, site, elsewhere, seen }, 'element', STOPPED, STRICT);
    const found = () => rungs().L3.join('\n');
    // Of a frame the browser tells no address.
    const isFound = (name) => found().includes(name === 'frame' ? 'violation frame-src' : `${name} ${SAID}`);
    await expect.poll(() => STOPPED.filter((name) => !isFound(name)), { message: 'not stopped' }).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });
});
