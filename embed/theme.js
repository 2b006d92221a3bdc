/** Light or dark, as the page around is. */
import { listen } from './listen.js';

const system = matchMedia('(prefers-color-scheme: dark)');

/** How light a computed colour is, 0 to 1; undefined if it can be seen through. */
function lightness(colour) {
  const [kind, body] = colour.split('(');
  const [a, b, c, alpha = 1] = (body.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const opacity = kind === 'color' ? Number(/\/ ([\d.]+)/.exec(body)?.[1] ?? 1) : alpha;
  if (!(opacity > 0.5)) return undefined;
  if (kind.startsWith('rgb')) return (0.21 * a + 0.72 * b + 0.07 * c) / 255;
  if (kind === 'color') {
    const [red, green, blue] = body.split(' ').slice(1).map(parseFloat);
    return 0.21 * red + 0.72 * green + 0.07 * blue;
  }
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
