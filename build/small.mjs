// The build without saving and comparing, made as Trunk has made the full one just before.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The wasm of the small build and the glue that wasm-bindgen made for it; `target` is cargo's folder. */
export function buildSmall(root, target, name) {
  const [, options] = /data-wasm-opt-params="([^"]+)"/.exec(readFileSync(join(root, 'index.html'), 'utf8'));
  const folder = join(target, 'small');
  const wasm = join(folder, `${name}.wasm`);
  mkdirSync(folder, { recursive: true });
  const run = (program, ...words) => execFileSync(program, words, { cwd: root, stdio: 'inherit' });
  const wanted = ['--no-default-features', '--bin', name, '--target', 'wasm32-unknown-unknown', '--target-dir', target];
  run('cargo', 'build', '--release', '--locked', '--offline', ...wanted);
  run('wasm-bindgen', '--target', 'bundler', '--out-dir', folder, join(target, 'wasm32-unknown-unknown', 'release', `${name}.wasm`));
  run('wasm-opt', join(folder, `${name}_bg.wasm`), '-o', wasm, '-Oz', ...options.split(' '));
  return { wasm, glue: join(folder, `${name}_bg.js`) };
}
