/** Counts presses of Shift, and reads nothing else of what is typed. */
import { focusedInside } from './keys.js';

const TYPES = ['keydown', 'keyup', 'pointerdown'];
/** Longest pause between two presses, in milliseconds; after it the count starts again. */
const PAUSE = 5_000;
/** Text fields. On-screen keyboards show up for these and send Shift on their own. */
const TEXT_FIELDS = 'textarea, input:not([type=radio], [type=checkbox]), [contenteditable], [contenteditable] *';

/** Whether the event is of Shift alone: with Alt or Ctrl it switches the keyboard layout. */
function isShift({ key, altKey, ctrlKey, metaKey, target }) {
  return key === 'Shift' && !altKey && !ctrlKey && !metaKey && !(focusedInside() ?? target).matches?.(TEXT_FIELDS);
}

/**
 * Calls back with the number of presses of Shift in a row, and with 0 when the count is reset: by another key, a pointer or
 * a long pause. Left and right Shift count alike, also when both are down at once. Returns a function that removes the
 * listeners.
 */
export function onShifts(callback) {
  const down = new Set();
  let count = 0;
  let timer;
  const setCount = (next) => {
    clearTimeout(timer);
    if (next) timer = setTimeout(setCount, PAUSE, 0);
    if (next !== count) callback(count = next);
  };
  const onEvent = (event) => {
    if (!isShift(event)) {
      down.clear();
      setCount(0);
    } else if (event.type === 'keyup') {
      if (down.delete(event.code)) setCount(count + 1);
    } else if (!event.repeat) {
      down.add(event.code);
    }
  };
  // On window: keys.js stops some key events there.
  for (const type of TYPES) addEventListener(type, onEvent, true);
  return () => {
    for (const type of TYPES) removeEventListener(type, onEvent, true);
    setCount(0);
  };
}
