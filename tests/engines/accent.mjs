// The owner's accent as other engines draw it, and the message on the console.
import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { CARDS, contrast, LEAST } from '../../site/contrast.mjs';
import { TAG } from './hosts.mjs';

const HOSTILE = { light: ['#ffee00', '#ffffff'], dark: ['#18211e', '#0000ff'] };
const GOOD = { light: '#7a1f5c', dark: '#ffee00' };
const page = (accent, theme) => `<style>trust-checkin { --trust-checkin-accent: ${accent} }</style>
  <script>window.warned = []; console.warn = (words) => warned.push(words);</script>
  ${TAG.replace('<trust-checkin', `<trust-checkin theme="${theme}"`)}`;

/** Runs in the page and returns the button's colours as the screen shows them, in hex. */
function colours() {
  const canvas = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(window.root.querySelector('[part="primary"]'));
  return [style.backgroundColor, style.color].map((colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const drawn = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    return `#${drawn.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** `open` returns a reader at the first view of a page with this body. */
export function accents(open) {
  for (const theme of ['light', 'dark']) {
    test(`the owner's accent on the ${theme} card`, async () => {
      for (const accent of [...HOSTILE[theme], GOOD[theme]]) {
        const reader = await open(page(accent, theme));
        const [ground, words] = await reader.inPage(colours);
        ok(contrast(ground, CARDS[theme]) >= LEAST, `${accent} became ${ground}`);
        ok(contrast(words, ground) >= LEAST, `${words} on ${ground}`);
        await reader.choose('I am in recovery');
        await reader.press('Begin');
        await reader.sees('How are you right now?');
        const warned = () => reader.inPage(() => window.warned);
        if (accent === GOOD[theme]) {
          deepEqual([ground, await warned()], [accent, []]);
        } else {
          const [line] = await reader.until('a line on the console', async () => (await warned()).length === 1 && warned());
          ok(line.startsWith(`trust-checkin: --trust-checkin-accent: ${accent}: `), line);
        }
      }
    });
  }
}
