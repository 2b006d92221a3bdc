// The gallery: every state of the native examples, light and dark.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '../support/fixtures.mjs';

const STATES = resolve(import.meta.dirname, '../../it/snapshots/states.html');

test('the gallery shows the states that the native tests take as examples, in both themes', async ({ page, site }) => {
  await page.goto(`${site.url}gallery.html`);
  const states = await page.locator('.example').evaluateAll((all) => all.map(({ dataset, shadowRoot }) =>
    [dataset.state, dataset.theme, shadowRoot.querySelectorAll('.card').length]));
  const names = [...readFileSync(STATES, 'utf8').matchAll(/^<!-- (.*) -->$/gm)].map(([, name]) => name).sort();
  const shown = (wanted) => states.filter(([, theme]) => theme === wanted).map(([name]) => name).sort();
  expect(shown('light').length).toBeGreaterThan(50);
  expect(names).toEqual(expect.arrayContaining(shown('light')));
  expect(shown('dark')).toEqual(shown('light'));
  expect(states.every(([, , cards]) => cards === 1)).toBe(true);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(site.requests.map(({ path }) => path).sort()).toEqual(['/gallery-check-in.css', '/gallery.css', '/gallery.html']);
});
