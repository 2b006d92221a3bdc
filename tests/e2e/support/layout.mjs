// What a reader could not see or hit. Each function runs in a page, is given the element, and needs nothing from around it:
// so both `locator.evaluate` and a page of drawn states can take it. It gives back one line for each fault, none when all is well.

/** Parts wider than their place, or text that its box cuts off. */
export function overflowing({ shadowRoot }) {
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
    const isWider = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    // Chromium draws the button and the name inside a file field itself, and does not fit them to spaced-out letters.
    const isSpacedFile = element.matches('[type=file]') && getComputedStyle(element).letterSpacing !== 'normal';
    if (isWider && !isSpacedFile) tell(element, 'is wider than its box');
    if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) tell(element, 'is cut off below');
    if (overflowX === 'auto' || overflowX === 'scroll') tell(element, 'scrolls sideways by itself');
  }
  return found;
}

/** Numbers to dial that are on more than one line. Web addresses may break: some are longer than a small screen is wide. */
export function torn({ shadowRoot }) {
  const found = [];
  for (const number of shadowRoot.querySelectorAll('.contact:not([href^="https:"]) bdi')) {
    if (!number.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(number);
    if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(number.textContent);
  }
  return found;
}

/** Targets under 24 px, and buttons, rows and the like under 44 px; what stands inside a sentence may be lower. */
export function tooSmall({ shadowRoot }) {
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
}

/** What cannot be told from what is around it with the colours that the reader forces: targets without an edge, chosen rows
    like the others, shapes in the colour of the paper. */
export function blended({ shadowRoot }) {
  const found = [];
  const tell = (element, what) => found.push(`${what}: ${element.outerHTML.slice(0, 90)}`);
  const isClear = (colour) => /^rgba.*, 0\)$|^transparent$/.test(colour);
  const paper = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    return isClear(backgroundColor) && element.parentElement ? paper(element.parentElement) : backgroundColor;
  };
  const isDrawn = (kind, width, colour, on) => kind !== 'none' && parseFloat(width) > 0 && !isClear(colour) && colour !== on;
  const hasEdge = (element) => {
    const style = getComputedStyle(element);
    const around = paper(element.parentElement);
    return isDrawn(style.borderTopStyle, style.borderTopWidth, style.borderTopColor, around)
      || isDrawn(style.outlineStyle, style.outlineWidth, style.outlineColor, around)
      || paper(element) !== around || style.textDecorationLine.includes('underline');
  };
  const seen = (selector) => [...shadowRoot.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  for (const target of seen('button, a, select, textarea, .choice')) {
    if (!hasEdge(target)) tell(target, 'has no edge');
  }
  for (const chosen of seen('.choice:has(:checked)')) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(chosen);
    if (!isDrawn(outlineStyle, outlineWidth, outlineColor, paper(chosen.parentElement))) tell(chosen, 'looks as if not chosen');
  }
  for (const shape of seen('svg :is(path, rect, circle, line)')) {
    const { fill, stroke } = getComputedStyle(shape);
    const on = paper(shape.closest('svg').parentElement);
    if ([fill, stroke].every((paint) => paint === 'none' || isClear(paint) || paint === on)) tell(shape, 'has the colour of the paper');
  }
  return found;
}

/** Controls that whoever speaks to the computer could not call by what is seen: the name has to begin with it. */
export function misnamed({ shadowRoot }) {
  const found = [];
  const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();
  /** What is seen of an element: not what only a screen reader hears. */
  const seen = (element) => {
    const copy = element.cloneNode(true);
    for (const heard of copy.querySelectorAll('.only-read, [aria-hidden="true"]')) heard.remove();
    return plain(copy.textContent);
  };
  for (const control of shadowRoot.querySelectorAll('button, a, summary, input, select, textarea')) {
    if (!control.checkVisibility()) continue;
    const [label = shadowRoot.getElementById(control.getAttribute('aria-labelledby')) ?? control] = control.labels ?? [];
    const said = seen(label);
    const other = control.getAttribute('aria-label') ?? control.getAttribute('title');
    const heard = plain(other ?? label.textContent);
    const isLabelled = label !== control || !control.matches('input, select, textarea');
    if (!isLabelled || said === '' || !label.checkVisibility() || !heard.startsWith(said)) {
      found.push(`"${said}" is called "${heard}": ${control.outerHTML.slice(0, 90)}`);
    }
  }
  return found;
}

/** "Leave quickly" is not at the end of the bar, or in the way of whoever reaches for help or for the way on. */
export function crowded({ shadowRoot }) {
  const found = [];
  const box = (element) => element.getBoundingClientRect();
  const [help, leave] = [...shadowRoot.querySelectorAll('.bar .button')].map(box);
  const primary = [...shadowRoot.querySelectorAll('[part="primary"]')].find((button) => button.checkVisibility());
  const isRightToLeft = getComputedStyle(shadowRoot.querySelector('.checkin')).direction === 'rtl';
  const between = isRightToLeft ? help.left - leave.right : leave.left - help.right;
  if (Math.min(leave.width, leave.height) < 44) found.push(`leave is ${leave.width} × ${leave.height}`);
  if (between < 24) found.push(`leave is ${between} from help`);
  if (Math.abs(leave.top + leave.height / 2 - help.top - help.height / 2) >= 2) found.push('leave is not in one row with help');
  // Where the app did not come there is none.
  if (primary && box(primary).top - leave.bottom < 24) found.push('the way on is too near to leave');
  return found;
}

/** What does not run from right to left in a language that does: marks after their words, parts that begin at the left. */
export function fromTheLeft({ shadowRoot }) {
  const found = [];
  if (shadowRoot.querySelector('.checkin').dir !== 'rtl') return found;
  const tell = (element, what) => found.push(`${what}: ${element.outerHTML.slice(0, 90)}`);
  for (const row of shadowRoot.querySelectorAll('.choice')) {
    if (!row.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(row.querySelector('label'));
    if (row.querySelector('input').getBoundingClientRect().left < range.getBoundingClientRect().right - 1) tell(row, 'the mark stands after its words');
  }
  for (const part of shadowRoot.querySelectorAll('h2, h3, h4, p, li, legend, td, th, dt, dd')) {
    const { direction, textAlign } = getComputedStyle(part);
    // Codes and formulas are read from the left by everyone.
    if (part.checkVisibility() && !part.closest('[dir="ltr"]') && (direction !== 'rtl' || !['start', 'center'].includes(textAlign))) tell(part, `${direction} ${textAlign}`);
  }
  return found;
}
