// A picture of every state for people to look at, in target/screens/. No pixels are compared.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { overflowing } from './layout.mjs';
import { expect, test } from './reader.mjs';
import { STATES } from './states.mjs';

const FOLDER = resolve(import.meta.dirname, '../../target/screens');
const WIDTHS = [320, 768, 1280];

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name}: pictures`, async ({ reader, page }) => {
    test.slow();
    await reach(reader);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowing(reader.checkin), `at ${width} px`).toEqual([]);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const path = resolve(FOLDER, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
        expect(statSync(path).size).toBeGreaterThan(10_000);
      }
    }
  });
}
