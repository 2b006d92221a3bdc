// One visit of one page in its own browser context: its requests, its load times and its tap times.
import { crc32 } from 'node:zlib';
import { ORDER, QUESTIONS, SAID } from './words.mjs';
import { far, near } from './pages.mjs';
import { watch } from './watch.mjs';

/** Lighthouse's Slow 4G, and a phone's processor. */
export const PROFILES = {
  free: { said: 'unthrottled', cpu: 1 },
  slow: {
    said: 'Slow 4G + 4× CPU',
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
  },
};

const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-US', reducedMotion: 'reduce' };
/** Generous: slow machines must pass, and only a page that never gets there fails. */
const LONGEST_WAIT = 300_000;
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** Opens `form` at `path` and returns the result of `look`. A page that fails ends the benchmark: it has no time. */
async function visit({ browser, server }, form, path, profile, look) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const failed = new Promise((_, fail) => {
      page.on('pageerror', fail);
      setTimeout(fail, LONGEST_WAIT, new Error('it takes more than five minutes')).unref();
    });
    failed.catch(() => {});
    let isLoaded;
    const loaded = new Promise((done) => { isLoaded = done; });
    await page.exposeBinding('benchDone', ({ frame }, times) => isLoaded({ frame, times }));
    await page.addInitScript(watch, form);
    if (form.kept) await page.addInitScript((kept) => localStorage.setItem('kept-notes', kept), form.kept);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    if (profile.network) await devtools.send('Network.emulateNetworkConditions', profile.network);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
    server.log.length = 0;
    const looked = page.goto(server.url + path, { timeout: LONGEST_WAIT }).then(() => look({ page, devtools, loaded }));
    return await Promise.race([looked, failed]);
  } catch (error) {
    throw new Error(`${path}, ${profile.said}: ${error.message}`, { cause: error });
  } finally {
    await context.close();
  }
}

function traffic({ log, size }, plain) {
  const bytes = log.reduce((sum, request) => sum + request.bytes, 0);
  return { bytes, added: bytes - size(plain), requests: log.length };
}

/** Evaluates in the page and in every loaded frame: a frame that still waits for the reader never answers. */
function everywhere(page, ask) {
  const frames = page.frames().filter((frame) => frame === page.mainFrame() || frame.url().startsWith('http'));
  return Promise.all(frames.map((frame) => frame.evaluate(ask)));
}

async function longest(page, until = Infinity) {
  const tasks = (await everywhere(page, () => window.bench.longTasks())).flat();
  return Math.max(0, ...tasks.filter(({ start }) => start < until).map(({ duration }) => duration));
}

async function memory(page, devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  // The embedder is the browser: its memory holds the page's elements, and those that it leaks.
  const { usedSize: heap, embedderHeapUsedSize: dom } = await devtools.send('Runtime.getHeapUsage');
  const wasm = await everywhere(page, () => window.bench.wasmBytes());
  return { heap, dom, wasm: wasm.reduce((sum, bytes) => sum + bytes, 0) };
}

/** Answers question by question with the mouse and returns the time of each tap between questions. */
async function journey(page, frame) {
  const taps = [];
  for (const [at, words] of QUESTIONS.slice(1).entries()) {
    const { x, y } = await frame.evaluate((place) => window.bench.answer(place), at % 5);
    const box = frame === page.mainFrame() ? { x: 0, y: 0 } : await (await frame.frameElement()).boundingBox();
    await frame.evaluate((next) => { window.bench.expectTap(next); }, words);
    await page.mouse.click(box.x + x, box.y + y);
    taps.push(await frame.evaluate(() => window.bench.tapped()));
  }
  return taps;
}

/** Measures loading, all taps, and memory at the first question. */
export function whole(bench, form, profile) {
  return visit(bench, form, near(form), profile, async ({ page, devtools, loaded }) => {
    const { frame, times } = await loaded;
    const opened = await page.evaluate(() => performance.timeOrigin);
    const since = Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time - opened]));
    const inMemory = await memory(page, devtools);
    const longestTask = await longest(page, times['first question']);
    const taps = await journey(page, frame);
    return { ...since, ...inMemory, longestTask, taps, ...traffic(bench.server, near({ name: 'plain' })) };
  });
}

/** Measures a page while the reader is five screens away, idle for some seconds after loading. */
export function away(bench, form, profile) {
  return visit(bench, { ...form, steps: [] }, far(form), profile, async ({ page }) => {
    await pause(4000);
    return { longestTask: await longest(page), ...traffic(bench.server, far({ name: 'plain' })) };
  });
}

/** Measures memory after many consecutive check-ins on one page. */
export function retakes(bench, form, counts) {
  return visit(bench, form, near(form), PROFILES.free, async ({ page, devtools, loaded }) => {
    const { frame } = await loaded;
    const found = [];
    let before = 0;
    for (const count of counts) {
      await frame.evaluate(([more, said]) => window.bench.retakes(more, said), [count - before, SAID]);
      before = count;
      found.push({ count, ...await memory(page, devtools) });
    }
    return found;
  });
}

/** Saved check-ins, an hour apart, in the format of docs/saved-data.md. */
function saved(count) {
  const letters = { accountability: 'A', healing: 'H', stability: 'S' };
  const area = (at) => ([area, letter], more) =>
    ({ area, sum: (at + more * 7) % 25, answered: ORDER.filter((id) => id.startsWith(letter)) });
  const one = (_, at) => ({
    sequence: at + 1,
    saved: Date.now() - (count - at) * 3_600_000,
    perspective: 'recovery',
    scope: 'full',
    list: 1,
    items: 1,
    areas: Object.entries(letters).map(area(at)),
  });
  const body = JSON.stringify({ checkins: Array.from({ length: count }, one) }).slice(1, -1);
  return `{"version":2,"check":${crc32(body)},${body}}`;
}

/** Measures a few times how long "My saved check-ins" takes to open, with different numbers of them. */
export async function history(bench, form, counts) {
  const found = [];
  for (const count of counts) {
    const look = async ({ loaded }) => {
      const { frame } = await loaded;
      return frame.evaluate(([said, count]) => window.bench.openSaved(said, count), [SAID, count]);
    };
    found.push({ count, times: await visit(bench, { ...form, kept: saved(count) }, near(form), PROFILES.free, look) });
  }
  return found;
}
