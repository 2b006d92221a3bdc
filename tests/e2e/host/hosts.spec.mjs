// On other people's pages: two at once, moved, removed, under strange styles and strict policies.
import { FILES, openShadowRoots } from '../support/fixtures.mjs';
import { element, expect, idle, test } from '../support/host.mjs';
import { all, isReady, Reader, WORKED } from '../support/reader.mjs';

const NUMBERS = ['71', '55', '44'];
const NUMBER = '.area .number';
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Every violation of a policy, from before the first script. */
async function hearViolations(page) {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  return () => page.evaluate(() => window.violations);
}

test('R31: two on one page stay apart', async ({ host, site }) => {
  await host.open(element('one') + element('two'));
  const [one, two] = [await host.reader('one'), await host.reader('two')];
  await one.begin('recovery');
  await two.sees('Trust, one small step at a time');
  await two.begin('loved');
  await one.settle("It's a hard time");
  await two.settle();
  await one.choose('Often');
  await two.choose('Never');
  await expect(one.radio('Often')).toBeChecked();
  await one.getHelp.click();
  await expect(two.panel).toHaveCount(0);
  await one.panel.press('Escape');
  await one.rush(WORKED);
  await two.seesQuestion(1);
  await two.rush(all(2));
  await one.seeResults();
  await two.seeResults();
  await expect(one.checkin.locator('.area .number').first()).toHaveText('71');
  await expect(two.checkin.locator('.area .number').first()).toHaveText('50');
  // One set of files for both.
  expect(site.requests.filter(({ path }) => path === FILES.wasm)).toHaveLength(1);
  await two.checkin.evaluate((element) => element.remove());
  await one.press('Back');
  await one.sees('Look over your answers');
});

test('R28: moved within the page it keeps its state', async ({ host }) => {
  await host.open(`${element('one')}<div id="elsewhere"></div>`);
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED, { last: 3 });
  await reader.choose('Rarely');
  await reader.checkin.evaluate((element) => document.getElementById('elsewhere').append(element));
  await reader.seesQuestion(4);
  await expect(reader.radio('Rarely')).toBeChecked();
  await reader.press('Continue');
  await reader.seesQuestion(5);
});

