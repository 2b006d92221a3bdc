// Whole journeys on the shipped files, in engines other than Chromium, which tests/e2e/ covers.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { serve } from '../e2e/support/server.mjs';
import { accents } from './accent.mjs';
import { around } from './around.mjs';
import { data } from './data.mjs';
import { DIV, frameOf, host, opened, SHUT, STANDALONE, STAYS, STRICT, TAG } from './hosts.mjs';
import { leaving } from './leaving.mjs';
import { KeyboardReader, Reader } from './reader.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');
const NOTE = 'The check-in could not load.';
/** An empty custom section to append to a wasm file: different bytes that every engine would run. */
const EMPTY_SECTION = [0, 2, 1, 120];

/** All journeys, in one session of `engine`: starting a browser takes longer than most journeys. */
export function journeys(engine) {
  // The timeout turns a hanging browser into a failure.
  describe(engine.name, { timeout: 600_000 }, () => {
    let site;
    let driver;
    let stop;

    before(async () => {
      site = await serve(DIST);
      ({ driver, stop } = await engine.start());
    });

    after(async () => {
      await stop?.();
      await site?.close();
    }, { timeout: 30_000 });

    beforeEach(() => {
      site.requests.length = 0;
      site.changes.clear();
    });

    /** A reader on a page with this body. */
    async function visit(body, { policy, Hand = Reader } = {}) {
      await driver.get(host(site, body, { ...engine, policy }));
      return new Hand(driver);
    }

    /** A reader at the first view. */
    async function open(body, options) {
      const reader = await visit(body, options);
      await reader.find();
      return reader;
    }

    const paths = () => site.requests.map(({ path }) => path);
    const inPage = (look, ...args) => driver.executeScript(look, ...args);

    for (const [by, Hand] of [['the mouse', Reader], ['the keyboard alone', KeyboardReader]]) {
      test(`the tag, by ${by}`, async () => {
        const reader = await open(TAG, { Hand });
        await reader.seesCard();
        await reader.triesHelp();
        await reader.takesTheCheckin();
      });
    }

    test('the tag under a strict policy, which nothing violates', async () => {
      const reader = await open(TAG, { policy: STRICT });
      await reader.takesTheCheckin();
      deepEqual(await inPage(() => window.violations), []);
      // Shows that the page reports violations: without this, an empty list would prove nothing.
      await inPage(() => { document.body.append(Object.assign(new Image(), { src: 'picture.png' })); });
      await reader.until('a violation made on purpose', async () =>
        (await inPage(() => window.violations)).join() === 'img-src');
    });

    accents(open);
    around(open, engine.prints);
    data({ open, visit, inPage });

    test('the div of a site that strips unknown tags', async () => {
      const reader = await open(DIV);
      await reader.seesCard();
      await reader.takesTheCheckin();
    });

    test('the standalone file, on a page that may connect to nothing', async () => {
      const reader = await open(STANDALONE, { policy: SHUT });
      await reader.takesTheCheckin();
      deepEqual(await inPage(() => window.violations), []);
      deepEqual(paths(), ['/host.html', '/watch.js', '/trust-checkin.standalone.js']);
    });

    test('the shipped frame is drawn, and nothing more is asked for', async () => {
      const reader = await visit(frameOf('frame.html'));
      await reader.until('a height', async () => (await inPage(() => window.heights)).at(-1) > 200);
      ok((await inPage(() => window.heights)).every(Number.isFinite), 'it says numbers and nothing else');
      deepEqual(paths(), ['/host.html', '/watch.js', '/frame.html']);
    });

    /**
     * A reader at the first view in a frame. For a driver that finds nothing in a closed root, the frame is a copy without
     * the policy: any request that the script tried would arrive.
     */
    async function openFrame(options = '', sandbox = undefined) {
      const html = readFileSync(join(DIST, 'frame.html'), 'utf8');
      site.changes.set('/opened.html', { body: opened(html), type: 'text/html; charset=utf-8' });
      const file = engine.seesClosedRoots ? 'frame.html' : 'opened.html';
      const reader = await visit(frameOf(file + options, sandbox));
      await driver.switchTo().frame(await driver.findElement(By.css('iframe')));
      await reader.find();
      return { reader, file };
    }

    test('the frame, all the way', async () => {
      const { reader, file } = await openFrame();
      await reader.takesTheCheckin();
      deepEqual(paths(), ['/host.html', '/watch.js', `/${file}`]);
    });

    test('R19: when the app stops there is the card, nobody hears of it, and Start again is a new app', async () => {
      const reader = await open(TAG);
      await reader.choose('I am in recovery');
      await reader.press('Begin');
      await reader.sees('How are you right now?');
      await inPage(() => {
        window.heard = [];
        for (const type of ['error', 'unhandledrejection']) addEventListener(type, () => window.heard.push(type));
        window.insertBefore = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { throw new Error('not now'); };
      });
      await reader.press('Continue');
      const stopped = () => inPage(() => window.root.activeElement?.textContent);
      await reader.until('the focus on the card', async () => await stopped() === 'The check-in has stopped');
      equal(await reader.hasControl('Continue'), false);
      equal(await reader.hasControl('Get help now'), true);
      await inPage(() => { Node.prototype.insertBefore = window.insertBefore; });
      const { length } = paths();
      await reader.press('Start again');
      await reader.takesTheCheckin();
      equal(paths().length, length);
      deepEqual(await inPage(() => window.heard), []);
    });

    leaving({
      engine,
      stays: STAYS,
      open: (attributes) => open(`<a href="#talk">Down</a>${TAG.replace('lang="en"', `lang="en" ${attributes}`)}<h2 id="talk">Talk</h2>`),
      openFrame: async (...given) => (await openFrame(...given)).reader,
      site: () => site,
      driver: () => driver,
      inPage,
    });

    test('wasm that was altered on the way is refused', async () => {
      const wasm = readdirSync(DIST).find((name) => /-small-\w+\.wasm$/.test(name));
      const body = Buffer.concat([readFileSync(join(DIST, wasm)), Buffer.from(EMPTY_SECTION)]);
      ok(WebAssembly.validate(body), 'only its hash is wrong');
      site.changes.set(`/${wasm}`, { body });
      const reader = await open(TAG);
      await reader.until(`"${NOTE}"`, () => inPage((note) => window.root.textContent.includes(note), NOTE));
      equal(await reader.hasControl('Begin'), false);
      equal(await driver.findElement(By.css('a[href="tel:988"]')).isDisplayed(), true, 'help is there');
    });
  });
}
