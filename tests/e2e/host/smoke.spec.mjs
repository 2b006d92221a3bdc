import { expect, FILES, test } from '../support/fixtures.mjs';
import { contentOf, isReady } from '../support/reader.mjs';

test('the shipped page shows the check-in and asks for nothing but its own files', async ({ checkin, site }) => {
  await expect(checkin.getByRole('heading').first()).toBeVisible();
  await expect(checkin.locator('slot')).toHaveCount(0);
  const paths = site.requests.map(({ path }) => path).sort();
  expect(paths).toEqual(['/check-in.html', FILES.words, '/page.css', FILES.wasm, '/trust-checkin.js'].sort());
});

for (const language of ['es', 'fr', 'pt-BR', 'ar']) {
  test.describe(`the page to link to in ${language}`, () => {
    test.use({ start: `check-in.${language}.html` });

    test('speaks it, also to those who share the link', async ({ checkin, page, site }) => {
      const { title, intro_what: about } = contentOf(language).messages;
      await isReady(checkin);
      await expect(checkin.locator('.checkin')).toHaveAttribute('lang', language);
      await expect(checkin.locator('#heading')).toHaveText(title);
      await expect(page).toHaveTitle(title);
      const html = page.locator('html');
      await expect(html).toHaveAttribute('lang', language);
      await expect(html).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await expect(page.locator('h1')).toHaveText(title);
      const said = await page.locator('meta[property^="og:"]').evaluateAll((all) => all.map((one) => [one.getAttribute('property'), one.content]));
      expect(said).toEqual([['og:type', 'website'], ['og:title', title], ['og:description', about]]);
      const asked = site.requests.map(({ path }) => path.replace(/-\w{12}\./, '.')).sort();
      expect(asked).toEqual([`/check-in.${language}.html`, `/${language}.txt`, '/page.css', '/trust-checkin-small.wasm', `/trust-checkin.${language}.js`].sort());
    });
  });
}
