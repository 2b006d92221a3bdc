// The plugin as WordPress sees it: its versions, and the pages after it is deactivated.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packWordPress } from '../../packages/wordpress/pack.mjs';
import { expect, scripts, test } from './fixtures.mjs';
import { publish } from './php.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const VERSION = /^version = "(.+)"$/m.exec(readFileSync(resolve(ROOT, 'Cargo.toml'), 'utf8'))[1];
const folder = () => resolve(process.env.WORDPRESS_SITE, 'wp-content/plugins/trust-checkin');
const read = (name) => readFileSync(resolve(folder(), name), 'utf8');

test('all places name one version', () => {
  expect({
    header: /^ \* Version: +(.+)$/m.exec(read('trust-checkin.php'))[1],
    readme: /^Stable tag: (.+)$/m.exec(read('readme.txt'))[1],
    changelog: /^== Changelog ==\n\n= (.+) =$/m.exec(read('readme.txt'))[1],
    block: JSON.parse(read('block.json')).version,
  }).toEqual({ header: VERSION, readme: VERSION, changelog: VERSION, block: VERSION });
  for (const name of ['Requires at least', 'Requires PHP', 'License']) {
    const [php, readme] = ['trust-checkin.php', 'readme.txt'].map((file) => new RegExp(`^(?: \\* )?${name}: +(.+)$`, 'm').exec(read(file))[1]);
    expect(readme, name).toBe(php);
  }
});

test('packed again from the same files, the zip has the same bytes', async () => {
  const names = readdirSync(resolve(folder(), 'assets')).filter((name) => !/^(assets.json|LICENSE|fallback|paper)/.test(name));
  const assets = new Map(names.reverse().map((name) => [name, readFileSync(resolve(folder(), 'assets', name))]));
  const { languages } = JSON.parse(read('assets/assets.json'));
  const without = languages.map((language) =>
    ({ language, fallback: read(`assets/fallback.${language}.html`), paper: read(`assets/paper.${language}.html`) }));
  const zip = await packWordPress({ root: ROOT, version: VERSION, assets, without });
  expect(zip.equals(readFileSync(resolve(ROOT, 'dist', 'trust-checkin-wordpress.zip')))).toBe(true);
});

test('every number of the fallback is a help line of the check-in', () => {
  const { languages } = JSON.parse(read('assets/assets.json'));
  expect(languages).toContain('en');
  const numbers = languages.flatMap((language) => [...read(`assets/fallback.${language}.html`).matchAll(/"tel:(\d+)"/g)]).map(([, number]) => number);
  const { regions } = JSON.parse(readFileSync(resolve(ROOT, 'content/helplines.json'), 'utf8'));
  const known = regions.flatMap(({ lines }) => lines).flatMap(({ contacts }) => contacts).map(({ to }) => to.replace(/\D/g, ''));
  expect(numbers.length).toBeGreaterThan(2);
  expect(numbers.filter((number) => !known.includes(number))).toEqual([]);
});

test('nothing in it is left to fill in, and it loads nothing from elsewhere', () => {
  for (const name of readdirSync(folder()).filter((name) => /\.(php|js|json|txt|html)$/.test(name))) {
    expect(read(name), name).not.toContain('{{');
    expect(read(name), name).not.toMatch(/src=["']https?:|wp_remote_|file_get_contents\( *['"]https?:/);
  }
});

test('every sentence is in the template for translators', () => {
  const template = read('languages/trust-checkin.pot');
  const sentences = ['trust-checkin.php', 'editor.js'].flatMap((name) =>
    [...read(name).matchAll(/__\(\s*'(.+?)',\s*'trust-checkin'/g)].map(([, text]) => JSON.stringify(text.replaceAll("\\'", "'"))));
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((text) => !template.includes(`msgid ${text}\n`))).toEqual([]);
});

test('switched off it is gone from the pages, and switched on it is back', async ({ signIn, page }) => {
  const block = publish('admin', '<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph --><!-- wp:trust-checkin/check-in {"theme":"dark"} /-->');
  const shortcode = publish('admin', '[trust-checkin theme="dark"]');
  const admin = await signIn('admin');
  await admin.goto('/wp-admin/plugins.php');
  const row = admin.locator('tr[data-slug="trust-check-in"], tr[data-plugin="trust-checkin/trust-checkin.php"]');
  await expect(row).toContainText('Trust Check-in');
  await row.getByRole('link', { name: /^Deactivate/ }).click();
  await expect(row.getByRole('link', { name: /^Activate/ })).toBeVisible();

  await page.goto(block);
  await expect(page.getByText('Before.')).toBeVisible();
  await expect(page.locator('trust-checkin, [data-trust-checkin], [class*="trust-checkin"]')).toHaveCount(0);
  await expect(scripts(page)).toHaveCount(0);
  await page.goto(shortcode);
  // WordPress shows every unknown shortcode this way.
  await expect(page.getByText('[trust-checkin theme=')).toBeVisible();
  await expect(scripts(page)).toHaveCount(0);

  await row.getByRole('link', { name: /^Activate/ }).click();
  await expect(row.getByRole('link', { name: /^Deactivate/ })).toBeVisible();
  await page.goto(block);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
});
