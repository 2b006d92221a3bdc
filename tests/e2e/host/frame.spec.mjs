// The frame keeps its promise to the letter, and is as easy to put on a page as the tag.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasBackground } from '../support/colours.mjs';
import { element, expect, idle, test as base } from '../support/host.mjs';
import { contentOf, isReady, Reader, WORKED } from '../support/reader.mjs';
import { serve } from '../support/server.mjs';

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation';
const OWN_STORE = `${SANDBOX} allow-same-origin`;
const PROMISE = 'This box blocks itself from sending data in the background.';
const TRUTH = 'Other parts of the site, such as trackers, could see what you do and answer here.';
const SMALL_SCRIPT = '<script src="/trust-checkin.frame.js" defer></script>';
const NOT_SEALED = /this frame is not sealed/;

const html = (body, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}<body>${body}`;
const iframe = (src, sandbox) => `<iframe src="${src}" title="Frame" style="width: 100%; height: 900px" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe>`;
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A and B are two names of one server, which browsers take for two sites; C is another origin of the site of A. */
const origins = (site, second) => ({ A: site.url, B: site.url.replace('127.0.0.1', 'localhost'), C: second.url });

const test = base.extend({
  /** Another server with the same files. */
  second: async ({}, use) => {
    const second = await serve(resolve(import.meta.dirname, '../../../dist'));
    await use(second);
    await second.close();
  },
});

/** Puts pages on the server, goes to the first, and returns the check-in in the innermost frame. */
async function nested(page, site, pages) {
  for (const [path, body] of Object.entries(pages)) site.changes.set(path, { body, type: 'text/html; charset=utf-8' });
  await page.goto(site.url + Object.keys(pages)[0].slice(1));
  const innermost = () => page.frames().find((frame) => /\/frame(\.full)?\.html/.test(frame.url()));
  await expect.poll(() => Boolean(innermost())).toBe(true);
  const checkin = innermost().locator('trust-checkin');
  await isReady(checkin);
  return new Reader(checkin);
}

/** Whether any script on the page of the browser's tab gets at the document of the check-in. */
const isReached = (page) => page.evaluate(() => {
  const within = (frame) => {
    try {
      if (frame.document.querySelector('trust-checkin')) return true;
    } catch { /* The browser refuses. */ }
    return [...Array(frame.length).keys()].some((place) => within(frame[place]));
  };
  return within(window);
});

/** The frame inside each of these, with what it may say. `A` is the site of the page in the tab. */
const AROUND = {
  'a sandbox without an origin': ({ A }, file) => [{ '/a.html': html(iframe(A + file, SANDBOX)) }, true],
  'scripts and nothing else': ({ A }, file) => [{ '/a.html': html(iframe(A + file, 'allow-scripts')) }, true],
  'no sandbox, on the same site': ({ A }, file) => [{ '/a.html': html(iframe(A + file)) }, false],
  'no sandbox, on another site': ({ B }, file) => [{ '/a.html': html(iframe(B + file)) }, false],
  'its origin, on the same site': ({ A }, file) => [{ '/a.html': html(iframe(A + file, OWN_STORE)) }, false],
  'its origin, on another site': ({ B }, file) => [{ '/a.html': html(iframe(B + file, OWN_STORE)) }, true],
  'its origin, which is another one of the same site': ({ C }, file) => [{ '/a.html': html(iframe(C + file, OWN_STORE)) }, true, true],
  'a page of another site between, no sandbox': ({ A, B }, file) => [{ '/a.html': html(iframe(`${B}b.html`)), '/b.html': html(iframe(A + file)) }, false],
  'a page of another site between, its origin': ({ A, B }, file) => [{ '/a.html': html(iframe(`${B}b.html`)), '/b.html': html(iframe(A + file, OWN_STORE)) }, false],
  'a page of another site between, no origin': ({ A, B }, file) => [{ '/a.html': html(iframe(`${B}b.html`)), '/b.html': html(iframe(A + file, SANDBOX)) }, true],
  'a data page without an origin between': ({ A }, file) => [{ '/a.html': html(`<iframe title="Between" src="data:text/html,${encodeURIComponent(iframe(A + file, OWN_STORE))}"></iframe>`) }, false],
  'a sandboxed page between, whose sandbox goes on': ({ A }, file) => [{ '/a.html': html(iframe(`${A}b.html`, 'allow-scripts')), '/b.html': html(iframe(A + file)) }, true],
  'srcdoc between, its origin': ({ A }, file) => [{ '/a.html': html(`<iframe title="Between" srcdoc="${quoted(iframe(A + file, OWN_STORE))}"></iframe>`) }, false],
  'srcdoc between, no origin': ({ A }, file) => [{ '/a.html': html(`<iframe title="Between" srcdoc="${quoted(iframe(A + file, SANDBOX))}"></iframe>`) }, true],
  'two pages of its site above another': ({ A, B }, file) => [
    { '/a.html': html(iframe(`${A}c.html`)), '/c.html': html(iframe(`${B}b.html`)), '/b.html': html(iframe(A + file, OWN_STORE)) }, false,
  ],
};

test.describe('what is around the frame', () => {
  // Each refusal, and each frame that is not sealed, is told there.
  test.use({ expectedLines: /./ });

  for (const [name, around] of Object.entries(AROUND)) {
    test(`R85: it promises and saves only where every page above is shut out: ${name}`, async ({ page, second, site }) => {
      const [pages, promises, hasItsOwn] = around(origins(site, second), 'frame.full.html#save=ask');
      const lines = [];
      page.on('console', (line) => lines.push(line.text()));
      const reader = await nested(page, site, pages);
      await expect(reader.checkin.locator('.privacy')).toContainText(promises ? PROMISE : TRUTH);
      // To frames of another site some browsers give no store.
      const hasStore = await reader.checkin.evaluate(() => {
        try {
          return Boolean(localStorage);
        } catch {
          return false;
        }
      });
      if (hasItsOwn) expect(hasStore).toBe(true);
      const saves = promises && hasStore;
      await expect(reader.button('My saved check-ins')).toHaveCount(saves ? 1 : 0);
      // Where it promises, the promise holds.
      if (promises) expect(await isReached(page)).toBe(false);
      expect(lines.some((line) => NOT_SEALED.test(line))).toBe(!promises);
      expect(lines.some((line) => line.includes('save="ask" does nothing in this frame'))).toBe(!saves);
    });
  }

  test('R85: a page above that hides its origin behind its domain is seen all the same', async ({ page, second, site }) => {
    const { A, B } = origins(site, second);
    // Such a page cannot be reached from below, and yet any other page of its site reaches in.
    const reader = await nested(page, site, {
      '/a.html': html(iframe(`${B}b.html`), '<script>document.domain = document.domain</script>'),
      '/b.html': html(iframe(`${A}frame.full.html#save=ask`, OWN_STORE)),
    });
    await expect(reader.checkin.locator('.privacy')).toContainText(TRUTH);
    await expect(reader.button('My saved check-ins')).toHaveCount(0);
  });

  test('R86: where it is shut out and has a store of its own, a reader can save, and the page around sees nothing', async ({ page, second, site }) => {
    const { C } = origins(site, second);
    const reader = await nested(page, site, { '/a.html': html(iframe(`${C}frame.full.html#save=ask`, OWN_STORE)) });
    await reader.finish('recovery', WORKED);
    await reader.press('Save on this device');
    const kept = () => reader.checkin.evaluate(() => Object.keys(localStorage).length);
    await expect.poll(kept).toBeGreaterThan(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await isReached(page)).toBe(false);
  });
});

