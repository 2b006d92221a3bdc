// Whether a colour can be read on the card, by WCAG 2, and the nearest shade that can.

/** The paper of the card, from styles/tokens.css. */
export const CARDS = { light: '#fbf8f2', dark: '#18211e' };
/** The accent the card has by itself, from the same place. */
export const DEFAULTS = { light: '#28614f', dark: '#97d6bd' };
export const LEAST = 4.5;
// Rows and buttons lie on paper of a slightly other shade: what is suggested can be read there too.
const COMFORTABLE = 5.3;

/** `28614F`, `#abc` and the like as `#28614f`; undefined for what is no such colour. */
export function hex(text) {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1].toLowerCase();
  if (!digits) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) =>
    (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same colour, to 21, black on white. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function toHsl(colour) {
  const [red, green, blue] = channels(colour);
  const max = Math.max(red, green, blue);
  const range = max - Math.min(red, green, blue);
  const lightness = max - range / 2;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const sixth = max === red ? ((green - blue) / range + 6) % 6
    : max === green ? (blue - red) / range + 2
      : (red - green) / range + 4;
  return { hue: sixth * 60, saturation: range / (1 - Math.abs(2 * lightness - 1)), lightness };
}

function fromHsl({ hue, saturation, lightness }) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift) => {
    const place = (shift + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255).toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** The colour itself if it can be read on this card, or the same hue made darker or lighter until it can. */
export function readable(colour, card) {
  if (contrast(colour, card) >= LEAST) return colour;
  const { hue, saturation, lightness } = toHsl(colour);
  const step = luminance(card) > 0.5 ? -0.01 : 0.01;
  for (let at = lightness; at > 0 && at < 1; at += step) {
    const shade = fromHsl({ hue, saturation, lightness: at });
    if (contrast(shade, card) >= COMFORTABLE) return shade;
  }
  return step < 0 ? '#000000' : '#ffffff';
}
