/** Whether an element shows, and is within one screen of the viewport. */
export function isNear(element) {
  if (!(element.checkVisibility?.() ?? element.getClientRects().length)) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}

function watchFor(element, callback) {
  // The observer speaks after the first frame only: on a slow phone that is a while.
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

/** Calls back once, when an element is within one screen of the viewport; gives back what ends the waiting. */
export function whenNear(element, callback) {
  // To look is to lay the page out. In a task of its own it does not make the one that drew the card a long one.
  let end;
  const timer = setTimeout(() => { end = watchFor(element, callback); });
  return () => {
    clearTimeout(timer);
    end?.();
  };
}
