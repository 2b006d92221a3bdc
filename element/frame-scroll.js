/** Keeps the pages around the frame still: what comes into view there would tell where in the check-in the reader is. */

/** Free space above the card, in pixels. */
const GAP = 4;

/**
 * Makes `focus` and `scrollIntoView` scroll inside the frame only: browsers also scroll the pages around, from frames of
 * other sites too. Where the frame begins above what the reader sees, the card moves down instead.
 */
export function scrollInsideOnly(card) {
  const room = new CSSStyleSheet();
  document.adoptedStyleSheets.push(room);
  let above = 0;

  /** `seen` is the part of the frame that the reader sees, in the frame's own coordinates. */
  function bring(target, seen) {
    const box = target.getBoundingClientRect();
    if (!target.isConnected || (box.y >= seen.y && box.bottom <= seen.bottom)) return;
    const { y } = card.getBoundingClientRect();
    // With the top of the card in view if both fit.
    const start = (box.bottom - y < seen.bottom - seen.y ? y : box.y) - GAP;
    const place = scrollY + start - above;
    above = Math.max(0, Math.ceil(seen.y - place));
    room.replaceSync(`body { padding-block-start: calc(0.25em + ${above}px) }`);
    scrollTo(scrollX, place + above - seen.y);
  }

  /** The observer alone knows which part of the frame the pages around leave to be seen. */
  const show = (target) => new IntersectionObserver(([{ isIntersecting, intersectionRect }], observer) => {
    observer.disconnect();
    bring(target, isIntersecting && intersectionRect.height > 0 ? intersectionRect : { y: 0, bottom: innerHeight });
  }).observe(document.documentElement);

  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function focusInPlace(options) {
    Reflect.apply(focus, this, [{ ...options, preventScroll: true }]);
    if (!options?.preventScroll) show(this);
  };
  Element.prototype.scrollIntoView = function scrollInside() {
    show(this);
  };
}
