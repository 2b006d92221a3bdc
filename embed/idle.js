/**
 * When the browser has painted and has nothing else to do, at the latest after `timeout` milliseconds, if given. Safari has no
 * idle time.
 */
export const idle = (timeout) => new Promise((done) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(done, { timeout });
  else setTimeout(done);
});
