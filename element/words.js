/** Chooses the language, and has the messages that the scripts show themselves. */

import { warn } from './options.js';

/** The messages of each language, one a line. Filled in by the build. */
const WORDS = __WORDS__;

/** Returns the language of `available` closest to a tag, however it is written: "pt" finds pt-BR, "fr_CA" finds fr. */
function closest(tag, available) {
  let wanted = tag.trim().toLowerCase().replaceAll('_', '-');
  let found;
  for (; wanted && !found; wanted = wanted.replace(/-?[^-]*$/, '')) {
    found = available.find((language) => `${language.toLowerCase()}-`.startsWith(`${wanted}-`));
  }
  return found;
}

/** Returns the nearest `lang` around an element, across shadow roots. */
function langAround(element) {
  const found = element.parentElement?.closest('[lang]')?.getAttribute('lang');
  const { host } = element.getRootNode();
  return found || (host && (host.getAttribute('lang') || langAround(host)));
}

/** Returns the language for an element: its own, else the page's, else the browser's, else English. */
export function languageFor(element) {
  const available = Object.keys(WORDS);
  const asked = element.getAttribute('lang');
  const find = (tag) => tag && closest(tag, available);
  const own = find(asked);
  if (asked && !own) warn(`lang="${asked}" is not in this script. There is ${available.join(', ')}.`);
  return own || find(langAround(element)) || navigator.languages.map(find).find(Boolean) || find('en') || available[0];
}

/** Returns a function from the place of a message to its text, with its {name} filled in. The build fills in SAY, the places. */
export const speaker = (language) => (place, value) => WORDS[language].split('\n')[place].replace(/\{\w+\}/, value);

/** The same for messages about a stopped app, which are in the data file only. DATA has their lines. */
export const stopSpeaker = (data) => (place) => data.split('\n')[place];
