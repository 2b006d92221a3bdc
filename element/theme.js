/** Light or dark, as the page around is. */
import { listen } from './dom.js';

const system = matchMedia('(prefers-color-scheme: dark)');

/** How light a computed colour is, 0 to 1; undefined if it can be seen through. */
function lightness(colour) {
  const [kind, body] = colour.split('(');
  // Not the 3 of display-p3.
  const [a, b, c, alpha = 1] = (body.match(/(?<![\w-])-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (!(alpha > 0.5)) return undefined;
  const light = 0.21 * a + 0.72 * b + 0.07 * c;
  if (kind === 'color') return light;
  if (kind.startsWith('rgb')) return light / 255;
  // lab and lch count to 100, oklab and oklch to 1.
  return kind.startsWith('ok') ? a : a / 100;
}

/** The first of the nearest painted background, the colour scheme of the page, and the system. */
export function themeAround(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== undefined) return light < 0.5 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(element);
  const [light, dark] = ['light', 'dark'].map((one) => colorScheme.includes(one));
  if (light && dark) return system.matches ? 'dark' : 'light';
  return dark ? 'dark' : 'light';
}

/** Calls back when the page or the system may have changed its colours; gives back what ends that. */
export function onThemeChange(callback) {
  const page = new MutationObserver(callback);
  // Not document.body: an image of that name on the page would stand in for it.
  for (const element of document.querySelectorAll('html, body')) page.observe(element, { attributes: true });
  // Colours that fade, and style sheets that come late, arrive after the attribute that changes them. Pictures and scripts
  // are loaded as well: to look at the colours for each of them would lay the page out again and again.
  const late = ({ type, target }) => (type === 'transitionend' || target.localName === 'link') && callback();
  const ends = [listen(document, ['transitionend', 'load'], late), listen(system, ['change'], callback)];
  return () => {
    page.disconnect();
    for (const end of ends) end();
  };
}
