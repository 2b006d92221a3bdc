// What the page around, an address or another window may say to the check-in, and what must not come of it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FILES } from '../support/fixtures.mjs';
import { element, expect, idle, test } from '../support/host.mjs';
import { isReady, Reader } from '../support/reader.mjs';

const CONTRACT = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../element/contract.json'), 'utf8'));
const NAMES = CONTRACT.attributes.map(({ name }) => name);
const HOSTILE = [
  '<img src=x onerror="self.wasRun = true">', '</bdi><script>self.wasRun = true</script>', ['javascript', 'self.wasRun=true'].join(':'),
  '{"C":"javascript:self.wasRun=true"}', '\u202e0010 555\u202c', '\u0000', '__proto__', 'constructor', '{', '1e999',
  'x'.repeat(100_000), '['.repeat(100_000),
];
/** All that it may say is to the owner. */
test.use({ expectedLines: /^warning: trust-checkin: / });

const escaped = (value) => value.replace(/[&"<\0]/g, (char) => `&#${char.charCodeAt(0)};`);
/** What was put in where only text may stand. */
const smuggled = (checkin) => checkin.evaluate(({ shadowRoot }) => ({
  elements: shadowRoot.querySelectorAll('script, img, iframe, object, embed, style, [onerror]').length,
  links: [...shadowRoot.querySelectorAll('a')].map((link) => link.protocol).filter((scheme) => !['https:', 'tel:', 'sms:'].includes(scheme)),
  wasRun: 'wasRun' in globalThis,
}));
const NOTHING = { elements: 0, links: [], wasRun: false };

test('r54 no attribute becomes markup, a link that runs, or an end of the check-in', async ({ host }) => {
  test.slow();
  const all = (value) => NAMES.map((name) => `${name}="${escaped(value)}"`).join(' ');
  await host.open(HOSTILE.map((value, n) => element(`n${n}`, all(value))).join(''));
  for (const n of HOSTILE.keys()) {
    // It loads when a reader is near.
    await host.checkin(`n${n}`).scrollIntoViewIfNeeded();
    const reader = await host.reader(`n${n}`);
    await reader.getHelp.click();
    await expect(reader.panel).toBeVisible();
    expect(await smuggled(reader.checkin), HOSTILE[n]).toEqual(NOTHING);
  }
});

test('r54 an owner\'s line stands apart, without what turns the direction of a number', async ({ host }) => {
  await host.open(element('one', `lang="en" contact="${HOSTILE[4]}"`));
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.getHelp.click();
  const line = reader.panel.locator('bdi').last();
  expect(await line.textContent()).toBe('0010 555');
  await expect(line).toHaveCSS('unicode-bidi', 'isolate');
});

test('R54: the first view shows an owner\'s line as the app does', async ({ host }) => {
  const unseen = [0x00ad, 0x200b, 0xfe0f].map((code) => String.fromCodePoint(code)).join('');
  const turning = [0x7, 0x85, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069].map((code) => String.fromCodePoint(code)).join('');
  const line = `${turning.repeat(30)} Call ${turning}0010${unseen} 555\t`;
  const go = host.hold(FILES.wasm);
  await host.open(element('one', 'lang="en"'));
  await host.checkin('one').evaluate((element, line) => element.setAttribute('contact', line), line);
  const reader = new Reader(host.checkin('one'));
  await reader.getHelp.click();
  expect(await reader.panel.locator('bdi').last().textContent()).toBe(`Call 0010${unseen} 555`);
  go();
  await isReady(reader.checkin);
  await reader.press('Show all help lines');
  await expect(reader.panel.getByRole('combobox')).toBeVisible();
  expect(await reader.panel.locator('bdi').last().textContent()).toBe(`Call 0010${unseen} 555`);
});

test('no address makes a rule, markup or a link in the frame', async ({ host, page }) => {
  /** How many rules the frame has with these options in its address. */
  const rules = async (hash) => {
    await host.open(`<iframe src="/frame.html#${hash}" sandbox="allow-scripts" title="Check-in"></iframe>`, { head: '' });
    const checkin = page.frameLocator('iframe').locator('trust-checkin');
    await isReady(checkin);
    await new Reader(checkin).begin('recovery');
    expect(await smuggled(checkin), hash).toEqual(NOTHING);
    return checkin.evaluate(() => document.adoptedStyleSheets[0].cssRules.length);
  };
  const plain = await rules('');
  expect(await rules('accent=red&radius=1px')).toBe(plain + 2);
  for (const value of [...HOSTILE.slice(0, 5), 'red} * { display: none', 'red; background: red', 'url(https://bad.example/)']) {
    const names = [...NAMES, 'accent', 'radius'];
    expect(await rules(names.map((name) => `${name}=${encodeURIComponent(value)}`).join('&')), value).toBe(plain);
  }
});

test('a message sets the height of a frame only if it is a sound number and comes from that frame', async ({ host, page }) => {
  const frame = '<iframe src="about:blank" title="x" style="height: 300px" data-trust-checkin-frame></iframe>';
  await host.open(`${frame}<iframe src="about:blank" title="y" id="other"></iframe>`, { head: '<script src="/trust-checkin.frame.js" defer></script>' });
  const height = () => page.locator('[data-trust-checkin-frame]').evaluate(({ style }) => style.height);
  const say = (from, words) => page.evaluate(([selector, code]) => {
    const { contentWindow } = document.querySelector(selector);
    const script = contentWindow.document.createElement('script');
    script.textContent = `parent.postMessage(${code}, '*')`;
    contentWindow.document.head.append(script);
  }, [from, words]);
  const own = '[data-trust-checkin-frame]';
  for (const words of ['NaN', 'Infinity', '-1', '0', '1e999', '20001', '"500"', '"500px; position: fixed"', '{ valueOf: undefined }', '[500]', 'null', 'true']) {
    await say(own, words);
    await idle(page);
    expect(await height(), words).toBe('300px');
  }
  await say('#other', '500');
  await idle(page);
  expect(await height()).toBe('300px');
  await say(own, '500');
  await expect.poll(height).toBe('500px');
});
