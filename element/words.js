/** Which language, and what the script itself says in it. */

import { warn } from './options.js';

/** The words of each language in one text, put in by the build. */
const WORDS = __WORDS__;

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
  const asked = element.getAttribute('lang');
  const find = (tag) => tag && lookUp(tag, available);
  const own = find(asked);
  if (asked && !own) warn(`lang="${asked}" is not in this script. There is ${available.join(', ')}.`);
  return own || find(langAround(element)) || navigator.languages.map(find).find(Boolean) || find('en') || available[0];
}

/**
 * A function that says the message of a place, with a value in place of its {name}. The build knows the places: SAY has
 * those of what the scripts name.
 */
export const speaker = (language) => (place, value) => WORDS[language].split('\n')[place].replace(/\{\w+\}/, value);

/** The same for what is said of an app that has stopped, out of the data file that it was given: DATA has the lines. */
export const stopSpeaker = (data) => (place) => data.split('\n')[place];
