// What stands around a check-in on pages of others: floats, bars, themes, languages, and rules against copying.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { element, expect, FALLBACK, test } from '../support/host.mjs';
import { isReady, Reader, WORKED } from '../support/reader.mjs';

const BUILT = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../dist/manifest.json'), 'utf8'));
const SANDBOX = 'allow-scripts allow-popups allow-downloads allow-modals';

test.describe('R78: beside a float', () => {
  const FLOATS = {
    'that leaves room': ['float: left; width: 300px; height: 420px', 1000],
    'that leaves little room': ['float: right; width: 500px; height: 300px', 700],
    'as wide as the page': ['float: left; width: 100%; height: 50px', 600],
    'on a phone': ['float: left; width: 150px; height: 150px', 320],
    'with a shape': ['float: left; width: 300px; height: 300px; shape-outside: circle(); margin: 1em', 800],
  };
  for (const [name, [css, width]] of Object.entries(FLOATS)) {
    test(name, async ({ host, page }) => {
      await page.setViewportSize({ width, height: 800 });
      // The snippet's own style makes it a block.
      await host.open(`<style>body { margin: 0 } #picture { ${css} } #one { display: block }</style><div id="picture"></div><p>Words</p>${element('one')}`);
      await host.reader('one');
      const [picture, card] = await Promise.all([page.locator('#picture'), host.checkin('one').locator('.card')].map((box) => box.boundingBox()));
      const isBeside = card.x >= picture.x + picture.width || card.x + card.width <= picture.x;
      expect(isBeside || card.y >= picture.y + picture.height).toBe(true);
      expect(card.width).toBeGreaterThan(280);
      expect(card.x + card.width).toBeLessThanOrEqual(width);
      const begin = await host.checkin('one').getByRole('button', { name: 'Begin' }).boundingBox();
      expect(begin.x).toBeGreaterThanOrEqual(card.x);
    });
  }
});

test.describe('R79: around the card in the frame the page shows', () => {
  const KINDS = {
    'a dark page, a light system': ['light', 'color-scheme: dark; background: rgb(20, 40, 60)', ''],
    'a light page, a dark system': ['dark', 'background: rgb(240, 230, 220)', ''],
    'a page that follows a dark system': ['dark', 'color-scheme: light dark; background: rgb(20, 40, 60)', ''],
    'a light page, a dark card': ['light', 'color-scheme: only light; background: rgb(240, 230, 220)', 'theme=dark'],
    'a dark page, a light card': ['dark', 'color-scheme: only dark; background: rgb(20, 40, 60)', 'theme=light'],
  };
  for (const [name, [colorScheme, css, options]] of Object.entries(KINDS)) {
    test(name, async ({ host, page }) => {
      await page.emulateMedia({ colorScheme });
      await host.open(`<style>html { ${css} } body { margin: 0 }</style><iframe src="/frame.html#${options}" title="Check-in" sandbox="${SANDBOX}"
        style="width:700px;height:700px;border:0;color-scheme:light"></iframe>`, { head: '' });
      const checkin = page.frameLocator('iframe').locator('trust-checkin');
      await isReady(checkin);
      const theme = options ? options.split('=')[1] : colorScheme;
      await expect(checkin.locator('.checkin')).toHaveAttribute('data-theme', theme);
      const png = (await page.screenshot()).toString('base64');
      const [around, corner] = await page.evaluate(async (png) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${png}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true });
        canvas.drawImage(picture, 0, 0);
        return [[900, 300], [1, 1]].map(([x, y]) => [...canvas.getImageData(x, y, 1, 1).data]);
      }, png);
      // The shadow of the card reaches the corner.
      corner.forEach((part, at) => expect(Math.abs(part - around[at])).toBeLessThan(6));
    });
  }
});

test.describe('R80: light or dark follows whatever changes on the page', () => {
  const DARK = '#app { background: #111 !important }';
  const sheetOf = (css) => `const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)});`;
  const CHANGES = {
    'a class of a wrapper': "document.getElementById('app').className = 'dark'",
    'a rule put into a sheet': `document.styleSheets[0].insertRule(${JSON.stringify(DARK)}, document.styleSheets[0].cssRules.length)`,
    'a sheet switched on': "document.getElementById('night').disabled = false",
    'an adopted sheet': `${sheetOf(DARK)} document.adoptedStyleSheets = [sheet]`,
    'a property of a rule': "document.styleSheets[0].cssRules[0].style.background = '#111'",
    'the colour-scheme alone': "document.getElementById('app').style.background = 'none'; document.documentElement.style.colorScheme = 'dark'",
    'a checkbox that a selector looks at': "document.getElementById('box').checked = true",
    'a class in the shadow root around': "document.getElementById('shell').shadowRoot.firstElementChild.className = 'dark'",
    'a place elsewhere': "document.getElementById('cellar').append(document.getElementById('one'))",
  };
  for (const [name, change] of Object.entries(CHANGES)) {
    test(name, async ({ host, page }) => {
      const inside = element('one');
      await host.open(`<style>#app { background: #fff } #app.dark, #box:checked ~ #app, #cellar { background: #111 }</style>
        <style id="night">${DARK}</style><script>document.getElementById('night').disabled = true</script>
        <input type="checkbox" id="box" aria-label="Dark"><div id="app">${inside}</div><div id="cellar"></div><div id="shell"></div>`);
      if (name.includes('shadow root')) {
        await page.evaluate(() => {
          const root = document.getElementById('shell').attachShadow({ mode: 'open' });
          const box = document.createElement('div');
          const style = document.createElement('style');
          style.textContent = 'div { background: #fff } .dark { background: #111 }';
          box.append(document.createElement('slot'));
          root.append(box, style);
          document.getElementById('shell').append(document.getElementById('one'));
        });
      }
      const reader = await host.reader('one');
      const drawn = reader.checkin.locator('.checkin');
      await expect(drawn).toHaveAttribute('data-theme', 'light');
      await reader.begin('recovery');
      await page.evaluate(change);
      await expect(drawn).toHaveAttribute('data-theme', 'dark');
    });
  }
});

