/** Small helpers over the platform: text direction, event listeners, idle time, and whether this is the sealed frame. */

/** Returns the value of `dir` for a language. It must be set: CSS cannot undo a `dir` of the host page. */
export const directionOf = (language) => (/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr');

/** Adds capturing listeners for several event types; returns a function that removes them. */
export function listen(target, types, listener) {
  for (const type of types) target.addEventListener(type, listener, true);
  return () => {
    for (const type of types) target.removeEventListener(type, listener, true);
  };
}

/** The same on the window, where a listener comes before those of the document. */
export const listenFirst = (types, listener) => listen(window, types, listener);

/**
 * Resolves when the browser has painted and is idle, at the latest after `timeout` milliseconds if given. Safari has no
 * requestIdleCallback and gets a task of its own.
 */
export const idle = (timeout) => new Promise((resolve) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout });
  else setTimeout(resolve);
});

let sealed = false;

/** Whether the check-in runs in frame.html, out of the host page's reach, and may tell the reader so. */
export const isSealed = () => sealed;

/** Records that this is the sealed frame. frame.js calls it before the element exists. */
export const seal = () => { sealed = true; };
