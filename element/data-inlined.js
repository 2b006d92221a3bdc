/** Holds the app and one data file inside the script, so that it works where a page forbids requests. */
import { idle } from './dom.js';

/** The only edition of the app in this script, 'small' or 'full'. */
export const ONLY_EDITION = __EDITION__;
/** End of the warning to owners who turn on saving or comparing in the small edition. */
export const FULL_HINT = 'the file with "full" in its name';

/** The app, compressed and in base64, and the data file of the language. Filled in by the build. */
const WASM = __WASM__;
const DATA = __DATA__;

/** Returns the text of the language's data file. */
export const getDataFile = async () => DATA;

/** Returns the compiled app. */
export async function getModule() {
  // Decoding keeps the page busy, and no download delays it: this lets the card be painted first.
  await idle(100);
  // Browsers from before 2025 decode it character by character.
  const bytes = Uint8Array.fromBase64?.(WASM) ?? Uint8Array.from(atob(WASM), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
