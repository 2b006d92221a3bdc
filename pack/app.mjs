// The app's file as it ships: short names for what it imports and exports, since wasm-bindgen's are long, carry hashes
// and are in two files; and the styles of its screens, which no page needs before.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FEATURES = [
  'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue',
].map((name) => `--enable-${name}`);

/** The custom section that holds the styles; load.js reads it. */
const STYLES = 'styles';

/**
 * The app with short names and with `styles` inside, and a module that knows the names: `imports` for
 * WebAssembly.instantiate, and `exported`, which gives an instance's exports their own names back. `glue` is the
 * glue's name in an import.
 */
export function packApp(wasmFile, glue, styles) {
  const folder = mkdtempSync(join(tmpdir(), 'trust-checkin-'));
  try {
    const out = join(folder, 'app.wasm');
    const words = [wasmFile, '-o', out, '--minify-imports-and-exports-and-modules', ...FEATURES];
    const names = JSON.parse(execFileSync('wasm-opt', words, { encoding: 'utf8' }));
    const wasm = readFileSync(out);
    return { wasm: Buffer.concat([wasm, section(STYLES, styles)]), module: moduleOf(wasm, names, glue) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function moduleOf(wasm, names, glue) {
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  // Yew tells the console of nodes it cannot find, and hands them over: what stands in them is nobody's business.
  const isTold = (long) => long.startsWith('__wbg_error_');
  // Every browser with WebAssembly here has globalThis: its older names are never asked for.
  const isOlder = (long) => /^__wbg_static_accessor_(GLOBAL|SELF|WINDOW)_[0-9a-f]/.test(long);
  const isNothing = (long) => isTold(long) || isOlder(long);
  const imports = names.imports.map(([, long, short]) => `${short}: ${isNothing(long) ? '() => {}' : `glue.${long}`}`);
  if (!names.imports.some(([, long]) => isTold(long))) throw new Error('The app has no console.error to silence.');
  const exports = names.exports.map(([long, short]) => `${long}: exports.${short}`);
  return `import * as glue from '${glue}';
export const imports = { ${module}: { ${imports.join(', ')} } };
export const exported = (exports) => ({ ${exports.join(', ')} });`;
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
