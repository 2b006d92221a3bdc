// Every way to put the check-in on a page, and what an owner can ask of it.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasBackground } from '../support/colours.mjs';
import { element, expect, FALLBACK, idle, test } from '../support/host.mjs';
import { isReady, Reader, WORKED } from '../support/reader.mjs';

const DIST = resolve(import.meta.dirname, '../../../dist');
const NUMBERS = ['71', '55', '44'];
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation';
const scriptTag = (name) => `<script type="module" src="/${name}"></script>`;
const STANDALONE = '<script src="/trust-checkin.standalone.js" defer></script>';

test.describe('a div, for editors that strip unknown tags', () => {
  test('takes its options from its data, keeps its fallback, and follows changes', async ({ host, page }) => {
    await host.open(`<div data-trust-checkin data-lang="en" data-theme="dark" data-region="CA" id="div">${FALLBACK}</div>`);
    const checkin = page.locator('#div > trust-checkin');
    await isReady(checkin);
    await expect(checkin).toHaveAttribute('region', 'CA');
    await expect(checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
    await expect(page.locator('#div > p').getByRole('link', { name: '988' })).toBeHidden();
    await page.locator('#div').evaluate((div) => {
      div.dataset.theme = 'light';
      delete div.dataset.region;
    });
    await expect(checkin.locator('.checkin')).toHaveCSS('color-scheme', 'light');
    await expect(checkin).not.toHaveAttribute('region');
    await new Reader(checkin).begin('recovery');
  });

  test('comes to life when it is put in later, and once only', async ({ host, page }) => {
    await host.open('<div id="place"></div>');
    await page.evaluate(() => customElements.whenDefined('trust-checkin'));
    await page.evaluate(() => {
      const div = document.createElement('div');
      div.setAttribute('data-trust-checkin', '');
      document.getElementById('place').append(div);
    });
    const checkin = page.locator('[data-trust-checkin] > trust-checkin');
    await isReady(checkin);
    await page.evaluate(() => document.body.append(document.getElementById('place')));
    await idle(page);
    await expect(page.locator('trust-checkin')).toHaveCount(1);
    await page.evaluate(() => document.body.append(document.querySelector('[data-trust-checkin]').cloneNode(true)));
    await expect(page.locator('trust-checkin')).toHaveCount(2);
  });

  test('stays a plain div in an editor, which would save what it adds', async ({ host, page }) => {
    await host.open(`<div contenteditable="true"><div data-trust-checkin id="edited">${FALLBACK}</div></div><div data-trust-checkin id="plain"></div>`);
    await isReady(page.locator('#plain > trust-checkin'));
    await expect(page.locator('#edited trust-checkin')).toHaveCount(0);
    await expect(page.locator('#edited').getByRole('link', { name: '988' })).toBeVisible();
  });
});

test('a script of one language draws its first card, and fetches the words of no other', async ({ host }) => {
  await host.open(element('one', ''), { head: scriptTag('trust-checkin.es.js'), html: 'lang="es-MX"' });
  const { checkin } = await host.reader('one');
  await expect(checkin.locator('#heading')).toHaveText('La confianza, un paso pequeño a la vez');
  expect(host.asked.filter((path) => /^\/[\w-]+\.(json|txt)$/.test(path))).toEqual([expect.stringMatching(/^\/es-/)]);
});

test.describe('one file', () => {
  test('runs where nothing may be fetched, and asks for nothing', async ({ host, page }) => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
    await host.open(element('one'), { head: STANDALONE, headers: { 'content-security-policy': policy } });
    const reader = await host.reader('one');
    await reader.finish('recovery', WORKED);
    await expect(reader.checkin.locator('.area .number')).toHaveText(NUMBERS);
    expect(host.asked).toEqual(['/trust-checkin.standalone.js']);
    expect(await page.locator('#one').count()).toBe(1);
  });

  test('runs from a folder, without a server', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'trust-checkin-'));
    try {
      writeFileSync(join(folder, 'trust-checkin.standalone.js'), readFileSync(join(DIST, 'trust-checkin.standalone.js')));
      writeFileSync(join(folder, 'page.html'), `<!doctype html><html lang="en"><title>A file</title>
        <script src="trust-checkin.standalone.js" defer></script>${element('one')}`);
      await page.goto(pathToFileURL(join(folder, 'page.html')).href);
      const checkin = page.locator('#one');
      await isReady(checkin);
      await new Reader(checkin).finish('loved', WORKED);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test.describe('the frame', () => {
  const frame = (attributes = '', src = '/frame.html') =>
    `<iframe src="${src}" title="Check-in" sandbox="${SANDBOX}" referrerpolicy="no-referrer" ${attributes}></iframe>`;
  const inside = (page, at = 0) => page.frameLocator('iframe').nth(at).locator('trust-checkin');

  test('needs one request, and no origin, for the whole journey', async ({ host, page }) => {
    await host.open(frame('style="width: 100%; height: 700px"', '/frame.html#theme=dark&region=AU&radius=0px&accent=%23ffcc66'), { head: '' });
    const checkin = inside(page);
    await isReady(checkin);
    const reader = new Reader(checkin);
    await expect(checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
    await expect(checkin.locator('.card')).toHaveCSS('border-top-left-radius', '0px');
    await hasBackground(reader.button('Begin'), '#ffcc66');
    await expect(checkin.locator('.privacy')).toContainText('This box blocks itself from sending data in the background.');
    await reader.finish('recovery', WORKED);
    await expect(checkin.locator('.area .number')).toHaveText(NUMBERS);
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('combobox')).toHaveValue('Australia');
    expect(host.asked).toEqual(['/frame.html']);
    expect(await checkin.evaluate(() => [origin, typeof RTCPeerConnection])).toEqual(['null', 'undefined']);
    // Without a script of the host it keeps its height and scrolls inside.
    expect(await page.locator('iframe').evaluate(({ offsetHeight }) => offsetHeight)).toBeLessThan(720);
  });

  test.describe('with saving asked for', () => {
    test.use({ expectedLines: /save="ask" does nothing in this frame/ });

    test('offers none where its sandbox gives it no store, and tells the owner', async ({ host, page }) => {
      const lines = [];
      page.on('console', (line) => lines.push(line.text()));
      await host.open(frame('style="width: 100%; height: 700px"', '/frame.full.html#save=ask'), { head: '' });
      await isReady(inside(page));
      const reader = new Reader(inside(page));
      await expect(reader.button('Begin')).toBeVisible();
      await expect(reader.button('My saved check-ins')).toHaveCount(0);
      await reader.finish('recovery', WORKED);
      await expect(reader.button('Start over')).toBeVisible();
      await expect(reader.checkin.getByRole('button', { name: /save/i })).toHaveCount(0);
      await expect(reader.results).toContainText('Nothing was sent and nothing was saved.');
      expect(lines).toEqual([expect.stringContaining('save="ask" does nothing in this frame')]);
    });
  });

  test('is as high as what is in it where the host has the small script', async ({ host, page }) => {
    await host.open(`${frame('data-trust-checkin-frame')}${frame()}`, { head: '<script src="/trust-checkin.frame.js" defer></script>' });
    await isReady(inside(page));
    const frames = page.locator('iframe');
    const gap = () => frames.first().evaluate((frame) => frame.offsetHeight);
    const content = () => inside(page).evaluate(() => document.body.getBoundingClientRect().height);
    await expect.poll(async () => Math.abs(await gap() - await content())).toBeLessThan(6);
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(async () => Math.abs(await gap() - await content())).toBeLessThan(6);
    // The other frame did not ask for it.
    expect(await frames.nth(1).evaluate(({ style }) => style.height)).toBe('');
  });

  test('says nothing of its height before it has room', async ({ host, page }) => {
    await host.open(`${frame('style="width: 50px"')}<script>addEventListener('message', ({ data }) => (window.heard ??= []).push(data))</script>`, { head: '' });
    await isReady(inside(page));
    await idle(page);
    expect(await page.evaluate(() => window.heard)).toBeUndefined();
    await page.locator('iframe').evaluate((frame) => { frame.style.width = '400px'; });
    await expect.poll(() => page.evaluate(() => window.heard?.every((height) => height > 500 && height < 3000))).toBe(true);
  });

  test('R91: the numbers it sends are the same whatever is pressed and answered', async ({ host, page }) => {
    const sent = [];
    for (const feeling of [undefined, "I don't feel safe with someone", 'I need help now']) {
      await host.open(`${frame('style="width: 100%"')}<script>addEventListener('message', ({ data }) => (window.heard ??= []).push(data))</script>`, { head: '' });
      await isReady(inside(page));
      await idle(page);
      const reader = new Reader(inside(page));
      const before = await page.evaluate(() => window.heard.length);
      if (feeling) {
        await reader.finish('recovery', WORKED, { feeling });
        await reader.getHelp.click();
      }
      await idle(page);
      expect(await page.evaluate(() => window.heard.length)).toBe(before);
      // While the card comes a number may be sent twice.
      sent.push(await page.evaluate(() => [...new Set(window.heard)]));
    }
    expect(sent[0].length).toBeGreaterThan(0);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).toEqual(sent[0]);
  });

  test('opened by itself it takes no words from its address', async ({ page, site }) => {
    const options = new URLSearchParams({ contact: 'Call 1-900', links: '{"more":"https://evil.example"}', region: 'GB' });
    await page.goto(`${site.url}frame.html#${options}`);
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    expect(await checkin.evaluate((element) => element.getAttributeNames())).toEqual(['lang', 'region']);
  });

  test('the small script believes no other window, and nothing but a sensible number', async ({ host, page }) => {
    await host.open(`${frame('data-trust-checkin-frame')}<iframe title="Another" srcdoc="<p>Another</p>"></iframe>`,
      { head: '<script src="/trust-checkin.frame.js" defer></script>' });
    await isReady(inside(page));
    const own = page.locator('iframe').first();
    await expect.poll(() => own.evaluate(({ style }) => style.height)).not.toBe('');
    const before = await own.evaluate(({ style }) => style.height);
    await page.frames()[2].evaluate(() => parent.postMessage(333, '*'));
    for (const wrong of ['1e9', '-1', 'NaN', 'Infinity', '"400"', '{ height: 400 }', 'null']) {
      await page.frames()[1].evaluate(`parent.postMessage(${wrong}, '*')`);
    }
    await idle(page);
    expect(await own.evaluate(({ style }) => style.height)).toBe(before);
  });

  test('its policy stands before everything and forbids everything', () => {
    const html = readFileSync(join(DIST, 'frame.html'), 'utf8');
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
    expect(/content="([^"]+)"/.exec(html)[1]).toMatch(new RegExp("^default-src 'none'; script-src 'sha384-[\\w+/=]{64}' 'wasm-unsafe-eval'; style-src 'sha384-[\\w+/=]{64}'; "
      + "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'$"));
    expect(html).not.toMatch(/<(?:link|img|iframe)|src=|@import/);
    const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)];
    expect(styles).toHaveLength(1);
    expect(html).toContain(`style-src 'sha384-${createHash('sha384').update(styles[0][1]).digest('base64')}'`);
  });
});

