// The npm package.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Returns the bytes of the package: packages/npm/, the licences, and `files`, a map of names to bytes. */
export function packNpm(root, version, files) {
  const folder = mkdtempSync(join(tmpdir(), 'trust-checkin-npm-'));
  try {
    cpSync(join(root, 'packages', 'npm'), folder, { recursive: true });
    for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(join(root, name), join(folder, name));
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, ...rest } = about;
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, ...rest }, undefined, 2)}\n`);
    const options = ['pack', '--json', '--ignore-scripts', '--offline'];
    const packed = execFileSync('npm', options, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return readFileSync(join(folder, JSON.parse(packed)[0].filename));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
