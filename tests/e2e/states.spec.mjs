// What holds in every state: axe finds nothing, help is in reach, nothing is cut off or too small to touch.
import { axe, axeInTheDark, axeOnColours } from './axe.mjs';
import { blended, misnamed, overflowing, tooSmall, torn } from './layout.mjs';
import { expect, test } from './reader.mjs';
import { STATES } from './states.mjs';

/** Puts the distances of WCAG 1.4.12 between letters, words, lines and paragraphs; gives back what takes them away. */
async function spaceOut(checkin) {
  const sheet = await checkin.evaluateHandle(({ shadowRoot }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    shadowRoot.adoptedStyleSheets.push(sheet);
    return sheet;
  });
  return () => checkin.evaluate(({ shadowRoot }, sheet) => {
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((other) => other !== sheet);
  }, sheet);
}

/** Sets the size of letters as a reader would in the settings of the browser. */
async function setLetters(reader, size) {
  const browser = await reader.page.context().newCDPSession(reader.page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
  await expect(reader.checkin.locator('.checkin')).toHaveCSS('font-size', `${size}px`);
}

/** "Leave quickly" ends the bar, out of the way of whoever reaches for help or for the way on. */
async function leaveIsApart(reader, where) {
  const leave = await reader.button('Leave quickly').boundingBox();
  const help = await reader.getHelp.boundingBox();
  const primary = await reader.checkin.locator('[part="primary"]:visible').first().boundingBox();
  expect(Math.min(leave.width, leave.height), where).toBeGreaterThanOrEqual(44);
  expect(leave.x - (help.x + help.width), where).toBeGreaterThanOrEqual(24);
  expect(Math.abs(leave.y + leave.height / 2 - help.y - help.height / 2), `${where}: in one row`).toBeLessThan(2);
  expect(primary.y - (leave.y + leave.height), where).toBeGreaterThanOrEqual(24);
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name}: axe, R57, R58, R62, and help in reach`, async ({ reader, page }) => {
    test.slow();
    await reach(reader);
    const fits = async (where) => {
      await leaveIsApart(reader, where);
      expect(await overflowing(reader.checkin), where).toEqual([]);
      expect(await tooSmall(reader.checkin), where).toEqual([]);
    };
    await axe(reader);
    expect(await misnamed(reader.checkin), 'R62').toEqual([]);
    await axeInTheDark(reader);
    await page.emulateMedia({ forcedColors: 'active' });
    await axeOnColours(reader);
    expect(await blended(reader.checkin), 'R58: with forced colours').toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    for (const width of [1280, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowing(reader.checkin), `at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await axe(reader);
    await fits('at 320 px');
    expect(await torn(reader.checkin), 'at 320 px').toEqual([]);
    const bringTogether = await spaceOut(reader.checkin);
    await fits('spaced out at 320 px');
    await bringTogether();
    await page.setViewportSize({ width: 768, height: 900 });
    await setLetters(reader, 32);
    await fits('with letters of twice the size');
    await setLetters(reader, 16);
    // Get help now is on every screen, and takes nothing away from it.
    const heading = await reader.heading.textContent();
    if (await reader.panel.count() === 1) await reader.panel.press('Escape');
    await expect(reader.panel).toHaveCount(0);
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
    await reader.panel.press('Escape');
    await expect(reader.panel).toHaveCount(0);
    await expect(reader.getHelp).toBeFocused();
    await reader.sees(heading);
  });
}
