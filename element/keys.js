/** Keeps what is typed, pressed, dragged and dropped in a check-in from the host page. */
import { listenFirst } from './dom.js';

const KEYS = ['keydown', 'keypress', 'keyup'];
/** Events that nothing in a check-in listens to. Some browsers have touch events without their properties. */
const UNUSED = ['textInput'];
for (const end of ['start', 'update', 'move', 'end']) UNUSED.push(`composition${end}`, `touch${end}`);
for (const name in HTMLElement.prototype) {
  if (/^on(pointer|mouse[^w]|touchc|drag|drop|copy|cut|paste|keyp|beforei|dbl|aux|context|selects)/.test(name)) UNUSED.push(name.slice(2));
}

/** Shadow roots of the check-ins on the page. */
const roots = new Set();
/** `code` of every key that went down in a check-in and is not up yet. On-screen keyboards report '' for all keys. */
const held = new Set();

/** Returns the element inside a check-in that has the focus, if there is one. */
export const focusedInside = () => [...roots].map((root) => root.activeElement).find(Boolean);

/**
 * Stops an event at the shadow root. Tab passes: a dialog around the check-in may manage the focus with it. So does an Escape
 * that closed nothing in the check-in, as it may close something around it.
 */
function stop(event) {
  const { code, key, repeat } = event;
  const isUnusedEscape = key === 'Escape' && !event.defaultPrevented && !event.isComposing && !(repeat && held.has(code));
  if (isUnusedEscape) held.delete(code);
  else if (key !== 'Tab') event.stopPropagation();
}

/**
 * Keeps events in `root` that carry words or tell what is pressed, and every key that goes down there until it is up. Returns
 * a function after which new keys are not held; events still do not leave the root.
 */
export function keepInside(root) {
  roots.add(root);
  for (const type of [...UNUSED, 'keydown', 'keyup', 'input', 'click']) root.addEventListener(type, stop, { passive: true });
  return () => roots.delete(root);
}

function onWindowKey(event) {
  const { code, key, repeat, type } = event;
  if (key === 'Tab') return;
  const isDown = type === 'keydown';
  const hasFocus = focusedInside();
  if (isDown && !repeat) {
    // A new press: the last one may have ended in another window.
    if (hasFocus) held.add(code);
    else held.delete(code);
  } else if (held.has(code) && !(isDown && hasFocus)) {
    event.stopPropagation();
  }
  if (type === 'keyup') held.delete(code);
}

// A screen that is replaced loses the focus, and the rest of a key press happens wherever the focus is by then.
listenFirst(KEYS, onWindowKey);
// Libraries capture touches and presses on the document, to speed up taps or to drag things, and then no click happens.
listenFirst(UNUSED, (event) => {
  if ([...roots].some(({ host }) => host === event.target)) event.stopPropagation();
});
