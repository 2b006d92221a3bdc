// What every journey starts from: dist/ on a server of its own, a page that may not say anything on the
// console, and the check-in open and ready.
import { expect, test as base } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from './server.mjs';

const DIST = resolve(import.meta.dirname, '../../../dist');

const built = JSON.parse(readFileSync(resolve(DIST, 'manifest.json'), 'utf8')).files.map(({ name }) => name);
/** Paths of the data files, whose names change with what is in them. */
export const FILES = {
  wasm: `/${built.find((name) => /-small-\w+\.wasm$/.test(name))}`,
  full: `/${built.find((name) => /-full-\w+\.wasm$/.test(name))}`,
  words: `/${built.find((name) => /^en-\w+\.txt$/.test(name))}`,
};

/**
 * The check-in lives in a closed root, where no test could see it: this opens the root of the shipped file. A screen that
 * lingers there for screen readers (decision 46) is removed at once, or every test would find two of everything.
 */
export function openShadowRoots() {
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, { ...options, mode: 'open' });
    const clear = () => root.querySelectorAll('.past').forEach((screen) => screen.remove());
    new MutationObserver(clear).observe(root, { attributeFilter: ['class'], subtree: true });
    return root;
  };
}

export const test = base.extend({
  /** One pattern of console lines that a test causes on purpose: test.use({ expectedLines: /404|refused/ }). */
  expectedLines: [/^$/, { option: true }],

  /** The page that a test begins on: the one to link to, with nothing on it but the check-in. */
  start: ['check-in.html', { option: true }],

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

  /** The element on the shipped page, loaded. */
  checkin: async ({ page, site, start }, use) => {
    await page.goto(site.url + start);
    const checkin = page.locator('trust-checkin');
    await checkin.evaluate(async (element) => {
      await customElements.whenDefined('trust-checkin');
      await element.ready;
    });
    await use(checkin);
  },
});

export { expect };
