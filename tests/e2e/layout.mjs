// What a reader could not see or hit, measured inside the shadow root.

/** Parts wider than their place, or text that its box cuts off; one line each, none when all is well. */
export function overflowing(checkin) {
  return checkin.evaluate(({ shadowRoot }) => {
    const found = [];
    const tell = (element, what) => found.push(`${what}: ${element.outerHTML.slice(0, 90)}`);
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) tell(page, `the page scrolls sideways, ${page.scrollWidth} > ${page.clientWidth}`);
    /** Whether this is there for screen readers only: cut away to nothing on purpose. */
    const isOnlyRead = (element) => element !== null
      && (getComputedStyle(element).clipPath === 'inset(50%)' || isOnlyRead(element.parentElement));
    const card = shadowRoot.querySelector('.card').getBoundingClientRect();
    for (const element of shadowRoot.querySelectorAll('.card *')) {
      if (!element.checkVisibility() || element.closest('svg') || isOnlyRead(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      if (left < card.left - 0.5 || right > card.right + 0.5) tell(element, 'stands out of the card');
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline') continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) tell(element, 'is wider than its box');
      if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) tell(element, 'is cut off below');
      if (overflowX === 'auto' || overflowX === 'scroll') tell(element, 'scrolls sideways by itself');
    }
    return found;
  });
}

/** Targets under 24 px, and buttons, rows and the like under 44 px; what stands inside a sentence may be lower. */
export function tooSmall(checkin) {
  return checkin.evaluate(({ shadowRoot }) => {
    const found = [];
    for (const target of shadowRoot.querySelectorAll('button, a, select, summary, input')) {
      if (!target.checkVisibility()) continue;
      const row = (target.matches('input') && target.closest('.choice')) || target;
      const { width, height } = row.getBoundingClientRect();
      const least = target.closest('.who, .problem') ? 24 : 44;
      // Rounded as a screen does: 43.99 is 44.
      if (Math.round(height) < least || Math.round(width) < Math.min(least, 44)) {
        found.push(`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 90)}`);
      }
    }
    return found;
  });
}
