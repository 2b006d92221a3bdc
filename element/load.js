/** Loads what the check-ins of a page share: one instance of each edition of the app, one copy of each data file. */
import { newGlue } from 'trust-checkin/glue';
import { getDataFile, getModule } from 'trust-checkin/data';
import { idle } from './dom.js';

/** Promises by name. A rejected one is removed, so that loading can be tried again. */
const loads = new Map();

function once(name, load) {
  if (!loads.has(name)) {
    const promise = load();
    promise.catch(() => loads.delete(name));
    loads.set(name, promise);
  }
  return loads.get(name);
}

const listeners = new Set();
/** The data file that arrived last. A stopped app was given one, so its message can be shown in some language. */
let lastDataFile;

/** Calls back with an edition that has stopped, and a data file. Returns a function that removes the callback. */
export function onStop(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

/**
 * Makes a wrapper for the exports of an app, which stops it at the first error. An error leaves the app in an unknown state,
 * and all check-ins of the page that use this edition share it, so none of them calls it again. The error is swallowed: its
 * message could quote an answer.
 */
function makeGuard(edition) {
  let hasStopped = false;
  return (call) => (...args) => {
    // The glue destructures the result.
    if (hasStopped) return [];
    try {
      return call(...args);
    } catch {
      hasStopped = true;
      // The next start makes a new instance of the same module.
      loads.delete(`app ${edition}`);
      // The stack may be exhausted, or the app may still be on it.
      queueMicrotask(() => listeners.forEach((callback) => callback(edition, lastDataFile)));
      return [];
    }
  };
}

/** Starts an edition of the app. Returns its `mount`, and the styles of its screens, which are inside its file. */
async function startApp(edition, cache) {
  const module = await once(`module ${edition}`, () => getModule(edition, cache));
  const [styles] = WebAssembly.Module.customSections(module, 'styles');
  const { imports, mount, start, use } = newGlue();
  const { exports } = await WebAssembly.instantiate(module, imports);
  use(exports);
  start();
  const guard = makeGuard(edition);
  use(Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, value.call ? guard(value) : value])));
  return { mount, css: new TextDecoder().decode(styles) };
}

/** Loads the text of a language's data file, and an edition of the app, 'small' or 'full'. */
export async function load(language, edition, cache) {
  const both = [
    once(`data ${language}`, () => getDataFile(language, cache)),
    once(`app ${edition}`, () => startApp(edition, cache)),
  ];
  // The first number format of a language takes a slow phone 60 ms, and the first question needs one: it is made now, while
  // nobody waits.
  idle().then(() => new Intl.NumberFormat(language));
  const loaded = await Promise.all(both);
  [lastDataFile] = loaded;
  // The app may have stopped while the data file was loading.
  return loads.has(`app ${edition}`) ? loaded : load(language, edition, cache);
}
