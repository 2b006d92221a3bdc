// dist/ as an archive: its lists and names are correct, and nothing in it reveals the build machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { DIST, MANIFEST, ROOT } from './place.mjs';

/** Files that list others, and so cannot list each other. */
const LISTS = ['SHA384SUMS', 'SIZES.md', 'manifest.json'];
const read = (name) => readFileSync(join(DIST, name));
const text = (name) => read(name).toString();
const hash = (bytes, encoding) => createHash('sha384').update(bytes).digest(encoding);

const all = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
  .sort();

test('SHA384SUMS has the hash of every file', () => {
  const lines = text('SHA384SUMS').trimEnd().split('\n').map((line) => /^([0-9a-f]{96}) {2}(.+)$/.exec(line).slice(1));
  expect(lines.map(([, name]) => name).sort()).toEqual(all.filter((name) => name !== 'SHA384SUMS'));
  for (const [sum, name] of lines) expect(hash(read(name), 'hex'), name).toBe(sum);
});

test('the manifest names every file with its size and its hash', () => {
  expect(MANIFEST.files.map(({ name }) => name).sort()).toEqual(all.filter((name) => !LISTS.includes(name)));
  for (const { name, bytes, integrity } of MANIFEST.files) {
    expect({ bytes, integrity }, name).toEqual({ bytes: read(name).length, integrity: `sha384-${hash(read(name), 'base64')}` });
  }
});

test('only what changes its name with its content may be kept for good', () => {
  const kept = MANIFEST.files.filter(({ immutable }) => immutable).map(({ name }) => name);
  expect(kept.map((name) => name.replace(/-\w{12}\./, '.'))).toEqual([
    'ar.txt', 'en.txt', 'es.txt', 'fr.txt', 'pt-BR.txt', 'trust-checkin-full.wasm', 'trust-checkin-small.wasm',
  ]);
  for (const name of kept) expect(/-(\w{12})\.\w+$/.exec(name)[1], name).toBe(hash(read(name), 'hex').slice(0, 12));
});

test('SIZES.md says what the manifest says, and the manifest what is so', () => {
  const rows = text('SIZES.md').split('\n').filter((line) => line.startsWith('| ')).map((line) => line.slice(2, -2).split(' | '));
  const kb = (bytes) => (bytes / 1024).toFixed(1);
  const { files, forms, version } = MANIFEST;
  const head = [['what a page moves', 'requests', 'KB'], ['file', 'KB', 'KB with brotli']];
  const expected = [
    head[0], ...forms.map(({ form, requests, brotli }) => [form, String(requests), kb(brotli)]),
    head[1], ...files.map(({ name, bytes, brotli }) => [`\`${name}\``, kb(bytes), kb(brotli)]),
  ];
  expect(rows).toEqual(expected);
  expect(text('SIZES.md')).toContain(`# Sizes of trust-checkin ${version}\n`);
  const size = (...patterns) => patterns.map((pattern) => files.find(({ name }) => pattern.test(name)).brotli).reduce((a, b) => a + b);
  const script = /^trust-checkin\.en\.js$/;
  const tag = (build) => [script, build, /^en-\w+\.txt$/];
  const sums = [
    size(script), size(/^trust-checkin\.js$/), size(...tag(/-small-\w+\.wasm$/)), size(...tag(/-full-\w+\.wasm$/)),
    size(/^trust-checkin\.standalone\.js$/), size(/^trust-checkin\.standalone\.full\.js$/), size(/^frame\.html$/), size(/^frame\.full\.html$/),
  ];
  expect(forms.map(({ brotli }) => brotli)).toEqual(sums);
  // Compressed files are not compressed again. Hosts differ by some bytes.
  for (const { name, bytes, brotli } of files) {
    const expected = /\.(zip|tgz|png)$/.test(name) ? bytes : brotliCompressSync(read(name)).length;
    expect(Math.abs(brotli - expected), name).toBeLessThanOrEqual(expected / 50);
  }
});

/** The entries of THIRD-PARTY.txt: [name, licence, text]. */
const thirdParties = () => text('THIRD-PARTY.txt').split(`\n${'-'.repeat(80)}\n\n`).slice(1).map((entry) => [...entry.split('\n', 2), entry]);

test('THIRD-PARTY.txt has the standard library and every crate in the app, each with its licence in full', () => {
  const [[library], ...crates] = thirdParties();
  expect(library).toBe('The standard library of Rust');
  for (const [name, licence, entry] of thirdParties()) {
    expect(licence, name).toMatch(/MIT|Apache-2\.0|BSD|Zlib|Unlicense|Unicode/);
    expect(entry, name).toMatch(/Permission is hereby granted, free of charge|TERMS AND CONDITIONS/i);
  }
  for (const [name] of crates) expect(name).toMatch(/^[\w-]+ \d+\.\d+\.\d+/);
  // The crates that cargo links into the app, except those of this repository.
  const words = ['tree', '--locked', '--offline', '--package=trust-checkin', '--target=wasm32-unknown-unknown',
    '--edges=normal,no-proc-macro', '--prefix=none', '--format={p}'];
  const tree = execFileSync('cargo', words, { cwd: ROOT, encoding: 'utf8' });
  const linked = new Set(tree.trim().split('\n').map((line) => line.replace(/^(\S+) v(\S+).*/, '$1 $2')));
  linked.delete(`trust-checkin ${MANIFEST.version}`);
  expect(crates.map(([name]) => name).sort()).toEqual([...linked].sort());
  expect(linked.size).toBeGreaterThan(20);
});

test('what owners and developers install carries the licences, ours and those of others', () => {
  const zip = unzipSync(read('trust-checkin-wordpress.zip'));
  const archive = gunzipSync(read(`trust-checkin-${MANIFEST.version}.tgz`));
  const ours = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => [name, readFileSync(join(ROOT, name))]);
  for (const [name, bytes] of [...ours, ['THIRD-PARTY.txt', read('THIRD-PARTY.txt')]]) {
    expect(Buffer.from(zip[`trust-checkin/assets/${name}`]).equals(bytes), name).toBe(true);
    expect(archive.includes(bytes), name).toBe(true);
  }
});

/** Every file of dist/, and the files packed into it: [name, bytes]. */
function* unpacked() {
  for (const name of all) {
    const bytes = read(name);
    // The app inside a script.
    for (const [app] of bytes.toString('latin1').matchAll(/H4sI[\w+/=]{1000,}/g)) yield [`the app in ${name}`, gunzipSync(Buffer.from(app, 'base64'))];
    yield [name, name.endsWith('.tgz') ? gunzipSync(bytes) : bytes];
    if (name.endsWith('.zip')) for (const [inner, content] of Object.entries(unzipSync(bytes))) yield [`${name}: ${inner}`, content];
  }
}

test('no file tells of the machine it was made on', () => {
  const places = new Set([ROOT, `${homedir()}/`, '/home/', '/root/', '/Users/', 'registry/src']);
  const parts = [...unpacked()];
  expect(parts.map(([name]) => name)).toContain('the app in trust-checkin.standalone.js');
  const found = parts.flatMap(([name, bytes]) => [...places]
    .filter((place) => Buffer.from(bytes).includes(place))
    .map((place) => `${name}: ${place}`));
  expect(found).toEqual([]);
});
