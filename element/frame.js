/**
 * Entry of frame.html, a page that seals itself off. Its content security policy stands in the page before any script.
 * This script removes what the policy cannot forbid, reads the owner's options, and reports the height of the card.
 */
import css from 'trust-checkin/frame-styles';
import { TrustCheckin } from './element.js';
import { readFrameOptions } from './frame-options.js';
import { scrollInsideOnly } from './frame-scroll.js';
import { warn } from './options.js';
import { seal } from './dom.js';

// The policy does not cover WebRTC, so its constructors are removed.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name);

/** Width of the narrowest frame that counts as laid out, in pixels. */
const MIN_WIDTH = 160;

const isFramed = parent !== self;
/** Whether the page has no origin of its own, which only a sandbox does. Then no page shares its origin. */
const isOpaque = self.origin === 'null';

/** Whether a page above could reach into the frame. Each page above is looked at, not only the nearest. */
function isWithinReach() {
  // A page of the same origin gets in through any other page of its own, even if it is not reachable itself. Firefox says
  // "null" for a page that hides its address from the frame: that could be one.
  if (!isOpaque && [...location.ancestorOrigins ?? []].some((origin) => origin === self.origin || origin === 'null')) return true;
  for (let page = parent; ; page = page.parent) {
    try {
      if (page.document) return true;
    } catch {
      // The browser refuses: this page cannot reach the frame either.
    }
    if (page === page.parent) return false;
  }
}

/** Whether the frame has a sandbox: it alone forbids setting `document.domain`, whatever else it permits. */
function isSandboxed() {
  const { domain } = document;
  try {
    document.domain = domain;
    return false;
  } catch {
    return true;
  }
}

/** Whether the host page, and every page above it, is shut out. Only then may the reader be told so. */
const isShutOut = isFramed && !isWithinReach() && isSandboxed();

/** Whether the browser gives this page a store: to frames of another site many give none. */
function hasStore() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

const element = document.querySelector('trust-checkin');
const readOptions = () => readFrameOptions({
  element, sheet, isFramed,
  // Within reach of a page above, the store would be that page's too.
  maySave: isShutOut && hasStore(),
});
readOptions();
// The owner's page may change what stands after the #: the frame stays, and so do the answers in it.
addEventListener('hashchange', readOptions);

if (isShutOut) seal();
else if (isFramed) warn('this frame is not sealed: it has no sandbox, or a page above has the same origin. It does not promise to be sealed.');
if (isFramed) scrollInsideOnly(element);
customElements.define('trust-checkin', TrustCheckin);

// Reports the height of the first card to the host page, and nothing after the first press: each screen has its own height,
// so later numbers would reveal answers. The origin of the host is unknown here, so the message goes to any.
if (isFramed) {
  const reportHeight = () => {
    const { width, height } = document.body.getBoundingClientRect();
    // A frame that is not laid out yet is a few pixels wide, and far too high.
    if (width > MIN_WIDTH) parent.postMessage(Math.ceil(height), '*');
  };
  const heights = new ResizeObserver(reportHeight);
  // The card is drawn in a separate task; before that the body is lower.
  const timer = setTimeout(() => {
    // Browsers do not render a frame that is out of view, so the observer would not run there.
    reportHeight();
    heights.observe(document.body);
  });
  const stop = ({ key }) => {
    if (key === 'Tab') return;
    clearTimeout(timer);
    heights.disconnect();
  };
  for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, stop, { capture: true });
}
