// The shipped files, working folders, and programs to run in them.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');
export const MANIFEST = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8'));
export const CONTRACT = JSON.parse(readFileSync(join(ROOT, 'element/contract.json'), 'utf8'));
export const PACKAGE = join(DIST, `trust-checkin-${MANIFEST.version}.tgz`);

/** Creates an empty folder of this name. */
export function empty(name) {
  const folder = join(ROOT, 'target/packages', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs a program in a folder: { stdout, stderr }. Rejects with its whole output if it fails. */
export async function run(program, words, folder) {
  // Without colours, and without Playwright's variables for its child processes.
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

/** The npm that comes with the running node. */
export const npm = (words, folder) =>
  run('npm', [...words, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder);

