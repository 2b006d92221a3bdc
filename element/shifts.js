/** Counts presses of Shift, and reads nothing else of what is typed. */
import { listen, listenFirst } from './dom.js';
import { focusedInside } from './keys.js';

/** Longest pause between two presses, in milliseconds; after it the count starts again. */
const PAUSE = 1_000;
/** Text fields. On-screen keyboards show up for these and send Shift on their own. */
const TEXT_FIELDS = 'textarea, input:not([type=radio], [type=checkbox]), [contenteditable], [contenteditable] *';

/** Whether the event is of Shift alone: with Alt or Ctrl it switches the keyboard layout. */
function isShift({ key, altKey, ctrlKey, metaKey, target }) {
  return key === 'Shift' && !altKey && !ctrlKey && !metaKey && !(focusedInside() ?? target).matches?.(TEXT_FIELDS);
}

/**
 * Calls back with the number of presses of Shift in a row, and with 0 when the count is reset: by another key, a pointer, a
 * long pause, or a move of the selection or the focus. A screen reader keeps the H of Shift+H to itself, but moves one of
 * them. Left and right Shift count alike, also when both are down at once. Returns a function that removes the listeners.
 */
export function onShifts(root, callback) {
  const down = new Set();
  let count = 0;
  let timer;
  /** Whether a key or a pointer may just have moved the selection: its event comes late. */
  let isExpected = false;
  const setCount = (next) => {
    clearTimeout(timer);
    if (next) timer = setTimeout(setCount, PAUSE, 0);
    if (next !== count) callback(count = next);
  };
  const onEvent = (event) => {
    const isSelection = event.type === 'selectionchange';
    if (isSelection && isExpected) {
      isExpected = false;
    } else if (!isShift(event)) {
      isExpected = !isSelection;
      down.clear();
      setCount(0);
    } else if (event.type === 'keyup') {
      if (down.delete(event.code)) setCount(count + 1);
    } else if (!event.repeat) {
      down.add(event.code);
    }
  };
  // The focus may move within the root without a sign outside.
  const removers = [
    listenFirst(['keydown', 'keyup', 'pointerdown', 'focusin', 'selectionchange'], onEvent),
    listen(root, ['focusin'], onEvent),
  ];
  return () => {
    for (const remove of removers) remove();
    setCount(0);
  };
}
