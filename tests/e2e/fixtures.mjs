// What every journey starts from: dist/ on a server of its own, a page that may not say anything on the
// console, and the check-in open and ready.
import { expect, test as base } from '@playwright/test';
import { resolve } from 'node:path';
import { serve } from './server.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');

/** The check-in lives in a closed root, where no test could see it: this opens the root of the shipped file. */
export function openShadowRoots() {
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attachShadow.call(this, { ...options, mode: 'open' });
  };
}

export const test = base.extend({
  /** One pattern of console lines that a test causes on purpose: test.use({ expectedLines: /404|refused/ }). */
  expectedLines: [/^$/, { option: true }],

  server: [async ({}, use) => {
    const server = await serve(DIST);
    await use(server);
    await server.close();
  }, { scope: 'worker' }],

  /** The server with an empty log and no changes. */
  site: async ({ server }, use) => {
    server.requests.length = 0;
    server.changes.clear();
    await use(server);
  },

  page: async ({ page, expectedLines }, use) => {
    const lines = [];
    page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => lines.push(`uncaught: ${error.stack ?? error}`));
    await page.addInitScript(openShadowRoots);
    await use(page);
    const unexpected = lines.filter((line) => !expectedLines.test(line));
    expect(unexpected, 'the page says nothing on the console').toEqual([]);
  },

  /** The element on the shipped page, with the app in place of the fallback. */
  checkin: async ({ page, site }, use) => {
    await page.goto(site.url);
    const checkin = page.locator('trust-checkin');
    await checkin.evaluate(async (element) => {
      await customElements.whenDefined('trust-checkin');
      await element.ready;
    });
    await use(checkin);
  },
});

export { expect };
