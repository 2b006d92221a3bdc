/** Fetches the app and the data file of a language from beside this script. */
import { APPS, DATA_FILES } from 'trust-checkin/files';
import { PublicError } from './public-error.js';

/** The only edition of the app in this script; none here, where both can be fetched. */
export const ONLY_EDITION = undefined;
/** End of the warning to owners who turn on saving or comparing once the small edition is mounted. */
export const FULL_HINT = 'the page loaded anew';

/** Fetches one of our own files with its hash. This is the only request that the script can make. */
async function getFile({ url, integrity }, cache) {
  const name = url.pathname.split('/').pop();
  const response = await fetch(url, { integrity, cache }).catch(() => {
    throw new PublicError(`${name} could not be fetched, or is not the file that belongs to this script`);
  });
  if (!response.ok) throw new PublicError(`${name} answered ${response.status}`);
  return response;
}

/** Returns the text of a language's data file. */
export const getDataFile = async (language, cache) => (await getFile(DATA_FILES[language], cache)).text();

/** Returns a compiled edition of the app, 'small' or 'full'. */
export async function getModule(edition, cache) {
  const response = await getFile(APPS[edition], cache);
  // Streaming needs exactly this type, and many hosts send another.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
