// The shortcode and its values.
import { WORKED } from '../e2e/support/reader.mjs';
import { expect, readerOn, scripts, test } from './fixtures.mjs';
import { publish } from './php.mjs';

test('a shortcode takes a reader to the results', async ({ page }) => {
  await page.goto(publish('author', 'Before.\n\n[trust-checkin lang="en" theme="dark" region="GB"]\n\nAfter.'));
  const reader = await readerOn(page);
  await expect(reader.checkin).toHaveAttribute('lang', 'en');
  await expect(reader.checkin).toHaveAttribute('theme', 'dark');
  await reader.finish('loved', WORKED);
  await expect(reader.checkin.locator('.area .number')).toHaveCount(3);
  await expect(page.getByText('After.')).toBeVisible();
});

test('a shortcode in the middle of a paragraph keeps its fallback inside', async ({ page }) => {
  await page.goto(publish('author', '<!-- wp:paragraph --><p>Look: [trust-checkin] and then talk.</p><!-- /wp:paragraph -->'));
  const reader = await readerOn(page);
  await reader.sees('Trust, one small step at a time');
  await expect(page.getByText('The check-in shows here when scripts are allowed.')).toBeHidden();
  await expect(page.locator('p', { hasText: 'and then talk.' }).locator('trust-checkin')).toHaveCount(1);
});

test('two shortcodes share one script', async ({ page }) => {
  await page.goto(publish('author', '[trust-checkin]\n\n[trust-checkin theme="dark"]'));
  await expect(page.locator('trust-checkin .checkin')).toHaveCount(2);
  await expect(scripts(page)).toHaveCount(1);
});

/** Everything that could run or hide: tags, event attributes, styles. */
const EVIL = `'"><script>document.title="owned"</script><img src=x onerror=document.title="owned">`;

/** The attribute names of the only check-in, once the app is running. */
async function attributesOn(page) {
  const { checkin } = await readerOn(page);
  return checkin.evaluate(({ attributes }) => [...attributes].map(({ name }) => name));
}

// As an administrator, whose text WordPress does not filter: all escaping is the plugin's.
test('hostile settings of a block stay text', async ({ page }) => {
  const settings = JSON.stringify({ contact: EVIL, onclick: 'x', style: 'display:none', className: '"onclick="x' });
  const written = settings.replace(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
  await page.goto(publish('admin', `<!-- wp:trust-checkin/check-in ${written} /-->`));
  expect(await attributesOn(page)).toEqual(['class', 'contact']);
  await expect(page.locator('trust-checkin')).toHaveAttribute('contact', EVIL);
  expect(await page.title()).not.toContain('owned');
});

test('hostile values of a shortcode stay text, and unknown names are dropped', async ({ page }) => {
  // In single quotes: a shortcode cannot escape the quotes around a value.
  const contact = '" onmouseover="document.title=1" x="';
  await page.goto(publish('admin', `[trust-checkin contact='${contact}' onclick="x" style="display:none"]`));
  expect(await attributesOn(page)).toEqual(['contact']);
  await expect(page.locator('trust-checkin')).toHaveAttribute('contact', contact);
  // WordPress itself drops a value that contains a tag.
  const response = await page.goto(publish('admin', `[trust-checkin contact='"><script>document.title="owned"</script>']`));
  expect(await attributesOn(page)).toEqual([]);
  expect(await response.text()).not.toContain('<script>document.title');
  expect(await page.title()).not.toContain('owned');
});
