// Compiles the app and the native programs of build/ with cargo, makes the glue, and optimises what ships.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const TARGET = 'wasm32-unknown-unknown';
export const NAME = 'trust-checkin';

/** WebAssembly features that the compiler uses. Every tool of binaryen must be told. */
export const FEATURES = [
  'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue',
].map((name) => `--enable-${name}`);

const OPTIMISED = ['-Oz', ...FEATURES, '--strip-debug', '--strip-producers', '--strip-target-features', '--converge', '--low-memory-unused'];

/** Variables with which xtask chooses the compiler and standard library for wasm. Native programs must not see them. */
const WASM_ONLY = ['RUSTUP_TOOLCHAIN', 'RUSTC_BOOTSTRAP', 'CARGO_UNSTABLE_BUILD_STD', 'CARGO_UNSTABLE_BUILD_STD_FEATURES'];

const native = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !WASM_ONLY.includes(name)));

/** Runs a program in `root`, with its error stream on the terminal, and returns what it printed. `signal` stops it. */
async function run(root, program, words, { env = process.env, signal } = {}) {
  const running = promisify(execFile)(program, words, { cwd: root, env, signal, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  running.child.stderr.pipe(process.stderr);
  try {
    return (await running).stdout;
  } catch (error) {
    throw new Error(`${[program, ...words].join(' ')} ended with ${error.code ?? error.signal}`, { cause: error });
  }
}

const targetFolder = (root) => resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

/** Compiles a native program of `build/` and returns its path. */
async function program(root, name, signal) {
  await run(root, 'cargo', ['build', '--quiet', '--locked', '--package', name], { env: native(), signal });
  return join(targetFolder(root), 'debug', name);
}

/**
 * Compiles an edition of the app: `full`, or `small` without saving and comparing. `optimised` is whether it is for
 * readers; otherwise it compiles as fast as possible. Returns the paths { wasm, glue }.
 */
export async function buildApp(root, { edition, optimised }) {
  const bindgen = await program(root, 'bindgen');
  const features = edition === 'small' ? ['--no-default-features'] : [];
  const profile = optimised ? ['--release'] : [];
  await run(root, 'cargo', ['build', '--locked', '--offline', '--bin', NAME, '--target', TARGET, ...profile, ...features]);
  const target = targetFolder(root);
  const folder = join(target, 'app', `${optimised ? 'release' : 'debug'}-${edition}`);
  mkdirSync(folder, { recursive: true });
  await run(root, bindgen, [join(target, TARGET, optimised ? 'release' : 'debug', `${NAME}.wasm`), folder], { env: native() });
  const bound = join(folder, `${NAME}_bg.wasm`);
  const glue = join(folder, `${NAME}_bg.js`);
  if (!optimised) return { wasm: bound, glue };
  const wasm = join(folder, `${NAME}.wasm`);
  await run(root, 'wasm-opt', [bound, '-o', wasm, ...OPTIMISED]);
  return { wasm, glue };
}

/** Compiles `build/prerender`, which draws the check-in natively, and returns its path. */
export const buildPrerender = (root, signal) => program(root, 'prerender', signal);

/**
 * Runs prerender at `path`, which reads `content/` each time. Returns { first, states: [{ name, markup }], paper: { en },
 * data: { en }, messages }: the markup of the first view and of every state, the check-in on paper and the data file of
 * each language, and the keys of all messages in their order.
 */
export const prerender = async (root, path) => JSON.parse(await run(root, path, [], { env: native() }));

/** Name and version of the compiler for the app. */
export const compilerOf = async (root) => (await run(root, 'rustc', ['--version'])).trim();