test('removed it takes its app along: nothing of the screen is left, and nothing listens any more', async ({ host, page }) => {
  await host.open(element('one'));
  await page.evaluate(() => {
    window.listening = 0;
    for (const [name, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
      const original = window[name];
      window[name] = function (type, ...more) {
        if (this === window && ['storage', 'wheel', 'visibilitychange'].includes(type)) window.listening += by;
        return original.call(this, type, ...more);
      };
    }
  });
  const reader = await host.reader('one');
  await reader.begin('recovery');
  expect(await page.evaluate(() => window.listening)).toBe(3);
  const left = await reader.checkin.evaluate(async (element) => {
    const screen = element.shadowRoot.querySelector('.checkin');
    element.remove();
    await new Promise((done) => { setTimeout(done); });
    return [screen.textContent, window.listening];
  });
  expect(left).toEqual(['', 0]);
});

test('removed and put back later it begins afresh, with one set of listeners', async ({ host }) => {
  await host.open(element('one'));
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.settle();
  const seen = await reader.checkin.evaluate(async (element) => {
    const { parentNode } = element;
    element.remove();
    await new Promise((done) => { setTimeout(done); });
    const left = element.shadowRoot.innerHTML;
    parentNode.append(element);
    return left;
  });
  expect(seen).toBe('<slot></slot>');
  await reader.sees('Trust, one small step at a time');
  await expect(reader.radio('I am in recovery')).not.toBeChecked();
  await reader.begin('recovery');
  await reader.settle();
  await reader.choose('Often');
  await reader.press('Continue');
  await reader.seesQuestion(2);
});

test('removed before its card is drawn, nothing is drawn until it is put back', async ({ host, page }) => {
  const head = `<script type="module">
    import '/trust-checkin.js';
    window.one = document.getElementById('one');
    one.remove();
  </script>`;
  await host.open(`<div style="height: 500vh"></div>${element('one')}`, { head });
  await idle(page);
  expect(await page.evaluate(() => window.one.shadowRoot)).toBeNull();
  await page.evaluate(() => document.body.prepend(window.one));
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.sees('How are you right now?');
});

test('removed while its files are on their way, it begins anew when it is put back', async ({ host, page }) => {
  const head = `<script type="module">
    import '/trust-checkin.js';
    window.one = document.getElementById('one');
    one.remove();
  </script>`;
  await host.open(element('one'), { head });
  await idle(page);
  expect(await page.evaluate(() => window.one.shadowRoot.innerHTML)).toBe('<slot></slot>');
  await page.evaluate(() => document.body.append(window.one));
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.sees('How are you right now?');
});

test('R29: a clone is one of its own', async ({ host }) => {
  await host.open(element('one'));
  const one = await host.reader('one');
  await one.begin('recovery');
  await one.checkin.evaluate((element) => {
    const clone = element.cloneNode(true);
    clone.id = 'two';
    element.after(clone);
  });
  const two = await host.reader('two');
  await two.sees('Trust, one small step at a time');
  await two.begin('loved');
  await one.sees('How are you right now?');
});

test('R32: the script twice, under two addresses, does no harm', async ({ host, page }) => {
  await host.open(`${element('one')}<script type="module" src="/trust-checkin.js?again"></script>`);
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.settle();
  await expect(page.locator('#one').locator('.card')).toHaveCount(1);
});

test('put on the page by a script after loading', async ({ host, page }) => {
  await host.open('<div id="later"></div>');
  await page.evaluate(() => {
    const element = document.createElement('trust-checkin');
    element.id = 'one';
    document.getElementById('later').append(element);
  });
  const reader = await host.reader('one');
  await reader.begin('recovery');
});

test('R34: a page that resets and shouts does not reach in', async ({ host }) => {
  await host.open(`<style>
    * { all: unset !important; font-size: 3px !important; color: yellow !important; display: none !important; }
    html, body, trust-checkin { display: block !important; }
    trust-checkin { letter-spacing: 9px; line-height: 0; text-transform: uppercase; text-align: right; }
    </style>${element('one')}`);
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await expect(reader.heading).toBeVisible();
  const style = await reader.heading.evaluate((heading) => {
    const { fontSize, letterSpacing, textTransform, textAlign, color } = getComputedStyle(heading);
    return { isLarge: parseFloat(fontSize) > 16, letterSpacing, textTransform, textAlign, color };
  });
  expect(style).toMatchObject({ isLarge: true, textTransform: 'none', textAlign: 'start' });
  expect(style.color).not.toBe('rgb(255, 255, 0)');
  expect(style.letterSpacing).not.toBe('9px');
});

test('R37: a strict policy without unsafe-inline holds, and nothing violates it', async ({ host, page }) => {
  const violations = await hearViolations(page);
  await host.open(element('one'), { headers: { 'content-security-policy': STRICT } });
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator(NUMBER)).toHaveText(NUMBERS);
  // The styles are there too.
  await expect(reader.checkin.locator('.card')).toHaveCSS('border-top-style', 'solid');
  expect(await violations()).toEqual([]);
});

test.describe('where the policy forbids WebAssembly', () => {
  test.use({ expectedLines: /WebAssembly|Content Security Policy/ });

  test('R12: fallback and help lines', async ({ host }) => {
    const policy = "script-src 'self'; connect-src 'self'";
    await host.open(element('one'), { headers: { 'content-security-policy': policy } });
    await expect(host.checkin('one').getByText('The check-in could not load.')).toBeVisible();
    await expect(host.checkin('one').getByRole('link', { name: '988', exact: true })).toBeVisible();
  });
});

/** What must hold on any page: letters of a size to read, colours of ours, nothing shouted, nothing sideways. */
async function expectLegible(reader) {
  const style = await reader.heading.evaluate((heading) => {
    const { fontSize, letterSpacing, textTransform, textAlign, color, display } = getComputedStyle(heading);
    return { isLarge: parseFloat(fontSize) >= 20, letterSpacing: parseFloat(letterSpacing), textTransform, textAlign, color, display };
  });
  expect(style).toMatchObject({ isLarge: true, textTransform: 'none', textAlign: 'start', display: 'block' });
  expect(style.color).not.toBe('rgb(255, 255, 0)');
  expect(style.letterSpacing).toBeLessThan(1);
  expect(await reader.checkin.evaluate((checkin) => checkin.scrollWidth <= checkin.clientWidth)).toBe(true);
}

