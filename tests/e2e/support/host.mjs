// A page of somebody else's with the check-in on it.
import { openShadowRoots } from './fixtures.mjs';
import { expect, isReady, Reader, test as base } from './reader.mjs';

export const FALLBACK = '<p>Help is there either way: <a href="tel:988">988</a></p>';
export const SORRY = 'The check-in could not load. Below, you can still find someone to talk to now.';
const SCRIPT = '<script type="module" src="/trust-checkin.js"></script>';
const ICON = '<link rel="icon" href="data:,">';

/** The tag with a fallback in it. */
export const element = (id, attributes = 'lang="en"') => `<trust-checkin id="${id}" ${attributes}>${FALLBACK}</trust-checkin>`;

export class Host {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  /** Serves a page and goes there; `head` is the script unless it says otherwise. */
  async open(body, { head = SCRIPT, html = 'lang="en"', headers = {} } = {}) {
    const text = `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A blog</title>${ICON}${head}</head><body>${body}</body></html>`;
    this.site.changes.set('/blog/', { body: text, type: 'text/html; charset=utf-8', headers });
    await this.page.goto(`${this.site.url}blog/`);
  }

  checkin(id) {
    return this.page.locator(`#${id}`);
  }

  /** A reader in front of the check-in with this id, once it is loaded. */
  async reader(id) {
    const checkin = this.checkin(id);
    await isReady(checkin);
    return new Reader(checkin);
  }

  /** Paths asked for since the page was opened, without the page itself. */
  get asked() {
    return this.site.requests.map(({ path }) => path).filter((path) => path !== '/blog/');
  }

  /** Holds the answer for a file back; gives what lets it go. */
  hold(path, change = {}) {
    let go;
    this.site.changes.set(path, { ...change, wait: new Promise((done) => { go = done; }) });
    return () => go();
  }
}

/** Until the page has had time to do what it would do by itself. */
export const idle = (page) => page.evaluate(() => new Promise((done) => {
  requestIdleCallback(() => setTimeout(done, 300), { timeout: 2000 });
}));

export const test = base.extend({
  host: async ({ page, site }, use) => use(new Host(page, site)),

  /** Another person with a browser of their own, on the same page at this time; call it to bring them in. */
  other: async ({ browser, page }, use) => {
    const contexts = [];
    await use(async (time) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      contexts.push(context);
      const theirPage = await context.newPage();
      await theirPage.addInitScript(openShadowRoots);
      await theirPage.clock.setFixedTime(time);
      await theirPage.goto(page.url());
      const checkin = theirPage.locator('#one');
      await isReady(checkin);
      return new Reader(checkin);
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
