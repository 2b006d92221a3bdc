/** "Leave quickly": everything of the reader's goes, the screen is covered, and the browser opens another page. */
import { directionOf } from './dom.js';
import { make } from './nodes.js';
import { onShifts } from './shifts.js';

/** What shows how often Shift was pressed; once more than that leaves. */
const LIGHTS = ['', '●○○', '●●○'];
/** What empties the check-ins of this page, each giving back what makes it begin afresh. */
const wipes = new Set();

/**
 * Lets three presses of Shift leave, from the first press inside `root` on, and remembers what `wipe`s the check-in.
 * Gives back what ends both.
 */
export function watchLeaving(root, { say, wipe, leave }) {
  const lights = make('p', { class: 'lights', role: 'status' });
  let end;
  const tell = (count) => {
    if (count === LIGHTS.length) {
      leave();
    } else if (count === 0) {
      lights.remove();
    } else {
      // A region that is there before its words is read out.
      if (!lights.isConnected) root.lastChild.append(lights);
      const dots = make('span', { 'aria-hidden': 'true' }, LIGHTS[count]);
      lights.replaceChildren(dots, ` ${say(SAY.leave_shift, count)}`);
    }
  };
  const begin = () => { end ??= onShifts(tell); };
  root.addEventListener('click', begin);
  wipes.add(wipe);
  return () => {
    root.removeEventListener('click', begin);
    wipes.delete(wipe);
    end?.();
  };
}

/** What comes of `act`, and nothing where it throws: nobody is kept from leaving by what could not be done. */
function tried(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Leaves for `address`. The cover goes into `root`; `words` is what it says if the browser does not go at once. */
export function leave(root, address, words, lang) {
  const link = make('a', { class: 'later', href: address, target: '_blank', rel: 'noreferrer' }, words);
  // Above all that the page has, and everything below it out of reach.
  const cover = make('dialog', { class: 'gone', closedby: 'none', lang, dir: directionOf(lang) }, link);
  cover.addEventListener('close', () => cover.showModal());
  // The page that opens need not learn which one this was.
  const referrer = make('meta', { name: 'referrer', content: 'no-referrer' });
  document.documentElement.append(referrer);
  root.append(cover);
  tried(() => cover.showModal());
  // Out of sight first: what takes long, or throws, does so behind the cover.
  const returns = [...wipes].map(tried);
  const go = (event) => {
    try {
      // Out of a frame as well, so that the page around is left too.
      top.location.replace(address);
      event?.preventDefault();
    } catch {
      // The page around does not let itself be left: then the link opens a new tab.
      link.removeAttribute('class');
    }
  };
  link.addEventListener('click', go);
  go();
  // Back may bring this very page again, as it was left.
  addEventListener('pageshow', () => {
    referrer.remove();
    for (const begin of returns) begin?.();
  }, { once: true });
}
