// Colours as a screen shows them: computed ones can be written in many ways.
import { expect } from './reader.mjs';

const drawn = (locator, property) => locator.evaluate((element, property) => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  canvas.fillStyle = getComputedStyle(element)[property];
  canvas.fillRect(0, 0, 1, 1);
  return `#${[...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}, property);

/** The background of this is of this colour, in hex, in the end. */
export const hasBackground = (locator, colour) => expect.poll(() => drawn(locator, 'backgroundColor')).toBe(colour);
