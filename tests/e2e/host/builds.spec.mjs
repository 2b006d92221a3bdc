// Two builds of the app ship: a page gets the small one unless its owner switched on what only the full one has.
import { FILES } from '../support/fixtures.mjs';
import { element, expect, test } from '../support/host.mjs';
import { isReady, WORKED } from '../support/reader.mjs';

const SAVE = 'Save on this device';
const fetched = (host) => host.asked.filter((path) => path.endsWith('.wasm'));

for (const [attributes, build] of [
  ['', 'wasm'],
  ['save="off"', 'wasm'],
  ['save="of"', 'wasm'],
  ['save="ask"', 'full'],
  ['compare="off"', 'wasm'],
  ['compare="on"', 'full'],
]) {
  test.describe(() => {
    test.use({ expectedLines: /save="of" is unknown/ });

    test(`with ${attributes || 'nothing'} only the ${build === 'full' ? 'full' : 'small'} build is fetched`, async ({ host }) => {
      await host.open(element('one', `lang="en" ${attributes}`));
      const reader = await host.reader('one');
      await reader.finish('recovery', WORKED);
      await expect(reader.button(SAVE)).toHaveCount(attributes === 'save="ask"' ? 1 : 0);
      await expect(reader.button('Compare with someone')).toHaveCount(attributes === 'compare="on"' ? 1 : 0);
      expect(fetched(host)).toEqual([FILES[build]]);
    });
  });
}

test('saving that is switched on before Begin brings the full build, and Begin waits for it', async ({ host, page }) => {
  await host.open(element('one'));
  await isReady(host.checkin('one'));
  const go = host.hold(FILES.full);
  await page.evaluate(() => document.getElementById('one').setAttribute('save', 'ask'));
  const reader = await host.reader('one');
  const begun = reader.begin('recovery');
  await expect(reader.checkin.locator('.checkin [aria-live]').filter({ hasText: 'One moment' })).toBeVisible();
  go();
  await begun;
  await reader.settle();
  await reader.rush(WORKED);
  await reader.seeResults();
  await expect(reader.button(SAVE)).toBeVisible();
});

test.describe('switched on under a reader', () => {
  test.use({ expectedLines: /saving and comparing need the page loaded anew/ });

  test('saving waits for the next time, and no answer is lost', async ({ host, page }) => {
    await host.open(element('one'));
    const reader = await host.reader('one');
    await reader.begin('recovery');
    await reader.settle();
    await page.evaluate(() => document.getElementById('one').setAttribute('save', 'ask'));
    await reader.rush(WORKED);
    await reader.seeResults();
    await expect(reader.button(SAVE)).toHaveCount(0);
    expect(fetched(host)).toEqual([FILES.wasm]);
  });
});

const oneFile = (name) => ({ head: `<script src="/${name}" defer></script>` });

test('one file with the full build saves and compares', async ({ host }) => {
  await host.open(element('one', 'lang="en" save="ask" compare="on"'), oneFile('trust-checkin.standalone.full.js'));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  await expect(reader.button(SAVE)).toBeVisible();
  await expect(reader.button('Compare with someone')).toBeVisible();
});

test.describe('asked of one file with the small build', () => {
  test.use({ expectedLines: /saving and comparing need the file with "full" in its name/ });

  test('saving and comparing are not offered, and the owner hears what they need', async ({ host, page }) => {
    const heard = page.waitForEvent('console', { predicate: (line) => line.text().includes('"full" in its name') });
    await host.open(element('one', 'lang="en" save="ask" compare="on"'), oneFile('trust-checkin.standalone.js'));
    await heard;
    const reader = await host.reader('one');
    await expect(reader.button('My saved check-ins')).toHaveCount(0);
    await reader.finish('recovery', WORKED);
    await expect(reader.button(SAVE)).toHaveCount(0);
    await expect(reader.button('Compare with someone')).toHaveCount(0);
  });
});

test('two on a page have each the build they need, and one that stops leaves the other alone', async ({ host, page }) => {
  await host.open(element('one') + element('two', 'lang="en" save="ask"'));
  const [one, two] = [await host.reader('one'), await host.reader('two')];
  for (const reader of [one, two]) {
    await reader.begin('recovery');
    await reader.settle();
  }
  const mend = await page.evaluateHandle(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => { throw new Error('broken by the page'); };
    return () => { Node.prototype.insertBefore = insertBefore; };
  });
  await one.radio('Often').check();
  await one.button('Continue').click();
  await expect(one.checkin.getByRole('button', { name: 'Start again' })).toBeVisible();
  await mend.evaluate((mend) => mend());
  await two.rush(WORKED);
  await two.seeResults();
  await expect(two.button(SAVE)).toBeVisible();
});

test('two check-ins of one page that need different builds keep the styles of their own', async ({ host }) => {
  await host.open(`${element('one', 'lang="en" save="ask"')}${element('two')}`);
  const one = await host.reader('one');
  await one.finish('recovery', WORKED);
  const two = await host.reader('two');
  await two.begin('recovery');
  const styled = (reader, name) => reader.checkin.evaluate(({ shadowRoot }, name) =>
    shadowRoot.adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some(({ selectorText }) => selectorText?.includes(name))), name);
  expect(await styled(one, '.cell-name')).toBe(true);
  expect(await styled(two, '.cell-name')).toBe(false);
});

test('attributes that a script sets right after it has put the element on the page bring nothing unwanted', async ({ host, page }) => {
  await host.open('<p>Nothing yet</p>');
  await page.evaluate(() => {
    const element = document.createElement('trust-checkin');
    element.id = 'one';
    document.body.append(element);
    element.setAttribute('lang', 'es');
    element.setAttribute('save', 'ask');
  });
  await isReady(host.checkin('one'));
  expect(fetched(host)).toEqual([FILES.full]);
  expect(host.asked.filter((path) => /^\/[\w-]+-\w{12}\.txt$/.test(path))).toEqual([expect.stringMatching(/^\/es-/)]);
});
