// Host pages for the check-in in these tests.
import { ok } from 'node:assert/strict';
import { withoutPolicy } from '../e2e/support/seal.mjs';

/** Opens the shadow root of the shipped file, for a driver that finds nothing in a closed root. */
const OPEN_ROOTS = `
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attachShadow.call(this, { ...options, mode: 'open' });
  };`;

const SCRIPT = '<script type="module" src="trust-checkin.js"></script>';
const FALLBACK = '<p>Help is there either way: <a href="tel:988">988</a></p>';
const ELEMENT = `<trust-checkin lang="en">${FALLBACK}</trust-checkin>`;

// Snippets on owners' pages.
export const TAG = SCRIPT + ELEMENT;
export const DIV = `${SCRIPT}<div data-trust-checkin data-lang="en">${FALLBACK}</div>`;
export const STANDALONE = `<script defer src="trust-checkin.standalone.js"></script>${ELEMENT}`;
/** The sandbox permissions of the snippet, without permission to navigate the host page. */
export const STAYS = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';
export const frameOf = (file, sandbox = `${STAYS} allow-top-navigation`) => `<iframe src="${file}" title="Check-in"
  referrerpolicy="no-referrer" sandbox="${sandbox}"
  style="width: 100%; height: 700px"></iframe>`;

/** A policy without unsafe-inline, without HTML from strings, and without connections. */
export const SHUT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/** The same for a page that may fetch from its own server. */
export const STRICT = `${SHUT}; connect-src 'self'`;

/** A script that watches the page from the start. */
const WATCH = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  window.heights = [];
  window.addEventListener('message', ({ data, source }) => {
    if (source === document.querySelector('iframe')?.contentWindow) window.heights.push(data);
  });`;

/**
 * Serves a blog page at /host.html. Its watching script is a separate file, as the strict policy requires. It has no
 * favicon, which would add a request or a violation.
 */
export function host(site, body, { seesClosedRoots, policy }) {
  site.changes.set('/watch.js', { body: WATCH + (seesClosedRoots ? '' : OPEN_ROOTS), type: 'text/javascript' });
  site.changes.set('/host.html', {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A blog</title><link rel="icon" href="data:,">
      <script src="watch.js"></script><body>${body}</body></html>`,
    type: 'text/html; charset=utf-8',
    headers: policy ? { 'content-security-policy': policy } : {},
  });
  return `${site.url}host.html`;
}

/** The shipped frame, without its policy and with its root open. */
export function opened(html) {
  const unsealed = withoutPolicy(html);
  const place = unsealed.search(/<script\b/i);
  ok(place > 0, 'frame.html has a script');
  return `${unsealed.slice(0, place)}<script>{${OPEN_ROOTS}}</script>${unsealed.slice(place)}`;
}