test.describe('what the page around can see of the frame', () => {
  const tall = (file, height = 900) => html(`<p style="height: 1500px">Article</p>
    <iframe src="${file}" title="Check-in" sandbox="${SANDBOX}" style="width: 400px; height: ${height}px; border: 0"></iframe><p style="height: 3000px">More</p>`,
  '<script>window.moved = []; addEventListener("scroll", () => window.moved.push(Math.round(scrollY)), true)</script>');

  /** Presses without the driver's own scrolling. */
  const press = (reader, name) => reader.button(name).evaluate((button) => button.click());

  for (const [name, { y, feeling }] of Object.entries({
    'the frame half above the screen': { y: 2000, feeling: "I don't feel safe with someone" },
    'the frame half below it': { y: 1150, feeling: 'I need help now' },
    'the frame in sight': { y: 1480, feeling: "It's a hard time" },
  })) {
    test(`R87: the frame never scrolls the page, and each new screen is in sight: ${name}`, async ({ page, site }) => {
      await page.setViewportSize({ width: 420, height: 700 });
      const reader = await nested(page, site, { '/a.html': tall('/frame.html') });
      await page.evaluate((y) => scrollTo(0, y), y);
      await expect.poll(() => page.evaluate(() => window.moved.at(-1))).toBe(y);
      await page.evaluate(() => { window.moved = []; });
      const isInSight = async (place) => {
        await expect.poll(() => place.evaluate((element) => new Promise((done) => {
          new IntersectionObserver(([{ intersectionRatio }], observer) => {
            observer.disconnect();
            done(intersectionRatio);
          }).observe(element);
        }))).toBeGreaterThan(0.9);
      };
      await reader.radio('I am in recovery').evaluate((radio) => radio.click());
      await press(reader, 'Begin');
      await isInSight(reader.heading);
      await reader.radio(feeling).evaluate((radio) => radio.click());
      await press(reader, 'Continue');
      await isInSight(reader.heading);
      await press(reader, 'Get help now');
      await isInSight(reader.checkin.locator('#help-title'));
      await reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.querySelector('#help-title').scrollIntoView({ block: 'center' }));
      await idle(page);
      expect(await page.evaluate(() => window.moved)).toEqual([]);
      expect(await page.evaluate(() => scrollY)).toBe(y);
    });
  }

  test('R91: its height is said for the first card, and never after a press, by touch, mouse, keyboard or script', async ({ host, page }) => {
    for (const press of [
      (button) => button.click(),
      (button) => button.press('Enter'),
      (button) => button.evaluate((element) => element.click()),
      (button) => button.dispatchEvent('pointerdown'),
    ]) {
      await host.open(`${iframe('/frame.html', SANDBOX)}<script>addEventListener('message', ({ data }) => (window.heard ??= []).push(data))</script>`, { head: '' });
      const reader = new Reader(page.frameLocator('iframe').locator('trust-checkin'));
      await isReady(reader.checkin);
      await expect.poll(() => page.evaluate(() => window.heard?.length ?? 0)).toBeGreaterThan(0);
      await idle(page);
      await press(reader.getHelp);
      const said = await page.evaluate(() => window.heard.length);
      await page.setViewportSize({ width: 500, height: 700 });
      await idle(page);
      expect(await page.evaluate(() => window.heard.length)).toBe(said);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  });
});

