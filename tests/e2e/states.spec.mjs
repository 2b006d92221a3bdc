// What holds in every state: axe finds nothing, help is in reach, nothing is cut off or too small to touch.
import AxeBuilder from '@axe-core/playwright';
import { overflowing, tooSmall } from './layout.mjs';
import { expect, test } from './reader.mjs';
import { STATES } from './states.mjs';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe on the page and makes sure that it looked into the closed root: at every radio, if there are some. */
async function axe(reader) {
  const { page } = reader;
  const { violations, passes, incomplete } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`);
  expect(told).toEqual([]);
  // A label that covers its row hides the background from axe's arithmetic; nothing else may stay open.
  const open = incomplete.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(open.filter((line) => !/^color-contrast: <label /.test(line))).toEqual([]);
  const seen = new Set(passes.flatMap(({ id, nodes }) => (id === 'label' ? nodes.map(({ html }) => html) : [])));
  const radios = [...seen].filter((html) => html.includes('type="radio"'));
  expect(radios).toHaveLength(await reader.radios.count());
  const buttons = passes.find(({ id }) => id === 'button-name')?.nodes ?? [];
  expect(buttons).toHaveLength(await reader.checkin.locator('button').count());
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name}: axe, in light and dark and on a narrow screen`, async ({ reader, page }) => {
    await reach(reader);
    await axe(reader);
    await page.emulateMedia({ colorScheme: 'dark' });
    await axe(reader);
    await page.setViewportSize({ width: 320, height: 640 });
    await axe(reader);
  });

  test(`${name}: R57, nothing is cut off or too small, and help is in reach`, async ({ reader, page }) => {
    await reach(reader);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowing(reader.checkin), 'at 320 px').toEqual([]);
    expect(await tooSmall(reader.checkin), 'at 320 px').toEqual([]);
    // WCAG 1.4.12, text spacing.
    const spacing = await reader.checkin.evaluateHandle(({ shadowRoot }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
      shadowRoot.adoptedStyleSheets.push(sheet);
      return sheet;
    });
    expect(await overflowing(reader.checkin), 'with wide spacing at 320 px').toEqual([]);
    await reader.checkin.evaluate(({ shadowRoot }, sheet) => {
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((other) => other !== sheet);
    }, spacing);
    // WCAG 1.4.4, letters of twice the size.
    await page.setViewportSize({ width: 768, height: 900 });
    const browser = await page.context().newCDPSession(page);
    const before = await reader.heading.evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await expect.poll(() => reader.heading.evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize))).toBe(2 * before);
    expect(await overflowing(reader.checkin), 'with large letters').toEqual([]);
    expect(await tooSmall(reader.checkin), 'with large letters').toEqual([]);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    // Get help now is on every screen, and takes nothing away from it.
    const isOpen = await reader.panel.count() === 1;
    const heading = await reader.heading.textContent();
    if (isOpen) await reader.panel.press('Escape');
    await expect(reader.panel).toHaveCount(0);
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
    await reader.panel.press('Escape');
    await expect(reader.panel).toHaveCount(0);
    await expect(reader.getHelp).toBeFocused();
    await reader.sees(heading);
  });
}
