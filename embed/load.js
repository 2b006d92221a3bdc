/** What all check-ins of a page share: one instance of the app, one copy of each language. */
import { __wbg_set_wasm, mount } from 'trust-checkin/glue';
import { getModule, getWords } from 'trust-checkin/data';
import { exported, imports } from 'trust-checkin/names';
import { Told } from './told.js';

/** What is loaded or on its way, by name. A failed promise is forgotten, so it can be tried again. */
const loads = new Map();

function once(name, load) {
  if (!loads.has(name)) {
    const promise = load();
    promise.catch(() => loads.delete(name));
    loads.set(name, promise);
  }
  return loads.get(name);
}

let hasStopped = false;
const listeners = new Set();

/** Calls back when the app has stopped; gives back what ends that. */
export function onStop(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

/**
 * Whatever is thrown inside the app leaves it in a state that nobody knows. All check-ins of a page share it, so it
 * is never called again, by none of them, and nobody hears the error: what it says could come from an answer.
 */
const guard = (call) => (...given) => {
  // The glue looks for an error in what comes back.
  if (hasStopped) return [];
  try {
    return call(...given);
  } catch {
    hasStopped = true;
    for (const tell of [...listeners]) tell();
    return [];
  }
};

/** The styles of the screens behind Begin. They come inside the app's file. */
export const appSheet = new CSSStyleSheet();

async function startApp(cache) {
  const module = await getModule(cache);
  const [css] = WebAssembly.Module.customSections(module, 'styles');
  appSheet.replaceSync(new TextDecoder().decode(css));
  const { exports } = await WebAssembly.instantiate(module, imports);
  const app = Object.entries(exported(exports));
  __wbg_set_wasm(Object.fromEntries(app.map(([name, value]) => [name, value.call ? guard(value) : value])));
  exported(exports).__wbindgen_start();
}

/** The text of a language's data file, once the app is there too. */
export async function load(language, cache) {
  if (hasStopped) throw new Told('the app has stopped');
  const [words] = await Promise.all([
    once(`words ${language}`, () => getWords(language, cache)),
    once('app', () => startApp(cache)),
  ]);
  return words;
}

export { mount };
