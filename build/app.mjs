// The app's file as it ships: short names for what it imports and exports, since wasm-bindgen's are long, carry hashes
// and are in two files; and the styles of its screens, which no page needs before.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTexts } from './scripts.mjs';

const FEATURES = [
  'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue',
].map((name) => `--enable-${name}`);

/** The custom section that holds the styles; load.js reads it. */
const STYLES = 'styles';

/**
 * The builds of the app with short names and with the `styles` of each inside, and `newGlue`, a module with a function that makes
 * glue for any of them: `imports` for WebAssembly.instantiate, `use` for what that exports, `start`, and `mount`.
 * `full` and `small` are each the file that Trunk or its like made, and the glue that wasm-bindgen made for it.
 */
export async function packApps({ full, small }, styles) {
  const folder = mkdtempSync(join(tmpdir(), 'trust-checkin-'));
  try {
    const out = join(folder, 'app.wasm');
    const words = [full.wasm, '-o', out, '--minify-imports-and-exports-and-modules', ...FEATURES];
    const names = JSON.parse(execFileSync('wasm-opt', words, { encoding: 'utf8' }));
    const wasm = readFileSync(out);
    mustFit(small.glue, full.glue);
    const apps = { small: renamed(small.wasm, names, folder), full: wasm };
    const eachApp = (make) => Object.fromEntries(Object.entries(apps).map(([build, wasm]) => [build, make(wasm, build)]));
    return {
      apps: eachApp((wasm, build) => Buffer.concat([wasm, section(STYLES, styles[build])])),
      newGlue: await newGlue(wasm, names, full.glue),
      imports: eachApp((wasm) => importsOf(wasm, names, full.glue)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Throws unless each function of the small build's glue is, to the letter, one of the full build's. */
function mustFit(small, full) {
  // Comments in it count functions, of which the full build has more.
  const functions = (file) => readFileSync(file, 'utf8').replace(/^\s*\/\/.*\n/gm, '').split(/^(?=export function |function |let |const )/m).map((text) => text.trim());
  const there = new Set(functions(full));
  const alien = functions(small).filter((text) => text && !there.has(text));
  if (alien.length > 0) throw new Error(`The glue of the full build is none for the small one:\n${alien.join('\n')}`);
}

/** The app in `wasmFile` with the short names that another build got. */
function renamed(wasmFile, names, folder) {
  const [text, out] = ['app.wat', 'small.wasm'].map((name) => join(folder, name));
  execFileSync('wasm-dis', [wasmFile, '-o', text, ...FEATURES]);
  const imports = new Map(names.imports.map(([, long, short]) => [JSON.stringify(long), JSON.stringify(short)]));
  const exports = new Map(names.exports.map(([long, short]) => [JSON.stringify(long), JSON.stringify(short)]));
  const short = (names, long) => names.get(long) ?? (() => { throw new Error(`Only the small build has ${long}.`); })();
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(folder, 'app.wasm'))));
  writeFileSync(text, readFileSync(text, 'utf8')
    .replace(/\(import "[^"]*" ("[^"]*")/g, (_, long) => `(import "${module}" ${short(imports, long)}`)
    .replace(/\(export ("[^"]*")/g, (_, long) => `(export ${short(exports, long)}`));
  execFileSync('wasm-as', [text, '-o', out, ...FEATURES]);
  return readFileSync(out);
}

/** What Yew asks of the browser and never expects to fail: if it does, the app has stopped, whoever finds out. */
const CANNOT_FAIL = /^(export function __wbg_(?:addEventListener|cloneNode|closest|createElement|createElementNS|focus|querySelector|removeAttribute|setAttribute|set_defaultValue)_[0-9a-f]+)\(\) \{ return handleError\(function (\([^]*?\n\}), arguments\); \}/gm;

/**
 * What of the glue is left out or put simpler, pattern to text; each must be found.
 * It is for browsers that are too old to run the app, for twenty times more memory than the app may ever have, or for
 * values that nobody takes back: what is mounted is unmounted, and Yew drops its own listeners.
 */
const SIMPLER = [
  [CANNOT_FAIL, '$1$2'],
  [/^if \(Symbol\.dispose\).*\n/m, ''],
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/m, ''],
  [/^ *\w+\.(?:un)?register\(.*\);\n/gm, ''],
  [/^const \w+ = \(typeof FinalizationRegistry === 'undefined'\)[^;]*;\n/gm, ''],
  [/^ {4}(?:free|__destroy_into_raw)\(\) \{[^]*?\n {4}\}\n/gm, ''],
  [/this\.__destroy_into_raw\(\)/, 'this.__wbg_ptr'],
  // Longer texts once more in memory for a moment, and no loop over their letters.
  [/^( {4})if \(realloc === undefined\) \{\n([^]*?)\n {4}\}\n[^]*?^\}/m, '$2\n}'],
  [/^function decodeText\(bytes\) \{[^]*?^\}/m, 'const decodeText = (bytes) => cachedTextDecoder.decode(bytes);'],
  [/cachedDataViewMemory0\.buffer\.detached === true .*\)\) \{/, 'cachedDataViewMemory0.buffer !== wasm.memory.buffer) {'],
  [/cachedUint8ArrayMemory0 === null \|\| cachedUint8ArrayMemory0\.byteLength === 0/, 'cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer'],
];

// Yew tells the console of nodes it cannot find, and hands them over: what stands in them is nobody's business.
const isTold = (long) => long.startsWith('__wbg_error_');
// Every browser with WebAssembly here has globalThis: its older names are never asked for.
const isOlder = (long) => /^__wbg_static_accessor_(GLOBAL|SELF|WINDOW)_[0-9a-f]/.test(long);
// Yew can make markup from text. Nothing here does, and nothing here can.
const isMarkup = (long) => long.startsWith('__wbg_set_innerHTML_');
const isNothing = (long) => isTold(long) || isOlder(long) || isMarkup(long);

/** All that a build can ask of the browser: what the glue makes or calls by name, or else wasm-bindgen's name for it. */
function importsOf(wasm, names, glue) {
  const long = new Map(names.imports.map(([, long, short]) => [short, long]));
  const text = readFileSync(glue, 'utf8');
  const ask = (long) => {
    const [, body = ''] = new RegExp(`function ${long}\\(([^]*?)\\n\\}`).exec(text) ?? [];
    const name = /\bret = ((?:new )?[A-Z][\w.]*)\(/.exec(body)?.[1] ?? long.replace(/^__wbg_|_[0-9a-f]{16}$/g, '');
    return isNothing(long) ? `${name} (does nothing)` : name;
  };
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => ask(long.get(name))).sort();
}

/**
 * The glue as a function: each call gives one of its own. What one instance of the app leaves behind, late callbacks
 * and addresses in its memory, never meets the next one.
 */
async function newGlue(wasm, names, glue) {
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const imports = names.imports.map(([, long, short]) => `${short}: ${isNothing(long) ? '() => {}' : `glue.${long}`}`);
  if (!names.imports.some(([, long]) => isTold(long))) throw new Error('The app has no console.error to silence.');
  const short = new Map(names.exports);
  const simple = SIMPLER.reduce((text, [pattern, simpler]) => {
    if (text.search(pattern) < 0) throw new Error(`The glue is not what it was: it has nothing like ${pattern}.`);
    return text.replace(pattern, simpler);
  }, readFileSync(glue, 'utf8'));
  const nameOf = (long) => short.get(long) ?? (() => { throw new Error(`The app has no ${long}.`); })();
  const renamed = simple.replace(/\bwasm\.(\w+)/g, (_, long) => `wasm.${nameOf(long)}`);
  const files = {
    glue: `${renamed}\nexport const start = () => wasm.${short.get('__wbindgen_start')}();`,
    names: `import * as glue from 'glue';
export const imports = { ${module}: { ${imports.join(', ')} } };
export { __wbg_set_wasm as use, mount, start } from 'glue';`,
  };
  const text = await bundleTexts('names', files);
  const [end, what] = /\nexport \{([^}]+)\};\s*$/.exec(text) ?? [];
  if (!end) throw new Error('The glue is not what it was: see newGlue in build/app.mjs.');
  return `export function newGlue() {\n${text.slice(0, -end.length)}\nreturn {${what.replace(/(\S+) as (\S+)/g, '$2: $1')}};\n}`;
}

/** A custom section as https://webassembly.github.io/spec/core/binary/modules.html#custom-section has it. */
function section(name, text) {
  const named = (text) => [Buffer.from(leb128(Buffer.byteLength(text))), Buffer.from(text)];
  const body = Buffer.concat([...named(name), Buffer.from(text)]);
  return Buffer.concat([Buffer.from([0, ...leb128(body.length)]), body]);
}

/** A number of at least 0 in seven bits a byte, the lowest first; the top bit says that there is more. */
function leb128(number) {
  const low = number & 0x7f;
  return number > 0x7f ? [low | 0x80, ...leb128(number >>> 7)] : [low];
}
