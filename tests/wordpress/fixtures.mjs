// Visitors of the site: readers, and people who sign in. Their pages may request nothing from other sites, and PHP may
// log nothing about the plugin.
import { expect, test as base } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openShadowRoots } from '../e2e/support/fixtures.mjs';
import { isReady, Reader } from '../e2e/support/reader.mjs';

export const test = base.extend({
  /** Opens pages, each in its own browser profile. */
  open: async ({ browser }, use) => {
    const contexts = [];
    const elsewhere = [];
    const site = process.env.WORDPRESS_URL;
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: site, locale: 'en-US', reducedMotion: 'reduce', ...options });
      contexts.push(context);
      context.on('request', (request) => {
        const address = new URL(request.url());
        if (!['data:', 'blob:', 'about:'].includes(address.protocol) && address.origin !== site) elsewhere.push(request.url());
      });
      await context.addInitScript(openShadowRoots);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect.soft(elsewhere, 'no request leaves the site').toEqual([]);
    const log = resolve(process.env.WORDPRESS_SITE, 'wp-content/debug.log');
    const complaints = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter((line) => /trust.?checkin/i.test(line)) : [];
    expect.soft(complaints, 'PHP says nothing about the plugin').toEqual([]);
  },

  /** A reader of the site, whose browser logs nothing to the console. */
  page: async ({ open }, use) => {
    const page = await open();
    const lines = [];
    page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => lines.push(`uncaught: ${error.stack ?? error}`));
    await use(page);
    expect(lines, 'the page says nothing on the console').toEqual([]);
  },

  /** Signs in under this name and returns the page. */
  signIn: async ({ open }, use) => {
    await use(async (name) => {
      const page = await open();
      await page.goto('/wp-login.php');
      await page.getByLabel('Username or Email Address').fill(name);
      await page.getByLabel('Password', { exact: true }).fill(process.env.WORDPRESS_PASSWORD);
      await page.getByRole('button', { name: 'Log In' }).click();
      await expect(page.locator('#wpadminbar')).toBeVisible();
      return page;
    });
  },
});

/** The script of the plugin on a page. */
export const scripts = (page) => page.locator('script[src*="trust-checkin"]');

/** A reader at the only check-in on this page, once the app is running. */
export async function readerOn(page) {
  const checkin = page.locator('trust-checkin');
  await isReady(checkin);
  return new Reader(checkin);
}

export { expect };
