/** Chooses light or dark to match the host page. */
import { listen } from './dom.js';

const system = matchMedia('(prefers-color-scheme: dark)');

/** Returns the lightness of a computed colour, 0 to 1, or undefined if it is more than half transparent. */
function lightness(colour) {
  const [kind, body] = colour.split('(');
  // Skips the 3 of display-p3.
  const [a, b, c, alpha = 1] = (body.match(/(?<![\w-])-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (!(alpha > 0.5)) return undefined;
  const light = 0.21 * a + 0.72 * b + 0.07 * c;
  if (kind === 'color') return light;
  if (kind.startsWith('rgb')) return light / 255;
  // lab and lch range to 100, oklab and oklch to 1.
  return kind.startsWith('ok') ? a : a / 100;
}

/** Returns 'dark' or 'light' from the nearest opaque background, else the page's colour scheme, else the system's. */
export function themeAround(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== undefined) return light < 0.5 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(element);
  const [light, dark] = ['light', 'dark'].map((scheme) => colorScheme.includes(scheme));
  if (light && dark) return system.matches ? 'dark' : 'light';
  return dark ? 'dark' : 'light';
}

/** Calls back when the page or the system may have changed its colours. Returns a function that stops watching. */
export function onThemeChange(callback) {
  const observer = new MutationObserver(callback);
  // Not document.body: an image named `body` on the page would replace it.
  for (const element of document.querySelectorAll('html, body')) observer.observe(element, { attributes: true });
  // Transitions and late style sheets change colours after the attribute did. `load` of images and scripts is ignored:
  // reading the colours for each would force a layout every time.
  const onLateChange = ({ type, target }) => (type === 'transitionend' || target.localName === 'link') && callback();
  const removers = [listen(document, ['transitionend', 'load'], onLateChange), listen(system, ['change'], callback)];
  return () => {
    observer.disconnect();
    for (const remove of removers) remove();
  };
}