test.describe('R81: languages', () => {
  const TAGS = {
    en_US: 'en', 'EN-us': 'en', ' es ': 'es', pt_BR: 'pt-BR', 'pt-PT': 'pt-BR', 'PT_pt': 'pt-BR', 'ar-EG': 'ar', 'es-419': 'es',
    'fr_CA.UTF-8': 'fr', 'fr-Latn-FR': 'fr', 'AR_ma': 'ar', 'es-': 'es',
  };
  test('tags as people write them', async ({ host, page }) => {
    await host.open(Object.keys(TAGS).map((tag, at) => `<div lang="${tag}">${element(`around-${at}`, '')}</div>${element(`own-${at}`, `lang="${tag}"`)}`).join(''), { html: 'lang="zh"' });
    for (const [at, [tag, language]] of Object.entries(TAGS).entries()) {
      for (const where of ['around', 'own']) await expect(page.locator(`#${where}-${at} .checkin`), `${where} ${tag}`).toHaveAttribute('lang', language);
    }
  });

  test('a page that changes its language takes an open check-in along, with its answers', async ({ host, page }) => {
    await host.open(element('one', ''));
    const reader = await host.reader('one');
    await reader.begin('recovery');
    await reader.settle();
    await reader.choose('Often');
    await page.evaluate(() => { document.documentElement.lang = 'es_MX'; });
    const spanish = new Reader(reader.checkin, 'es');
    await expect(spanish.checkin.locator('.checkin')).toHaveAttribute('lang', 'es');
    await expect(spanish.radio('Often')).toBeChecked();
    await page.evaluate(() => { document.documentElement.lang = 'ar'; });
    await expect(spanish.checkin.locator('.checkin')).toHaveAttribute('dir', 'rtl');
    await page.evaluate(() => { document.documentElement.lang = 'EN'; });
    await reader.press('Continue');
    await reader.seesQuestion(2);
  });

  test('a first view follows the page, unless it has a language of its own', async ({ host, page }) => {
    await host.open(element('one', '') + element('two', 'lang="fr"'));
    await host.reader('one');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'pt-pt'));
    await expect(host.checkin('one').locator('#heading')).toHaveText('Confiança, um pequeno passo de cada vez');
    await expect(host.checkin('two').locator('.checkin')).toHaveAttribute('lang', 'fr');
  });

  test.describe('that cannot be fetched', () => {
    test.use({ expectedLines: /404|integrity/i });

    test('are asked for once, and the check-in stays as it is', async ({ host, page, site }) => {
      const french = `/${BUILT.files.map(({ name }) => name).find((name) => /^fr-\w+\.txt$/.test(name))}`;
      await host.open(element('one', ''));
      const reader = await host.reader('one');
      await reader.begin('recovery');
      site.changes.set(french, { status: 404, body: 'gone' });
      await page.evaluate(() => {
        const { getComputedStyle } = window;
        window.looks = 0;
        window.getComputedStyle = (...of) => {
          window.looks += 1;
          return getComputedStyle(...of);
        };
      });
      const failed = page.evaluate(() => new Promise((done) => { addEventListener('trust-checkin-error', () => done(true)); }));
      await page.evaluate(() => { document.documentElement.lang = 'fr'; });
      expect(await failed).toBe(true);
      // Each look at the page around reads colours.
      const before = await page.evaluate(() => window.looks);
      await expect.poll(() => page.evaluate(() => window.looks)).toBeGreaterThan(before + 20);
      expect(site.requests.filter(({ path }) => path === french)).toHaveLength(1);
      await reader.settle();
      await reader.seesQuestion(1);
    });
  });
});

