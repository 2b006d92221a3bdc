/** Rules for the looks of the frame that the owner's page and the frame share. Nothing here touches the DOM. */

/** A length that an owner may set in an address: a number of pixels, or a number with a unit. */
export const LENGTH = /^\d{1,5}(\.\d{1,3})?(px|r?em|[sdl]?v[hw])?$/;

const GENERIC = ['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui', 'ui-serif', 'ui-sans-serif', 'ui-rounded', 'ui-monospace'];
/** The name of a font family: letters, digits, spaces and hyphens, so no address and no function of CSS. */
const FONT = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,63}$/u;
const MAX_FONTS = 8;

/** Splits a list of families such as `"Segoe UI", serif` into names without quotes. */
const namesIn = (families) => families.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'));

/** Returns the names of a computed `font-family` that the frame accepts, as one text. */
export const plainFonts = (families) => namesIn(families).filter((name) => FONT.test(name)).slice(0, MAX_FONTS).join(', ');

/** Returns names of fonts as a value of `font-family`, followed by the system's font; undefined if one is no plain name. */
export function fontFamily(text) {
  const names = namesIn(text);
  if (names.length > MAX_FONTS || !names.every((name) => FONT.test(name))) return undefined;
  const written = names.map((name) => (GENERIC.includes(name.toLowerCase()) ? name.toLowerCase() : `"${name}"`));
  return [...written, 'system-ui', 'sans-serif'].join(', ');
}
