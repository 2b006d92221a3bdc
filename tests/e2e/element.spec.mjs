// The custom element around the app: loading, failing, moving, leaving.
import { expect, test } from './fixtures.mjs';

const DATA = ['/trust-checkin_bg.wasm', '/en.json', '/helplines.json'];
const NOTE = 'The check-in could not load.';

/** Collects the element's events, in order, before any script of the page runs. */
async function hearEvents(page) {
  await page.addInitScript(() => {
    window.heard = [];
    for (const type of ['trust-checkin-ready', 'trust-checkin-error']) {
      document.addEventListener(type, (event) => window.heard.push([type, event.target.localName, event.detail]));
    }
  });
  return () => page.evaluate(() => window.heard);
}

test('says that it is ready, at the element and to the page, and takes no focus and no scrolling', async ({ page, site }) => {
  const heard = await hearEvents(page);
  await page.goto(site.url);
  await page.locator('trust-checkin').evaluate((element) => element.ready);
  expect(await heard()).toEqual([['trust-checkin-ready', 'trust-checkin', {}]]);
  expect(await page.evaluate(() => [document.activeElement.localName, window.scrollY])).toEqual(['body', 0]);
});

test('shows the fallback until the app is there', async ({ page, site }) => {
  let go;
  site.changes.set('/trust-checkin_bg.wasm', { wait: new Promise((done) => { go = done; }) });
  await page.goto(site.url);
  await expect(page.getByRole('link', { name: '988' })).toBeVisible();
  go();
  await expect(page.locator('trust-checkin .checkin')).toBeVisible();
  await expect(page.locator('trust-checkin > ul')).toBeHidden();
});

for (const path of DATA) {
  test.describe(`without ${path}`, () => {
    test.use({ expectedLines: /404/ });
    test('keeps the help lines, says so in plain words, and can be tried again', async ({ page, site }) => {
      const heard = await hearEvents(page);
      site.changes.set(path, { status: 404 });
      await page.goto(site.url);
      await expect(page.getByText(NOTE)).toBeVisible();
      await expect(page.getByRole('link', { name: '988' })).toBeVisible();
      const retry = page.getByRole('button', { name: 'Try again' });
      await retry.click();
      await expect.poll(async () => (await heard()).length).toBe(2);
      await expect(retry).toBeFocused();
      site.changes.clear();
      await retry.click();
      await expect(page.locator('trust-checkin .checkin')).toBeVisible();
      await expect(page.getByText(NOTE)).toHaveCount(0);
      const [error, , ready] = await heard();
      expect(error).toEqual(['trust-checkin-error', 'trust-checkin', {
        message: expect.stringMatching(new RegExp(`^${path.slice(1)}\\?v=\\S+ answered 404$`)),
      }]);
      expect(ready[0]).toBe('trust-checkin-ready');
    });
  });

  test.describe(`with ${path} altered on the way`, () => {
    test.use({ expectedLines: /integrity/ });
    test('refuses it', async ({ page, site }) => {
      site.changes.set(path, { body: '{}' });
      await page.goto(site.url);
      await expect(page.getByText(NOTE)).toBeVisible();
      await expect(page.locator('trust-checkin .checkin')).toHaveCount(0);
    });
  });
}

test('works, and in silence, where the host sends wasm with another type', async ({ page, site }) => {
  site.changes.set('/trust-checkin_bg.wasm', { type: 'application/octet-stream' });
  await page.goto(site.url);
  await expect(page.locator('trust-checkin .checkin')).toBeVisible();
});

test('keeps its state when it is moved in the page', async ({ checkin, page }) => {
  await checkin.locator('.checkin').evaluate((div) => { div.dataset.same = 'yes'; });
  await page.evaluate(() => document.body.append(document.querySelector('trust-checkin')));
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  await expect(checkin.locator('.checkin')).toHaveAttribute('data-same', 'yes');
});

test('is taken down when it is removed, and starts afresh when it is put back', async ({ checkin, page }) => {
  await checkin.locator('.checkin').evaluate((div) => { div.dataset.same = 'yes'; });
  const slots = await page.evaluate(async () => {
    const element = window.kept = document.querySelector('trust-checkin');
    element.remove();
    await new Promise((done) => setTimeout(done));
    return element.shadowRoot.innerHTML;
  });
  expect(slots).toBe('<slot></slot>');
  await page.evaluate(() => document.body.append(window.kept));
  await expect(checkin.getByRole('heading').first()).toBeVisible();
  await expect(checkin.locator('.checkin')).not.toHaveAttribute('data-same', 'yes');
});

test('two on one page share one load and stay apart', async ({ checkin, page, site }) => {
  await page.evaluate(() => document.body.append(document.createElement('trust-checkin')));
  await expect(checkin.locator('.checkin')).toHaveCount(2);
  expect(site.requests.filter(({ path }) => path === '/trust-checkin_bg.wasm')).toHaveLength(1);
});

test('keeps typed keys from the shortcuts of the page', async ({ checkin, page }) => {
  await page.evaluate(() => {
    window.keys = [];
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, (event) => window.keys.push(event.type));
    }
  });
  await checkin.getByRole('button').first().focus();
  await page.keyboard.press('s');
  expect(await page.evaluate(() => window.keys)).toEqual([]);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('s');
  expect(await page.evaluate(() => window.keys), 'the listeners do hear').toEqual(['keydown', 'keypress', 'keyup']);
});

test('a second copy of the script changes nothing', async ({ checkin, page }) => {
  await page.addScriptTag({ url: './trust-checkin.js?again', type: 'module' });
  await expect(checkin.getByRole('heading').first()).toBeVisible();
});
