/** trust-checkin.frame.js: sets the height of a frame to that of the check-in in it. */

/** Greatest height that is accepted, in pixels. */
const MAX_HEIGHT = 20_000;

addEventListener('message', ({ source, data }) => {
  if (!Number.isFinite(data) || data < 1 || data > MAX_HEIGHT) return;
  for (const frame of document.querySelectorAll('iframe[data-trust-checkin-frame]')) {
    if (frame.contentWindow === source) frame.style.height = `${data}px`;
  }
});
