// The owner's accent: one that cannot be read is mended where it is used and told of once, a good one stays.
import { CARDS, contrast, hex, LEAST, readable } from '../../../site/contrast.mjs';
import { element, expect, test } from '../support/host.mjs';

const NON_TEXT = 3;
const HOSTILE = ['#ffee00', 'white', '#fbf8f2', 'black', '#18211e', '#0000ff', '#ff0000', '#777777', '#28614f', 'transparent', 'rgb(255 255 255 / 20%)'];
const page = (accent, theme) =>
  `<style>trust-checkin { --trust-checkin-accent: ${accent} }</style>${element('one', `lang="en" theme="${theme}"`)}`;

/** The colours of the check-in as a screen shows them, in hex: computed ones can be written in many ways. */
function colours(checkin) {
  return checkin.evaluate(({ shadowRoot }) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const drawn = (colour) => {
      canvas.reset();
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      return alpha === 255 ? `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}` : 'clear';
    };
    const of = (selector, property) => drawn(getComputedStyle(shadowRoot.querySelector(selector))[property]);
    const probe = shadowRoot.querySelector('.card').appendChild(document.createElement('hr'));
    const token = (name) => {
      probe.style.backgroundColor = `var(--${name})`;
      return drawn(getComputedStyle(probe).backgroundColor);
    };
    const surfaces = Object.fromEntries(['paper', 'raised', 'tint', 'warm'].map((name) => [name, token(name)]));
    probe.remove();
    return {
      surfaces,
      button: of('[part="primary"]', 'backgroundColor'),
      buttonEdge: of('[part="primary"]', 'borderTopColor'),
      words: of('[part="primary"]', 'color'),
      link: of('.button.quiet', 'color'),
      row: of('.choice:has(:checked)', 'borderTopColor'),
      radio: of('.choice :checked', 'accentColor'),
      focus: of('.choice:has(:focus-visible)', 'outlineColor'),
    };
  });
}

/** How far two colours are apart in the channel where they differ most, of 255. */
const apart = (one, other) => Math.max(...[1, 3, 5].map((at) =>
  Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16))));

/** Everything that has the accent, and what is written on it, against what is around it. */
function canBeRead({ surfaces, button, words, link, row, radio, focus }) {
  expect(contrast(words, button), `words ${words} on ${button}`).toBeGreaterThanOrEqual(LEAST);
  for (const [name, surface] of Object.entries(surfaces)) {
    expect(contrast(link, surface), `a link ${link} on ${name}`).toBeGreaterThanOrEqual(LEAST);
    for (const control of [button, row, radio, focus]) {
      expect(contrast(control, surface), `${control} on ${name}`).toBeGreaterThanOrEqual(NON_TEXT);
    }
  }
}

/** The colours of the first card, and of the first screen after it; the lines on the console by then. */
async function shown(host, tab, accent, theme) {
  const lines = [];
  const note = (message) => lines.push(message.text());
  tab.on('console', note);
  await host.open(page(accent, theme));
  const reader = await host.reader('one');
  await reader.radio('I am in recovery').press('Space');
  const first = await colours(reader.checkin);
  await reader.press('Begin');
  await reader.sees('How are you right now?');
  await reader.getHelp.click();
  await reader.panel.press('Escape');
  tab.off('console', note);
  return { first, lines };
}

for (const theme of ['light', 'dark']) {
  test.describe(theme, () => {
    test.describe('that cannot be read', () => {
      test.use({ expectedLines: /^warning: trust-checkin: --trust-checkin-accent: / });

      for (const accent of HOSTILE) {
        const isGood = hex(accent) && contrast(hex(accent), CARDS[theme]) >= LEAST;
        if (isGood || (theme === 'light' && accent === 'black') || (theme === 'dark' && accent === 'white')) continue;
        test(`${accent} on the ${theme} card is mended, and told of once`, async ({ host, page: tab }) => {
          const { first, lines } = await shown(host, tab, accent, theme);
          canBeRead(first);
          if (hex(accent)) expect(apart(first.button, readable(hex(accent), theme))).toBeLessThanOrEqual(2);
          expect(lines).toEqual([expect.stringMatching(
            /^trust-checkin: --trust-checkin-accent: .+: (\d(?:\.\d{0,2})?) to 1 is hard to read\. It needs 4\.5 to 1: a shade that has it is used\.$/,
          )]);
          expect(lines[0]).toContain(`: ${accent}: `);
          const told = Number(/(\d[\d.]*) to 1 is/.exec(lines[0])[1]);
          if (hex(accent)) expect(Math.abs(told - contrast(hex(accent), CARDS[theme]))).toBeLessThan(0.05);
        });
      }

      for (const accent of ['28614f', 'no colour at all', '12px']) {
        test(`${accent}, which is no colour, on the ${theme} card`, async ({ host, page: tab }) => {
          const { first, lines } = await shown(host, tab, accent, theme);
          expect(first.button).toBe('clear');
          for (const surface of Object.values(first.surfaces)) {
            for (const drawn of [first.words, first.buttonEdge, first.link]) {
              expect(contrast(drawn, surface)).toBeGreaterThanOrEqual(LEAST);
            }
          }
          expect(lines).toEqual([`trust-checkin: --trust-checkin-accent: ${accent}: is no colour, and is not used.`]);
        });
      }
    });

    for (const accent of { light: ['#28614f', '#7a1f5c', 'black', '#b00020'], dark: ['#97d6bd', '#ffee00', 'white', '#ff9a8a'] }[theme]) {
      test(`${accent} on the ${theme} card stays just as it is, and nothing is said`, async ({ host, page: tab }) => {
        const { first, lines } = await shown(host, tab, accent, theme);
        canBeRead(first);
        expect(first.button).toBe({ black: '#000000', white: '#ffffff' }[accent] ?? accent);
        expect(first.link).toBe(first.button);
        expect(lines).toEqual([]);
      });
    }

    test(`without an accent of the owner's the ${theme} card has its own; the numbers of the page are those of the card`, async ({ host, page: tab }) => {
      const { first, lines } = await shown(host, tab, 'initial', theme);
      canBeRead(first);
      expect(first.button).toBe({ light: '#28614f', dark: '#97d6bd' }[theme]);
      expect(Object.values(first.surfaces)).toContain(CARDS[theme]);
      const hardest = Math.min(...Object.values(first.surfaces).map((surface) => contrast(first.button, surface)));
      expect(contrast(first.button, CARDS[theme])).toBe(hardest);
      expect(lines).toEqual([]);
    });
  });
}
