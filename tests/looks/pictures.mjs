// Takes a picture of every state in every language, theme and width, and its accessibility tree, for people to look at.
// It compares no pixels.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '../e2e/support/reader.mjs';
import { openDrawn, statesIn } from '../e2e/support/drawn.mjs';
import { journey } from '../e2e/support/journey.mjs';
import { overflowing, torn } from '../e2e/support/layout.mjs';
import { FOLDER, LANGUAGES, picture, SCRIPTED, THEMES, themesAt, tree, UNFOLDED, WIDTHS } from './kinds.mjs';

async function photograph(checkin, language, name) {
  const page = checkin.page();
  mkdirSync(resolve(FOLDER, language), { recursive: true });
  writeFileSync(resolve(FOLDER, tree(language, name)), await checkin.locator('.checkin').ariaSnapshot());
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await checkin.evaluate(overflowing), `at ${width} px`).toEqual([]);
    expect(await checkin.evaluate(torn), `at ${width} px`).toEqual([]);
    for (const theme of themesAt(width)) {
      await page.emulateMedia(THEMES[theme]);
      await checkin.locator(`.checkin[data-theme="${THEMES[theme].colorScheme}"]`).waitFor();
      const path = resolve(FOLDER, picture(language, name, width, theme));
      await page.screenshot({ path, fullPage: true });
      expect(statSync(path).size).toBeGreaterThan(5_000);
    }
  }
  await page.emulateMedia(THEMES.light);
}

for (const language of LANGUAGES) {
  for (const { name } of statesIn(language)) {
    test(`${language}: ${name}`, async ({ page, site }) => {
      const checkin = await openDrawn(page, site, language);
      await page.evaluate((name) => window.show(name), name);
      await photograph(checkin, language, name);
      if (!UNFOLDED.includes(name)) return;
      await page.evaluate(() => window.unfold());
      await photograph(checkin, language, `${name}-unfolded`);
    });
  }

  test.describe(language, () => {
    test.use({ language });

    test(`${language}: ${SCRIPTED.join(', ')}`, async ({ reader }) => {
      for await (const { scripted } of journey(reader)) {
        if (scripted) await photograph(reader.checkin, language, scripted);
      }
    });
  });
}
