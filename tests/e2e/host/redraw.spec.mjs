// Libraries that draw a page again: what they own stays where it is, and the check-in stays or comes back.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { element, expect, FALLBACK, idle, test } from '../support/host.mjs';
import { isReady, Reader } from '../support/reader.mjs';

const library = (name) => readFileSync(resolve(import.meta.dirname, '../../../node_modules', name));
const DIV = `<div data-trust-checkin data-lang="en" id="div">${FALLBACK}</div>`;
const SCRIPT = '<script type="module" src="/trust-checkin.js"></script>';
const FORMS = { 'the div': [DIV, '#div > trust-checkin'], 'the tag': [element('one'), '#one'] };

/** Opens a page with a form of the check-in in `main`, and with a library; goes to the first question and answers it. */
async function openAt1(host, page, [html, selector], name, more = '') {
  host.site.changes.set('/library.js', { body: library(name), type: 'text/javascript' });
  await host.open(`<main><h1>Before</h1>${html}</main>${more}`, { head: `${SCRIPT}<script src="/library.js"></script>` });
  const checkin = page.locator(selector);
  await isReady(checkin);
  const reader = new Reader(checkin);
  await reader.begin('recovery');
  await reader.settle();
  await reader.choose('Often');
  return reader;
}

/** What a server sends the second time. */
const SECOND = (html) => `<main><h1>After</h1><p>New words</p>${html}</main>`;

const MORPHS = {
  morphdom: ['morphdom/dist/morphdom-umd.js', (html) => window.morphdom(document.querySelector('main'), html)],
  idiomorph: ['idiomorph/dist/idiomorph.js', (html) => window.Idiomorph.morph(document.querySelector('main'), html)],
  'htmx, morphing': ['htmx.org/dist/htmx.js', (html) => window.htmx.swap({ target: 'main', swap: 'outerMorph', text: html })],
};
for (const [library, [file, morph]] of Object.entries(MORPHS)) {
  for (const [form, at] of Object.entries(FORMS)) {
    test(`R76: ${library} draws the page again, and ${form} keeps the answers`, async ({ host, page }) => {
      const reader = await openAt1(host, page, at, file);
      await page.evaluate(`(${morph})(${JSON.stringify(SECOND(at[0]))})`);
      await expect(page.getByRole('heading', { name: 'After' })).toBeVisible();
      await expect(page.locator('trust-checkin')).toHaveCount(1);
      await expect(reader.radio('Often')).toBeChecked();
      await reader.press('Continue');
      await reader.seesQuestion(2);
    });
  }
}

test.describe('R76: Turbo', () => {
  const turbo = '@hotwired/turbo/dist/turbo.es2017-umd.js';
  const refresh = '<meta name="turbo-refresh-method" content="morph">';

  for (const [form, at] of Object.entries(FORMS)) {
    test(`goes to another page and back, and ${form} begins anew, once`, async ({ host, page }) => {
      await openAt1(host, page, at, turbo, '<a href="/blog/other">Another</a>');
      const head = `<meta charset="utf-8"><title>Another</title><link rel="icon" href="data:,">${SCRIPT}<script src="/library.js"></script>`;
      host.site.changes.set('/blog/other', { type: 'text/html', body: `<!doctype html><html lang="en"><head>${head}</head><body><h1>Another</h1></body></html>` });
      await page.getByRole('link', { name: 'Another' }).click();
      await expect(page.getByRole('heading', { name: 'Another' })).toBeVisible();
      await expect(page.locator('trust-checkin')).toHaveCount(0);
      await page.goBack();
      await expect(page.locator('trust-checkin')).toHaveCount(1);
      const reader = new Reader(page.locator(at[1]));
      await reader.begin('recovery');
      await reader.settle();
      await reader.seesQuestion(1);
      await expect(page.getByRole('link', { name: '988', exact: true })).toBeHidden();
    });

    test(`refreshes the page by morphing, and ${form} keeps the answers`, async ({ host, page }) => {
      const reader = await openAt1(host, page, at, turbo);
      const head = `<meta charset="utf-8"><title>A blog</title>${refresh}<link rel="icon" href="data:,">${SCRIPT}<script src="/library.js"></script>`;
      await page.evaluate((content) => document.head.insertAdjacentHTML('beforeend', content), refresh);
      host.site.changes.set('/blog/', { type: 'text/html', body: `<!doctype html><html lang="en"><head>${head}</head><body>${SECOND(at[0])}</body></html>` });
      await page.evaluate(() => window.Turbo.visit(location.href, { action: 'replace' }));
      await expect(page.getByRole('heading', { name: 'After' })).toBeVisible();
      await expect(reader.radio('Often')).toBeChecked();
      await reader.press('Continue');
      await reader.seesQuestion(2);
    });
  }
});

