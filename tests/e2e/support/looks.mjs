// What holds of every state, looked at in the page of a reader: for states that only the script draws.
import { expect } from '@playwright/test';
import { axe, axeInTheDark, axeOnColours } from './axe.mjs';
import { blended, crowded, misnamed, overflowing, tooSmall, torn } from './layout.mjs';

/** The distances of WCAG 1.4.12 between letters, words, lines and paragraphs. */
export const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Sets the size of letters as a reader would in the settings of the browser. */
export async function setLetters(page, size) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
  await expect(page.locator('trust-checkin .checkin')).toHaveCSS('font-size', `${size}px`);
}

/** Puts those distances; gives back what takes them away. */
async function spaceOut(checkin) {
  const sheet = await checkin.evaluateHandle(({ shadowRoot }, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadowRoot.adoptedStyleSheets.push(sheet);
    return sheet;
  }, SPACED);
  return () => checkin.evaluate(({ shadowRoot }, sheet) => {
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((other) => other !== sheet);
  }, sheet);
}

/** What this reader sees has room at every width, and axe finds nothing in any theme. Everything is unfolded before. */
export async function looksRight(reader, where) {
  const { checkin, page } = reader;
  await checkin.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const holds = async (how, looks) => {
    for (const look of looks) expect.soft(await checkin.evaluate(look), `${where}, ${how}: ${look.name}`).toEqual([]);
  };
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await holds('at 320 px', [overflowing, tooSmall, crowded, torn, misnamed]);
  expect.soft(await checkin.locator('.checkin').innerText(), where).not.toMatch(/\{\w+\}|@\w/);
  await axe(reader);
  const bringTogether = await spaceOut(checkin);
  await holds('spaced out at 320 px', [overflowing, tooSmall, crowded]);
  await bringTogether();
  await axeInTheDark(reader);
  await page.emulateMedia({ forcedColors: 'active' });
  await axeOnColours(reader);
  await holds('with forced colours', [blended]);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await expect(checkin.locator('.checkin')).toHaveAttribute('data-theme', 'light');
  await page.setViewportSize({ width: 768, height: 900 });
  await setLetters(page, 32);
  await holds('with letters of twice the size', [overflowing, tooSmall, crowded]);
  await setLetters(page, 16);
  await page.setViewportSize(size);
}
