/**
 * Rules that Rust or the build implements too, and addresses that other files repeat. Nothing here touches the DOM.
 * tests/fixtures/shared-rules.json has cases that both sides must pass.
 */

/** Default page of "Leave quickly": weather says nothing about whoever reads it. */
export const EXIT = 'https://www.bbc.com/weather';
/** Directory of help lines for countries that are not listed here. */
export const DIRECTORY = 'https://findahelpline.com/';

/** The part of a phone number that goes into a `tel:` address. src/language/help_lines.rs does the same. */
export const dialable = (number) => number.replace(/[^\d+]/g, '');

/** Control characters, and those that change the direction of the text around them. */
const INVISIBLE = /[\p{Cc}\p{Bidi_C}]/gu;

/**
 * Cleans the owner's own line: at most 200 visible characters, or undefined if none are left. src/language/owner.rs cleans it
 * again.
 */
export const cleanContact = (line) => [...(line ?? '').replace(INVISIBLE, '').trim()].slice(0, 200).join('') || undefined;

/** Normalises an ISO 3166 code; UK is what people write for GB. Returns undefined for an empty one. */
export function regionCode(text) {
  const code = text?.trim().toUpperCase();
  return (code === 'UK' ? 'GB' : code) || undefined;
}

/**
 * Finds the country whose help lines come first: the one asked for, or that of a BCP 47 locale such as en-GB. Returns
 * undefined if neither has lines. `region_for` in src/language/help_lines.rs does the same in the app.
 */
export function countryFor(asked, locale, lines) {
  const subtags = locale.toUpperCase().split('-').slice(1);
  return [asked, ...subtags].find((code) => lines[code]);
}
