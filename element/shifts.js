/** Hearing Shift pressed three times, and nothing else of what is typed. */
import { listen } from './dom.js';
import { focusedInside, onKey } from './keys.js';

/** Who waits longer than this between two presses, in milliseconds, begins anew. */
const PAUSE = 5_000;
/** A phone shows its keyboard for these, and its Shift sends what it likes. */
const TYPED_INTO = 'textarea, input:not([type=radio], [type=checkbox]), [contenteditable], [contenteditable] *';

/** Whether this is Shift and nothing but Shift: with Alt or Ctrl it changes the layout of the keyboard. */
function isShift({ key, altKey, ctrlKey, metaKey, target }) {
  return key === 'Shift' && !altKey && !ctrlKey && !metaKey && !(focusedInside() ?? target).matches?.(TYPED_INTO);
}

/**
 * Calls back with how often Shift was pressed by itself, and with 0 when that counts no more. Left and right are the
 * same, also both at once. Any other key ends it, as does a press of the mouse. Gives back what ends the listening.
 */
export function onShifts(tell) {
  const down = new Set();
  let count = 0;
  let timer;
  const set = (now) => {
    clearTimeout(timer);
    if (now) timer = setTimeout(set, PAUSE, 0);
    if (now !== count) tell(count = now);
  };
  const hear = (event) => {
    if (!isShift(event)) {
      down.clear();
      set(0);
    } else if (event.type === 'keyup') {
      if (down.delete(event.code)) set(count + 1);
    } else if (!event.repeat) {
      down.add(event.code);
    }
  };
  const ends = [onKey(hear), listen(document, ['pointerdown'], hear)];
  return () => {
    for (const end of ends) end();
    set(0);
  };
}
