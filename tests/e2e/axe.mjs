// What axe says of the page, inside the closed root too.
import AxeBuilder from '@axe-core/playwright';
import { expect } from './reader.mjs';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** How many pieces of text axe reads in a state at least: it takes most words of joined Arabic letters for icons, and skips them. */
const FEWEST_TEXTS = 1;
/** The rules of axe that look at colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const analyze = (builder) => builder.setLegacyMode(true).analyze();

function findsNothing({ violations, incomplete }) {
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`);
  expect(told).toEqual([]);
  // A label that covers its row hides the background from axe's arithmetic, lights are not text to it, and words over the
  // edge of something else, such as the notice of Shift, have a ground of their own; nothing else may stay open.
  const open = incomplete.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(open.filter((line) => !/^color-contrast: <(label |p class="lights" |span aria-hidden="true">[●○]+<)/.test(line))).toEqual([]);
}

/** Runs axe on the page and makes sure that it looked into the closed root: at every radio, if there are some. */
export async function axe(reader) {
  const { page } = reader;
  const result = await analyze(new AxeBuilder({ page }).withTags(WCAG));
  findsNothing(result);
  const seen = new Set(result.passes.flatMap(({ id, nodes }) => (id === 'label' ? nodes.map(({ html }) => html) : [])));
  const radios = [...seen].filter((html) => html.includes('type="radio"'));
  expect(radios).toHaveLength(await reader.radios.count());
  const buttons = result.passes.find(({ id }) => id === 'button-name')?.nodes ?? [];
  expect(buttons).toHaveLength(await reader.checkin.locator('button:visible').count());
}

/** Lets axe look at the colours as they are now: what it finds otherwise stays the same in another theme. */
export async function axeOnColours(reader) {
  const result = await analyze(new AxeBuilder({ page: reader.page }).withRules(OF_COLOUR));
  findsNothing(result);
  const read = result.passes.find(({ id }) => id === 'color-contrast')?.nodes ?? [];
  expect(read.length).toBeGreaterThanOrEqual(FEWEST_TEXTS);
}

/** Turns the page dark in place. */
export async function axeInTheDark(reader) {
  await reader.page.emulateMedia({ colorScheme: 'dark' });
  await expect(reader.checkin.locator('.checkin')).toHaveAttribute('data-theme', 'dark');
  await axeOnColours(reader);
}
