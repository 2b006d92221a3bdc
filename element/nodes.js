/** Making nodes one by one: under Trusted Types no text may become markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; `undefined` leaves an attribute or a child out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  put(element, attributes, children);
  return element;
}

function put(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
}

/**
 * Takes the names off radios that are about to go: Chromium never lets go of a radio with a name that leaves a
 * shadow root, and with it the whole screen would stay in memory.
 */
export function releaseRadios(screen) {
  for (const radio of screen.querySelectorAll('[type=radio]')) radio.removeAttribute('name');
}

/**
 * The nodes of a tree that the build made: a text, or [tag, attributes, ...children]. A text that begins with
 * @ is the key of a message, which `say` puts into words.
 */
export function grow(tree, say, inSvg = false) {
  const words = (text) => (text[0] === '@' ? say(text.slice(1)) : text);
  if (typeof tree === 'string') return words(tree);
  const isSvg = inSvg || tree[0] === 'svg';
  const element = isSvg ? document.createElementNS(SVG, tree[0]) : document.createElement(tree[0]);
  // Plain loops: this is the first that runs, on slow phones too, and nothing of it is compiled yet.
  for (const name in tree[1]) element.setAttribute(name, words(tree[1][name]));
  for (let at = 2; at < tree.length; at += 1) element.append(grow(tree[at], say, isSvg));
  return element;
}
