/** Entry of trust-checkin.js and trust-checkin.standalone.js. */
import { watchDivs } from './divs.js';
import { TrustCheckin } from './element.js';
import { warn } from './options.js';

const TAG = 'trust-checkin';
const first = customElements.get(TAG);

// The first script on a page wins; a second copy must not throw.
if (!first) {
  customElements.define(TAG, TrustCheckin);
  watchDivs();
} else if (first.version !== TrustCheckin.version) {
  warn(`version ${first.version} is on this page already, so version ${TrustCheckin.version} does nothing.`);
}
