/** Whether a screen is left alone. */
import { listen } from './dom.js';

// In milliseconds.
const UNTOUCHED = 600_000;
const HIDDEN = 120_000;
/** How often the clock is looked at: timers sleep when the device does. */
const GLANCE = 15_000;

/** Calls back when nobody has touched the page for ten minutes or seen it for two; gives back what ends that. */
export function whenInactive(callback) {
  let since = Date.now();
  let limit = UNTOUCHED;
  const look = () => {
    const now = Date.now();
    if (now - since < limit) return;
    since = now;
    callback();
  };
  const end = listen(document, ['visibilitychange', 'pointerdown', 'pointermove', 'keydown', 'scroll'], () => {
    look();
    since = Date.now();
    limit = document.hidden ? HIDDEN : UNTOUCHED;
  });
  const timer = setInterval(look, GLANCE);
  return () => {
    end();
    clearInterval(timer);
  };
}
