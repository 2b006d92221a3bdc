// What an owner copies: each form works in an empty page, and nothing in it can leave its place.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CARDS, contrast, DEFAULTS, hex, LEAST, readable } from '../../../site/contrast.mjs';
import { nothingChosen } from '../../../site/options.mjs';
import { folder, FORMS, snippet, uploads } from '../../../site/snippets.mjs';
import { hasBackground } from '../support/colours.mjs';
import { expect, test as base } from '../support/owner.mjs';
import { all, isReady, Reader } from '../support/reader.mjs';
import { serve } from '../support/server.mjs';

const NASTY = `"><script>document.title='owned'</script><b x='[y]&\\`;
const BUILT = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../dist/manifest.json'), 'utf8'));
const MANIFEST = { version: '1.2.3', files: [{ name: 'trust-checkin.en.js', bytes: 9, integrity: 'sha384-abc' }] };

const test = base.extend({
  /** A blog at another address than the files. */
  blog: async ({}, use) => {
    const blog = await serve(resolve(import.meta.dirname, '../privacy/ladder'));
    await use(blog);
    await blog.close();
  },
});

/** Puts what was copied into a page with nothing else. */
async function paste(page, site, text) {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A blog</title><link rel="icon" href="data:,"><body>${text}`;
  site.changes.set('/blog/post.html', { body, type: 'text/html; charset=utf-8' });
  await page.goto(`${site.url}blog/post.html`);
}

test.describe('what is copied works in an empty page', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const form of ['tag', 'div', 'standalone']) {
    test(form, async ({ owner, page, site }) => {
      await page.getByLabel('Light or dark').selectOption('dark');
      await page.getByLabel('Help lines to show first').selectOption('IE');
      await owner.unfold();
      await page.getByLabel('A line of your own').fill(NASTY);
      await page.getByLabel('Accent colour on the dark card', { exact: true }).fill('#ffcc66');
      const text = await owner.copied(form);
      expect(text).toContain('crossorigin="anonymous"');
      await paste(page, site, text);
      const checkin = page.locator('trust-checkin');
      await isReady(checkin);
      const reader = new Reader(checkin);
      await expect(checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
      await hasBackground(reader.button('Begin'), '#ffcc66');
      await reader.begin('recovery');
      await reader.getHelp.click();
      await expect(reader.panel.getByRole('combobox')).toHaveValue('Ireland');
      await expect(reader.panel.getByText(NASTY)).toBeVisible();
      expect(await page.title()).toBe('A blog');
      expect(await page.locator('b').count()).toBe(0);
    });
  }

  for (const withScript of [true, false]) {
    test(`frame, ${withScript ? 'as high as its content' : 'of a set height'}`, async ({ owner, page, site }) => {
      await page.getByLabel('Help lines to show first').selectOption('GB');
      await owner.form.selectOption('iframe');
      await page.getByLabel('My site allows scripts.').setChecked(withScript);
      const text = await owner.copied('iframe');
      expect(text.includes('<script')).toBe(withScript);
      expect(text.includes('<trust-checkin-frame')).toBe(withScript);
      await paste(page, site, text);
      const frame = page.locator('iframe');
      const checkin = frame.contentFrame().locator('trust-checkin');
      await isReady(checkin);
      const reader = new Reader(checkin);
      await reader.begin('loved');
      await reader.getHelp.click();
      await expect(reader.panel.getByRole('combobox')).toHaveValue('United Kingdom');
      const height = () => frame.evaluate(({ offsetHeight }) => offsetHeight);
      if (withScript) await expect.poll(height).not.toBe(768);
      else expect(await height()).toBe(768);
    });
  }

  test('plain link', async ({ owner, page, site }) => {
    await paste(page, site, await owner.copied('link'));
    await page.getByRole('link').click();
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    await new Reader(checkin).begin('recovery');
  });

  test('a shortcode for WordPress', async ({ owner, page }) => {
    await page.getByLabel('Light or dark').selectOption('dark');
    expect(await owner.copied('wordpress')).toBe('[trust-checkin lang="en" theme="dark"]');
    await expect(page.getByRole('link', { name: 'trust-checkin-wordpress.zip' })).toBeVisible();
  });
});

test.describe('what is copied works on a blog at another address, to the results', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  // Only what the page itself runs or fetches needs a server that allows it.
  for (const [form, needsCors] of Object.entries({ tag: true, div: true, standalone: true, iframe: false, link: false })) {
    for (const language of ['en', 'es']) {
      test(`${form}, ${language}, ${needsCors ? 'with' : 'without'} CORS`, async ({ owner, page, site, blog }) => {
        if (needsCors) for (const { name } of BUILT.files) site.changes.set(`/${name}`, { headers: { 'access-control-allow-origin': '*' } });
        await page.getByLabel('Language').selectOption(language);
        await owner.form.selectOption(form);
        if (form === 'iframe') await page.getByLabel('My site allows scripts.').setChecked(false);
        await paste(page, blog, await owner.copied(form));
        if (form === 'link') await page.getByRole('link').click();
        const checkin = (form === 'iframe' ? page.locator('iframe').contentFrame() : page).locator('trust-checkin');
        await isReady(checkin);
        const reader = new Reader(checkin, language);
        await reader.finish('recovery', all(3));
        await expect(reader.results).toBeVisible();
        expect(blog.requests.map(({ path }) => path)).toEqual(['/blog/post.html']);
      });
    }
  }
});

test('no value leaves its place in a snippet', () => {
  const options = { ...nothingChosen(), contact: NASTY, autoHeight: true };
  for (const form of FORMS) {
    const text = snippet(form, options, MANIFEST, '/a"b/');
    expect(text, form).not.toContain('<script>');
    expect(text, form).not.toContain('<b x');
    expect(text, form).not.toContain('/a"b/');
  }
  expect(snippet('wordpress', options, MANIFEST, '/')).toMatch(/^\[trust-checkin lang="en" contact="[^[\]"'<>\\]*"\]$/);
});

test('a snippet carries its hash, or says nothing of one', () => {
  expect(snippet('tag', nothingChosen(), MANIFEST, 'https://a.example/')).toContain('integrity="sha384-abc"');
  expect(snippet('tag', nothingChosen(), undefined, 'https://a.example/')).not.toContain('integrity');
  expect(snippet('npm', nothingChosen(), MANIFEST, '/')).toContain('npm install ./trust-checkin-1.2.3.tgz\n');
});

test('what carries the app inside it has the build that the options need', () => {
  for (const [chosen, mark] of [[{}, ''], [{ save: 'ask' }, '.full'], [{ compare: 'on' }, '.full'], [{ save: 'ask', lang: 'ar' }, '.full.ar']]) {
    const options = { ...nothingChosen(), ...chosen };
    const names = (form) => uploads(form, options, BUILT).map(({ name }) => name);
    // An iframe without the small script cannot save.
    const frame = `frame${options.compare === 'on' ? '.full' : ''}${options.lang === 'ar' ? '.ar' : ''}.html`;
    expect(names('iframe')).toEqual([frame]);
    expect(names('standalone')).toContain(`trust-checkin.standalone${mark}.js`);
    expect(snippet('iframe', options, BUILT, '/x/')).toContain(`src="/x/${frame}#`);
    expect(snippet('standalone', options, BUILT, '/x/')).toContain(`src="/x/trust-checkin.standalone${mark}.js"`);
    // A link takes no options along.
    expect(snippet('link', options, BUILT, '/x/')).toContain(options.lang === 'ar' ? '/x/check-in.ar.html' : '/x/check-in.html');
  }
});

