// A site built with Hugo, as the page for owners describes it, and the journey on the built pages.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nothingChosen } from '../../site/options.mjs';
import { snippet, uploads } from '../../site/snippets.mjs';
import { expect, takesTheJourney, test } from './fixtures.mjs';
import { DIST, empty, MANIFEST, run } from './place.mjs';

const BASE = '/trust-checkin/';
/** Characters with a meaning in Markdown or HTML. */
const CONTACT = 'Call *us* & "ask" for <Ann>, `any` day_or_night [here](x)';
const LINKS = { more: 'https://blog.example/a_b_c?x=1&y=*2*' };
const OPTIONS = { ...nothingChosen(), theme: 'dark', contact: CONTACT, links: LINKS, accent: '#28614f' };
const pasted = (form) => snippet(form, OPTIONS, MANIFEST, BASE);

const LAYOUT = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="icon" href="data:,"></head>
  <body><h1>{{ .Title }}</h1>{{ .Content }}</body>
</html>
`;
/** A post with text before and after the pasted snippet. */
const post = (title, body) => `---\ntitle: ${title}\n---\nTrust comes back *slowly*.\n\n${body}\n\nHow was it?\n`;

/** Builds a site of two posts, one with the tag in its Markdown, one with the div by a shortcode. Returns its folder. */
async function built(name, settings, words = []) {
  const folder = empty(name);
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('hugo.toml', `baseURL = "/"\ntitle = "A blog"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term", "home", "section"]\n${settings}`);
  put('layouts/_default/single.html', LAYOUT);
  put('layouts/shortcodes/checkin.html', pasted('div'));
  put('content/tag.md', post('The tag', pasted('tag')));
  put('content/div.md', post('The div', '{{< checkin >}}'));
  mkdirSync(join(folder, 'static', BASE), { recursive: true });
  for (const { name } of uploads('tag', OPTIONS, MANIFEST)) copyFileSync(join(DIST, name), join(folder, 'static', BASE, name));
  await run('hugo', ['--quiet', ...words], folder);
  return join(folder, 'public');
}

/** Checks that the reader sees the owner's choices and gets to the results. */
async function works(reader, page) {
  await expect(page.getByText('How was it?')).toBeVisible();
  await expect(reader.checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
  await reader.getHelp.click();
  await expect(reader.panel.getByText(CONTACT)).toBeVisible();
  await reader.getHelp.click();
  await takesTheJourney(reader);
  expect(await reader.checkin.getAttribute('links')).toBe(JSON.stringify(LINKS));
  await expect(page.getByRole('link', { name: '116 123' })).toBeHidden();
}

test.describe('with raw HTML allowed in Markdown', () => {
  let folder;

  // Minified by Hugo, which removes quotes and end tags.
  test.beforeAll(async () => { folder = await built('hugo-unsafe', '[markup.goldmark.renderer]\nunsafe = true\n', ['--minify']); });

  for (const form of ['tag', 'div']) {
    test(`the ${form} takes a reader to the results`, async ({ host, visit, page }) => {
      await works(await visit(`${(await host(folder)).url}${form}/index.html`), page);
    });
  }
});

test('without, Hugo leaves the tag out of Markdown, and the div comes by the shortcode', async ({ host, visit, page }) => {
  const { url } = await host(await built('hugo', ''));
  await page.goto(`${url}tag/index.html`);
  await expect(page.getByText('How was it?')).toBeVisible();
  expect(await page.locator('trust-checkin, script').count()).toBe(0);
  await works(await visit(`${url}div/index.html`), page);
});
