// Rules that Rust keeps as well, over the cases of tests/fixtures/shared-rules.json, which tests/it/shared_rules.rs runs too;
// and addresses that stand in more than one file.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanContact, countryFor, dialable, DIRECTORY, EXIT, regionCode } from '../../../element/shared-rules.js';

const read = (path) => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');
const rules = JSON.parse(read('tests/fixtures/shared-rules.json'));
const { regions } = JSON.parse(read('content/helplines.json'));

test('R54: an owner\'s line is cleaned as Rust cleans it', () => {
  for (const { written, shown } of rules.contact) {
    expect(cleanContact(written) ?? null, JSON.stringify(written)).toBe(shown);
    expect(cleanContact(shown) ?? null).toBe(shown);
  }
  const { prefix, repeated, times, shownTimes } = rules.longContact;
  expect(cleanContact(prefix + repeated.repeat(times))).toBe(repeated.repeat(shownTimes));
  expect(cleanContact(null)).toBeUndefined();
});

test('a number is dialed as in the app', () => {
  for (const { number, dialed } of rules.dial) expect(dialable(number)).toBe(dialed);
});

test('the country of the help lines is that of the app; UK is GB', () => {
  const lines = Object.fromEntries(regions.filter(({ id }) => id !== '001').map(({ id }) => [id, []]));
  for (const { attribute, passedOn, locale, country } of rules.country) {
    const code = regionCode(attribute);
    expect(code ?? null, attribute).toBe(passedOn);
    expect(countryFor(code, locale, lines) ?? null, `${attribute} ${locale}`).toBe(country);
  }
});

test('the page of "Leave quickly" and the directory of help lines are the same wherever they are written out', () => {
  const contract = JSON.parse(read('element/contract.json'));
  expect(contract.attributes.find(({ name }) => name === 'exit').default).toBe(EXIT);
  const elsewhere = regions.find(({ id }) => id === '001').lines.flatMap(({ contacts }) => contacts).filter(({ kind }) => kind === 'link');
  expect([...new Set(elsewhere.map(({ to }) => to))]).toEqual([DIRECTORY]);
  const [, inRust] = /FIND_A_HELPLINE: &str = "([^"]+)"/.exec(read('src/ui/help.rs'));
  expect(inRust).toBe(DIRECTORY);
  for (const path of ['README.md', 'packages/npm/README.md', 'index.html', 'site/check-in.html', 'site/selfcheck.html']) {
    const text = read(path);
    const exits = text.match(/https:\/\/[^"]*(?=" rel="noreferrer"|"\s+rel="noreferrer")/g);
    expect([...new Set(exits)], path).toEqual([EXIT]);
    const directories = text.match(/https:\/\/findahelpline[^"]*/g);
    expect([...new Set(directories)], path).toEqual([DIRECTORY]);
  }
  expect(read('build/prerender/src/paper.rs')).toContain(`href="${EXIT}"`);
});
