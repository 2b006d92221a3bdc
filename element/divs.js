/** Supports `<div data-trust-checkin data-lang="en">`, for editors that strip unknown tags. */
import { make } from './nodes.js';
import { ATTRIBUTES } from './options.js';

const MARK = 'data-trust-checkin';
/** Divs that have their element. */
const upgraded = new WeakSet();

/** Copies the div's `data-` attributes to the element inside it. */
function copyOptions(div, element) {
  for (const name of ATTRIBUTES) {
    const value = div.getAttribute(`data-${name}`);
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function upgrade(div) {
  // In an editor the element would become part of the saved text.
  if (upgraded.has(div) || div.isContentEditable || div.querySelector('trust-checkin')) return;
  upgraded.add(div);
  const element = make('trust-checkin');
  element.append(...div.childNodes);
  copyOptions(div, element);
  div.append(element);
  new MutationObserver(() => copyOptions(div, element)).observe(div, { attributes: true });
}

/** Puts an element into every such div, including those added later. */
export function watchDivs() {
  const upgradeAll = () => document.querySelectorAll(`div[${MARK}]`).forEach(upgrade);
  upgradeAll();
  new MutationObserver(upgradeAll).observe(document.documentElement, { childList: true, subtree: true });
}