const STYLES = {
  'one that unsets everything': '* { all: unset !important }',
  'one with a reset as of Tailwind': `*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 }
    h1, h2, h3 { font-size: inherit; font-weight: inherit } ol, ul { list-style: none } svg { display: block }
    button, input { font: inherit; color: inherit; background: transparent; border-radius: 0 }`,
  'one whose root letters are 62.5 %': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'one in huge yellow capitals': 'body, body * { font-size: 40px; color: yellow; text-transform: uppercase; letter-spacing: 9px; line-height: 0 }',
};
for (const [name, css] of Object.entries(STYLES)) {
  test(`R34: on a page with styles, ${name}`, async ({ host }) => {
    await host.open(`<style>${css}</style>${element('one')}`);
    const reader = await host.reader('one');
    await expectLegible(reader);
    await reader.begin('recovery');
    await expect(reader.heading).toBeVisible();
    await expectLegible(reader);
    const size = await reader.button('Continue').evaluate((button) => button.getBoundingClientRect().height);
    expect(size).toBeGreaterThanOrEqual(43);
  });
}

for (const [name, around] of Object.entries({
  'a row': 'display: flex',
  'a centred column': 'display: flex; flex-direction: column; align-items: center',
  'a grid that centres': 'display: grid; place-items: center',
  'a float': '--float: left',
})) {
  test(`in ${name} it is as wide as there is room`, async ({ host, page }) => {
    await page.setViewportSize({ width: 1000, height: 800 });
    await host.open(`<div style="${around}">${element('one')}</div><style>#one { float: var(--float, none) }</style>`);
    const width = () => host.checkin('one').locator('.card').evaluate((card) => card.getBoundingClientRect().width);
    expect(await width()).toBeGreaterThan(600);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await width()).toBeGreaterThan(300);
    expect(await width()).toBeLessThanOrEqual(360);
  });
}

test('what the page hides is hidden, and what it puts on top is on top', async ({ host, page }) => {
  await host.open(`<div id="box">${element('one')}</div><header style="position: fixed; z-index: 1; inset: 0 0 auto; height: 100vh">Menu</header>`);
  const reader = await host.reader('one');
  const hit = () => reader.checkin.locator('#perspective-0').evaluate((radio) => {
    const { left, top } = radio.getBoundingClientRect();
    return document.elementFromPoint(left + 5, top + 5)?.localName;
  });
  expect(await hit()).toBe('header');
  await page.evaluate(() => { document.querySelector('header').hidden = true; document.querySelector('header').style.display = 'none'; });
  expect(await hit()).toBe('trust-checkin');
  await page.evaluate(() => { document.getElementById('box').style.cssText = 'visibility: hidden; pointer-events: none'; });
  await expect(reader.button('Begin')).toBeHidden();
  expect(await hit()).not.toBe('trust-checkin');
});

test('on a page that runs from right to left, English does not', async ({ host }) => {
  await host.open(element('one'), { html: 'lang="ar" dir="rtl"' });
  const reader = await host.reader('one');
  await reader.begin('recovery');
  expect(await reader.heading.evaluate((heading) => getComputedStyle(heading).direction)).toBe('ltr');
  await expectLegible(reader);
});

test('R38: in a sandbox that allows nothing but scripts', async ({ host, page, site }) => {
  // A page without an origin of its own may fetch only where the server allows it.
  for (const path of ['/trust-checkin.js', FILES.wasm, FILES.words]) site.changes.set(path, { headers: { 'access-control-allow-origin': '*' } });
  await host.open(element('one'), { headers: { 'content-security-policy': 'sandbox allow-scripts' } });
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator(NUMBER)).toHaveText(NUMBERS);
  expect(await page.evaluate(() => origin)).toBe('null');
});

for (const [name, page] of Object.entries({
  'in the head, before the element': [element('one'), undefined],
  'at the end of the body': [`${element('one')}<script type="module" src="/trust-checkin.js"></script>`, ''],
  'before the element, and run at once': [element('one'), '<script type="module" async src="/trust-checkin.js"></script>'],
})) {
  test(`the script ${name}`, async ({ host }) => {
    const [body, head] = page;
    await host.open(body, head === undefined ? {} : { head });
    await (await host.reader('one')).begin('loved');
  });
}

test('R35: on a page that has patched what scripts are built of', async ({ host, page }) => {
  await page.addInitScript(() => {
    // What old frameworks and error trackers do: more on every prototype, and wrappers around the common ones.
    Array.prototype.last = function () { return this[this.length - 1]; };
    Object.prototype.extend = function () { return this; };
    String.prototype.includes = function (text) { return this.indexOf(text) >= 0; };
    JSON.parse = new Proxy(JSON.parse, { apply: (parse, self, words) => Reflect.apply(parse, self, words) });
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      return addEventListener.call(this, type, typeof listener === 'function' ? (event) => listener.call(this, event) : listener, options);
    };
  });
  await host.open(element('one'));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator(NUMBER)).toHaveText(NUMBERS);
});

