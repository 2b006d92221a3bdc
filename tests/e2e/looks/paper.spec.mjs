// The check-in on paper: for whoever has no scripts, or does not want to be watched.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '../support/fixtures.mjs';
import { contentOf, ORDER } from '../support/reader.mjs';
import { axeOn } from '../support/axe.mjs';

const { items } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../content/en.json'), 'utf8'));
const CONTROLS = 'input, select, textarea, button, form, script, [contenteditable], [onclick]';

test.use({ start: 'paper.en.html', javaScriptEnabled: false });

test.beforeEach(({ page, site, start }) => page.goto(site.url + start));

test('R17: all questions for both, in their order, and nothing that could be filled in', async ({ page, site }) => {
  for (const [place, perspective] of ['recovery', 'loved'].entries()) {
    const asked = await page.locator('.items').nth(place).locator('li > p:first-child').allTextContents();
    expect(asked).toHaveLength(ORDER.length);
    ORDER.forEach((id, at) => expect(asked[at].startsWith(items[id][perspective].text), asked[at]).toBe(true));
  }
  await expect(page.locator('.box')).toHaveCount(2 * 18 * 6);
  await expect(page.locator(CONTROLS)).toHaveCount(0);
  expect(site.requests.map(({ path }) => path).sort()).toEqual(['/paper.css', '/paper.en.html']);
});

test('every row has its place in the sums, those of hard things the other way round', async ({ page }) => {
  const rows = await page.locator('table').first().locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent)));
  const number = (ids) => ids.map((id) => ORDER.indexOf(id) + 1).sort((a, b) => a - b).join(', ');
  expect(rows).toEqual([
    ['Accountability', number(['A1', 'A3', 'A5', 'A6']), number(['A2', 'A4'])],
    ['Emotional healing', number(['H1', 'H3', 'H4', 'H6']), number(['H2', 'H5'])],
    ['Stability', number(['S1', 'S2', 'S4', 'S5']), number(['S3', 'S6'])],
  ]);
});

test('help and a way out stand before everything else', async ({ page }) => {
  const first = page.getByRole('link').first();
  await expect(first).toHaveText('Leave quickly');
  await expect(first).toHaveAttribute('rel', 'noreferrer');
  const support = page.getByRole('region', { name: 'Get help now' });
  await expect(support.locator('details')).toHaveCount(10);
  await support.locator('summary').filter({ hasText: 'United States' }).click();
  await expect(support.locator('a[href="tel:988"]').first()).toBeVisible();
  await expect(support.getByText('Spanish').first()).toBeVisible();
  const order = await page.locator('#support, .items').evaluateAll((all) => all.map(({ id, className }) => id || className));
  expect(order[0]).toBe('support');
});

test('R40: the lines of whoever is not safe are never printed, others only where opened', async ({ page }) => {
  await page.locator('summary').filter({ hasText: 'Ireland' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.off-paper:visible')).toHaveCount(0);
  await expect(page.locator('details:visible')).toHaveCount(1);
  await expect(page.getByText('Leave quickly')).toBeHidden();
  await expect(page.locator('.items').first()).toBeVisible();
});

for (const [language, width, colorScheme] of ['en', 'es', 'fr', 'pt-BR', 'ar'].flatMap((tag) => [[tag, 320, 'dark'], [tag, 1280, 'light']])) {
  // Other languages have other words in the same elements, and the same colours.
  const looksWithAxe = language === 'en' || width === 320;
  test(`${language}: ${looksWithAxe ? 'axe finds nothing and ' : ''}nothing is wider than ${width} px, ${colorScheme}`, async ({ browser, site }) => {
    // Axe is a script.
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: true });
    const page = await context.newPage();
    await page.goto(`${site.url}paper.${language}.html`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    expect(await page.locator('main').textContent(), 'nothing is left to fill in').not.toMatch(/[{}@]/);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (looksWithAxe) {
      const { violations, passes } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].html}`)).toEqual([]);
      expect(passes.find(({ id }) => id === 'color-contrast')?.nodes.length).toBeGreaterThan(150);
    }
    await context.close();
  });
}

for (const [start, language] of [['check-in.html', 'en'], ['check-in.ar.html', 'ar'], ['frame.html', 'en'], ['frame.ar.html', 'ar']]) {
  test.describe(`${start} without scripts`, () => {
    test.use({ start, javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

    test('R17: the whole of it stands below the help lines, with boxes to mark and nothing to fill in', async ({ page, site }) => {
      const { items } = contentOf(language);
      const paper = page.locator('.on-paper');
      await expect(paper).toHaveAttribute('lang', language);
      await expect(paper.locator('.items li', { hasText: items.A3.loved.text })).toBeVisible();
      await expect(paper.locator('.box')).toHaveCount(2 * 18 * 6);
      expect(await paper.locator('.box').first().evaluate((box) => getComputedStyle(box, '::before').borderTopStyle)).toBe('solid');
      await expect(page.locator(CONTROLS).and(page.locator(':visible'))).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.locator('summary').first().click();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.off-paper:visible')).toHaveCount(0);
      expect(site.requests.filter(({ path }) => !/\.(html|css)$/.test(path))).toEqual([]);
    });
  });
}
