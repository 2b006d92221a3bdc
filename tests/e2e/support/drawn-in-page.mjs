// Runs in a page: puts drawn states in the place of the check-in, and says what is wrong with them.
import { findings } from './axe-in-page.mjs';
import * as layout from './layout.mjs';

const written = new Map();
const intl = (Type, language, options) => {
  const key = [Type.name, language, JSON.stringify(options)].join();
  if (!written.has(key)) written.set(key, new Type(`${language}-u-nu-latn`, options));
  return written.get(key);
};

/** Puts what this browser's `Intl` writes where the drawing has marks, as src/host/intl.rs does. */
export function filled(markup, language) {
  const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const digits = (decimals) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const number = (scaled, decimals) => intl(Intl.NumberFormat, language, digits(decimals)).format(scaled / 10 ** decimals);
  const date = (time) => (milliseconds) => intl(Intl.DateTimeFormat, language, { dateStyle: 'long', ...time }).format(Number(milliseconds));
  const name = (type) => (code) => intl(Intl.DisplayNames, language, { type }).of(code);
  const writers = {
    number: (given) => number(...given.split(',').map(Number)),
    date: date({ timeStyle: 'short' }),
    day: date({}),
    region: name('region'),
    language: name('language'),
  };
  const words = markup.replaceAll(/@(number|date|day|region|language)\(([-\w,]+)\)/g, (_, kind, given) => escape(writers[kind](given)));
  return words.replaceAll(/@list\[\[(.*?)\]\]/g, (_, parts) => intl(Intl.ListFormat, language, {}).format(parts.split('|')));
}

/** An element as it is drawn, in a host of its own. */
export function drawIn(host, { markup, language, sheets }) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const div = document.createElement('div');
  div.className = 'checkin';
  div.lang = language;
  div.dir = new Intl.Locale(language).getTextInfo().direction;
  div.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  div.innerHTML = filled(markup, language);
  root.adoptedStyleSheets = sheets;
  root.replaceChildren(div);
}

/** The styles of the first view and of all screens. */
export async function sheetsOf(url) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(url)).text());
  return [sheet];
}

export const unfold = ({ shadowRoot }) => {
  for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
};

/** Marks of the drawing that stayed, and places in sentences that nothing was put into. A text for programs has braces. */
const unfilled = ({ shadowRoot }) => [...shadowRoot.querySelectorAll('.checkin :not(textarea)')].flatMap(({ attributes, childNodes }) =>
  [...attributes, ...childNodes].filter(({ nodeType, nodeValue }) => nodeType !== 1 && /[{}@]/.test(nodeValue)).map(({ nodeValue }) => nodeValue));

/**
 * The elements of a state by what colours, roles and names can depend on: tags, classes, ARIA, what is chosen and whether
 * there is text, of each and of what is around it, and not what is said.
 */
function byLooks({ shadowRoot }) {
  const hasText = (element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim() !== '');
  const nameOf = (element) => [element.localName, hasText(element), ...element.classList, ...[...element.attributes]
    .filter(({ name }) => /^(part|role|type|aria-.*|disabled|open|readonly)$/.test(name)).map(({ name, value }) => `${name}=${value}`)].join();
  const paths = new Map([[null, '']]);
  const pathOf = (element) => {
    if (!paths.has(element)) paths.set(element, `${pathOf(element.parentElement)} ${nameOf(element)} ${element.querySelector(':checked') !== null}`);
    return paths.get(element);
  };
  return [...shadowRoot.querySelectorAll('.checkin *')].map((element) => [pathOf(element).replaceAll(/aria-[a-z]+=[a-z]+-[-a-z0-9]+/g, ''), element]);
}

const LOOKS = {
  ...layout,
  unfilled,
  axe: (host) => findings(host),
  axeOnNew: (host, added) => findings(host, undefined, added),
  colours: (host, added) => findings(host, 'colours', added),
};
/** Those that take a hundred times longer: they look once, at all there is. */
const SLOW = ['axe', 'axeOnNew', 'colours'];

