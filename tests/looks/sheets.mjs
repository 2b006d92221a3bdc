// Puts the pictures on contact sheets: a page for each language, width and theme, the same as pictures, and a list of all.
import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STATES } from '../e2e/states.mjs';
import { FOLDER, LANGUAGES, picture, themesAt, WIDTHS } from './kinds.mjs';

/** Long pictures are cut into columns of this height, in the pixels of the picture. */
const COLUMN = 1400;
/** How much smaller a picture is shown: as small as can still be read. */
const SCALE = { 320: 0.7, 768: 0.5, 1280: 0.4 };
const SHEET_WIDTH = 1600;
/** Rows of a sheet as a picture: what a screen shows at once. */
const ROWS = 1;
const STYLE = `body { margin: 0; padding: 8px; width: ${SHEET_WIDTH}px; box-sizing: border-box; background: #888; font: 13px sans-serif }
  main { display: flex; flex-wrap: wrap; gap: 8px; align-items: start } h1 { font-size: 1em } figure { margin: 0 }
  div { overflow: hidden } img { display: block }`;

const page = (title, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>
  <h1>${title}</h1>${body}</html>`;

/** The height that a PNG says it has. */
const heightOf = (file) => readFileSync(file).readUInt32BE(20);

/** The columns of a picture. */
function columns(state, path, width) {
  const scale = SCALE[width];
  const height = heightOf(resolve(FOLDER, path));
  const parts = Math.ceil(height / COLUMN);
  return Array.from({ length: parts }, (_, at) => {
    const rest = Math.min(COLUMN, height - at * COLUMN);
    return `<figure><figcaption>${state}${at > 0 ? ` (${at + 1})` : ''}</figcaption><a href="${path}"><div style="width:${width * scale}px;height:${rest * scale}px">
      <img src="${path}" width="${width * scale}" style="margin-top:${-at * COLUMN * scale}px" alt=""></div></a></figure>`;
  });
}

const chunks = (all, size) => Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

function* sheets() {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const theme of themesAt(width)) {
        const there = Object.keys(STATES).map((state) => [state, picture(language, state, width, theme)])
          .filter(([, path]) => existsSync(resolve(FOLDER, path)));
        const all = there.flatMap(([state, path]) => columns(state, path, width));
        if (all.length > 0) yield { name: `${language}-${width}-${theme}`, states: there.length, width, all };
      }
    }
  }
}

test('contact sheets', async ({ page: tab }) => {
  test.setTimeout(1_800_000);
  mkdirSync(FOLDER, { recursive: true });
  const links = [];
  const write = (name, title, columns) => {
    const file = resolve(FOLDER, `${name}.html`);
    writeFileSync(file, page(title, `<main>${columns.join('')}</main>`));
    return file;
  };
  for (const { name, states, width, all } of sheets()) {
    write(`sheet-${name}`, name, all);
    links.push(`<li><a href="sheet-${name}.html">${name}: ${states} states</a></li>`);
    const aRow = Math.floor((SHEET_WIDTH - 8) / (width * SCALE[width] + 8));
    for (const [at, some] of chunks(all, ROWS * aRow).entries()) {
      const part = `sheet-${name}-${at + 1}`;
      await tab.setViewportSize({ width: SHEET_WIDTH, height: 800 });
      await tab.goto(pathToFileURL(write(part, part, some)).href);
      await tab.screenshot({ path: resolve(FOLDER, `${part}.png`), fullPage: true });
    }
  }
  writeFileSync(resolve(FOLDER, 'index.html'), page('Every state, language, theme and width', `<ul>${links.join('')}</ul>`));
  expect(links.length).toBeGreaterThan(0);
});
