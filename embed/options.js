/** What the owner of the page asks for, read off the attributes. */

/** The values that an attribute may have, where they are few; from contract.json. */
const VALUES = __VALUES__;
/** All attributes of the element, from contract.json. */
export const ATTRIBUTES = __ATTRIBUTES__;

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

/** The owner's own line, of at most 200 characters. */
export const contactOf = (element) =>
  [...element.getAttribute('contact')?.trim() ?? ''].slice(0, 200).join('') || undefined;