test('a language brings its own files, and its own words where no script runs', () => {
  const options = { ...nothingChosen(), lang: 'pt-BR', exit: 'https://a.example/out' };
  const names = (form) => uploads(form, options, BUILT).map(({ name }) => name.replace(/-\w{12}\./, '.'));
  expect(names('tag')).toEqual(['paper.css', 'paper.pt-BR.html', 'pt-BR.txt', 'trust-checkin-full.wasm', 'trust-checkin-small.wasm', 'trust-checkin.pt-BR.js']);
  expect(names('iframe')).toEqual(['frame.pt-BR.html']);
  expect(names('standalone')).toEqual(['paper.css', 'paper.pt-BR.html', 'trust-checkin.standalone.pt-BR.js']);
  expect(names('link')).toEqual([
    'check-in.pt-BR.html', 'page.css', 'paper.css', 'paper.pt-BR.html', 'pt-BR.txt', 'trust-checkin-full.wasm', 'trust-checkin-small.wasm', 'trust-checkin.pt-BR.js',
  ]);
  expect(snippet('iframe', options, BUILT, '/x/')).toContain('src="/x/frame.pt-BR.html#lang=pt-BR');
  expect(snippet('iframe', options, BUILT, '/x/')).toContain('title="Confiança, um pequeno passo de cada vez"');
  expect(snippet('link', options, BUILT, '/x/')).toContain('>Confiança, um pequeno passo de cada vez</a>');
  expect(snippet('standalone', options, BUILT, '/x/')).toContain('src="/x/trust-checkin.standalone.pt-BR.js"');
  expect(snippet('link', options, BUILT, '/x/')).toContain('href="/x/check-in.pt-BR.html"');
  const tag = snippet('tag', options, BUILT, '/x/');
  expect(tag).toContain('href="tel:188"');
  expect(tag).toContain('href="https://a.example/out"');
  expect(tag).toContain('href="/x/paper.pt-BR.html"');
  expect(snippet('npm', options, BUILT, '/x/')).not.toContain('paper');
  expect(tag).toContain('>Sair rápido</a>');
  expect(tag).not.toContain('bbc.com');
});

