import { expect, FILES, test } from './fixtures.mjs';

test('the shipped page shows the check-in and asks for nothing but its own files', async ({ checkin, site }) => {
  await expect(checkin.getByRole('heading').first()).toBeVisible();
  await expect(checkin.locator('slot')).toHaveCount(0);
  const paths = site.requests.map(({ path }) => path).sort();
  expect(paths).toEqual(['/check-in.html', FILES.words, '/page.css', FILES.wasm, '/trust-checkin.js'].sort());
});