test.describe('options of the frame', () => {
  const inside = (page) => page.frameLocator('iframe').locator('trust-checkin');
  const open = async (host, page, hash, file = '/frame.html') => {
    await host.open(iframe(quoted(`${file}#${new URLSearchParams(hash)}`), SANDBOX), { head: '' });
    await isReady(inside(page));
    return inside(page);
  };

  test('R88: accent, corners, width and font go in by the address', async ({ host, page }) => {
    const checkin = await open(host, page, { accent: '#7a1f5c', theme: 'light', radius: '3px', width: '300px', font: 'Georgia, "Segoe UI", serif', lang: 'en', height: '500px' });
    await hasBackground(new Reader(checkin).button('Begin'), '#7a1f5c');
    const card = checkin.locator('.card');
    await expect(card).toHaveCSS('border-top-left-radius', '3px');
    expect(await card.evaluate(({ offsetWidth }) => offsetWidth)).toBe(300);
    await expect(card).toHaveCSS('font-family', 'Georgia, "Segoe UI", serif, system-ui, sans-serif');
  });

  test('R88: without a font there is that of the system', async ({ host, page }) => {
    await expect((await open(host, page, {})).locator('.card')).toHaveCSS('font-family', 'system-ui, sans-serif');
  });

  test('R88: what stands in the address can change, and answers stay', async ({ host, page }) => {
    const checkin = await open(host, page, { theme: 'light', accent: '#7a1f5c' });
    const reader = new Reader(checkin);
    await reader.begin('recovery');
    await reader.settle();
    await reader.choose('Often');
    const before = await page.evaluate(() => history.length);
    await page.evaluate(() => document.querySelector('iframe').contentWindow.location.replace(new URL('/frame.html#theme=dark&accent=%23ffcc66', location.href).href));
    await expect(checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
    await hasBackground(reader.button('Continue'), '#ffcc66');
    await expect(reader.radio('Often')).toBeChecked();
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  test.describe('wrongly', () => {
    test.use({ expectedLines: /^warning: trust-checkin: / });

    const SAID = {
      'font=url(https://bad.example/a)': 'font="url(https://bad.example/a)" is unknown. It can be names of installed fonts, such as Georgia, serif.',
      'font=a;b': 'font="a;b" is unknown. It can be names of installed fonts, such as Georgia, serif.',
      'font=Georgia, var(--x)': 'font="Georgia, var(--x)" is unknown. It can be names of installed fonts, such as Georgia, serif.',
      'font=x} * { display: none': 'font="x} * { display: none" is unknown. It can be names of installed fonts, such as Georgia, serif.',
      'font=a\\"b': 'font="a\\"b" is unknown. It can be names of installed fonts, such as Georgia, serif.',
      'font=': 'font="" is unknown. It can be names of installed fonts, such as Georgia, serif.',
      'accent=greenish': 'accent="greenish" is unknown. It can be a CSS colour, such as #28614f.',
      'radius=round': 'radius="round" is unknown. It can be a CSS length, such as 0.5em.',
      'height=calc(1px)': 'height="calc(1px)" is unknown. It can be a CSS length, such as 40em.',
      'theme=neon': 'theme="neon" is unknown. It can be auto, light, dark.',
      'lang=es': 'lang="es" is not in this file. Each language has its own, such as frame.es.html; English is in frame.html.',
      'events=on': 'events="on" does nothing in this frame: no event leaves it.',
      'colour=red': 'colour is no option of the frame. There are lang, perspective, theme, region, contact, links, exit, save, compare, events, accent, radius, width, font, height.',
    };
    for (const [option, said] of Object.entries(SAID)) {
      test(`R88: ${option} is told to the owner, with what is accepted`, async ({ host, page }) => {
        const lines = [];
        page.on('console', (line) => lines.push(line.text()));
        const [name, value] = option.split(/=(.*)/s);
        const checkin = await open(host, page, { [name]: value });
        expect(lines).toEqual([`trust-checkin: ${said}`]);
        await expect(checkin.locator('.card')).toHaveCSS('font-family', 'system-ui, sans-serif');
        await expect(checkin.locator('.checkin')).toHaveAttribute('lang', 'en');
      });
    }
  });

  test('R88: the contract lists every option', async () => {
    const contract = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../element/contract.json'), 'utf8'));
    expect(contract.frame.map(({ name }) => name)).toEqual(['accent', 'radius', 'width', 'font', 'height']);
  });
});

test.describe('<trust-checkin-frame>', () => {
  const FALLBACK = '<p>Help is there either way: <a href="tel:988">988</a></p>';
  const tag = (attributes = '') => `<trust-checkin-frame ${attributes}>${FALLBACK}</trust-checkin-frame>`;
  const inside = (page, at = 0) => page.locator('trust-checkin-frame').nth(at).locator('iframe').contentFrame().locator('trust-checkin');
  const open = (host, body, head = '') => host.open(body, { head: SMALL_SCRIPT + head });

  test('R90: one line is enough: sealed, named, as high as the first card, the fallback out of sight', async ({ host, page }) => {
    await open(host, tag());
    const checkin = inside(page);
    await isReady(checkin);
    await expect(checkin.locator('.privacy')).toContainText(PROMISE);
    const frame = page.locator('trust-checkin-frame iframe');
    await expect(frame).toHaveAttribute('title', 'Trust, one small step at a time');
    await expect(page.getByRole('link', { name: '988' })).toBeHidden();
    const content = () => checkin.evaluate(() => document.body.getBoundingClientRect().height);
    await expect.poll(async () => Math.abs(await frame.evaluate(({ offsetHeight }) => offsetHeight) - await content())).toBeLessThan(6);
    await new Reader(checkin).finish('recovery', WORKED);
    expect(host.asked).toEqual(['/trust-checkin.frame.js', '/frame.html']);
  });

  test('R90: it takes the options of the tag, and looks like the page', async ({ host, page }) => {
    await open(host, `<div style="background: #222; color: white; font-family: 'Some Web Font', Georgia, serif">
      ${tag('region="AU" perspective="loved" height="500"')}${tag('theme="light" font="Verdana" lang="es-MX"')}</div>`,
    '<style>trust-checkin-frame { --trust-checkin-accent: #ffcc66; --trust-checkin-radius: 2px }</style>');
    const [first, second] = [inside(page), inside(page, 1)];
    await isReady(first);
    await expect(first.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
    await expect(first.locator('.card')).toHaveCSS('font-family', '"Some Web Font", Georgia, serif, system-ui, sans-serif');
    await expect(first.locator('.card')).toHaveCSS('border-top-left-radius', '2px');
    const reader = new Reader(first);
    await hasBackground(reader.button('Begin'), '#ffcc66');
    await expect(reader.radio('I love someone in recovery')).toBeChecked();
    expect(await page.locator('trust-checkin-frame iframe').first().evaluate(({ offsetHeight }) => offsetHeight)).toBe(500);
    await isReady(second);
    await expect(second.locator('.checkin')).toHaveCSS('color-scheme', 'light');
    await expect(second.locator('.checkin')).toHaveAttribute('lang', 'es');
    await expect(second.locator('.card')).toHaveCSS('font-family', 'Verdana, system-ui, sans-serif');
  });

  test('R90: a change of the page or of an attribute goes on inside, and answers stay', async ({ host, page }) => {
    await open(host, `<div id="box">${tag()}</div>`);
    const checkin = inside(page);
    await isReady(checkin);
    const reader = new Reader(checkin);
    await reader.begin('recovery');
    await reader.settle();
    await reader.choose('Often');
    await page.evaluate(() => { document.getElementById('box').style.background = '#111'; });
    await expect(checkin.locator('.checkin')).toHaveCSS('color-scheme', 'dark');
    await page.locator('trust-checkin-frame').evaluate((element) => element.setAttribute('font', 'Georgia'));
    await expect(checkin.locator('.card')).toHaveCSS('font-family', 'Georgia, system-ui, sans-serif');
    await expect(reader.radio('Often')).toBeChecked();
    expect(host.asked.filter((path) => path === '/frame.html')).toHaveLength(1);
  });

  test('R90: styles of the page for its frames do not reach it', async ({ host, page }) => {
    await open(host, tag(), '<style>iframe { width: 10px !important; height: 10px !important; display: none !important }</style>');
    await isReady(inside(page));
    expect(await page.locator('trust-checkin-frame iframe').evaluate(({ offsetWidth }) => offsetWidth)).toBeGreaterThan(600);
  });

  test.describe('fails', () => {
    test.use({ expectedLines: /404/ });

    test('R90: without its file the fallback shows', async ({ host, page, site }) => {
      await page.clock.install();
      site.changes.set('/frame.html', { status: 404, body: 'not found' });
      await open(host, tag());
      await expect.poll(() => host.asked).toContain('/frame.html');
      await page.waitForLoadState('load');
      await expect(page.getByRole('link', { name: '988' })).toBeHidden();
      await page.clock.runFor(15_000);
      await expect(page.getByRole('link', { name: '988' })).toBeVisible();
      await expect(page.locator('trust-checkin-frame iframe')).toBeHidden();
    });
  });

  test('R86: with save="ask" and files of another origin the frame has a store of its own', async ({ page, second, site }) => {
    const { C } = origins(site, second);
    const head = `<script src="${C}trust-checkin.frame.js" defer></script>`;
    site.changes.set('/blog.html', { body: html(tag('save="ask"'), head), type: 'text/html; charset=utf-8' });
    await page.goto(`${site.url}blog.html`);
    const checkin = inside(page);
    await isReady(checkin);
    await expect(checkin.locator('.privacy')).toContainText(PROMISE);
    await expect(new Reader(checkin).button('My saved check-ins')).toBeVisible();
  });
});

test.describe('a page whose web font comes in parts', () => {
  const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const faces = (family) => LETTERS.map((letter) =>
    `@font-face { font-family: ${family}; src: url(/font/${letter}); unicode-range: U+${letter.charCodeAt(0).toString(16)} }`).join('\n');
  const asked = (host) => host.asked.filter((path) => path.startsWith('/font/'));
  test.use({ expectedLines: /404|Failed to decode|OTS parsing/ });

  for (const [name, family, attributes] of [
    ['a font of its own', 'Parts', 'body { font-family: Parts, serif }'],
    ['a font that is often on the system', 'Roboto', 'body { font-family: Roboto }'],
    ['a font for everything', 'Parts', '* { font-family: Parts !important }'],
    ['a font named like the system\'s', '"system-ui"', 'body { font-family: "system-ui" }'],
  ]) {
    test(`R89: no part is fetched for the words of the check-in: ${name}`, async ({ host, page }) => {
      await host.open(element('one'), { head: `<script type="module" src="/trust-checkin.js"></script><style>${faces(family)}\n${attributes}</style>` });
      const reader = await host.reader('one');
      // The content of the tag is the page's own, and is drawn until the first view is there.
      const before = asked(host);
      await reader.finish('recovery', WORKED, { feeling: "I don't feel safe with someone" });
      await reader.getHelp.click();
      await idle(page);
      expect(asked(host)).toEqual(before);
      // The font is there for the words of the page.
      await page.evaluate(() => {
        const words = document.createElement('p');
        words.textContent = 'Q';
        document.body.append(words);
      });
      await expect.poll(() => asked(host)).toEqual([...before, '/font/Q']);
    });
  }

  test('R89: an owner may name a font, which the docs advise against if it comes in parts', async ({ host, page }) => {
    await host.open(`<style>${faces('Parts')} trust-checkin { --trust-checkin-font: Parts, serif }</style>${element('one')}`);
    await host.reader('one');
    await expect(page.locator('#one .card')).toHaveCSS('font-family', 'Parts, serif');
    await expect.poll(() => asked(host).length).toBeGreaterThan(5);
  });
});

test.describe('the plain truth, before the reader begins', () => {
  for (const language of ['en', 'es', 'fr', 'pt-BR', 'ar']) {
    test(`R92: on a page the card says that the site could see what is answered, ${language}`, async ({ host }) => {
      await host.open(element('one', `lang="${language}"`));
      const said = contentOf(language).messages.intro_privacy;
      await expect(host.checkin('one').locator('.privacy')).toHaveText(said);
      const answer = { en: /see what you do and answer/, es: /ver lo que haces y respondes/, fr: /voir ce que vous faites et répondez/, 'pt-BR': /ver o que você faz e responde/, ar: /وإجاباتك/ };
      expect(said).toMatch(answer[language]);
    });
  }
});
