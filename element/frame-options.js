/** Options in the address of the frame: frame.html#theme=dark&font=Georgia. What follows the # is not sent to servers. */
import { fontFamily, LENGTH } from './frame-looks.js';
import { ATTRIBUTES, warn } from './options.js';

/** Returns a value of this CSS property, or undefined. */
const valueOf = (property) => (text) => (text && CSS.supports(property, text) ? text : undefined);
const A_LENGTH = 'a CSS length, such as 0.5em';
/** Options that are no attributes of the element, by name: how each value is checked, and what is accepted. */
const LOOKS = {
  accent: [valueOf('color'), 'a CSS colour, such as #28614f'],
  radius: [valueOf('width'), A_LENGTH],
  width: [valueOf('width'), A_LENGTH],
  font: [fontFamily, 'names of installed fonts, such as Georgia, serif'],
  // The owner's page sets the height: trust-checkin.frame.js reads it there.
  height: [(text) => (LENGTH.test(text) ? text : undefined), 'a CSS length, such as 40em'],
};
const NAMES = [...ATTRIBUTES, ...Object.keys(LOOKS)];
/** Options with words or addresses, which would look like this site's own if the page were opened by itself. */
const WORDS = ['contact', 'exit', 'links'];

/** The language of a BCP 47 tag without its region. */
const primary = (tag) => tag.toLowerCase().split('-')[0];

/** Returns why an attribute can do nothing here, or undefined. */
function problemWith(name, value, maySave) {
  if (name === 'lang' && primary(value) !== primary(document.documentElement.lang)) {
    return 'is not in this file. Each language has its own, such as frame.es.html; English is in frame.html.';
  }
  if (name === 'events' && value === 'on') return 'does nothing in this frame: no event leaves it.';
  if (name === 'save' && value === 'ask' && !maySave) {
    return 'does nothing in this frame. It can save where its files come from another origin than every page above it, '
      + 'its sandbox has allow-same-origin, and the browser gives it a store.';
  }
  return undefined;
}

/**
 * Sets the attributes of the element and the rules for its looks from the address. `sheet` is the style sheet of the page,
 * `isFramed` whether another page shows this one, `maySave` whether the frame has a store that no page above can read.
 */
export function readFrameOptions({ element, sheet, isFramed, maySave }) {
  const options = new URLSearchParams(location.hash.slice(1));
  for (const name of options.keys()) {
    if (!NAMES.includes(name)) warn(`${name} is no option of the frame. There are ${NAMES.join(', ')}.`);
  }
  for (const name of ATTRIBUTES) {
    const value = isFramed || !WORDS.includes(name) ? options.get(name) : null;
    const problem = value === null ? undefined : problemWith(name, value, maySave);
    if (problem) warn(`${name}="${value}" ${problem}`);
    if (value !== null && !problem) element.setAttribute(name, value);
    // The language of the file stays.
    else if (name !== 'lang') element.removeAttribute(name);
  }
  const isLook = ({ selectorText, cssText }) => selectorText === element.localName && cssText.includes('--');
  while (isLook(sheet.cssRules[0])) sheet.deleteRule(0);
  for (const [name, [check, accepted]] of Object.entries(LOOKS)) {
    if (!options.has(name)) continue;
    const value = check(options.get(name));
    if (value === undefined) warn(`${name}="${options.get(name)}" is unknown. It can be ${accepted}.`);
    else if (name !== 'height') sheet.insertRule(`trust-checkin { --trust-checkin-${name}: ${value} }`);
  }
}
