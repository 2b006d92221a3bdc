/** What all check-ins of a page share: one instance of each build of the app, one copy of each language. */
import { newGlue } from 'trust-checkin/glue';
import { getModule, getWords } from 'trust-checkin/data';
import { idle } from './dom.js';

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

const listeners = new Set();
/** The data file that came last: what has stopped was given one, so it can be said in some language. */
let lastWords;

/** Calls back with the name of a build when it has stopped, and a data file; gives back what ends that. */
export function onStop(callback) {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

/**
 * Whatever is thrown inside the app leaves it in a state that nobody knows. All check-ins of a page that need the same
 * build share it, so it is never called again, by none of them, and nobody hears the error: what it says could come
 * from an answer. Gives back what goes around each of its functions.
 */
function makeGuard(build) {
  let hasStopped = false;
  return (call) => (...given) => {
    // The glue looks for an error in what comes back.
    if (hasStopped) return [];
    try {
      return call(...given);
    } catch {
      hasStopped = true;
      // The next one is a new instance, of the same file.
      loads.delete(`app ${build}`);
      // There may be no stack left to do more, or the app itself is still on it.
      queueMicrotask(() => listeners.forEach((tell) => tell(build, lastWords)));
      return [];
    }
  };
}

/** What mounts a build of the app, and the styles of its screens, which come inside its file. */
async function startApp(build, cache) {
  const module = await once(`file ${build}`, () => getModule(build, cache));
  const [css] = WebAssembly.Module.customSections(module, 'styles');
  const styles = new CSSStyleSheet();
  styles.replaceSync(new TextDecoder().decode(css));
  const { imports, mount, start, use } = newGlue();
  const { exports } = await WebAssembly.instantiate(module, imports);
  use(exports);
  start();
  const guard = makeGuard(build);
  use(Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, value.call ? guard(value) : value])));
  return { mount, styles };
}

/** The text of a language's data file, and a build of the app, 'small' or 'full'. */
export async function load(language, build, cache) {
  const both = [once(`words ${language}`, () => getWords(language, cache)), once(`app ${build}`, () => startApp(build, cache))];
  // The first number that a browser writes in a language takes a slow phone sixty milliseconds, and the first question has
  // one: here nobody waits for it.
  idle().then(() => new Intl.NumberFormat(language));
  const loaded = await Promise.all(both);
  [lastWords] = loaded;
  // The app may have stopped while the words were on their way.
  return loads.has(`app ${build}`) ? loaded : load(language, build, cache);
}
