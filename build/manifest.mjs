// What is in dist/: sizes, hashes, and how long a file may be cached. Made last, when nothing changes any more.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const hashOf = (bytes, encoding, kind = 'sha384') => createHash(kind).update(bytes).digest(encoding);
/** Size as most hosts send a file: brotli at its best. */
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const isArchive = (name) => /\.(zip|tgz|png)$/.test(name);
const hasHash = (name) => /-[0-9a-f]{12}\.\w+$/.test(name);

/** A file name that changes with the file: `en.txt` becomes `en-1f2e3d4c5b6a.txt`. */
export function hashedName(name, bytes) {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${hashOf(bytes, 'hex').slice(0, 12)}${name.slice(dot)}`;
}

/** The hash of a file as `integrity` wants it; the script carries the shorter kind of its seven. */
export const integrity = (bytes, kind = 'sha384') => `${kind}-${hashOf(bytes, 'base64', kind)}`;

/** What a page moves for a whole check-in, by form: names of files. */
export const formsOf = ([loader, every], { small, full }, words) => ({
  'before the reader comes near': [loader],
  'the same with every language': [every],
  'tag, div, npm: a whole check-in': [loader, small.name, words],
  'the same with saving or comparing': [loader, full.name, words],
  'standalone: a whole check-in': ['trust-checkin.standalone.js'],
  'the same, with saving or comparing': ['trust-checkin.standalone.full.js'],
  'frame: a whole check-in': ['frame.html'],
  'the same, for comparing': ['frame.full.html'],
});

/** Writes manifest.json, SIZES.md and, last of all, SHA384SUMS. Gives back the manifest. */
export function writeManifest(stage, { name, version, compiler, forms, imports, titles, fallbacks }) {
  const files = readdirSync(stage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(stage.length + 1))
    .filter((file) => !['manifest.json', 'SIZES.md', 'SHA384SUMS'].includes(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(stage, file));
      const size = isArchive(file) ? bytes.length : brotli(bytes);
      return { name: file, bytes: bytes.length, brotli: size, integrity: integrity(bytes), immutable: hasHash(file) };
    });
  const sums = Object.entries(forms).map(([form, names]) => {
    const sum = names.map((wanted) => files.find(({ name }) => name === wanted)?.brotli ?? NaN).reduce((a, b) => a + b);
    return { form, requests: names.length, brotli: sum };
  });
  const manifest = { name, version, compiler, forms: sums, files, imports, titles, fallbacks };
  writeFileSync(join(stage, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(stage, 'SIZES.md'), sizes(manifest));
  const all = readdirSync(stage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(stage.length + 1))
    .filter((file) => file !== 'SHA384SUMS')
    .sort();
  const lines = all.map((file) => `${hashOf(readFileSync(join(stage, file)), 'hex')}  ${file}\n`);
  writeFileSync(join(stage, 'SHA384SUMS'), lines.join(''));
  return manifest;
}

function sizes({ version, forms, files }) {
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
