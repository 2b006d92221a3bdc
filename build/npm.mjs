// The npm package: what a developer installs.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Packs `assets` of the stage and the module with everything inlined into the file `out`. */
export function packNpm({ root, stage, version, assets, module, out }) {
  const folder = mkdtempSync(join(tmpdir(), 'trust-checkin-npm-'));
  try {
    cpSync(join(root, 'packages', 'npm'), folder, { recursive: true });
    for (const name of [...assets, 'trust-checkin.d.ts', 'custom-elements.json']) {
      copyFileSync(join(stage, name), join(folder, name));
    }
    for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(join(root, name), join(folder, name));
    writeFileSync(join(folder, 'trust-checkin.inlined.js'), module);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, ...rest } = about;
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, ...rest }, undefined, 2)}\n`);
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--offline'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    renameSync(join(folder, JSON.parse(packed)[0].filename), out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
