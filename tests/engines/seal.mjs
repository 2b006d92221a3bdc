// The frame cannot send, whatever script runs in it: the attacks of tests/e2e/support/seal.mjs in other engines.
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { By } from 'selenium-webdriver';
import { attack, FIND_RTC, missed, NAMES, reached, twoFrames, WAYS } from '../e2e/support/seal.mjs';
import { serve } from '../e2e/support/server.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');
const SHIPPED = readFileSync(join(DIST, 'frame.html'), 'utf8');
/** Generous: a slow machine is no failure. */
const PATIENCE = 30_000;

/** All attacks, in one session of `engine`. */
export function seal(engine) {
  describe(`The seal of the frame in ${engine.name}`, { timeout: 300_000 }, () => {
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

    async function enter(at) {
      await driver.switchTo().defaultContent();
      await driver.switchTo().frame((await driver.findElements(By.css('iframe')))[at]);
    }

    for (const [name, way] of Object.entries(WAYS)) {
      test(`nothing leaves the frame: ${name}`, async () => {
        await driver.get(twoFrames(site, SHIPPED, way));
        for (const [at, who] of ['sealed', 'control'].entries()) {
          await enter(at);
          if (way.byDriver) await driver.executeScript(attack(site, who));
          const tried = () => driver.executeScript('return window.tried ?? []');
          await driver.wait(async () => (await tried()).length > 0, PATIENCE, `the attack in ${who}`);
          deepEqual((await tried()).sort(), NAMES);
        }
        // The control's attempts began later and have arrived, so the sealed ones had enough time.
        const missing = () => missed(site, engine.doesNotSend(way));
        await driver.wait(() => missing().length === 0, PATIENCE).catch(() => {});
        deepEqual(missing(), [], 'all of it gets out of a page without the policy');
        deepEqual(reached(site, 'sealed'), []);
      });
    }

    test('WebRTC, which no policy forbids, is gone in the frame', async () => {
      await driver.get(`${site.url}check-in.html`);
      equal((await driver.executeScript(`return ${FIND_RTC}`)).length > 0, engine.hasWebRTC);
      await driver.get(`${site.url}frame.html`);
      deepEqual(await driver.executeScript(`return ${FIND_RTC}`), []);
    });
  });
}
