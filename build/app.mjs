// The app's file as it ships: its imports and exports get short names, and the styles of its screens travel inside it.
// wasm-bindgen's names are long, contain hashes and occur in both the app and the script.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTexts } from './scripts.mjs';
import { FEATURES } from './wasm.mjs';

/** The custom section that holds the styles; load.js reads it. */
const STYLES = 'styles';

/**
 * Packs both editions as they ship. `full` and `small` are the paths from buildApp; `styles` has one text for each
 * edition. Returns { apps, newGlue, imports }: the bytes of each app, the text of a module whose function newGlue makes
 * the glue for one instance of either app, and the names of the browser functions that each app imports.
 */
export async function packApps({ full, small }, styles) {
  const folder = mkdtempSync(join(tmpdir(), 'trust-checkin-'));
  try {
    const out = join(folder, 'app.wasm');
    const words = [full.wasm, '-o', out, '--minify-imports-and-exports-and-modules', ...FEATURES];
    const names = JSON.parse(execFileSync('wasm-opt', words, { encoding: 'utf8' }));
    const wasm = readFileSync(out);
    mustFit(small.glue, full.glue);
    return await packed({ small: renamed(small.wasm, names, folder), full: wasm }, names, full.glue, styles);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Packs one edition for development, with the names that wasm-bindgen gave. The full edition stands for both. */
export async function packUnoptimised({ wasm, glue }, styles) {
  const bytes = readFileSync(wasm);
  const module = new WebAssembly.Module(bytes);
  const names = {
    imports: WebAssembly.Module.imports(module).map(({ module, name }) => [module, name, name]),
    exports: WebAssembly.Module.exports(module).map(({ name }) => [name, name]),
  };
  return packed({ small: bytes, full: bytes }, names, glue, styles);
}

async function packed(apps, names, glue, styles) {
  const eachApp = (make) => Object.fromEntries(Object.entries(apps).map(([edition, wasm]) => [edition, make(wasm, edition)]));
  return {
    apps: eachApp((wasm, edition) => Buffer.concat([wasm, section(STYLES, styles[edition])])),
    newGlue: await newGlue(apps.full, names, glue),
    imports: eachApp((wasm) => importsOf(wasm, names, glue)),
  };
}

/** Throws unless every function in the glue of the small edition is also in the glue of the full edition, unchanged. */
function mustFit(small, full) {
  // Comments number the functions, and the full edition has more of them.
  const functions = (file) => readFileSync(file, 'utf8').replace(/^\s*\/\/.*\n/gm, '').split(/^(?=export function |function |let |const )/m).map((text) => text.trim());
  const there = new Set(functions(full));
  const alien = functions(small).filter((text) => text && !there.has(text));
  if (alien.length > 0) throw new Error(`The small edition needs glue that the full edition does not have:\n${alien.join('\n')}`);
}

/** Returns the app in `wasmFile` with the short names that the other edition got. */
function renamed(wasmFile, names, folder) {
  const [text, out] = ['app.wat', 'small.wasm'].map((name) => join(folder, name));
  execFileSync('wasm-dis', [wasmFile, '-o', text, ...FEATURES]);
  const imports = new Map(names.imports.map(([, long, short]) => [JSON.stringify(long), JSON.stringify(short)]));
  const exports = new Map(names.exports.map(([long, short]) => [JSON.stringify(long), JSON.stringify(short)]));
  const short = (names, long) => names.get(long) ?? (() => { throw new Error(`Only the small edition has ${long}.`); })();
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(folder, 'app.wasm'))));
  writeFileSync(text, readFileSync(text, 'utf8')
    .replace(/\(import "[^"]*" ("[^"]*")/g, (_, long) => `(import "${module}" ${short(imports, long)}`)
    .replace(/\(export ("[^"]*")/g, (_, long) => `(export ${short(exports, long)}`));
  execFileSync('wasm-as', [text, '-o', out, ...FEATURES]);
  return readFileSync(out);
}

// console.error, to which Yew passes nodes it cannot find. Their text is private, so the import does nothing.
const isConsoleError = (long) => long.startsWith('__wbg_error_');
// Older names of globalThis. Every supported browser has globalThis, so wasm-bindgen never asks for them.
const isOldGlobal = (long) => /^__wbg_static_accessor_(GLOBAL|SELF|WINDOW)_[0-9a-f]/.test(long);
// innerHTML, with which Yew can make markup from text. The app never does, and cannot.
const isMarkup = (long) => long.startsWith('__wbg_set_innerHTML_');
const isDisabled = (long) => isConsoleError(long) || isOldGlobal(long) || isMarkup(long);

/** Lists what an app imports: the browser function that the glue calls, or else wasm-bindgen's name for the import. */
function importsOf(wasm, names, glue) {
  const long = new Map(names.imports.map(([, long, short]) => [short, long]));
  const text = readFileSync(glue, 'utf8');
  const ask = (long) => {
    const [, body = ''] = new RegExp(`function ${long}\\(([^]*?)\\n\\}`).exec(text) ?? [];
    const name = /\bret = ((?:new )?[A-Z][\w.]*)\(/.exec(body)?.[1] ?? long.replace(/^__wbg_|_[0-9a-f]{16}$/g, '');
    return isDisabled(long) ? `${name} (does nothing)` : name;
  };
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => ask(long.get(name))).sort();
}

/**
 * Wraps the glue in a function that returns { imports, use, start, mount } for one instance of the app. Each instance
 * gets glue of its own, so late callbacks and memory addresses of a stopped instance cannot reach the next one.
 */
async function newGlue(wasm, names, glue) {
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const imports = names.imports.map(([, long, short]) => `${short}: ${isDisabled(long) ? '() => {}' : `glue.${long}`}`);
  // A renamed import must not come back to life unnoticed.
  for (const [what, matches] of [['console.error', isConsoleError], ['innerHTML', isMarkup]]) {
    if (!names.imports.some(([, long]) => matches(long))) throw new Error(`The app imports no ${what} under the name that newGlue disables.`);
  }
  const short = new Map(names.exports);
  const nameOf = (long) => short.get(long) ?? (() => { throw new Error(`The app has no ${long}.`); })();
  const renamed = readFileSync(glue, 'utf8').replace(/\bwasm\.(\w+)/g, (_, long) => `wasm.${nameOf(long)}`);
  const files = {
    glue: `${renamed}\nexport const start = () => wasm.${short.get('__wbindgen_start')}();`,
    names: `import * as glue from 'glue';
export const imports = { '${module}': { ${imports.join(', ')} } };
export { __wbg_set_wasm as use, mount, start } from 'glue';`,
  };
  const text = await bundleTexts('names', files);
  const [end, what] = /\nexport \{([^}]+)\};\s*$/.exec(text) ?? [];
  if (!end) throw new Error('The glue does not end with its exports: see newGlue in build/app.mjs.');
  return `export function newGlue() {\n${text.slice(0, -end.length)}\nreturn {${what.replace(/(\S+) as (\S+)/g, '$2: $1')}};\n}`;
}

/** Encodes a custom section: https://webassembly.github.io/spec/core/binary/modules.html#custom-section. */
function section(name, text) {
  const named = (text) => [Buffer.from(leb128(Buffer.byteLength(text))), Buffer.from(text)];
  const body = Buffer.concat([...named(name), Buffer.from(text)]);
  return Buffer.concat([Buffer.from([0, ...leb128(body.length)]), body]);
}

/** Encodes a number of at least 0 in seven bits per byte, lowest first; the top bit marks that more follow. */
function leb128(number) {
  const low = number & 0x7f;
  return number > 0x7f ? [low | 0x80, ...leb128(number >>> 7)] : [low];
}
