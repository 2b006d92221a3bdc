/** Reads the attributes that the owner set. */
import { cleanContact, EXIT, regionCode } from './shared-rules.js';

/** Attributes of the element, from contract.json, each with its allowed values, or 0 for free text. */
export const VALUES = __VALUES__;
export const ATTRIBUTES = Object.keys(VALUES);

const warnings = new Set();

/** Warns the owner about their own mistake on the console, once for each message. Never says anything about the reader. */
export function warn(message) {
  if (warnings.has(message)) return;
  warnings.add(message);
  console.warn(`trust-checkin: ${message}`);
}

/** Returns the value of an attribute with a fixed set of values; an unknown value counts as not set. */
export function option(element, name) {
  const value = element.getAttribute(name);
  if (value === null || VALUES[name].includes(value)) return value;
  warn(`${name}="${value}" is unknown. It can be ${VALUES[name].join(', ')}.`);
  return null;
}

/** Whether the owner lets readers save. */
export const asksToSave = (element) => option(element, 'save') === 'ask';

/** Whether this browser keeps check-ins of the website, finished or not. src/store.rs has the keys. */
export function isSaved() {
  try {
    return /kept-notes(?!-off)/.test(Object.keys(localStorage));
  } catch {
    return false;
  }
}

/** Returns the ISO 3166 code of the country that the owner set. */
export const regionOf = (element) => regionCode(element.getAttribute('region'));

/** Returns the owner's own line, cleaned. */
export const contactOf = (element) => cleanContact(element.getAttribute('contact'));

/** Origins that "Leave quickly" may open. On the device itself http will do, as browsers trust it there. */
const ALLOWED_EXITS = /^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|$))/;

/** Returns the address that "Leave quickly" opens. */
export function exitOf(element) {
  const asked = element.getAttribute('exit') || EXIT;
  try {
    if (ALLOWED_EXITS.test(new URL(asked).origin)) return asked;
  } catch {
    // Not an address at all.
  }
  warn(`exit="${asked}" is unknown. It can be an https address.`);
  return EXIT;
}
