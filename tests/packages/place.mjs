// The files that ship, folders to work in, and programs to run there.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');
export const MANIFEST = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8'));
export const CONTRACT = JSON.parse(readFileSync(join(ROOT, 'element/contract.json'), 'utf8'));
export const PACKAGE = join(DIST, `trust-checkin-${MANIFEST.version}.tgz`);

/** An empty folder of this name. */
export function empty(name) {
  const folder = join(ROOT, 'target/packages', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs a program in a folder: { stdout, stderr }. Rejects with all that it said if it does not end well. */
export async function run(program, words, folder) {
  // Without colours, and without what Playwright tells its own children.
  const env = { ...process.env, NO_COLOR: '1' };
  for (const name of ['FORCE_COLOR', 'NODE_OPTIONS', 'NODE_ENV']) delete env[name];
  try {
    return await promisify(execFile)(program, words, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}`, { cause: error });
  }
}

/** A program of the node packages. */
export const tool = (name) => join(ROOT, 'node_modules/.bin', name);

/** npm as it comes with the node that runs this. */
export const npm = (words, folder) =>
  run('npm', [...words, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder);

