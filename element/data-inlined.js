/** The app and the words of one language, carried in this script: no request, whatever the page forbids. */
import { idle } from './dom.js';

/** The build of the app that is in this script, 'small' or 'full': no other can be had. */
export const ONLY = __BUILD__;
/** What an app that can save and compare needs, for its owner. */
export const FULL_NEEDS = 'the file with "full" in its name';

/** The app, compressed and written as text, and the data file of the language, put in by the build. */
const WASM = __WASM__;
const DATA = __DATA__;

/** The text of the language's data file. */
export const getWords = async () => DATA;

/** The compiled app. */
export async function getModule() {
  // Nothing is on its way meanwhile: the card goes first.
  await idle(100);
  // Browsers from before 2025 read it letter by letter.
  const bytes = Uint8Array.fromBase64?.(WASM) ?? Uint8Array.from(atob(WASM), (letter) => letter.charCodeAt(0));
  const app = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(app).arrayBuffer());
}
