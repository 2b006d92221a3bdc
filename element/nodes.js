/** Creates nodes one by one: under Trusted Types no text may become markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** Appends a node or a text. Old libraries have an `append` of their own. */
const put = (parent, child) => parent.appendChild(child.nodeType ? child : document.createTextNode(child));

/** Creates an element. Attributes and children that are `undefined` are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined) put(element, child);
  return element;
}

/**
 * Removes the names of radios that are about to be removed: Chromium leaks a named radio that leaves a shadow root, and with
 * it the whole screen. `release_radios` in src/ui/parts/radios.rs does this for screens of the app.
 */
export function releaseRadios(screen) {
  for (const radio of screen.querySelectorAll('[type=radio]')) radio.removeAttribute('name');
}

/** Time until a screen that has been replaced is removed, in milliseconds. */
const LINGERING = 1_000;

/**
 * Removes a screen of which the new one is already there, but lets it linger for a moment, out of sight. Where a focused element
 * is removed, a screen reader may go on silently with what has come in its place, and then says nothing when that gets the
 * focus. Decision 46.
 */
export function linger(screen) {
  releaseRadios(screen);
  // Ids and labels belong to the new screen from now on. No field keeps its words.
  for (const node of screen.querySelectorAll('[id], [for]')) node.id = node.htmlFor = node.value = '';
  screen.classList.add('past');
  // Firefox keeps the caret in it, and would tell screen readers that it jumps when the screen goes.
  getSelection()?.removeAllRanges();
  setTimeout(() => screen.remove(), LINGERING);
}

/**
 * Creates the nodes of a tree that the build made: a text, or [tag, attributes, ...children]. A text that begins with @ names
 * the place of a message, which `say` returns.
 */
export function grow(tree, say, inSvg = false) {
  const textOf = (text) => (text[0] === '@' ? say(text.slice(1)) : text);
  if (typeof tree === 'string') return textOf(tree);
  const isSvg = inSvg || tree[0] === 'svg';
  const element = isSvg ? document.createElementNS(SVG, tree[0]) : document.createElement(tree[0]);
  for (const [name, value] of Object.entries(tree[1])) element.setAttribute(name, textOf(value));
  // A plain loop: this runs first, before anything is compiled, also on slow phones.
  for (let at = 2; at < tree.length; at += 1) put(element, grow(tree[at], say, isSvg));
  return element;
}
