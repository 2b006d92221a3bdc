/** Supports `<div data-trust-checkin data-lang="en">`, for editors that strip unknown tags. */
import { make } from './nodes.js';
import { ATTRIBUTES } from './options.js';

const MARK = 'data-trust-checkin';
const PREFIX = 'data-';
/** Most often that an element is put back: a page that removes it whenever it comes must not hang. */
const TRIES = 9999;
/** Functions that update a div's element, by div. */
const upgraded = new WeakMap();

/** Puts an element into a div. Returns a function that copies the div's options to it, and puts it back if it was removed. */
function upgrade(div) {
  // A copy of the page, as libraries keep for Back, has the element already.
  const element = div.querySelector(':scope > trust-checkin') ?? make('trust-checkin');
  // Everything else in the div belongs to the page and stays where it is. It shows only after a failure.
  const slot = make('slot');
  div.attachShadow({ mode: 'closed', slotAssignment: 'manual' }).appendChild(slot);
  slot.assign(element);
  let tries = TRIES;
  element.addEventListener('trust-checkin-error', () => slot.assign(element, ...div.childNodes));
  element.addEventListener('trust-checkin-ready', () => slot.assign(element));
  return () => {
    for (const name of ATTRIBUTES) {
      const value = div.getAttribute(PREFIX + name);
      if (value === null) element.removeAttribute(name);
      else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
    }
    if (element.parentNode === div || tries === 0) return;
    tries -= 1;
    div.appendChild(element);
  };
}

function update(div) {
  // In an editor the element would become part of the saved text.
  if (div.isContentEditable) return;
  if (!upgraded.has(div)) upgraded.set(div, upgrade(div));
  upgraded.get(div)();
}

/** Puts an element into every such div, including those added later. */
export function watchDivs() {
  const updateAll = () => document.querySelectorAll(`div[${MARK}]`).forEach(update);
  updateAll();
  new MutationObserver(updateAll).observe(document.documentElement, {
    childList: true, subtree: true, attributeFilter: [MARK, ...ATTRIBUTES.map((name) => PREFIX + name)],
  });
}
