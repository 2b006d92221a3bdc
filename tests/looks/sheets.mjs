// Arranges the pictures on contact sheets: for each language, width and theme a page with every picture in full, and
// images of sheets that show nothing twice.
import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../e2e/support/server.mjs';
import { statesIn } from '../e2e/support/drawn.mjs';
import { abridged } from './abridge.mjs';
import { FOLDER, LANGUAGES, namesOf, picture, themesAt, WIDTHS } from './kinds.mjs';

/** By width: the reduction, as small as is still legible, and the margins to cut off. */
const SHOWN = { 320: { scale: 0.4, crop: 0 }, 768: { scale: 0.36, crop: 20 }, 1280: { scale: 0.36, crop: 270 } };
/** Width and height of a sheet, in pixels. */
const SIZE = 1100;
const STYLE = `body { margin: 0; padding: 8px; background: #888; font: 13px sans-serif }
  main { display: flex; flex-wrap: wrap; gap: 8px; align-items: start } h1 { font-size: 1em } figure { margin: 0 } img { display: block }`;

const page = (title, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>
  <h1>${title}</h1>${body}</html>`;
const write = (name, content) => writeFileSync(resolve(FOLDER, name), content);

function* sheets() {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const theme of themesAt(width)) {
        const all = namesOf(statesIn(language)).map((name) => ({ name, path: picture(language, name, width, theme) }));
        const pictures = all.filter(({ path }) => existsSync(resolve(FOLDER, path)));
        if (pictures.length > 0) yield { name: `${language}-${width}-${theme}`, width, pictures };
      }
    }
  }
}

test('contact sheets', async ({ page: tab }) => {
  test.setTimeout(1_800_000);
  mkdirSync(FOLDER, { recursive: true });
  write('index.html', page('Every state, language, theme and width', ''));
  const server = await serve(FOLDER);
  const links = [];
  for (const { name, width, pictures } of sheets()) {
    const { scale, crop } = SHOWN[width];
    const figures = pictures.map((one) => `<figure><figcaption>${one.name}</figcaption>
      <a href="${one.path}"><img src="${one.path}" width="${width * scale}" loading="lazy" alt=""></a></figure>`);
    write(`sheet-${name}.html`, page(name, `<main>${figures.join('')}</main>`));
    await tab.goto(server.url);
    const urls = await tab.evaluate(abridged, { pictures, crop, scale, size: SIZE });
    for (const [at, url] of urls.entries()) write(`sheet-${name}-${at + 1}.png`, Buffer.from(url.split(',')[1], 'base64'));
    const parts = urls.map((_, at) => ` <a href="sheet-${name}-${at + 1}.png">${at + 1}</a>`);
    links.push(`<li><a href="sheet-${name}.html">${name}: ${pictures.length} states</a>, nothing twice:${parts.join('')}</li>`);
  }
  await server.close();
  write('index.html', page('Every state, language, theme and width', `<ul>${links.join('')}</ul>`));
  expect(links.length).toBeGreaterThan(0);
});
