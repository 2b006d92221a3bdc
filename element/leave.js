/** "Leave quickly": empties the page and every check-in, covers the screen, and opens another page. */
import { make } from './nodes.js';
import { onShifts } from './shifts.js';

/** Progress by number of presses of Shift; one more leaves. */
const LIGHTS = ['', '●○○', '●●○'];
/** Functions that clear the check-ins of this page. */
const wipes = new Set();

/** Whether the check-in is navigating. Listeners of the page that came after this script do not hear of it. */
let isOurs = false;
self.navigation?.addEventListener('navigate', (event) => isOurs && event.stopImmediatePropagation());

/** Returns the result of `action`, or undefined if it throws: no error may keep the reader from leaving. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/**
 * Calls `leave` after three presses of Shift, from the first click in `root` on, and registers `wipe`. Returns a function
 * that undoes both.
 */
export function watchLeaving(root, { say, wipe, leave }) {
  // Not role="status": screen readers stop at one that is empty. As a popover nothing of the page clips, moves or covers it.
  const lights = make('p', { class: 'lights', 'aria-live': 'polite', dir: 'auto', popover: 'manual' });
  let elsewhere;
  let stop;
  const putInto = (place) => {
    place.append(lights);
    attempt(() => lights.showPopover());
  };
  const onCount = (count) => {
    if (count === LIGHTS.length) {
      leave();
    } else if (count === 0) {
      lights.replaceChildren();
      elsewhere?.remove();
    } else {
      // The page may have hidden its part with the check-in.
      if (lights.checkVisibility?.() === false) {
        elsewhere = make('div', { class: 'gone' });
        document.documentElement.append(elsewhere);
        const place = elsewhere.attachShadow({ mode: 'closed' });
        place.adoptedStyleSheets = root.adoptedStyleSheets;
        putInto(place);
      }
      const dots = make('span', { 'aria-hidden': 'true' }, LIGHTS[count]);
      lights.replaceChildren(dots, ` ${say(SAY.leave_shift, count)}`);
    }
  };
  const start = (event) => {
    // A live region is read out only if it exists before its text.
    putInto(root);
    stop ??= onShifts(root, onCount);
    const call = event.target.closest('a:not([target])');
    if (!call) return;
    // A link that navigates is told to the page, and with it the way into the root.
    event.preventDefault();
    isOurs = true;
    location.href = call.href;
    isOurs = false;
  };
  root.addEventListener('click', start);
  wipes.add(wipe);
  return () => {
    root.removeEventListener('click', start);
    wipes.delete(wipe);
    stop?.();
    lights.remove();
  };
}

/**
 * Leaves for `address`, with the element of `root` alone on the page. The cover goes into `root`, and shows `text` if the
 * browser does not leave at once.
 */
export function leave(root, address, text, lang) {
  const { host } = root;
  const link = make('a', { class: 'later', href: address, target: '_blank', rel: 'noreferrer' }, text);
  // A modal dialog lies above everything.
  const cover = make('dialog', { class: 'gone', closedby: 'none', lang, dir: 'auto' }, link);
  cover.addEventListener('close', () => cover.showModal());
  isOurs = true;
  // Takes away everything on the page, and what would ask whether to leave it. An XHTML page has no such function.
  attempt(() => document.open());
  host.className = 'gone';
  host.inert = false;
  // The next page must not learn the address of this one.
  const referrer = make('meta', { name: 'referrer', content: 'no-referrer' });
  document.replaceChildren(make('html', {}, referrer, host));
  root.append(cover);
  attempt(() => cover.showModal());
  // Clearing may take long or throw, so it happens behind the cover.
  for (const wipe of wipes) attempt(wipe);
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
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}
