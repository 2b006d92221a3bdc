// Names, licences and licence texts of all crates in the app.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TARGET = 'wasm32-unknown-unknown';
/** https://opensource.org/license/mit */
const MIT = `The MIT License

Copyright (c) {authors}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** The standard library and the crates inside it, which the compiler links into every app. */
const LIBRARY = `The standard library of Rust
MIT OR Apache-2.0
https://github.com/rust-lang/rust

LICENSE-MIT

${MIT.replace('Copyright (c) {authors}', [
    'Copyright (c) The Rust Project Contributors',
    'Copyright (c) 2014 Alex Crichton (cfg-if, dlmalloc and rustc-demangle in it)',
    "Copyright (c) 2016 Amanieu d'Antras (hashbrown in it)",
    'Copyright (c) 2018 Jorge Aparicio (libm in it)',
    'Copyright (c) 2005-2020 Rich Felker, et al. (musl, which libm follows)',
  ].join('\n'))}`;

/** Returns THIRD-PARTY.txt: name, version, licence and licence texts of every crate in the app. */
export function licences(root) {
  const cargo = (...words) => execFileSync('cargo', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { packages } = JSON.parse(cargo('metadata', '--format-version=1', '--locked', '--offline', `--filter-platform=${TARGET}`));
  // Without build dependencies and macros, which leave nothing in the app.
  const tree = cargo('tree', '--locked', '--offline', '--package=trust-checkin', `--target=${TARGET}`, '--edges=normal,no-proc-macro', '--prefix=none', '--format={p}');
  const used = new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')));
  const crates = packages
    .filter(({ name, version, source }) => source && used.has(`${name} v${version}`))
    .sort((one, other) => one.name.localeCompare(other.name));
  if (crates.length === 0) throw new Error('No crate was found in the app: has the output of cargo tree changed?');
  const about = 'The app contains the following work of others. Each is used under the terms that its authors give below.\n' +
    'The scripts contain no code of others but the glue of wasm-bindgen.\n';
  return [about, LIBRARY, ...crates.map(entry)].join(`\n${'-'.repeat(80)}\n\n`);
}

function entry({ name, version, license, repository, authors, manifest_path: manifest }) {
  const folder = dirname(manifest);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[sc]e|copying|notice|unlicense)/i.test(file))
    .sort()
    .map((file) => `${file}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`);
  // Some authors name the licence only in their manifest. The text is the standard one with their names.
  if (texts.length === 0 && /\bMIT\b/.test(license)) texts.push(MIT.replace('{authors}', authors.join(', ') || `the authors of ${name}`));
  if (texts.length === 0) throw new Error(`${name} ${version} carries no text of its licence, ${license}: put it into build/licences.mjs.`);
  const head = [`${name} ${version}`, license, repository, authors.join(', ')].filter(Boolean).join('\n');
  return [`${head}\n`, ...texts].join('\n');
}
