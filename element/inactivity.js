/** Detects that nobody has used or seen the page for a while. */
import { listen } from './dom.js';

/** Time without input on a visible page, in milliseconds. */
const UNTOUCHED = 600_000;
/** Time out of view, in milliseconds. */
const HIDDEN = 120_000;
/** Poll interval in milliseconds; timers pause during sleep. */
const POLL = 15_000;

/** Calls back after ten minutes without input, or two out of view. Returns a function that stops watching. */
export function whenInactive(callback) {
  let since = Date.now();
  let limit = UNTOUCHED;
  const check = () => {
    const now = Date.now();
    if (now - since < limit) return;
    since = now;
    callback();
  };
  const removeListeners = listen(document, ['visibilitychange', 'pointerdown', 'pointermove', 'keydown', 'scroll'], () => {
    check();
    since = Date.now();
    limit = document.hidden ? HIDDEN : UNTOUCHED;
  });
  const timer = setInterval(check, POLL);
  return () => {
    removeListeners();
    clearInterval(timer);
  };
}
