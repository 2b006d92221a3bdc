// The page as configurator: what an owner chooses shows on the check-in and in the snippet.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CARDS, contrast, LEAST } from '../../../site/contrast.mjs';
import { ANALYTICS, ATTRIBUTES as WORDS, COPYING, FONT, FORMS as WORDS_OF_FORMS, LINKS, ONE_LANGUAGE } from '../../../site/words.mjs';
import { hasBackground } from '../support/colours.mjs';
import { expect, Owner, test } from '../support/owner.mjs';
import { Reader } from '../support/reader.mjs';
import { axeOn } from '../support/axe.mjs';

const read = (path) => JSON.parse(readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8'));
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('without a clipboard the snippet is selected', async ({ owner, page }) => {
  await page.evaluate(() => { delete Object.getPrototypeOf(navigator).clipboard; });
  await page.getByRole('button', { name: 'Copy the snippet' }).click();
  await expect(page.getByText('The snippet is selected.')).toBeVisible();
  await expect(owner.text).toBeFocused();
  const selected = await owner.text.evaluate(({ selectionStart, selectionEnd, value }) => value.slice(selectionStart, selectionEnd));
  expect(selected).toBe(await owner.text.inputValue());
});

test('R92: the frame is chosen for every answer but a clear No, and leaving it is warned of', async ({ owner, page }) => {
  await expect(owner.form).toHaveValue('iframe');
  await expect(page.getByText(ANALYTICS.unanswered)).toBeVisible();
  await expect(owner.text).toHaveValue(/<trust-checkin-frame lang="en">/);
  await owner.form.selectOption('div');
  await expect(page.getByText(ANALYTICS.caution)).toBeVisible();
  await owner.form.selectOption('iframe');
  for (const answer of ['Yes', 'I am not sure']) {
    await page.getByLabel('No', { exact: true }).check();
    await expect(owner.form).toHaveValue('tag');
    await page.getByLabel(answer, { exact: true }).check();
    await expect(owner.form).toHaveValue('iframe');
    await expect(page.getByText(/^We chose the frame/)).toBeVisible();
    await expect(owner.text).toHaveValue(/<trust-checkin-frame/);
  }
  await owner.form.selectOption('tag');
  await expect(page.getByText(/^We chose the frame/)).toHaveCount(0);
  await expect(page.getByText(/could see what a reader does and answers\. They cannot see into a frame/)).toBeVisible();
});

test('each choice shows on the check-in at once', async ({ owner, page, checkin }) => {
  await owner.says('No');
  await page.emulateMedia({ colorScheme: 'light' });
  const reader = new Reader(checkin);
  const inner = checkin.locator('.checkin');
  await expect(inner).toHaveCSS('color-scheme', 'light');
  await page.getByLabel('Light or dark').selectOption('dark');
  await expect(checkin).toHaveAttribute('theme', 'dark');
  await expect(inner).toHaveCSS('color-scheme', 'dark');
  await page.getByLabel('Light or dark').selectOption('auto');
  await expect(checkin).not.toHaveAttribute('theme');
  await expect(inner).toHaveCSS('color-scheme', 'light');
  await page.getByLabel('Who your page is for').selectOption('loved');
  await expect(reader.radio('I love someone in recovery')).toBeChecked();
  await page.getByLabel('Help lines to show first').selectOption('AU');
  await owner.unfold();
  await page.getByLabel('Corners').selectOption('Square');
  await expect(checkin.locator('.card')).toHaveCSS('border-top-left-radius', '0px');
  await page.getByLabel('Accent colour on the light card', { exact: true }).fill('7A1F5C');
  await hasBackground(reader.button('Begin'), '#7a1f5c');
  await page.getByLabel('Font').fill('Georgia, url(x)');
  await expect(page.getByText(FONT.problem)).toBeVisible();
  await expect(checkin.locator('.card')).toHaveCSS('font-family', 'system-ui, sans-serif');
  await page.getByLabel('Font').fill('Georgia');
  await expect(page.getByText(FONT.problem)).toHaveCount(0);
  await expect(checkin.locator('.card')).toHaveCSS('font-family', 'Georgia');
  await page.getByLabel('A line of your own').fill('Call our practice');
  await page.getByLabel('On honest and open communication').fill('http://blog.example/');
  await expect(page.getByText(LINKS.problem)).toBeVisible();
  await expect(checkin).not.toHaveAttribute('links');
  await page.getByLabel('On honest and open communication').fill('https://blog.example/@us');
  await expect(page.getByText(LINKS.problem)).toHaveCount(0);
  await expect(checkin).toHaveAttribute('links', '{"C":"https://blog.example/%40us"}');
  await reader.getHelp.click();
  await expect(reader.panel.getByText('Call our practice')).toBeVisible();
  await expect(owner.text).toHaveValue(/ style="display:block;min-height:46em;--trust-checkin-accent:light-dark\(#7a1f5c, #[\da-f]{6}\);--trust-checkin-radius:0;--trust-checkin-font:Georgia"/);
});

test('comparing can be turned on only by who has read when it can hurt', async ({ owner, page, checkin }) => {
  await owner.unfold();
  const compare = page.getByLabel('Two readers may compare');
  const read = page.getByLabel('I have read “When comparing can hurt”');
  await expect(compare).toBeDisabled();
  await expect(checkin).not.toHaveAttribute('compare');
  await read.check();
  await compare.selectOption('on');
  await expect(checkin).toHaveAttribute('compare', 'on');
  await expect(owner.text).toHaveValue(/ compare="on"/);
  // Whoever takes the tick away takes it back.
  await read.uncheck();
  await expect(compare).toBeDisabled();
  await expect(compare).toHaveValue('off');
  await expect(checkin).not.toHaveAttribute('compare');
  await expect(owner.text).not.toHaveValue(/compare/);
  // What is to be read is on the same page.
  await page.locator('summary').filter({ hasText: 'When comparing can hurt' }).click();
  await expect(page.getByText('Where one is afraid of the other, it can be used to press for answers')).toBeVisible();
});

test('an accent that cannot be read is warned of, with one that can', async ({ owner, page, checkin }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await owner.unfold();
  const light = page.getByLabel('Accent colour on the light card', { exact: true });
  const warning = page.getByText(/hard to read/);
  await light.fill('#28614f');
  await expect(warning).toHaveCount(0);
  await light.fill('#ffee00');
  await expect(warning).toContainText('On the light card this colour is hard to read: 1.0 to 1. It needs 4.5 to 1. The check-in shows #756d00 instead.');
  await hasBackground(new Reader(checkin).button('Begin'), '#756d00');
  await expect(warning).toHaveCount(1);
  await page.getByRole('button', { name: /^Use #/ }).click();
  await expect(warning).toHaveCount(0);
  await expect(light).toBeFocused();
  expect(contrast(await light.inputValue(), CARDS.light)).toBeGreaterThanOrEqual(LEAST);
  await page.getByLabel('Accent colour on the dark card', { exact: true }).fill('#28614f');
  await expect(warning).toContainText('On the dark card');
  await page.getByLabel('Light or dark').selectOption('light');
  await expect(warning).toBeHidden();
  await light.fill('green');
  await expect(page.getByText('Write a colour such as #28614f.')).toBeVisible();
  await expect(light).toHaveAttribute('aria-invalid', 'true');
  await expect(checkin).not.toHaveAttribute('style', /accent/);
});

test('the folder can be another one, and nonsense leaves the last one', async ({ owner, page, site }) => {
  await owner.says('No');
  const input = page.getByLabel('Where will you put the files?');
  await expect(input).toHaveValue(site.url);
  await input.fill('https://blog.example/trust');
  await expect(owner.text).toHaveValue(/ {2}src="https:\/\/blog\.example\/trust\/trust-checkin\.en\.js"/);
  await input.fill(['javascript', 'alert(1)'].join(':'));
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/^Write an address such as/)).toBeVisible();
  await expect(owner.text).toHaveValue(/ {2}src="https:\/\/blog\.example\/trust\/trust-checkin\.en\.js"/);
});

test.describe('without a manifest', () => {
  test.use({ expectedLines: /Failed to load resource/ });

  test('the page says that there are no hashes', async ({ page, site }) => {
    site.changes.set('/manifest.json', { status: 404, body: 'not found' });
    await page.goto(site.url);
    await expect(page.getByText('The hashes of the files could not be loaded')).toBeVisible();
    await expect(page.getByLabel('The snippet', { exact: true })).not.toHaveValue(/integrity/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there is a snippet to copy by hand, and the texts for owners', async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page.getByText('<trust-checkin-frame lang="en">')).toBeVisible();
    await page.locator('summary').filter({ hasText: 'Nobody is alerted' }).click();
    await expect(page.getByText('Nobody reads the answers, so nobody is alerted')).toBeVisible();
    await expect(page.locator('input, select, textarea, button')).toHaveCount(0);
  });
});

test('the page itself keeps to a strict policy', async ({ page, site }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  site.changes.set('/', { headers: { 'content-security-policy': policy } });
  await page.goto(site.url);
  const owner = new Owner(page);
  await expect(owner.text).toHaveValue(/integrity="sha384-/);
  await owner.unfold();
  await page.getByLabel('Accent colour on the light card', { exact: true }).fill('#ffee00');
  await owner.form.selectOption('npm');
  await expect(owner.text).toHaveValue(/^npm install \.\/trust-checkin-\d+\.\d+\.\d+\.tgz\n/);
});

for (const width of [320, 768, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${width} px, ${colorScheme}: axe, nothing stands out sideways, targets are large`, async ({ owner, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.getByLabel('Yes', { exact: true }).check();
      await owner.form.selectOption('tag');
      for (const summary of await page.locator('main summary').all()) await summary.click();
      // A warning, on the card that is not shown now: the check-in itself stays readable.
      const [other, colour] = colorScheme === 'light' ? ['dark', '#224422'] : ['light', '#ffee00'];
      await page.getByLabel(`Accent colour on the ${other} card`, { exact: true }).fill(colour);
      await expect(page.getByText(/hard to read/)).toBeVisible();
      const { violations, passes } = await axeOn(page).withTags(WCAG).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
      // It looked at the form and into the check-in.
      const labelled = passes.find(({ id }) => id === 'label').nodes.map(({ html }) => html);
      for (const id of ['folder', 'link-more', 'analytics-yes']) expect(labelled.join()).toContain(`id="${id}"`);
      expect(labelled.filter((html) => html.includes('type="radio"'))).toHaveLength(5);
      const found = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide = [...document.querySelectorAll('main *')].filter((element) =>
          element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 0.5);
        const small = [...document.querySelectorAll('main :is(button, select, summary, input, textarea, .files a)')].filter((element) => {
          if (!element.checkVisibility()) return false;
          const { width, height } = (element.closest('.row') ?? element).getBoundingClientRect();
          return Math.round(height) < 44 || Math.round(width) < 44;
        });
        return [...scrollWidth > clientWidth ? [document.body] : [], ...wide, ...small].map(({ outerHTML }) => outerHTML.slice(0, 90));
      });
      expect(found).toEqual([]);
    });
  }
}

test('what the page says of sizes are the limits of the build, and what the build weighs', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const limits = [...readFileSync(resolve(root, 'xtask/src/dist.rs'), 'utf8').matchAll(/^ {4}\("[^"]+", ([\d.]+)\),$/gm)].map(([, kb]) => Number(kb));
  const [said] = /Will it slow my page down[^]*?<\/details>/.exec(readFileSync(resolve(root, 'index.html'), 'utf8'));
  expect(limits).toHaveLength(6);
  expect([...said.matchAll(/at most ([\d.]+) KB/g)].map(([, kb]) => Number(kb))).toEqual(limits);
  const sizes = Object.fromEntries(read('dist/manifest.json').forms.map(({ form, brotli }) => [form, brotli / 1024]));
  const about = Number(/about (\d+) KB/.exec(said)[1]);
  for (const form of ['the same, with saving or comparing', 'the same, for comparing']) expect(Math.abs(sizes[form] - about), form).toBeLessThan(10);
  const tens = (form) => Math.round(sizes[form] / 10) * 10;
  expect(WORDS_OF_FORMS.standalone.about).toContain(`about ${tens('standalone: a whole check-in')} KB, or ${tens('the same, with saving or comparing')} with saving`);
});

test('sites in several languages get the script that has them all', async ({ owner, page, checkin }) => {
  await owner.says('No');
  await page.getByLabel('Language').selectOption('');
  await expect(owner.text).toHaveValue(/src="[^"]+\/trust-checkin\.js"[^]*<trust-checkin style=/);
  await expect(checkin).not.toHaveAttribute('lang');
  const files = page.locator('.files a');
  for (const name of ['trust-checkin.js', /^ar-/, /^pt-BR-/, 'paper.fr.html']) await expect(files.filter({ hasText: name })).toHaveCount(1);
  await expect(page.getByText(ONE_LANGUAGE)).toHaveCount(0);
  await owner.form.selectOption('iframe');
  await expect(owner.text).toHaveValue(/<trust-checkin-frame>/);
  for (const name of ['frame.html', 'frame.ar.html', 'frame.pt-BR.html', 'trust-checkin.frame.js']) await expect(files.filter({ hasText: name })).toHaveCount(1);
  await expect(page.getByText(ONE_LANGUAGE)).toHaveCount(0);
  await page.getByLabel('My site allows scripts.').setChecked(false);
  for (const [form, file] of [['iframe', 'frame.html#lang=en'], ['standalone', 'trust-checkin.standalone.js'], ['link', 'check-in.html']]) {
    await owner.form.selectOption(form);
    await expect(page.getByText(ONE_LANGUAGE)).toBeVisible();
    expect(await owner.text.inputValue()).toContain(file);
  }
});

test('an owner who asks for saving in a frame is told where there is a store', async ({ owner, page, checkin }) => {
  await owner.says('No');
  await owner.unfold();
  await page.getByLabel('Readers may save on their own device').selectOption('ask');
  await expect(checkin).toHaveAttribute('save', 'ask');
  await expect(page.getByText(WORDS_OF_FORMS.iframe.saving)).toHaveCount(0);
  await owner.form.selectOption('iframe');
  await expect(page.getByText(WORDS_OF_FORMS.iframe.saving)).toBeVisible();
  await expect(checkin).not.toHaveAttribute('save');
  await expect(owner.text).toHaveValue(/<trust-checkin-frame lang="en" save="ask">/);
  // Without the small script nothing knows whether the frame has another origin than the page.
  await page.getByLabel('My site allows scripts.').setChecked(false);
  await expect(owner.text).toHaveValue(/^<iframe/);
  expect(await owner.text.inputValue()).not.toMatch(/save|allow-same-origin/);
});

test('a folder is asked for where the snippet names one, and another address is spoken of as the form needs', async ({ owner, page }) => {
  await owner.says('No');
  const input = page.getByLabel('Where will you put the files?');
  await input.fill('https://files.example/');
  await expect(page.getByText(COPYING.folderElsewhere)).toBeVisible();
  await owner.form.selectOption('iframe');
  await expect(page.getByText(COPYING.folderElsewhereFrame)).toBeVisible();
  for (const form of ['wordpress', 'npm']) {
    await owner.form.selectOption(form);
    await expect(input).toBeHidden();
  }
  await owner.form.selectOption('link');
  await expect(input).toBeVisible();
  await expect(page.getByText(/\(CORS\)/)).toHaveCount(0);
});

test('the form has words for each attribute and the countries of the help lines', () => {
  for (const { name, values } of read('element/contract.json').attributes) {
    if (name === 'links') continue;
    expect(WORDS, name).toHaveProperty(name);
    for (const value of values ?? []) expect(Object.keys(WORDS[name].values), name).toContain(value);
  }
  const countries = read('content/helplines.json').regions.map(({ id }) => id).filter((id) => id.length === 2);
  expect(Object.keys(WORDS.region.values).filter(Boolean).sort()).toEqual(expect.arrayContaining(countries.sort()));
});