test.describe('R82: bars that stay', () => {
  const BARS = {
    'a header on a phone': [{ width: 375, height: 667 }, 90, 0],
    'a bar below': [{ width: 375, height: 667 }, 0, 120],
    'a header that takes a sixth of a tablet': [{ width: 820, height: 1100 }, 180, 0],
    'a header and a bar below': [{ width: 1000, height: 720 }, 70, 70],
  };
  for (const [name, [viewport, top, bottom]] of Object.entries(BARS)) {
    test(`${name}: what gets the focus is seen`, async ({ host, page }) => {
      await page.setViewportSize(viewport);
      await host.open(`<header style="position: sticky; top: 0; height: ${top}px; background: #234; z-index: 9"></header><div style="height: 900px"></div>
        ${element('one')}<div style="height: 1500px"></div><footer style="position: fixed; inset: auto 0 0; height: ${bottom}px; background: #432; z-index: 9"></footer>`);
      const reader = await host.reader('one');
      await reader.begin('recovery');
      await reader.settle();
      const expectSeen = async (what) => {
        const box = await what.boundingBox();
        expect(box.y).toBeGreaterThanOrEqual(top - 1);
        expect(Math.min(box.y + box.height, viewport.height - bottom) - box.y).toBeGreaterThan(16);
      };
      for (const edge of [40, viewport.height - bottom - top - 60, 200]) {
        await reader.choose('Often');
        // As a reader scrolls: the button is somewhere between the bars.
        await reader.button('Continue').evaluate((button, y) => {
          scrollBy(0, button.getBoundingClientRect().top - y);
          button.click();
        }, top + edge);
        await expect(reader.heading).toBeFocused();
        await expectSeen(reader.heading);
      }
      await reader.button('Continue').evaluate((button) => button.click());
      await expect(reader.problem).toBeFocused();
      await expectSeen(reader.problem);
    });
  }
});

test.describe('R83: a page against copying', () => {
  const RULES = ['html, body { user-select: none; -webkit-user-select: none }', '* { user-select: none !important }', 'trust-checkin { user-select: none; -webkit-touch-callout: none }'];
  for (const css of RULES) {
    test(`that says ${css}`, async ({ host, page }) => {
      await host.open(`<style>${css}</style>${element('one')}`);
      const reader = await host.reader('one');
      expect(await reader.checkin.locator('.card p').first().evaluate((p) => getComputedStyle(p).userSelect)).toBe('text');
      await reader.finish('recovery', WORKED);
      const selected = await reader.results.locator('p').first().evaluate((p) => {
        const selection = getSelection();
        selection.selectAllChildren(p);
        return [selection.toString().trim(), p.textContent.trim()];
      });
      expect(selected[0]).toBe(selected[1]);
      expect(await page.evaluate(() => document.title)).toBe('A blog');
    });
  }
});

test.describe('R84: a tag in a paragraph', () => {
  for (const language of ['en', 'es', 'fr', 'pt-BR', 'ar']) {
    test(`the snippet in ${language} keeps what it says without scripts inside`, async ({ host, page }) => {
      await host.open(`<p>Words. <em><trust-checkin lang="${language}" id="one">${BUILT.fallbacks[language]}</trust-checkin></em></p>`);
      const checkin = page.locator('#one');
      await isReady(checkin);
      await expect(page.locator('p > em > #one')).toHaveCount(1);
      expect(await checkin.locator('> a').count()).toBeGreaterThan(2);
      await expect(checkin.locator('> a').last()).toBeHidden();
      expect(await page.evaluate(() => document.body.innerText.trim())).toBe('Words.');
    });
  }

  test('a div in a paragraph ends the paragraph, and works', async ({ host, page }) => {
    await host.open(`<p>Words. <div data-trust-checkin data-lang="en" id="one">${FALLBACK}</div></p>`);
    await new Reader(page.locator('#one > trust-checkin')).begin('recovery');
    await expect(page.getByRole('link', { name: '988' })).toBeHidden();
  });
});

test.describe('R84: in another document', () => {
  for (const [name, at] of Object.entries({ 'before Begin': 0, 'with answers': 1 })) {
    test(`moved into a frame ${name} it keeps its looks and its state`, async ({ host, page }) => {
      await host.open(`${element('one')}<iframe title="Inside" style="width: 900px; height: 900px"></iframe>`);
      const reader = await host.reader('one');
      if (at) {
        await reader.begin('recovery');
        await reader.settle();
        await reader.choose('Often');
      }
      await page.evaluate(() => document.querySelector('iframe').contentDocument.body.append(document.getElementById('one')));
      const there = new Reader(page.frameLocator('iframe').locator('#one'));
      await expect(there.checkin.locator('.card')).toHaveCSS('border-top-style', 'solid');
      if (at) await expect(there.radio('Often')).toBeChecked();
      else await there.begin('recovery');
      if (!at) await there.settle();
      await there.choose('Never');
      const first = await there.heading.textContent();
      await there.press('Continue');
      await expect(there.heading).not.toHaveText(first);
      // Styles of the app, not only of the first view.
      expect(await there.checkin.evaluate((one) => one.shadowRoot.adoptedStyleSheets.length)).toBe(2);
    });
  }
});