/** Draws each state in turn, folded and unfolded, and looks at it; gives back a line for each fault. */
export async function look(host, { states, language, sheets, looks }) {
  const found = [];
  const known = new Set();
  const tell = async (look, name, added) => {
    for (const line of await LOOKS[look](host, added)) found.push(`${language} ${name}: ${look}: ${line}`);
  };
  const [slow, quick] = [true, false].map((isSlow) => looks.filter((look) => SLOW.includes(look) === isSlow));
  for (const { name, markup } of states) {
    drawIn(host, { markup, language, sheets });
    for (const one of quick) await tell(one, name);
    unfold(host);
    for (const one of quick) await tell(one, `${name}, unfolded`);
    // `axe` looks at every state, the others only at what no state before has had.
    const added = slow.length === 0 ? [] : byLooks(host).filter(([looks]) => !known.has(looks));
    added.forEach(([looks]) => known.add(looks));
    for (const one of slow) {
      if (one === 'axe' || added.length > 0) await tell(one, name, added.map(([, element]) => element));
    }
  }
  return found;
}

/** An element and all in it, one line each: tags, attributes in order, words, and what is chosen and typed. */
function linesOf(element, depth = 0) {
  const isField = element.matches('input, textarea, select, option');
  const attributes = [...element.attributes].filter(({ name }) => !(isField && /^(checked|selected|value)$/.test(name)))
    .map(({ name, value }) => ` ${name}="${value}"`).sort().join('');
  const { checked, selected, value } = element;
  const state = isField ? ` ${JSON.stringify({ checked, selected, value })}` : '';
  const lines = [`${'  '.repeat(depth)}<${element.localName}${attributes}>${state}`];
  if (element.matches('textarea')) return lines;
  let words = '';
  const say = () => {
    if (words !== '') lines.push(`${'  '.repeat(depth + 1)}${words}`);
    words = '';
  };
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) words += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    say();
    lines.push(...linesOf(child, depth + 1));
  }
  say();
  return lines;
}

/** Where each element is, from the corner of the check-in. */
function placesOf({ shadowRoot }) {
  const corner = shadowRoot.querySelector('.checkin').getBoundingClientRect();
  return [...shadowRoot.querySelectorAll('.checkin, .checkin *')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left - corner.left, top - corner.top, width, height].map((length) => Math.round(length * 10) / 10);
  });
}

/** Draws a state in the place of the check-in that is there; gives back how the two differ, in words and in places. */
export async function differences(host, { markup, language, styles }) {
  const sheets = await sheetsOf(styles);
  const live = linesOf(host.shadowRoot.querySelector('.checkin'));
  const places = placesOf(host);
  const other = document.createElement('trust-drawn');
  other.style.display = getComputedStyle(host).display;
  host.after(other);
  drawIn(other, { markup, language, sheets });
  const drawn = linesOf(other.shadowRoot.querySelector('.checkin'));
  // Two of the same names would be one group of radios for neither: they are in roots of their own.
  const before = host.style.display;
  host.style.display = 'none';
  const places2 = placesOf(other);
  host.style.display = before;
  other.remove();
  const found = [];
  for (let at = 0; at < Math.max(live.length, drawn.length) && found.length < 6; at += 1) {
    if (live[at] !== drawn[at]) found.push(`live:  ${live[at]}`, `drawn: ${drawn[at]}`);
  }
  if (found.length > 0) return found;
  const all = [...host.shadowRoot.querySelectorAll('.checkin, .checkin *')];
  // Halves of a tenth are rounded up here and down there.
  const isMoved = (at) => places[at].some((length, side) => Math.abs(length - places2[at][side]) > 0.15);
  const moved = all.flatMap((element, at) => (!isMoved(at) ? [] : [`${places[at]} is drawn at ${places2[at]}: ${element.outerHTML.slice(0, 90)}`]));
  return moved.slice(0, 6);
}
