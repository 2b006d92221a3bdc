// A reader on a site built by somebody else.
import { expect, isReady, Reader, test as base, WORKED } from '../e2e/support/reader.mjs';
import { serve } from '../e2e/support/server.mjs';

export const test = base.extend({
  /** Serves a folder; `requests` and `changes` as in server.mjs. */
  host: async ({}, use) => {
    const servers = [];
    await use(async (folder) => {
      servers.push(await serve(folder));
      return servers.at(-1);
    });
    for (const server of servers) await server.close();
  },

  /** A page that may send requests only to its own site. */
  page: async ({ page }, use) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    await use(page);
    const own = new URL(page.url()).origin;
    const elsewhere = asked.filter(({ protocol, origin }) => protocol !== 'data:' && origin !== own);
    expect(elsewhere.map(String), 'no request leaves the site').toEqual([]);
  },

  /** Opens an address and returns a reader at the check-in there, once it has loaded. */
  visit: async ({ page }, use) => {
    await use(async (address) => {
      await page.goto(address);
      const checkin = page.locator('trust-checkin');
      await isReady(checkin);
      return new Reader(checkin);
    });
  },
});

/** Takes the journey from the first view to the right results. */
export async function takesTheJourney(reader) {
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
}

export { expect };
