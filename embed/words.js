/** Which language, and what the script itself says in it. */

/** The messages that the script names, by their place, and the words of each language in one text, put in by the build. */
const NAMES = __NAMES__;
const WORDS = __WORDS__;
/** Which line of a data file says what of an app that has stopped. */
const STOPPED = __STOPPED__;

/** The language of `available` closest to a BCP 47 tag: "pt" finds pt-BR, "fr-CA" finds fr. */
function lookUp(tag, available) {
  const wanted = tag.toLowerCase().split('-');
  const same = (one, length) => one.toLowerCase().split('-').slice(0, length).join() === wanted.slice(0, length).join();
  for (let length = wanted.length; length > 0; length -= 1) {
    const found = available.find((one) => same(one, length));
    if (found) return found;
  }
  return undefined;
}

/** The nearest `lang` around an element, through shadow roots. */
function langAround(element) {
  const found = element.parentElement?.closest('[lang]')?.getAttribute('lang');
  const { host } = element.getRootNode();
  return found || (host && (host.getAttribute('lang') || langAround(host)));
}

/** The language for an element: its own, that of the page, the browser's, English. */
export function languageFor(element) {
  const available = Object.keys(WORDS);
  const tags = [element.getAttribute('lang'), langAround(element), ...navigator.languages, 'en'];
  return tags.map((tag) => tag && lookUp(tag, available)).find(Boolean) ?? available[0];
}

/** A function that says the message of a key, or of a place that the tree has, each {name} filled in. */
export const speaker = (language) => (key, values = {}) => {
  const place = NAMES.indexOf(key);
  const words = WORDS[language].split('\n')[place < 0 ? key : place];
  return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words);
};

/** The same for what is said of an app that has stopped, out of the data file that it was given. */
export const stopSpeaker = (data) => (key) => data.split('\n')[STOPPED[key]];