test.describe('what an owner asks for', () => {
  test('can change at any time, and answers stay', async ({ host }) => {
    await host.open(element('one', 'lang="en" region="IE" theme="dark" contact="First line"'));
    const reader = await host.reader('one');
    const set = (options) => reader.checkin.evaluate((element, options) => {
      for (const [name, value] of Object.entries(options)) element.setAttribute(name, value);
    }, options);
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('combobox')).toHaveValue('Ireland');
    await expect(reader.panel.getByText('First line')).toBeVisible();
    await reader.panel.press('Escape');
    await reader.begin('recovery');
    await reader.settle();
    await reader.choose('Often');
    await set({ theme: 'light', region: 'FR', contact: 'Second line', links: '{"R":"https://blog.example/steady"}', perspective: 'loved' });
    await expect(reader.checkin.locator('.checkin')).toHaveCSS('color-scheme', 'light');
    await expect(reader.radio('Often')).toBeChecked();
    await reader.seesQuestion(1);
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('combobox')).toHaveValue('France');
    await expect(reader.panel.getByText('Second line')).toBeVisible();
    await reader.panel.press('Escape');
    await reader.rush(WORKED);
    await reader.seeResults();
    await reader.checkin.getByText('Choose a different step').click();
    await expect(reader.checkin.getByRole('link', { name: /^Read more on blog.example/ }).first()).toHaveAttribute('href', 'https://blog.example/steady');
  });

  test('the perspective the page is for is chosen, and the reader may choose the other', async ({ host }) => {
    await host.open(element('one', 'perspective="loved"'));
    const reader = await host.reader('one');
    await expect(reader.radio('I love someone in recovery')).toBeChecked();
    await reader.begin('recovery');
  });

  test('the language is that of the element, of the page around, of the browser, or English', async ({ host }) => {
    // The browser is set to English. Nothing but the nearest `lang` is asked; one that is not there is English.
    const cases = {
      own: [element('own', 'lang="es-MX"'), 'es'],
      box: [`<div lang="ar"><section lang="pt">${element('box', '')}</section></div>`, 'pt-BR'],
      page: [element('page', ''), 'fr'],
    };
    await host.open(Object.values(cases).map(([html]) => html).join(''), { html: 'lang="fr-CA"' });
    for (const [id, [, language]] of Object.entries(cases)) {
      await expect(host.checkin(id).locator('.checkin'), id).toHaveAttribute('lang', language);
    }
    await host.open(element('none', ''), { html: '' });
    await expect(host.checkin('none').locator('.checkin')).toHaveAttribute('lang', 'en');
  });

  test('accent, corners, width and the way on can be styled from outside, and nothing else', async ({ host, page }) => {
    await page.setViewportSize({ width: 1200, height: 800 });
    await host.open(`<style>
      trust-checkin { --trust-checkin-accent: #7a1f5c; --trust-checkin-radius: 3px; --trust-checkin-width: 500px }
      trust-checkin::part(primary) { text-decoration: underline }
      trust-checkin button, trust-checkin::part(secondary), .card { text-decoration: line-through }
    </style>${element('one', 'lang="en" theme="light"')}`);
    const reader = await host.reader('one');
    const card = reader.checkin.locator('.card');
    await expect(card).toHaveCSS('border-top-left-radius', '3px');
    expect(await card.evaluate(({ offsetWidth }) => offsetWidth)).toBe(500);
    await hasBackground(reader.button('Begin'), '#7a1f5c');
    await expect(reader.button('Begin')).toHaveCSS('text-decoration-line', 'underline');
    await expect(reader.getHelp).toHaveCSS('text-decoration-line', 'none');
    await expect(card).toHaveCSS('text-decoration-line', 'none');
    await page.evaluate(() => document.getElementById('one').style.setProperty('--trust-checkin-width', '400px'));
    await expect.poll(() => card.evaluate(({ offsetWidth }) => offsetWidth)).toBe(400);
  });

  test.describe('wrongly', () => {
    test.use({ expectedLines: /^warning: trust-checkin: / });

    for (const [script, lang, said] of [['trust-checkin.js', 'tlh', 'ar, en, es, fr, pt-BR'], ['trust-checkin.en.js', 'fr', 'en']]) {
      test(`${script} has no ${lang}: it is told to the owner, and what there is shows`, async ({ host, page }) => {
        const lines = [];
        page.on('console', (message) => lines.push(message.text()));
        await host.open(element('one', `lang="${lang}"`), { head: scriptTag(script) });
        await expect(host.checkin('one').locator('.checkin')).toHaveAttribute('lang', 'en');
        expect(lines).toEqual([`trust-checkin: lang="${lang}" is not in this script. There is ${said}.`]);
      });
    }

    test('is told to the owner and does no harm', async ({ host, page }) => {
      const lines = [];
      page.on('console', (message) => lines.push(message.text()));
      await host.open(element('one', `theme="neon" perspective="judge" links='{"C": "javascript:alert(1)"}' region="ATLANTIS"`));
      const reader = await host.reader('one');
      await reader.finish('recovery', WORKED);
      await expect(reader.checkin.getByRole('link', { name: /^Read more/ })).toHaveCount(0);
      expect(lines.sort()).toEqual([
        'trust-checkin: links: C: must be an https address without spaces, at most 2000 characters',
        'trust-checkin: perspective="judge" is unknown. It can be recovery, loved.',
        'trust-checkin: theme="neon" is unknown. It can be auto, light, dark.',
      ]);
    });
  });
});

