/** Keeps what is typed in a check-in from the page around it, whose keyboard shortcuts would take it for their own. */

const KEYS = ['keydown', 'keypress', 'keyup'];
const TEXT = ['beforeinput', 'input', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'];

/** Shadow roots of the check-ins on the page. */
const roots = new Set();
/** The `code` of every key that went down in a check-in and is not up yet. It is '' on the keyboards of phones. */
const held = new Set();
const listeners = new Set();

/** Returns the element inside a check-in that has the focus, if there is one. */
export const focusedInside = () => [...roots].map((root) => root.activeElement).find(Boolean);

/** Calls back with every key event of the page, before anybody else hears it; returns a function that ends this. */
export function onKey(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stops events of the keyboard where they leave a shadow root. */
export function stopKeys(root) {
  // Tab is not for typing, and a dialog around the check-in keeps the focus by it.
  for (const type of [...KEYS, ...TEXT]) root.addEventListener(type, (event) => event.key !== 'Tab' && event.stopPropagation());
}

/** Makes keys belong to the check-in in `root` until they are up; returns a function that ends this for keys to come. */
export function holdKeys(root) {
  roots.add(root);
  return () => roots.delete(root);
}

function onWindowKey(event) {
  const { code, key, repeat, type } = event;
  for (const listener of listeners) listener(event);
  if (key === 'Tab') return;
  const isDown = type === 'keydown';
  const isInside = focusedInside();
  if (isDown && !repeat) {
    // A new press: the last one may have ended in another window.
    if (isInside) held.add(code);
    else held.delete(code);
  } else if (held.has(code) && !(isDown && isInside)) {
    event.stopImmediatePropagation();
  }
  if (type === 'keyup') held.delete(code);
}

// A screen that is replaced loses the focus, and the rest of a key press happens wherever the focus is by then.
for (const type of KEYS) addEventListener(type, onWindowKey, true);
