// Takes a picture of every state in every language, theme and width, and its accessibility tree, for people to look at.
// It compares no pixels.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { overflowing, torn } from '../e2e/layout.mjs';
import { expect, test } from '../e2e/reader.mjs';
import { STATES } from '../e2e/states.mjs';
import { FOLDER, LANGUAGES, picture, THEMES, themesAt, tree, WIDTHS } from './kinds.mjs';

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    for (const [name, reach] of Object.entries(STATES)) {
      test(`${language}: ${name}`, async ({ reader, page }) => {
        await reach(reader);
        mkdirSync(resolve(FOLDER, language), { recursive: true });
        writeFileSync(resolve(FOLDER, tree(language, name)), await reader.checkin.locator('.checkin').ariaSnapshot());
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          expect(await overflowing(reader.checkin), `at ${width} px`).toEqual([]);
          expect(await torn(reader.checkin), `at ${width} px`).toEqual([]);
          for (const theme of themesAt(width)) {
            await page.emulateMedia(THEMES[theme]);
            const path = resolve(FOLDER, picture(language, name, width, theme));
            await page.screenshot({ path, fullPage: true });
            expect(statSync(path).size).toBeGreaterThan(5_000);
          }
        }
      });
    }
  });
}