test.describe('light or dark follows the page', () => {
  const scheme = (host, id) => expect(host.checkin(id).locator('.checkin'));
  const cases = {
    'white though the system is dark': ['<div style="background: white">', 'light'],
    'nothing said': ['<div>', 'light'],
    'a dark box': ['<div style="background: #222">', 'dark'],
    'a dark box in a modern notation': ['<div style="background: oklch(0.25 0.02 200)">', 'dark'],
    'a box that can be seen through': ['<div style="background: rgb(255 255 255 / 5%)">', 'light'],
    'a page that follows the system': ['<div style="color-scheme: light dark">', 'dark'],
    'a dark page': ['<div style="color-scheme: dark">', 'dark'],
    'a picture on lab grey': ['<div style="background: lab(95 0 0)">', 'light'],
    'wide colours': ['<div style="background: color(display-p3 0.1 0.1 0.1)">', 'dark'],
  };
  for (const [name, [box, theme]] of Object.entries(cases)) {
    test(name, async ({ host, page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await host.open(`${box}${element('one')}</div>`);
      await scheme(host, 'one').toHaveCSS('color-scheme', theme);
    });
  }

  test('also when the page changes while it is open', async ({ host, page }) => {
    await host.open(`<style>body { transition: background 0.1s } .night { background: #111 }</style>${element('one')}`);
    const reader = await host.reader('one');
    await reader.begin('recovery');
    await scheme(host, 'one').toHaveCSS('color-scheme', 'light');
    await page.evaluate(() => document.body.classList.add('night'));
    await scheme(host, 'one').toHaveCSS('color-scheme', 'dark');
    await page.evaluate(() => document.body.classList.remove('night'));
    await scheme(host, 'one').toHaveCSS('color-scheme', 'light');
  });
});
