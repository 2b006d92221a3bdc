/** When the browser has painted and has nothing else to do, or a tenth of a second later. Safari has no idle time. */
export const idle = () => new Promise((done) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(done, { timeout: 100 });
  else setTimeout(done);
});
