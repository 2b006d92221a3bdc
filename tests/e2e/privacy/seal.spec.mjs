// The frame cannot send, whatever runs in it.
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '../support/fixtures.mjs';
import { attack, FIND_RTC, missed, NAMES, reached, SANDBOXED, twoFrames, WAYS } from '../support/seal.mjs';

const SHIPPED = readFileSync(resolve(import.meta.dirname, '../../../dist/frame.html'), 'utf8');

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

test.describe('WebRTC, which no policy forbids', () => {
  test('is gone in the frame', async ({ page, site }) => {
    await page.goto(`${site.url}check-in.html`);
    expect(await page.evaluate(FIND_RTC), 'this browser has it').toContain('RTCPeerConnection');
    await page.goto(`${site.url}frame.html`);
    expect(await page.evaluate(FIND_RTC)).toEqual([]);
  });

  // docs/threat-model.md says so. Should a browser close this hole, the sentence there goes with this test.
  test('comes back with an empty frame that a script in there makes: a limit', async ({ page, site }) => {
    const heard = [];
    const listener = createSocket('udp4', (packet) => heard.push(packet));
    await new Promise((done) => { listener.bind(0, '127.0.0.1', done); });
    await page.goto(`${site.url}frame.html`);
    await page.evaluate(async (address) => {
      const empty = document.createElement('iframe');
      document.body.append(empty);
      const connection = new empty.contentWindow.RTCPeerConnection({ iceServers: [{ urls: `stun:${address}` }] });
      connection.createDataChannel('leak');
      await connection.setLocalDescription(await connection.createOffer());
    }, `127.0.0.1:${listener.address().port}`);
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    listener.close();
  });
});

test('a script in the frame could take it elsewhere: a limit', async ({ page, site }) => {
  await page.goto(`${site.url}frame.html`);
  await page.evaluate((to) => { location.href = to; }, `${site.url}reached/sealed/navigation`);
  await expect.poll(() => reached(site, 'sealed')).toEqual(['navigation']);
});
