/** What the owner of the page asks for, read off the attributes. */

/** The attributes of the element, from contract.json, each with the values that it may have, or 0 where they are not few. */
export const VALUES = __VALUES__;
export const ATTRIBUTES = Object.keys(VALUES);

const said = new Set();

/** Tells the owner, once, what is wrong with what they wrote. It never says anything of the reader. */
export function warn(what) {
  if (said.has(what)) return;
  said.add(what);
  console.warn(`trust-checkin: ${what}`);
}

/** The value of an attribute with few values; an unknown one counts as not set. */
export function option(element, name) {
  const value = element.getAttribute(name);
  if (value === null || VALUES[name].includes(value)) return value;
  warn(`${name}="${value}" is unknown. It can be ${VALUES[name].join(', ')}.`);
  return null;
}

/** The country that the owner asks for, as ISO 3166 writes it. */
export function regionOf(element) {
  const code = element.getAttribute('region')?.trim().toUpperCase();
  return (code === 'UK' ? 'GB' : code) || undefined;
}

/** The weather, where nothing else is asked for: it says nothing of who reads it. */
const EXIT = 'https://www.bbc.com/weather';
/** Origins to leave for. On this device http will do, as it does for browsers. */
const MAY_BE_LEFT_FOR = /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|$))/;

/** The address that "Leave quickly" opens. */
export function exitOf(element) {
  const asked = element.getAttribute('exit') || EXIT;
  try {
    if (MAY_BE_LEFT_FOR.test(new URL(asked).origin)) return asked;
  } catch {
    // Not an address at all.
  }
  warn(`exit="${asked}" is unknown. It can be an https address.`);
  return EXIT;
}

/** Control characters, and those that only turn the direction of what stands around them. */
const UNSEEN = /[\p{Cc}\p{Bidi_C}]/gu;

/** The owner's own line: what can be seen of it, of at most 200 characters. */
export const contactOf = (element) =>
  [...element.getAttribute('contact')?.replace(UNSEEN, '').trim() ?? ''].slice(0, 200).join('') || undefined;