test.describe('R76: a div', () => {
  const open = async (host, page) => {
    await host.open(`<main>${DIV}</main>`);
    const checkin = page.locator('#div > trust-checkin:visible');
    await isReady(checkin);
    return new Reader(checkin);
  };

  test('leaves the nodes of the page where they are, hidden until something fails', async ({ host, page }) => {
    const reader = await open(host, page);
    const fallback = page.locator('#div > p');
    await expect(fallback).toBeHidden();
    await page.evaluate(() => {
      const div = document.getElementById('div');
      const [own] = div.children;
      div.insertBefore(document.createElement('b'), own);
      own.firstChild.data = 'Other words ';
      div.replaceChild(document.createElement('i'), own);
      div.append(own);
    });
    await reader.begin('recovery');
    await page.evaluate(() => document.querySelector('trust-checkin').dispatchEvent(new Event('trust-checkin-error')));
    await expect(fallback).toBeVisible();
    await expect(fallback).toHaveText(/^Other words/);
    await page.evaluate(() => document.querySelector('trust-checkin').dispatchEvent(new Event('trust-checkin-ready')));
    await expect(fallback).toBeHidden();
  });

  const WAYS = {
    emptied: (div) => div.replaceChildren(),
    'emptied and filled again': (div) => { div.innerHTML = '<p>Help lines</p>'; },
    'filled with a copy of what it had': (div) => { div.innerHTML = String(div.innerHTML); },
    'put elsewhere': (div) => document.body.append(div),
  };
  for (const [name, way] of Object.entries(WAYS)) {
    test(`${name} keeps the answers, and shows one check-in`, async ({ host, page }) => {
      const reader = await open(host, page);
      await reader.begin('recovery');
      await reader.settle();
      await reader.choose('Often');
      await page.locator('#div').evaluate(way);
      await expect(reader.radio('Often')).toBeChecked();
      await reader.press('Continue');
      await reader.seesQuestion(2);
      await expect(page.getByText(/^Help/)).toBeHidden();
    });
  }

  test('a copy of the page in its place begins anew, and follows its data', async ({ host, page }) => {
    await open(host, page);
    await page.evaluate(() => {
      const main = document.querySelector('main');
      main.replaceWith(main.cloneNode(true));
    });
    const reader = new Reader(page.locator('#div > trust-checkin'));
    await reader.begin('recovery');
    await page.locator('#div').evaluate((div) => { div.dataset.theme = 'dark'; });
    await expect(reader.checkin.locator('.checkin')).toHaveAttribute('data-theme', 'dark');
  });

  test('comes to life when it gets its name later', async ({ host, page }) => {
    await host.open('<div id="div"></div>');
    await page.evaluate(() => customElements.whenDefined('trust-checkin'));
    await page.locator('#div').evaluate((div) => div.setAttribute('data-trust-checkin', ''));
    await isReady(page.locator('#div > trust-checkin'));
  });

  test('a page that removes the check-in whenever it comes does not hang', async ({ host, page }) => {
    await open(host, page);
    await page.locator('#div').evaluate((div) => {
      new MutationObserver(() => div.querySelector('trust-checkin')?.remove()).observe(div, { childList: true });
      div.querySelector('trust-checkin').remove();
    });
    await idle(page);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
  });
});

/** Counts what is listened to and observed, and the timers that repeat. */
function countAll() {
  const alive = { listeners: 0, observers: 0, intervals: 0 };
  window.alive = alive;
  const outside = new WeakMap();
  // A listener is known by its target, type and function.
  const keyOf = (target, type) => {
    if (!outside.has(target)) outside.set(target, new Map());
    const types = outside.get(target);
    if (!types.has(type)) types.set(type, new Set());
    return types.get(type);
  };
  // The driver of the test listens too, and so does what opens roots for it (`openShadowRoots`).
  const isOurs = () => {
    const { stack } = new Error();
    return stack.includes('/trust-checkin.js') && !stack.includes('attachShadow');
  };
  // In a root that is gone, listeners go with it.
  const isOutside = (target) => target === window || target === document || target instanceof MediaQueryList;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (isOutside(target) && listener && !options?.once && isOurs()) {
      const known = keyOf(target, type);
      if (!known.has(listener)) alive.listeners += 1;
      known.add(listener);
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (isOutside(target) && keyOf(target, type).delete(listener)) alive.listeners -= 1;
    return removeEventListener.call(target, type, listener, options);
  };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    window[name] = class extends window[name] {
      #isOn = false;

      observe(...args) {
        if (!this.#isOn && isOurs()) {
          alive.observers += 1;
          this.#isOn = true;
        }
        super.observe(...args);
      }

      disconnect() {
        if (this.#isOn) alive.observers -= 1;
        this.#isOn = false;
        super.disconnect();
      }
    };
  }
  const { setInterval, clearInterval } = window;
  const running = new Set();
  window.setInterval = (...args) => {
    const id = setInterval(...args);
    if (isOurs()) running.add(id);
    alive.intervals = running.size;
    return id;
  };
  window.clearInterval = (id) => {
    running.delete(id);
    alive.intervals = running.size;
    clearInterval(id);
  };
}

for (const [name, html] of Object.entries({ 'a tag': element('one'), 'a div': `<div data-trust-checkin data-lang="en" id="one"></div>` })) {
  test(`R77: with ${name} that is gone, its listeners, observers and timers are gone`, async ({ host, page }) => {
    await page.addInitScript(countAll);
    await host.open('<main></main>');
    await page.evaluate(() => customElements.whenDefined('trust-checkin'));
    await idle(page);
    const before = await page.evaluate(() => ({ ...window.alive }));
    const one = page.locator('trust-checkin');
    const rounds = [
      async () => {},
      async () => isReady(one),
      async () => {
        await isReady(one);
        const reader = new Reader(one);
        await reader.begin('recovery');
        await reader.settle();
      },
    ];
    for (const round of rounds) {
      await page.evaluate((html) => { document.querySelector('main').innerHTML = html; }, html);
      await round();
      expect((await page.evaluate(() => window.alive)).intervals).toBeGreaterThan(before.intervals);
      await page.evaluate(() => document.querySelector('main').replaceChildren());
      await idle(page);
      expect(await page.evaluate(() => ({ ...window.alive }))).toEqual(before);
    }
  });
}
