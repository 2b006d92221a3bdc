/** Keeps what is typed in a check-in from the host page, whose keyboard shortcuts would take it for their own. */

const KEYS = ['keydown', 'keypress', 'keyup'];
const TEXT = ['beforeinput', 'input', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'];

/** Shadow roots of the check-ins on the page. */
const roots = new Set();
/** `code` of every key that went down in a check-in and is not up yet. On-screen keyboards report '' for all keys. */
const held = new Set();

/** Returns the element inside a check-in that has the focus, if there is one. */
export const focusedInside = () => [...roots].map((root) => root.activeElement).find(Boolean);

/** Stops an event at the shadow root. Tab passes: a dialog around the check-in may manage the focus with it. */
const stop = (event) => event.key !== 'Tab' && event.stopPropagation();

/**
 * Keeps keyboard, text input and clipboard events in `root`, and every key that goes down there until it is up. Returns a
 * function after which new keys are not held; events still do not leave the root.
 */
export function keepKeysInside(root) {
  roots.add(root);
  for (const type of [...KEYS, ...TEXT]) root.addEventListener(type, stop);
  return () => roots.delete(root);
}

function onWindowKey(event) {
  const { code, key, repeat, type } = event;
  if (key === 'Tab') return;
  const isDown = type === 'keydown';
  const isInside = focusedInside();
  if (isDown && !repeat) {
    // A new press: the last one may have ended in another window.
    if (isInside) held.add(code);
    else held.delete(code);
  } else if (held.has(code) && !(isDown && isInside)) {
    event.stopPropagation();
  }
  if (type === 'keyup') held.delete(code);
}

// A screen that is replaced loses the focus, and the rest of a key press happens wherever the focus is by then.
for (const type of KEYS) addEventListener(type, onWindowKey, true);