test('a site in several languages brings all of them, and says none', () => {
  const options = { ...nothingChosen(), lang: '', save: 'ask' };
  const names = uploads('tag', options, BUILT).map(({ name }) => name.replace(/-\w{12}\./, '.'));
  expect(names.filter((name) => name.endsWith('.txt'))).toEqual(['ar.txt', 'en.txt', 'es.txt', 'fr.txt', 'pt-BR.txt']);
  expect(names.filter((name) => name.startsWith('trust-checkin') && name.endsWith('.js'))).toEqual(['trust-checkin.js']);
  expect(names.filter((name) => name.startsWith('paper'))).toHaveLength(6);
  const tag = snippet('tag', options, BUILT, '/x/');
  expect(tag).toContain('src="/x/trust-checkin.js"');
  expect(tag).toContain(BUILT.files.find(({ name }) => name === 'trust-checkin.js').integrity);
  expect(tag).not.toContain('lang=');
  // An iframe without the small script cannot save, and events do not leave it.
  expect(snippet('iframe', { ...options, events: 'on' }, BUILT, '/x/')).toMatch(/src="\/x\/frame\.html#lang=en"/);
});

test('the frame as a tag has the options of the tag, and the files of its languages', () => {
  const options = { ...nothingChosen(), lang: '', save: 'ask', events: 'on', font: 'Georgia, serif', radius: '0', autoHeight: true };
  const names = uploads('iframe', options, BUILT).map(({ name }) => name);
  expect(names).toEqual(['frame.full.ar.html', 'frame.full.es.html', 'frame.full.fr.html', 'frame.full.html', 'frame.full.pt-BR.html', 'trust-checkin.frame.js']);
  const text = snippet('iframe', options, BUILT, '/x/');
  expect(text).toContain(BUILT.files.find(({ name }) => name === 'trust-checkin.frame.js').integrity);
  expect(text).toContain('\n<trust-checkin-frame save="ask" radius="0" font="Georgia, serif">\n');
  expect(text).toContain('href="tel:988"');
  const [iframe] = [snippet('iframe', { ...options, autoHeight: false }, BUILT, '/x/')];
  expect(iframe).toContain('src="/x/frame.html#lang=en&amp;radius=0&amp;font=Georgia%2C+serif"');
  expect(iframe).not.toMatch(/save|script>|allow-same-origin/);
  for (const font of ['url(x)', 'a;b', 'Georgia, "', 'x}']) {
    expect(snippet('tag', { ...nothingChosen(), font }, BUILT, '/x/')).not.toContain('--trust-checkin-font');
  }
});

test('folders', () => {
  expect(folder(' https://a.example/x ')).toBe('https://a.example/x/');
  expect(folder('https://a.example/x/index.html')).toBe('https://a.example/x/');
  expect(folder('/x')).toBe('/x/');
  for (const wrong of ['', 'x', '//a.example/', ['javascript', 'alert(1)'].join(':'), 'data:text/html,x', 'https://a.example/?x']) {
    expect(folder(wrong), wrong).toBeUndefined();
  }
});

test('contrast and the nearest shade', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(hex('ABC')).toBe('#aabbcc');
  expect(hex('#12345')).toBeUndefined();
  for (const [card, surface] of Object.entries(CARDS)) {
    expect(contrast(DEFAULTS[card], surface)).toBeGreaterThanOrEqual(LEAST);
    for (const colour of ['#ffee00', '#28614f', '#000000', '#ffffff', '#ff0000', '#0000ff', '#808080']) {
      expect(contrast(readable(colour, card), surface), colour).toBeGreaterThanOrEqual(LEAST);
    }
  }
  const tokens = readFileSync(resolve(import.meta.dirname, '../../../styles/tokens.css'), 'utf8');
  expect(tokens).toContain(`--warm: ${CARDS.light};`);
  expect(tokens).toContain(`--tint: ${CARDS.dark};`);
  expect(tokens).toContain(`light-dark(${DEFAULTS.light}, ${DEFAULTS.dark})`);
});
