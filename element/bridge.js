/** The bridge between the app and its element: what the app reads and calls. src/host/bridge.rs looks each field up by name. */
import { isSealed } from './dom.js';
import { asksToSave, contactOf, option, regionOf, warn } from './options.js';

/** Builds the bridge of an element; `own` has the fields that depend on the element's state. */
export const bridgeFor = (element, own) => ({
  region: regionOf(element),
  contact: contactOf(element),
  links: element.getAttribute('links'),
  sealed: isSealed(),
  asksToSave: asksToSave(element),
  mayCompare: option(element, 'compare') === 'on',
  warn,
  ...own,
});
