// "Leave quickly" in engines other than Chromium: from inside a frame, and Back afterwards.
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { ORDER } from '../e2e/support/reader.mjs';

/** User activation lasts some seconds after a click, five in most browsers; after that a frame has to do without. */
const LONG_AFTER = 6_500;
const WEATHER = 'weather.html';
const ITEMS = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../content/en.json'), 'utf8')).items;

/** The tests of leaving, for one engine; `open` and `openFrame` return a reader at the first view. */
export function leaving({ engine, stays, open, openFrame, site, driver, inPage }) {
  /** The exit page. */
  function weather() {
    site().changes.set(`/${WEATHER}`, { body: '<!doctype html><title>Weather</title>Rain', type: 'text/html' });
    return site().url + WEATHER;
  }

  async function pressesShift(times) {
    for (let time = 0; time < times; time += 1) {
      await driver().actions().keyDown(Key.SHIFT).keyUp(Key.SHIFT).perform();
    }
  }

  /** Checks that the tab is at the exit page, which received `referer`. */
  async function isAtWeather(reader, referer = undefined) {
    await driver().switchTo().defaultContent();
    await reader.until('the other page', async () => await driver().getCurrentUrl() === site().url + WEATHER);
    const asked = site().requests.filter(({ path }) => path === `/${WEATHER}`);
    deepEqual(asked.map(({ headers }) => headers.referer), [referer]);
  }

  async function begin(reader) {
    await reader.choose('I am in recovery');
    await reader.press('Begin');
    await reader.sees('How are you right now?');
  }

  /** The words of the cover, and whether they show at once; undefined without a cover. */
  const cover = () => inPage(() => {
    const link = window.root.querySelector('dialog a');
    return link ? [link.textContent, link.className === ''] : undefined;
  });

  test('R22: Shift three times leaves the page, and Back finds a blank start', async () => {
    const reader = await open(`exit="${weather()}"`);
    await driver().findElement(By.linkText('Down')).click();
    await begin(reader);
    await reader.choose("I don't feel safe with someone");
    await pressesShift(3);
    await isAtWeather(reader);
    await driver().navigate().back();
    await reader.find();
    await reader.seesCard();
    equal(await inPage(() => window.root.querySelectorAll('dialog, :checked').length), 0);
    equal(await inPage(() => document.querySelectorAll('meta[name=referrer]').length), 0);
    await begin(reader);
  });

  test('R70: Shift three times leaves also where the page has hidden its part with the check-in, and empties the page', async () => {
    const reader = await open(`exit="${weather()}"`);
    await begin(reader);
    await inPage(() => {
      const part = document.querySelector('trust-checkin');
      part.style.setProperty('display', 'none', 'important');
      part.inert = true;
      // A listener of the page is gone before it could hold anybody up.
      window.addEventListener('pagehide', () => { localStorage.heard = 'yes'; });
    });
    await pressesShift(3);
    await isAtWeather(reader);
    equal(await inPage(() => localStorage.heard), null);
  });

  test('R66, R68: listeners of the page hear nothing that is pressed and typed, and no internals open the root', async () => {
    const reader = await open('');
    await inPage(() => {
      window.heard = [];
      for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'click', 'pointerdown', 'mousedown', 'mouseup', 'paste']) {
        const hear = ({ target }) => target.localName === 'trust-checkin' && window.heard.push(type);
        document.addEventListener(type, hear);
        if (/mouse|pointer|press|before/.test(type)) document.addEventListener(type, hear, true);
      }
    });
    await begin(reader);
    await driver().actions().sendKeys('x', Key.ARROW_DOWN).perform();
    deepEqual(await inPage(() => window.heard), []);
    equal(await inPage(() => {
      try {
        return String(document.querySelector('trust-checkin').attachInternals());
      } catch ({ name }) {
        return name;
      }
    }), 'NotSupportedError');
  });

  test('R22: a page that the browser kept for Back is as it was', async () => {
    const reader = await open('');
    await inPage(() => {
      window.isSame = true;
      window.addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted; });
    });
    await begin(reader);
    await reader.press('Continue');
    await reader.choose('Often');
    await driver().get(weather());
    await driver().navigate().back();
    await reader.find();
    equal(Boolean(await inPage(() => window.isSame && window.wasKept)), engine.keepsPages);
    if (!engine.keepsPages) {
      await reader.seesCard();
      return;
    }
    equal(await (await reader.control('Often')).isSelected(), true);
    await reader.press('Continue');
    await reader.sees(ITEMS[ORDER[1]].recovery.text);
  });

  test('R38: the frame takes the page around along, long after the last click', async () => {
    const reader = await openFrame(`#exit=${encodeURIComponent(weather())}`);
    await begin(reader);
    await driver().sleep(LONG_AFTER);
    const frame = await inPage(() => location.href.split('#')[0]);
    await pressesShift(3);
    await isAtWeather(reader, engine.namesFrames ? frame : undefined);
  });

  test('R38: where the frame may not do so, it is covered, and the cover opens a new tab', async () => {
    const reader = await openFrame(`#exit=${encodeURIComponent(weather())}`, stays);
    await begin(reader);
    // Not `press`, which looks at the page afterwards: there is none.
    await (await reader.control('Leave quickly')).click();
    await reader.until('the cover', async () => (await cover())?.[1]);
    deepEqual(await cover(), ['Screen cleared. Tap here to leave, or close this tab.', true]);
    equal(await inPage(() => window.root.textContent.includes('How are you right now?')), false);
    const first = await driver().getWindowHandle();
    await (await inPage(() => window.root.querySelector('dialog a'))).click();
    await reader.until('a second tab', async () => (await driver().getAllWindowHandles()).length === 2);
    const second = (await driver().getAllWindowHandles()).find((one) => one !== first);
    await driver().switchTo().window(second);
    await isAtWeather(reader);
    await driver().close();
    await driver().switchTo().window(first);
  });
}
