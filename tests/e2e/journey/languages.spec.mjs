// Every language: the whole way through in it, nothing wider than a small screen, and which language a page gets.
import { readFile } from 'node:fs/promises';
import { LANGUAGES } from '../../looks/kinds.mjs';
import { FILES, openShadowRoots } from '../support/fixtures.mjs';
import { contentOf, expect, Reader, test, WORKED } from '../support/reader.mjs';
import { differences, serveLooks } from '../support/drawn.mjs';
import { journey } from '../support/journey.mjs';
import { looksRight } from '../support/looks.mjs';

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test(`${language}: a whole journey shows what is drawn, and the rest of it has room and can be read`, async ({ reader, site }) => {
      test.slow();
      serveLooks(site);
      for await (const { drawn, scripted } of journey(reader)) {
        if (drawn) expect.soft(await differences(reader.checkin, language, drawn), drawn).toEqual([]);
        else await looksRight(reader, scripted);
      }
    });
  });

  test.describe(`${language}, before the app is there`, () => {
    test.use({ expectedLines: /the server responded with a status of 404/ });

    test(`${language}: help, and what is said when the app does not come, have room and can be read`, async ({ page, site }) => {
      test.slow();
      let fail;
      site.changes.set(FILES.wasm, { status: 404, wait: new Promise((done) => { fail = done; }) });
      await page.goto(`${site.url}check-in${language === 'en' ? '' : `.${language}`}.html`);
      const reader = new Reader(page.locator('trust-checkin'), language);
      await reader.getHelp.click();
      await looksRight(reader, 'the first help');
      await reader.panel.getByRole('button').last().click();
      await reader.button('Begin').click();
      await looksRight(reader, 'waiting');
      fail();
      await reader.checkin.locator('.failed').waitFor();
      await looksRight(reader, 'the failure');
    });
  });
}

/** The language that the check-in shows, and the data files that it asked for. */
async function shown(page, site) {
  const title = await page.locator('trust-checkin').locator('#heading').textContent();
  const language = await page.locator('trust-checkin').locator('.checkin').getAttribute('lang');
  expect(title).toBe(contentOf(language).messages.title);
  const files = site.requests.map(({ path }) => /^\/([\w-]+)-\w{12}\.txt$/.exec(path)?.[1]).filter(Boolean);
  return { language, files };
}

const isReady = (page) => page.locator('trust-checkin').evaluate(async (element) => {
  await customElements.whenDefined('trust-checkin');
  await element.ready;
});

for (const [locale, language] of [['pt', 'pt-BR'], ['pt-PT', 'pt-BR'], ['fr-CA', 'fr'], ['es-MX', 'es'], ['ar-EG', 'ar'], ['zh', 'en']]) {
  test(`a browser set to ${locale} gets ${language}, and only its file`, async ({ browser, site, page }) => {
    const context = await browser.newContext({ locale });
    const other = await context.newPage();
    await other.addInitScript(openShadowRoots);
    await other.route('**/check-in.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/ lang="[\w-]+"/g, '') });
    });
    await other.goto(`${site.url}check-in.html`);
    await isReady(other);
    expect(await shown(other, site)).toEqual({ language, files: [language] });
    await context.close();
    await page.close();
  });
}

test.describe('the attribute', () => {
  test.use({ expectedLines: /^warning: trust-checkin: lang="zh-Hant" is not in this script\. There is ar, en, es, fr, pt-BR\.$/ });

  test('goes before the browser, and a language that is not there is English', async ({ checkin, page, site }) => {
    const set = (tag) => checkin.evaluate((element, tag) => element.setAttribute('lang', tag), tag);
    for (const [tag, language, direction] of [['AR-sa', 'ar', 'rtl'], ['pt', 'pt-BR', 'ltr'], ['zh-Hant', 'en', 'ltr']]) {
      await set(tag);
      await expect(checkin.locator('.checkin')).toHaveAttribute('lang', language);
      await expect(checkin.locator('.checkin')).toHaveAttribute('dir', direction);
      expect((await shown(page, site)).language).toBe(language);
    }
  });
});

test.describe('right to left', () => {
  test.use({ language: 'ar' });

  test('telephone numbers run from left to right, whatever stands around them', async ({ reader }) => {
    await reader.getHelp.click();
    await reader.panel.locator('select').selectOption({ index: 1 });
    const number = reader.panel.locator('a[href="tel:08082000247"]').first();
    const places = await number.evaluate((link) => {
      const text = link.querySelector('bdi').firstChild;
      const at = text.data.indexOf('0808');
      return [0, 4, 9].map((offset) => {
        const range = document.createRange();
        range.setStart(text, at + offset + (offset === 4 ? 1 : 0));
        range.setEnd(text, at + offset + (offset === 4 ? 2 : 1));
        return range.getBoundingClientRect().left;
      });
    });
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('rows, progress and the profile begin on the right', async ({ reader }) => {
    await reader.begin('recovery');
    const row = reader.checkin.locator('.choice').first();
    const [radio, label] = await Promise.all(['input', 'label'].map((tag) => row.locator(tag).boundingBox()));
    expect(radio.x).toBeGreaterThan(label.x);
    await reader.settle();
    await expect(reader.checkin.locator('progress')).toHaveCSS('direction', 'rtl');
  });

  test('results are written in digits that can be dialled', async ({ reader }) => {
    await reader.finish('recovery', { A1: 4, A3: 4, A5: 4, A6: 4, A2: 0, A4: 1 });
    const text = await reader.results.textContent();
    expect(text).toMatch(/\d/);
    expect(text).not.toMatch(/[٠-٩]/);
    const path = reader.results.locator('.path').first();
    expect(await path.evaluate((svg) => new DOMMatrix(getComputedStyle(svg).transform).a)).toBe(-1);
  });
});

test.describe('what is taken along', () => {
  test.use({ language: 'fr', permissions: ['clipboard-read', 'clipboard-write'] });

  test('has numbers as people write them, in a text and in a table', async ({ reader, page }) => {
    await reader.finish('recovery', WORKED);
    await reader.press('Copy as text');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\s70,83\n/);
    const started = page.waitForEvent('download');
    await reader.press('Download my answers (CSV)');
    expect(await readFile(await (await started).path(), 'utf8')).toMatch(/;"70,83"\r\n/);
  });
});
