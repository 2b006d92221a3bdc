// What axe says of a page, inside its shadow roots too.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import { findings } from './axe-in-page.mjs';

/** axe takes words whose letters join for the icons of a font, and reads no colour of them: most words in Arabic. */
const ICONS = 'function _isIconLigature(textVNode) {';

/** axe as npm has it, but that it takes no text for an icon: there are none here. */
export const AXE = (() => {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.js'), 'utf8');
  if (source.split(ICONS).length !== 2) throw new Error('axe-core tells icons from text in another way than it did.');
  return source.replace(ICONS, `${ICONS} return false;`);
})();

/** axe for whoever wants to choose what it looks at. */
export const axeOn = (page) => new AxeBuilder({ page, axeSource: AXE });

/** What axe finds on the page of this reader: nothing, and every text in sight was read. */
async function findsNothing({ checkin, page }, only) {
  await page.evaluate(AXE);
  expect(await checkin.evaluate(findings, only)).toEqual([]);
}

export const axe = (reader) => findsNothing(reader);

/** Lets axe look at the colours as they are now: what it finds otherwise stays the same in another theme. */
export const axeOnColours = (reader) => findsNothing(reader, 'colours');

/** Turns the page dark in place. */
export async function axeInTheDark(reader) {
  await reader.page.emulateMedia({ colorScheme: 'dark' });
  await expect(reader.checkin.locator('.checkin')).toHaveAttribute('data-theme', 'dark');
  await axeOnColours(reader);
}
