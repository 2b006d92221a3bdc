// What the element understands is written down once, in element/contract.json; everything else follows it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withTables } from '../../../build/contract.mjs';
import { element, expect, test } from '../support/host.mjs';
import { WORKED } from '../support/reader.mjs';

const root = resolve(import.meta.dirname, '../../..');
const contract = JSON.parse(readFileSync(resolve(root, 'element/contract.json'), 'utf8'));
const names = contract.attributes.map(({ name }) => name);

test('the tables of docs/embedding.md are those of the contract (node build/contract.mjs makes them anew)', () => {
  const text = readFileSync(resolve(root, 'docs/embedding.md'), 'utf8');
  expect(withTables(text, contract)).toBe(text);
});

test('the element follows every attribute, has every part and uses every custom property', async ({ host }) => {
  await host.open(element('one'));
  const reader = await host.reader('one');
  expect(await reader.checkin.evaluate(({ constructor }) => constructor.observedAttributes)).toEqual(names);
  const parts = await reader.checkin.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part]')].map(({ part }) => part.value));
  expect([...new Set(parts)]).toEqual(contract.parts.map(({ name }) => name));
  const script = readFileSync(resolve(root, 'dist/trust-checkin.js'), 'utf8');
  const used = new Set(script.match(/--trust-checkin-[\w-]+/g));
  expect([...used].sort()).toEqual(contract.cssProperties.map(({ name }) => name).sort());
});

test('every event but that of an error is sent in a whole journey, and no other', async ({ host, page }) => {
  await page.addInitScript(() => {
    window.heard = new Set();
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this.localName === 'trust-checkin') window.heard.add(event.type);
      return dispatchEvent.call(this, event);
    };
  });
  await host.open(element('one', 'events="on"'));
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  const heard = await page.evaluate(() => [...window.heard]);
  const sent = contract.events.map(({ name }) => name).filter((name) => !name.endsWith('-error'));
  expect(heard.sort()).toEqual(sent.sort());
});
