// Pictures of the check-in on pages of different looks, in target/screens/host-*.png, for docs/evidence/looks.png.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { element, expect, test } from '../support/host.mjs';

const FOLDER = resolve(import.meta.dirname, '../../../target/screens');
const article = (styles, attributes) => `<style>body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem } ${styles}</style>
  <h1>What trust is made of</h1><p>Small things, said and kept, over and over. <a href="#more">Read on</a></p>${element('one', attributes)}
  <p id="more">Nobody gets there in a day.</p>`;

const PAGES = {
  'serif': article('body { font-family: "DejaVu Serif", Georgia, serif; background: #fffdf8; color: #222 }'),
  'dark': article('body { background: #14161c; color: #dfe3ea; font-family: sans-serif }'),
  'accent': article('body { font-family: sans-serif; background: #f2f0f8 } trust-checkin { --trust-checkin-accent: #5a3e9b; --trust-checkin-radius: 4px }'),
  'reset': article('*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0; font: inherit; color: inherit; list-style: none; background: none }'),
  'unset': article('* { all: unset !important }'),
  'shouting': article('body, body * { font-size: 34px; color: #b8860b; text-transform: uppercase; letter-spacing: 5px; font-family: monospace }'),
};

for (const [name, body] of Object.entries(PAGES)) {
  test(`on a page: ${name}`, async ({ host, page }) => {
    await page.setViewportSize({ width: 720, height: 1240 });
    await host.open(body);
    await host.reader('one');
    const path = resolve(FOLDER, `host-${name}.png`);
    await page.screenshot({ path });
    expect(statSync(path).size).toBeGreaterThan(10_000);
  });
}
