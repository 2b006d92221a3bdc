// The block, from the editor to the results.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORKED } from '../e2e/support/reader.mjs';
import { insertBlock, newPost, publish } from './editor.mjs';
import { expect, readerOn, scripts, test } from './fixtures.mjs';
import { publish as post } from './php.mjs';

const CONTRACT = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../element/contract.json'), 'utf8'));

test('put into a post with a setting changed, it takes a reader to the results', async ({ signIn, page }) => {
  const admin = await signIn('admin');
  const canvas = await newPost(admin, 'With a block');
  await insertBlock(admin, 'Trust Check-in');
  const preview = await readerOn(canvas);
  await preview.sees('Trust, one small step at a time');
  await admin.getByLabel('Colors').selectOption('Dark');
  await expect(canvas.locator('trust-checkin')).toHaveAttribute('theme', 'dark');
  await admin.getByLabel('Country of the help lines').fill('IE');
  await admin.getByRole('button', { name: 'Articles of yours' }).click();
  await admin.getByLabel('Patience and understanding').fill('https://example.org/patience');
  const address = await publish(admin);

  await page.goto(address);
  const reader = await readerOn(page);
  await expect(reader.checkin).toHaveAttribute('theme', 'dark');
  await expect(reader.checkin).toHaveAttribute('links', '{"P":"https://example.org/patience"}');
  // Defaults are not written out.
  await expect(reader.checkin).not.toHaveAttribute('events');
  await expect(page.locator('trust-checkin .checkin')).toHaveCSS('color-scheme', 'dark');
  await reader.getHelp.click();
  await expect(reader.panel.getByRole('combobox')).toHaveValue('Ireland');
  await reader.press('Close help');
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
});

test('every option of the element has a setting', async ({ signIn }) => {
  const admin = await signIn('admin');
  await newPost(admin, 'With settings');
  await insertBlock(admin, 'Trust Check-in');
  await admin.getByLabel('Colors').waitFor();
  const { registered, missing } = await admin.evaluate((names) => {
    const { attributes } = window.wp.blocks.getBlockType('trust-checkin/check-in');
    // A setting without its own label shows the bare name, or the description in contract.json.
    const labels = [...document.querySelectorAll('.block-editor-block-inspector label')].map((label) => label.textContent);
    const helps = [...document.querySelectorAll('.block-editor-block-inspector [id$="__help"]')].map((help) => help.textContent);
    const isBare = (name) => labels.includes(name) || helps.includes(attributes[name].description);
    return { registered: names.filter((name) => attributes[name]), missing: names.filter(isBare) };
  }, CONTRACT.attributes.map(({ name }) => name));
  expect(registered).toEqual(CONTRACT.attributes.map(({ name }) => name));
  expect(missing, 'options without words in packages/wordpress/trust-checkin/editor.js').toEqual([]);
  // One control each; links have their own panel, which is closed.
  await expect(admin.locator('.block-editor-block-inspector .components-panel__body').first().locator('input, select'))
    .toHaveCount(CONTRACT.attributes.length - 1);
});

test('the script is pinned, a module, and only on pages that need it', async ({ page }) => {
  await page.goto(post('admin', '<!-- wp:trust-checkin/check-in /-->'));
  await expect(scripts(page)).toHaveCount(1);
  const script = scripts(page);
  await expect(script).toHaveAttribute('type', 'module');
  await expect(script).toHaveAttribute('integrity', /^sha384-[\w+/]{64}$/);
  for (const [name, value] of Object.entries({ 'data-cfasync': 'false', 'data-no-optimize': '1', 'data-no-defer': '1' })) {
    await expect(script).toHaveAttribute(name, value);
  }
  expect(await script.evaluate((script) => document.querySelector('trust-checkin').compareDocumentPosition(script)))
    .toBe(4); // DOCUMENT_POSITION_FOLLOWING: in the footer
  await readerOn(page);
  await page.goto(post('admin', '<!-- wp:paragraph --><p>About trust-checkin.</p><!-- /wp:paragraph -->'));
  await expect(page.getByText('About trust-checkin.')).toBeVisible();
  await expect(scripts(page)).toHaveCount(0);
});

for (const [lang, call, rows] of [['en', 'Call 988', 'I did what I said I would do.'], ['pt', 'Ligue para 188', 'Fiz o que disse que ia fazer.']]) {
  test(`R17: without scripts there are help lines, a way out and the whole check-in on paper, once, in ${lang}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled: false });
    const block = `<!-- wp:trust-checkin/check-in ${JSON.stringify({ theme: 'dark', lang })} /-->`;
    await page.goto(post('admin', `${block}\n${block}`));
    const fallback = page.locator('trust-checkin').first();
    await expect(fallback.getByRole('link', { name: call }).first()).toBeVisible();
    await expect(fallback.getByRole('link', { name: 'findahelpline.com' })).toBeVisible();
    await expect(fallback.locator('a[rel=noreferrer]')).toBeVisible();
    await expect(page.locator('.on-paper')).toHaveCount(1);
    await expect(page.locator('.on-paper li', { hasText: rows })).toBeVisible();
    await expect(page.locator('.on-paper .box')).toHaveCount(2 * 18 * 6);
    await expect(page.locator('.on-paper').locator('input, button, form')).toHaveCount(0);
  });
}
