/** `<div data-trust-checkin data-lang="en">`, for editors that strip tags they do not know. */
import { make } from './nodes.js';
import { ATTRIBUTES } from './options.js';

const MARK = 'data-trust-checkin';
const known = new WeakSet();

/** Gives the element inside the attributes that the div has as data. */
function copyOptions(div, element) {
  for (const name of ATTRIBUTES) {
    const value = div.getAttribute(`data-${name}`);
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function bringToLife(div) {
  // In an editor it would become part of what is saved.
  if (known.has(div) || div.isContentEditable || div.querySelector('trust-checkin')) return;
  known.add(div);
  const element = make('trust-checkin');
  element.append(...div.childNodes);
  copyOptions(div, element);
  div.append(element);
  new MutationObserver(() => copyOptions(div, element)).observe(div, { attributes: true });
}

/** Brings every such div to life, now and when one comes later. */
export function watchDivs() {
  const look = () => document.querySelectorAll(`div[${MARK}]`).forEach(bringToLife);
  look();
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
}
