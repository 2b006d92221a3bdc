/**
 * Entry of frame.html, a page that seals itself off. Its content security policy stands in the page before any script.
 * This script removes what the policy cannot forbid, reads the owner's options, and reports the height of the card.
 */
import css from 'trust-checkin/frame-styles';
import { TrustCheckin } from './element.js';
import { asksToSave, ATTRIBUTES, warn } from './options.js';
import { seal } from './dom.js';

// The policy does not cover WebRTC, so its constructors are removed.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name);

/** Width of the narrowest frame that counts as laid out, in pixels. */
const MIN_WIDTH = 160;

/** Whether the host page cannot reach into the frame. Only then may the reader be told so. */
function isShutOut() {
  try {
    return parent !== self && !parent.document;
  } catch {
    return true;
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

// Options come after the #, which is not sent to servers: frame.html#theme=dark&region=GB.
const options = new URLSearchParams(location.hash.slice(1));
const element = document.querySelector('trust-checkin');
// Opened by itself, the page takes no text or addresses from the URL: they would look like this site's own.
const isFramed = parent !== self;
for (const name of ATTRIBUTES.filter((name) => isFramed || !['contact', 'exit', 'links'].includes(name))) {
  if (options.has(name)) element.setAttribute(name, options.get(name));
}
// A frame without an origin has no storage, so saving is not offered.
if (self.origin === 'null' && asksToSave(element)) {
  element.removeAttribute('save');
  warn('save="ask" does nothing in this frame: the sandbox around it gives it no place to save.');
}
for (const [name, kind] of [['accent', 'color'], ['radius', 'width']]) {
  const value = options.get(name) ?? '';
  if (CSS.supports(kind, value)) sheet.insertRule(`trust-checkin { --trust-checkin-${name}: ${value} }`);
}

if (isShutOut()) seal();
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
