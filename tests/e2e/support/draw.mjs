// Draws every state in every language once, before the first test.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
/** The drawn states as JSON: { en: [{ name, markup }] }. */
export const DRAWN = resolve(root, 'target/states.json');

/** The global set-up of Playwright. */
export default function draw() {
  // The native toolchain, not the one that builds the wasm.
  const env = { ...process.env };
  delete env.RUSTUP_TOOLCHAIN;
  delete env.RUSTC_BOOTSTRAP;
  const words = ['run', '--quiet', '--locked', '--package', 'prerender', '--', 'states'];
  const states = execFileSync('cargo', words, { cwd: root, env, maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });
  mkdirSync(dirname(DRAWN), { recursive: true });
  writeFileSync(DRAWN, states);
}
