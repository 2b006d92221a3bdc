// Drives the block editor as an author uses it.
import { expect } from './fixtures.mjs';

/** Opens a new post with this title. */
export async function newPost(page, title) {
  await page.goto('/wp-admin/post-new.php');
  const canvas = await canvasOf(page);
  await canvas.getByRole('textbox', { name: 'Add title' }).fill(title);
  return canvas;
}

/** The page or frame with the post: newer versions of WordPress keep it in a frame. */
async function canvasOf(page) {
  const frame = page.locator('iframe[name="editor-canvas"]');
  await page.locator('.block-editor-writing-flow').or(frame).first().waitFor();
  return await frame.count() ? frame.contentFrame() : page;
}

export async function insertBlock(page, name) {
  await page.getByRole('button', { name: /^(Toggle block inserter|Block Inserter)$/ }).click();
  await page.getByRole('searchbox', { name: /^Search/ }).fill(name);
  // The name begins with the icon, a character of an icon font.
  await page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) }).click();
  await openSettings(page);
}

/** Shows the settings of the selected block beside the post. */
async function openSettings(page) {
  const button = page.getByRole('region', { name: 'Editor top bar' }).getByRole('button', { name: 'Settings', exact: true });
  if (await button.getAttribute('aria-expanded') !== 'true') await button.click();
  await page.locator('.block-editor-block-inspector').waitFor();
}

/** Publishes the post and returns its address. */
export async function publish(page) {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('region', { name: 'Editor publish' }).getByRole('button', { name: 'Publish', exact: true }).click();
  const link = page.getByRole('region', { name: 'Editor publish' }).getByRole('link', { name: 'View Post' });
  await expect(link).toBeVisible();
  return link.getAttribute('href');
}
