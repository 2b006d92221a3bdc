// The check-in on paper, printed by its own button on pages whose print styles hide, cut or recolour it.
import { element, expect, test } from '../support/host.mjs';
import { WORKED } from '../support/reader.mjs';

const PAGE = 'ARTICLE TEXT';
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";
const CHECKIN = element('one');
/** Pages: their style sheet, and what stands in the body. */
const PAGES = {
  'that is plain': ['', CHECKIN],
  'that prints nothing': ['@media print { html, html * { display: none !important } }', CHECKIN],
  'that prints its main part only': ['@media print { body > :not(main) { display: none } * { color: white !important } }', `<aside>${CHECKIN}</aside>`],
  'of two columns': ['main { columns: 2; height: 300px; overflow: hidden }', `<main>${CHECKIN}</main>`],
  'with everything turned and small': ['@media print { html { zoom: 0.2 } body { transform: rotate(9deg) scale(0.1); opacity: 0.2; filter: blur(9px) } }', CHECKIN],
  'as high as the screen': ['html, body { position: fixed; inset: 0; height: 100vh; margin: 0; overflow: clip } main { height: 100%; overflow: auto }', `<main>${CHECKIN}</main>`],
  'with vertical lines and a watermark': ['@media print { html { writing-mode: vertical-rl } } html::before { content: "Printing is forbidden"; font-size: 9em }', CHECKIN],
  'with rules against foreign boxes': ['@media print { html > div, html > [hidden] { display: none !important; height: 9px; overflow: hidden !important } }', CHECKIN],
  'with an open dialog': ['dialog { position: fixed; max-height: 200px }', `<dialog id="box">${CHECKIN}</dialog>`],
  'with a popover': ['[popover] { max-height: 200px; overflow: auto }', `<div id="box" popover="manual">${CHECKIN}</div>`],
};

/** Begins to print as a browser does, and leaves the end to the test. */
const stubPrint = (page) => page.addInitScript(() => { window.print = () => dispatchEvent(new Event('beforeprint')); });
/** Number of sheets in a PDF. */
const sheetsIn = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

async function openAndFinish(host, page, [css, body], headers) {
  host.site.changes.set('/own.css', { body: css, type: 'text/css' });
  const head = '<link rel="stylesheet" href="/own.css"><script type="module" src="/trust-checkin.js"></script>';
  await host.open(`<p>${PAGE}</p>${body}`, { head, headers });
  await page.evaluate(() => {
    const box = document.getElementById('box');
    if (box?.popover) box.showPopover();
    else box?.showModal();
  });
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  return reader;
}

/** Expects that the paper has the check-in and nothing else. Returns the number of its sheets. */
async function expectAlone(page) {
  const paper = page.locator('html > div');
  await expect(paper.locator('.checkin')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(paper.locator('#heading')).toBeVisible();
  await expect(paper.getByText('You often told the truth when they asked a hard question.')).toBeVisible();
  await expect(paper.getByText(/It was not made to prove anything/)).toBeVisible();
  await expect(paper.getByRole('button')).toHaveCount(0);
  const seen = await page.evaluate(() => {
    const [copy] = document.querySelectorAll('html > div');
    const html = document.documentElement;
    const { color, opacity } = getComputedStyle(copy.shadowRoot.querySelector('#heading'));
    return {
      others: [...document.querySelectorAll('body, body *')].filter((other) => other.checkVisibility()).length,
      isWhole: Math.abs(html.getBoundingClientRect().height - copy.shadowRoot.firstChild.getBoundingClientRect().height) < 2
        && html.getBoundingClientRect().height > 600,
      overflow: getComputedStyle(html).overflow,
      isDark: color.match(/[\d.]+/g).slice(0, 3).every((part) => part < 100), opacity,
    };
  });
  expect(seen).toEqual({ others: 0, isWhole: true, overflow: 'visible', isDark: true, opacity: '1' });
  return sheetsIn(await page.pdf({ format: 'A4' }));
}

test.describe('R75: printed by its button it is whole and alone', () => {
  for (const [name, pageOf] of Object.entries(PAGES)) {
    test(`on a page ${name}`, async ({ host, page }) => {
      await stubPrint(page);
      const reader = await openAndFinish(host, page, pageOf, {});
      const before = await page.evaluate(() => document.documentElement.childElementCount);
      await reader.press('Print');
      const sheets = await expectAlone(page);
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThan(4);
      // The browser's own `afterprint` takes the copy away.
      await page.emulateMedia({ media: 'screen' });
      expect(await page.evaluate(() => [document.documentElement.childElementCount, document.adoptedStyleSheets.length])).toEqual([before, 0]);
      await expect(page.getByText(PAGE)).toBeVisible();
    });
  }

  test('in a shadow root, with the strictest policy', async ({ host, page }) => {
    await stubPrint(page);
    host.site.changes.set('/box.js', { type: 'text/javascript', body: `
      const box = document.getElementById('box');
      box.attachShadow({ mode: 'open' }).append(...box.children);` });
    const head = '<script type="module" src="/trust-checkin.js"></script><script type="module" src="/box.js"></script>';
    await host.open(`<p>${PAGE}</p><div id="box"><p>SIDE</p>${CHECKIN}</div>`, { head, headers: { 'content-security-policy': STRICT } });
    const reader = await host.reader('one');
    await reader.finish('recovery', WORKED);
    await reader.press('Print');
    await expectAlone(page);
  });

  test('the copy is in a closed root, only while the browser prints, and never of a screen that is gone', async ({ host, page }) => {
    const reader = await openAndFinish(host, page, PAGES['that is plain'], {});
    await page.evaluate(() => {
      window.modes = [];
      const attachShadow = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = attachShadow.call(this, options);
        window.modes.push(options.mode);
        return root;
      };
      // A browser that prints only from its menu.
      window.print = () => {};
    });
    const copies = page.locator('html > div');
    await reader.press('Print');
    await expect(copies).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(copies).toHaveCount(1);
    expect(await page.evaluate(() => window.modes)).toEqual(['closed']);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(copies).toHaveCount(0);
    // What the page prints later is the page.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(copies).toHaveCount(0);
    await reader.press('Print');
    await reader.press('Start over');
    await reader.press('Yes, start over');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(copies).toHaveCount(0);
  });
});
