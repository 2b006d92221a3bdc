// What holds in every state, in every language: nothing is cut off, too small to touch, or hard to tell from what is around
// it. axe finds nothing in any state in English; in other languages it looks at each combination of elements once. States
// are drawn, and not walked to; states.spec.mjs shows that a reader sees the same.
import { LANGUAGES } from '../../looks/kinds.mjs';
import { look, openDrawn } from '../support/drawn.mjs';
import { setLetters, SPACED } from '../support/looks.mjs';
import { expect, test } from '../support/fixtures.mjs';

const FITS = ['overflowing', 'tooSmall', 'crowded'];

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.slow();
    test.use({ viewport: { width: 1280, height: 800 } });

    test.beforeEach(({ page, site }) => openDrawn(page, site, language));

    const finds = async (page, looks) => expect(await look(page, looks)).toEqual([]);

    test(`${language}: every word of every state is put in, nothing is cut off, and R62: what is seen is the name`, async ({ page }) => {
      // What axe says of the structure is the same in every language.
      await finds(page, ['misnamed', 'unfilled', ...FITS, ...(language === 'en' ? ['axe'] : [])]);
    });

    const isWhole = language === 'en';
    test(`${language}: ${isWhole ? 'axe finds nothing in any state at 320 px' : 'axe finds nothing new at 320 px'}, nothing is cut off, no number is torn, R55: all runs from its side`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      // Another language has other words in the same elements.
      await finds(page, [isWhole ? 'axe' : 'axeOnNew', 'torn', 'fromTheLeft', ...FITS]);
    });

    test(`${language}: the colours of every state can be read in the dark`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await finds(page, ['colours']);
    });

    test(`${language}: R58: forced colours: nothing is lost in any state`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await finds(page, ['colours', 'blended']);
    });

    test(`${language}: R57: every state has room at 768 px, spaced out at 320 px, and with letters of twice the size`, async ({ page }) => {
      await page.setViewportSize({ width: 768, height: 900 });
      await finds(page, FITS);
      await setLetters(page, 32);
      await finds(page, FITS);
      await setLetters(page, 16);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate((css) => window.space(css), SPACED);
      await finds(page, FITS);
    });
  });
}
