/** The app and the words of one language, fetched from beside this script. */
import { APPS, WORDS } from 'trust-checkin/files';
import { PublicError } from './public-error.js';

/** Every build can be had. */
export const ONLY = undefined;
/** What an app that can save and compare needs once the other is there, for its owner. */
export const FULL_NEEDS = 'the page loaded anew';

/** The only request this script can make: a file of our own, refused if its hash is another. */
async function getFile({ url, integrity }, cache) {
  const name = url.pathname.split('/').pop();
  const response = await fetch(url, { integrity, cache }).catch(() => {
    throw new PublicError(`${name} could not be fetched, or is not the file that belongs to this script`);
  });
  if (!response.ok) throw new PublicError(`${name} answered ${response.status}`);
  return response;
}

/** The text of a language's data file. */
export const getWords = async (language, cache) => (await getFile(WORDS[language], cache)).text();

/** A compiled build of the app, 'small' or 'full'. */
export async function getModule(build, cache) {
  const response = await getFile(APPS[build], cache);
  // Browsers compile while the file arrives only if its type is exactly this; many hosts send another.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
