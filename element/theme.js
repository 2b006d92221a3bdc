/** Chooses light or dark to match the host page. */

const system = matchMedia('(prefers-color-scheme: dark)');

/** Returns the lightness of a computed colour, 0 to 1. That of one which is more than half transparent, or none, is no number. */
function lightness(colour) {
  const [kind, body = ''] = colour.split('(');
  // Skips the 3 of display-p3.
  const [a, b, c, alpha = 1] = (body.match(/(?<![\w-])-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (!(alpha > 0.5)) return NaN;
  const light = /lab|lch/.test(kind) ? a : 0.21 * a + 0.72 * b + 0.07 * c;
  // rgb ranges to 255, lab and lch to 100, the others to 1.
  return light / ({ r: 255, l: 100 }[kind[0]] ?? 1);
}

/** Returns 'dark' or 'light' from the nearest opaque background, else the page's colour scheme, else the system's. */
export function themeAround(element) {
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    // An element that its parent's shadow root does not show has no style.
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light >= 0) return light < 0.5 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(element);
  const [light, dark] = ['light', 'dark'].map((scheme) => colorScheme.includes(scheme));
  if (light && dark) return system.matches ? 'dark' : 'light';
  return dark ? 'dark' : 'light';
}