/** What libraries of the past put on prototypes, and their old shims for what browsers have by now. */
const PROTOTYPES = {
  'an append for one node only': () => {
    Element.prototype.append = function (node) { this.appendChild(node); };
  },
  'an append that takes markup, and a remove that returns': () => {
    Element.prototype.append = function (html) {
      this.insertAdjacentHTML('beforeend', String(html));
      return this;
    };
    const { remove } = Element.prototype;
    Element.prototype.remove = function () {
      remove.call(this);
      return this;
    };
  },
  'names on every object that no attribute can have': () => {
    Object.prototype.$family = { name: 'object' };
    Object.prototype['each item'] = null;
    Object.prototype.forEach = function () {};
  },
  'lists with methods of their own': () => {
    Array.prototype.entries = Array.prototype.keys = Array.prototype.values = function () { return this.slice(); };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.toJSON = function () { return `[${this}]`; };
    Array.prototype.contains = function (one) { return this.indexOf(one) >= 0; };
  },
  'dates that quote themselves': () => {
    const { toISOString } = Date.prototype;
    Date.prototype.toISOString = function () { return `"${toISOString.call(this)}"`; };
    Date.prototype.toJSON = Date.prototype.toISOString;
    Number.prototype.toJSON = function () { return String(this); };
  },
  'texts that trim and begin in an older way': () => {
    String.prototype.startsWith = function (text) { return this.lastIndexOf(text, 0) === 0; };
    String.prototype.trim = function () { return this.replace(/^\s+|\s+$/g, ''); };
    String.prototype.replaceAll = function (from, to) { return this.split(from).join(to); };
  },
  'functions that bind without new': () => {
    Function.prototype.bind = function (self, ...first) {
      const call = this;
      return function (...rest) { return call.apply(self, [...first, ...rest]); };
    };
    Function.prototype.delay = function () { return this; };
  },
  'children replaced by one node': () => {
    for (const kind of [Element, DocumentFragment, Document]) {
      kind.prototype.replaceChildren = function (node) {
        while (this.firstChild) this.removeChild(this.firstChild);
        if (node) this.appendChild(node);
      };
    }
  },
};
for (const [name, patch] of Object.entries(PROTOTYPES)) {
  test(`R35: on a page with prototypes that have ${name}`, async ({ host, page }) => {
    await page.addInitScript(patch);
    await host.open(element('one'));
    const reader = await host.reader('one');
    await reader.getHelp.click();
    await expect(reader.panel.getByRole('link', { name: /988/ }).first()).toBeVisible();
    await reader.panel.press('Escape');
    await reader.finish('recovery', WORKED);
    await expect(reader.checkin.locator(NUMBER)).toHaveText(NUMBERS);
  });

  test.describe('without the app', () => {
    test.use({ expectedLines: /404|integrity/i });

    test(`R35: with prototypes that have ${name} there are help lines and a second try`, async ({ host, page, site }) => {
      await page.addInitScript(patch);
      site.changes.set(FILES.words, { status: 404, body: 'gone' });
      await host.open(element('one'));
      await expect(host.checkin('one').getByText('The check-in could not load.')).toBeVisible();
      await expect(host.checkin('one').getByRole('link', { name: /988/ }).first()).toBeVisible();
      await expect(host.checkin('one').getByRole('button', { name: 'Try again' })).toBeVisible();
    });
  });
}

test('another version of the script on the page is told to the owner, and the first one stays', async ({ host, page }) => {
  await page.addInitScript(() => {
    window.told = [];
    console.warn = (text) => window.told.push(text);
  });
  await host.open('', { head: '<script>customElements.define("trust-checkin", class extends HTMLElement { static version = "0.0.1" })</script>' });
  await page.addScriptTag({ url: '/trust-checkin.js', type: 'module' });
  await idle(page);
  expect(await page.evaluate(() => window.told)).toEqual([
    expect.stringMatching(/^trust-checkin: version 0\.0\.1 is on this page already, so version \S+ does nothing\.$/),
  ]);
});

test('all pages of a browser profile stay apart too', async ({ browser, site }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript(openShadowRoots);
  const readers = [];
  for (const perspective of ['recovery', 'loved']) {
    const page = await context.newPage();
    await page.goto(`${site.url}check-in.html`);
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    const reader = new Reader(checkin);
    await reader.begin(perspective);
    readers.push(reader);
  }
  await readers[0].settle();
  await readers[1].sees('How are you right now?');
  await context.close();
});
