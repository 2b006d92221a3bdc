/** Whether an element is rendered, and at most one screen away from the viewport. */
export function isNear(element) {
  if (!(element.checkVisibility?.() ?? element.getClientRects().length)) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}

function observe(element, callback) {
  // The observer reports only after the first frame, which takes a while on a slow phone.
  if (isNear(element)) {
    callback();
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    callback();
  }, { rootMargin: '100%' });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Calls back once an element is at most one screen away from the viewport. Returns a function that stops watching. */
export function whenNear(element, callback) {
  // Measuring forces a layout. A separate task keeps the one that draws the card short.
  let stop;
  const timer = setTimeout(() => { stop = observe(element, callback); });
  return () => {
    clearTimeout(timer);
    stop?.();
  };
}
