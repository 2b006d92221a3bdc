// Writes dist/: every file that ships, and the lists of them. Run it with `cargo xtask dist`, which sets up its tools.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { filesOf } from './files.mjs';
import { manifestOf, sizesOf, sumsOf } from './manifest.mjs';
import { buildApp, buildPrerender, compilerOf, prerender } from './wasm.mjs';

const root = resolve(import.meta.dirname, '..');

// One after the other: cargo writes both editions to the same file.
const full = await buildApp(root, { edition: 'full', optimised: true });
const small = await buildApp(root, { edition: 'small', optimised: true });
const drawn = await prerender(root, await buildPrerender(root));
const site = filesOf(root, { apps: async () => ({ full, small }), drawn: async () => drawn, shipped: true });

const files = new Map();
for (const name of await site.list(['page', 'inlined', 'installed'])) files.set(name, await site.make(name));
const manifest = manifestOf(files, await compilerOf(root), await site.facts());
// The lists come last. SHA384SUMS covers the other two as well.
files.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
files.set('SIZES.md', Buffer.from(sizesOf(manifest)));
files.set('SHA384SUMS', Buffer.from(sumsOf(files)));

// The old dist/ stays until the new one is complete.
const [half, dist] = [join(root, 'target', 'dist-half'), join(root, 'dist')];
rmSync(half, { recursive: true, force: true });
for (const [name, bytes] of files) {
  mkdirSync(dirname(join(half, name)), { recursive: true });
  writeFileSync(join(half, name), bytes);
}
rmSync(dist, { recursive: true, force: true });
renameSync(half, dist);
