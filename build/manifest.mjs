// The lists of dist/: sizes, hashes, and which files may be cached for good.
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { NAME } from './wasm.mjs';

const hashOf = (bytes, encoding, kind = 'sha384') => createHash(kind).update(bytes).digest(encoding);
/** Size of a file as most hosts send it: compressed with brotli at its best. */
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const isPacked = (name) => /\.(zip|tgz|png)$/.test(name);
const hasHash = (name) => /-[0-9a-f]{12}\.\w+$/.test(name);

/** Adds a hash of the bytes to a file name: `en.txt` becomes `en-1f2e3d4c5b6a.txt`. */
export function hashedName(name, bytes) {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${hashOf(bytes, 'hex').slice(0, 12)}${name.slice(dot)}`;
}

/** Hash of a file for an `integrity` attribute. The script contains seven of them, of the shorter kind. */
export const integrity = (bytes, kind = 'sha384') => `${kind}-${hashOf(bytes, 'base64', kind)}`;

/** Names of the files that a page loads for a check-in, by form. */
const formsOf = ([loader, every], { small, full }, words) => ({
  'before the reader comes near': [loader],
  'the same with every language': [every],
  'tag, div, npm: a whole check-in': [loader, small.name, words],
  'the same with saving or comparing': [loader, full.name, words],
  'standalone: a whole check-in': ['trust-checkin.standalone.js'],
  'the same, with saving or comparing': ['trust-checkin.standalone.full.js'],
  'frame: a whole check-in': ['frame.html'],
  'the same, for comparing': ['frame.full.html'],
});

/** Returns manifest.json as an object. `files` maps names to bytes; the rest are the facts of filesOf. */
export function manifestOf(files, compiler, { version, data, imports, titles, fallbacks }) {
  const listed = [...files.keys()].sort().map((name) => {
    const bytes = files.get(name);
    const size = isPacked(name) ? bytes.length : brotli(bytes);
    return { name, bytes: bytes.length, brotli: size, integrity: integrity(bytes), immutable: hasHash(name) };
  });
  const sizeOf = (name) => listed.find((file) => file.name === name)?.brotli ?? NaN;
  const forms = Object.entries(formsOf([`${NAME}.en.js`, `${NAME}.js`], data.apps, data.words.en.name))
    .map(([form, names]) => ({ form, requests: names.length, brotli: names.map(sizeOf).reduce((a, b) => a + b) }));
  return { name: NAME, version, compiler, forms, files: listed, imports, titles, fallbacks };
}

/** Returns manifest.json for development: the same without compressed sizes, which take long to compute. */
export function quickManifestOf(files, { version, titles, fallbacks }) {
  const listed = [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, brotli: bytes.length, integrity: integrity(bytes) }));
  return { name: NAME, version, forms: [], files: listed, titles, fallbacks };
}

/** Returns SHA384SUMS, a list of hashes for `sha384sum --check`. */
export const sumsOf = (files) => [...files.keys()].sort().map((name) => `${hashOf(files.get(name), 'hex')}  ${name}\n`).join('');

/** Returns SIZES.md, the sizes of the manifest as tables. */
export function sizesOf({ version, forms, files }) {
  const kb = (bytes) => (bytes / 1024).toFixed(1);
  const rows = (list) => list.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `# Sizes of trust-checkin ${version}

KB of 1024 bytes, compressed with brotli as most hosts do; archives and pictures as they are.

| what a page moves | requests | KB |
|---|---|---|
${rows(forms.map(({ form, requests, brotli }) => [form, requests, kb(brotli)]))}

| file | KB | KB with brotli |
|---|---|---|
${rows(files.map(({ name, bytes, brotli }) => [`\`${name}\``, kb(bytes), kb(brotli)]))}
`;
}
