// The div, for authors whose HTML WordPress filters: it keeps the data-* attributes.
import { WORKED } from '../e2e/support/reader.mjs';
import { newPost, publish } from './editor.mjs';
import { expect, readerOn, scripts, test } from './fixtures.mjs';
import { publish as post } from './php.mjs';

const DIV = '<div data-trust-checkin data-lang="en" data-theme="dark"><a href="tel:988">988</a></div>';

test('the filter takes the tag from an author and leaves the div, which takes a reader to the results', async ({ signIn, page }) => {
  const author = await signIn('author');
  await newPost(author, 'With a div');
  await author.keyboard.press('ControlOrMeta+Shift+Alt+M');
  await author.getByPlaceholder('Start writing with text or HTML').fill(`<trust-checkin id="tag">gone</trust-checkin>\n${DIV}`);
  const response = await page.goto(await publish(author));
  const html = await response.text();
  expect(html.match(/<div data-trust-checkin.*?>/)?.[0].replace('=""', '')).toBe('<div data-trust-checkin data-lang="en" data-theme="dark">');
  expect(html.match(/<trust-checkin.*/)).toBeNull();
  await expect(scripts(page)).toHaveCount(1);
  const reader = await readerOn(page);
  await expect(reader.checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
  await expect(page.getByRole('link', { name: '988', exact: true })).toBeHidden();
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
});

test('the div in a Custom HTML block finds its script too', async ({ page }) => {
  await page.goto(post('author', `<!-- wp:html -->${DIV}<!-- /wp:html -->`));
  await expect(scripts(page)).toHaveCount(1);
  await readerOn(page);
});

test('the tag, from somebody who may write it, needs no block', async ({ page }) => {
  await page.goto(post('admin', '<!-- wp:html --><trust-checkin lang="en">By hand.</trust-checkin><!-- /wp:html -->'));
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
});
