/** "Leave quickly": clears every check-in, covers the screen, and opens another page. */
import { directionOf } from './dom.js';
import { make } from './nodes.js';
import { onShifts } from './shifts.js';

/** Progress by number of presses of Shift; one more leaves. */
const LIGHTS = ['', '●○○', '●●○'];
/** Functions that clear the check-ins of this page. Each returns one that starts the check-in again. */
const wipes = new Set();

/**
 * Calls `leave` after three presses of Shift, from the first click in `root` on, and registers `wipe`. Returns a function
 * that undoes both.
 */
export function watchLeaving(root, { say, wipe, leave }) {
  const lights = make('p', { class: 'lights', role: 'status' });
  let stop;
  const onCount = (count) => {
    if (count === LIGHTS.length) {
      leave();
    } else if (count === 0) {
      lights.remove();
    } else {
      // A live region is read out only if it exists before its text.
      if (!lights.isConnected) root.lastChild.append(lights);
      const dots = make('span', { 'aria-hidden': 'true' }, LIGHTS[count]);
      lights.replaceChildren(dots, ` ${say(SAY.leave_shift, count)}`);
    }
  };
  const start = () => { stop ??= onShifts(onCount); };
  root.addEventListener('click', start);
  wipes.add(wipe);
  return () => {
    root.removeEventListener('click', start);
    wipes.delete(wipe);
    stop?.();
  };
}

/** Returns the result of `action`, or undefined if it throws: no error may keep the reader from leaving. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Leaves for `address`. The cover goes into `root`, and shows `text` if the browser does not leave at once. */
export function leave(root, address, text, lang) {
  const link = make('a', { class: 'later', href: address, target: '_blank', rel: 'noreferrer' }, text);
  // A modal dialog covers the whole page and makes it inert.
  const cover = make('dialog', { class: 'gone', closedby: 'none', lang, dir: directionOf(lang) }, link);
  cover.addEventListener('close', () => cover.showModal());
  // The next page must not learn the address of this one.
  const referrer = make('meta', { name: 'referrer', content: 'no-referrer' });
  document.documentElement.append(referrer);
  root.append(cover);
  attempt(() => cover.showModal());
  // Clearing may take long or throw, so it happens behind the cover.
  const restarts = [...wipes].map(attempt);
  const go = (event) => {
    try {
      // In a frame, the host page is left too.
      top.location.replace(address);
      event?.preventDefault();
    } catch {
      // The host page forbids it, so the link opens a new tab.
      link.removeAttribute('class');
    }
  };
  link.addEventListener('click', go);
  go();
  // Back may restore this page from the browser's memory.
  addEventListener('pageshow', () => {
    referrer.remove();
    for (const restart of restarts) restart?.();
  }, { once: true });
}
