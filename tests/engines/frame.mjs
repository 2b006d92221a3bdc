// What the frame promises in pages of different origins, and what it scrolls, in engines other than Chromium.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { serve } from '../e2e/support/server.mjs';
import { opened, STAYS } from './hosts.mjs';
import { Reader } from './reader.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');
const PROMISE = 'This box blocks itself from sending data in the background.';
const SAVED = 'My saved check-ins';
const OWN_STORE = `${STAYS} allow-same-origin`;
const page = (body, head = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}<body>${body}`;
const iframe = (src, sandbox) => `<iframe src="${src}" title="Frame" style="width: 500px; height: 900px; border: 0" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe>`;
/** The same, without telling the frame the address of the page around it. */
const unnamed = (...given) => iframe(...given).replace('<iframe', '<iframe referrerpolicy="no-referrer"');
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Pages by path, from the tab inwards; the number of frames to the check-in; whether it promises; whether it has a store. */
const AROUND = {
  'a sandbox without an origin': ({ A }, file) => [{ '/a.html': page(iframe(A + file, STAYS)) }, 1, true],
  'no sandbox, at another origin': ({ C }, file) => [{ '/a.html': page(iframe(C + file)) }, 1, false],
  'its origin, which is that of the page': ({ A }, file) => [{ '/a.html': page(iframe(A + file, OWN_STORE)) }, 1, false],
  'its origin, which is another one': ({ C }, file) => [{ '/a.html': page(iframe(C + file, OWN_STORE)) }, 1, true, true],
  'a page of another site between': ({ A, B }, file) => [{ '/a.html': page(iframe(`${B}b.html`)), '/b.html': page(iframe(A + file, OWN_STORE)) }, 2, false],
  'a page above that hides behind its domain': ({ A, B }, file) => [
    { '/a.html': page(iframe(`${B}b.html`), '<script>document.domain = document.domain</script>'), '/b.html': page(iframe(A + file, OWN_STORE)) }, 2, false,
  ],
  'a page above that hides behind its domain, and its address too': ({ A, B }, file) => [
    { '/a.html': page(unnamed(`${B}b.html`), '<script>document.domain = document.domain</script>'), '/b.html': page(unnamed(A + file, OWN_STORE)) }, 2, false,
  ],
  'srcdoc between': ({ A }, file) => [{ '/a.html': page(`<iframe title="Between" srcdoc="${quoted(iframe(A + file, OWN_STORE))}"></iframe>`) }, 2, false],
  'a sandboxed page between': ({ A }, file) => [{ '/a.html': page(iframe(`${A}b.html`, STAYS)), '/b.html': page(iframe(A + file)) }, 2, true],
};

/** All tests of the frame, in one session of `engine`. */
export function frames(engine) {
  describe(`The frame in ${engine.name}`, { timeout: 300_000 }, () => {
    let site;
    let second;
    let driver;
    let stop;

    before(async () => {
      site = await serve(DIST);
      second = await serve(DIST);
      ({ driver, stop } = await engine.start());
    });

    after(async () => {
      await stop?.();
      await site?.close();
      await second?.close();
    }, { timeout: 30_000 });

    beforeEach(() => {
      for (const server of [site, second]) server.changes.clear();
    });

    const type = 'text/html; charset=utf-8';
    /** The shipped file, or for a driver that finds nothing in a closed root, a copy with its root open and no policy. */
    const file = engine.seesClosedRoots ? 'frame.full.html#save=ask' : 'opened.html#save=ask';

    /** A reader at the check-in, that many frames down. */
    async function visit(pages, depth) {
      const body = opened(readFileSync(join(DIST, 'frame.full.html'), 'utf8'));
      for (const server of [site, second]) server.changes.set('/opened.html', { body, type });
      for (const [path, text] of Object.entries(pages)) site.changes.set(path, { body: text, type });
      await driver.get(site.url + Object.keys(pages)[0].slice(1));
      const reader = new Reader(driver);
      await enter(reader, depth);
      await reader.find();
      return reader;
    }

    async function enter(reader, depth) {
      await driver.switchTo().defaultContent();
      for (let at = 0; at < depth; at += 1) {
        const [frame] = await reader.until('a frame', async () => {
          const found = await driver.findElements(By.css('iframe'));
          return found.length > 0 && found;
        });
        await driver.switchTo().frame(frame);
      }
    }

    for (const [name, around] of Object.entries(AROUND)) {
      test(`R85: it promises only where every page above is shut out, and saves only in a store of its own: ${name}`, async () => {
        const origins = { A: site.url, B: site.url.replace('127.0.0.1', 'localhost'), C: second.url };
        const [pages, depth, promises, saves = false] = around(origins, file);
        const reader = await visit(pages, depth);
        const said = await reader.inPage(() => window.root.querySelector('.privacy').textContent);
        equal(said.includes(PROMISE), promises, said);
        equal(await reader.hasControl(SAVED), saves);
      });
    }

    test('R87: it never scrolls the page around, and new screens are in sight', async () => {
      const body = page(`<p style="height: 1500px">Article</p>${iframe(site.url + file, STAYS)}<p style="height: 3000px">More</p>`);
      const reader = await visit({ '/a.html': body }, 1);
      await driver.switchTo().defaultContent();
      await driver.executeScript(() => scrollTo(0, 1900));
      const before = await driver.executeScript(() => scrollY);
      ok(before > 1500, 'the page has scrolled');
      const seen = () => driver.executeAsyncScript((done) => {
        new IntersectionObserver(([{ intersectionRatio }], observer) => {
          observer.disconnect();
          done(intersectionRatio);
        }).observe(window.root.querySelector('#heading'));
      });
      const scrolled = [];
      for (const name of ['Begin', 'Continue']) {
        await enter(reader, 1);
        await reader.find();
        await reader.inPage((name) => {
          window.root.querySelector('[type=radio]').click();
          [...window.root.querySelectorAll('button')].find((button) => button.textContent.trim() === name).click();
        }, name);
        await reader.until('the heading in sight', async () => await seen() > 0.9);
        await driver.switchTo().defaultContent();
        scrolled.push(await driver.executeScript(() => scrollY));
      }
      deepEqual(scrolled, [before, before]);
    });
  });
}
