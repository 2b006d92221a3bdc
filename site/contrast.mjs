// Contrast of a colour on the card, by WCAG 2, and the nearest legible shade.

/** The surface of each card with the lowest contrast to an accent: warm and tint in styles/tokens.css. */
export const CARDS = { light: '#f6ecdf', dark: '#2a3a34' };
/** The default accent of each card, also from styles/tokens.css. */
export const DEFAULTS = { light: '#28614f', dark: '#97d6bd' };
export const LEAST = 4.5;
/** Normalises `28614F`, `#abc` and the like to `#28614f`; undefined for anything else. */
export function hex(text) {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1].toLowerCase();
  if (!digits) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

/** Linear red, green and blue, 0 to 1. */
const light = (colour) => channels(colour).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
const written = (amounts) => `#${amounts.map((amount) => {
  const value = amount <= 0.0031308 ? 12.92 * amount : 1.055 * amount ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, value)).toString(16).padStart(2, '0');
}).join('')}`;
const sum = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const luminance = (colour) => sum(light(colour));

/** Contrast ratio, from 1 (the same colour) to 21 (black on white). */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself if it is legible on this card, or the correction that styles/tokens.css makes. */
export function readable(colour, card) {
  if (contrast(colour, CARDS[card]) >= LEAST) return colour;
  const amounts = light(colour);
  const y = sum(amounts);
  if (card === 'light') return written(amounts.map((amount) => amount * 0.1475 / y));
  const scale = Math.max(1, Math.min(0.353 / Math.max(0.001, y), 1 / Math.max(0.01, ...amounts)));
  const kept = Math.min(1, 0.657 / (1.01 - scale * y));
  return written(amounts.map((amount) => 1 - (1 - scale * amount) * kept));
}
