// The frame cannot send, whatever runs in it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './fixtures.mjs';
import { attack, FIND_RTC, missed, NAMES, reached, SANDBOXED, twoFrames, WAYS } from './seal.mjs';

const SHIPPED = readFileSync(resolve(import.meta.dirname, '../../dist/frame.html'), 'utf8');

// Each refusal is told there.
test.use({ expectedLines: /./ });

for (const [name, way] of Object.entries(WAYS)) {
  test(`nothing leaves the frame: ${name}`, async ({ page, site }) => {
    await page.goto(twoFrames(site, SHIPPED, way));
    const [, sealed, control] = page.frames();
    for (const [who, frame] of Object.entries({ sealed, control })) {
      if (way.byDriver) await frame.evaluate(attack(site, who));
      await expect.poll(async () => (await frame.evaluate('window.tried')).sort()).toEqual(NAMES);
    }
    // The same attempts, begun later, have arrived: the sealed ones had their time.
    await expect.poll(() => missed(site, way.sandbox ? SANDBOXED : [])).toEqual([]);
    expect(reached(site, 'sealed')).toEqual([]);
  });
}

test('the frame has no WebRTC, which no policy forbids', async ({ page, site }) => {
  await page.goto(`${site.url}frame.html`);
  expect(await page.evaluate(FIND_RTC)).toEqual([]);
  await page.goto(`${site.url}check-in.html`);
  expect(await page.evaluate(FIND_RTC), 'this browser has it').toContain('RTCPeerConnection');
});
