// The hooks of Trunk, for `trunk serve`; `cargo xtask serve` needs no Trunk. `check` runs before the build and says in one
// line what is missing. `pages` runs after it and writes what Trunk does not make: the script, the pages and the data files,
// without the files that contain the app.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const TARGET = 'wasm32-unknown-unknown';

/** Says what is missing and how to get it; undefined if nothing is. */
function missing() {
  if (process.env.TRUNK_PROFILE === 'release') return 'Trunk is for serving only: `cargo xtask dist` builds what ships.';
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) return 'The node packages are missing: run `npm ci`.';
  const library = execFileSync('rustc', ['--print', 'target-libdir', '--target', TARGET], { cwd: root, encoding: 'utf8' }).trim();
  if (!existsSync(library)) return `The Rust target ${TARGET} is missing: run \`rustup target add ${TARGET}\`, or \`cargo xtask serve\`, which knows another way.`;
  return undefined;
}

/** Writes the pages beside what Trunk made. */
async function writePages(stage) {
  // Imported after the check, since they import node packages.
  const [{ filesOf }, { buildPrerender, NAME, prerender }] = await Promise.all([import('./files.mjs'), import('./wasm.mjs')]);
  const wasm = join(stage, `${NAME}_bg.wasm`);
  const full = { wasm, glue: join(resolve(root, process.env.CARGO_TARGET_DIR ?? 'target'), 'wasm-bindgen', 'debug', `${NAME}_bg.js`) };
  const drawn = await prerender(root, await buildPrerender(root));
  const site = filesOf(root, { apps: async () => ({ full }), drawn: async () => drawn, shipped: false });
  for (const name of await site.list(['page'])) writeFileSync(join(stage, name), await site.make(name));
  rmSync(wasm);
  rmSync(join(stage, 'snippets'), { recursive: true, force: true });
}

const wrong = missing();
if (wrong) {
  console.error(wrong);
  process.exit(1);
}
if (process.argv[2] === 'pages') await writePages(process.env.TRUNK_STAGING_DIR);
