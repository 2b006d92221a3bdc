/**
 * The entry of frame.html: a page of its own that seals itself off. Its policy stands in the page before any
 * script; here go what the policy cannot forbid, the owner's options, and the height that the host may follow.
 */
import css from 'trust-checkin/frame-styles';
import { TrustCheckin } from './element.js';
import { ATTRIBUTES, warn } from './options.js';
import { seal } from './dom.js';

// A policy does not reach WebRTC: what is gone cannot be used.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name);

/** No host gives a check-in less room than this, in pixels. */
const NARROWEST = 160;

/** Whether the page around is shut out: only then may the reader be told so. */
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

// Options stand behind the #, which no server sees: frame.html#theme=dark&region=GB.
const options = new URLSearchParams(location.hash.slice(1));
const element = document.querySelector('trust-checkin');
// Opened by itself, the address is all there is: words in it would seem to be this site's own.
const isFramed = parent !== self;
for (const name of ATTRIBUTES.filter((name) => isFramed || !['contact', 'exit', 'links'].includes(name))) {
  if (options.has(name)) element.setAttribute(name, options.get(name));
}
// Without an origin of its own a frame has no store: nobody is offered what must fail.
if (self.origin === 'null' && element.getAttribute('save') === 'ask') {
  element.removeAttribute('save');
  warn('save="ask" does nothing in this frame: the sandbox around it gives it no place to save.');
}
for (const [name, kind] of [['accent', 'color'], ['radius', 'width']]) {
  const value = options.get(name) ?? '';
  if (CSS.supports(kind, value)) sheet.insertRule(`trust-checkin { --trust-checkin-${name}: ${value} }`);
}

if (isShutOut()) seal();
customElements.define('trust-checkin', TrustCheckin);

// The host hears how high the first card is, and nothing after the first press: every screen has a height of its
// own, so later numbers would tell what was answered. Its origin is not known here, so the number goes to any.
if (isFramed) {
  const tell = () => {
    const { width, height } = document.body.getBoundingClientRect();
    // A frame that is not laid out yet is a few pixels wide, and as high as words are then broken.
    if (width > NARROWEST) parent.postMessage(Math.ceil(height), '*');
  };
  const heights = new ResizeObserver(tell);
  // The card is drawn in a task of its own, and before it the body is lower.
  const timer = setTimeout(() => {
    // Browsers do not draw a frame that is out of sight, and what is not drawn is not observed.
    tell();
    heights.observe(document.body);
  });
  const end = ({ key }) => {
    if (key === 'Tab') return;
    clearTimeout(timer);
    heights.disconnect();
  };
  for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, end, { capture: true });
}
