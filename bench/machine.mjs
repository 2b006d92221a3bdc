// The machine and the versions that were measured. No host names.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

function first(text, pattern) {
  return pattern.exec(text)?.[1];
}

function printed(program, ...words) {
  try {
    return execFileSync(program, words, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Call this before measuring, so that the load is that of other programs. */
export function machine() {
  return {
    processor: first(read('/proc/cpuinfo'), /^model name\s*:\s*(.+)$/m) ?? os.cpus()[0]?.model ?? os.arch(),
    cores: os.availableParallelism(),
    gigabytes: Math.round(os.totalmem() / 2 ** 30),
    system: first(read('/etc/os-release'), /^PRETTY_NAME="(.+)"$/m) ?? os.type(),
    load: os.loadavg()[0].toFixed(2),
  };
}

export function versions(browser) {
  const locked = (name) => first(read(resolve(root, 'Cargo.lock')), new RegExp(`name = "${name}"\\nversion = "(.+)"`));
  const npm = (name) => first(read(require.resolve(name)), /v(\d+\.\d+\.\d+)/);
  const commit = printed('git', 'rev-parse', '--short', 'HEAD');
  const changed = printed('git', 'status', '--porcelain', '--untracked-files=no') ? ' and changes since' : '';
  return {
    'trust-checkin': `${first(read(resolve(root, 'Cargo.toml')), /^version = "(.+)"/m)}, commit ${commit}${changed}`,
    Chromium: browser.version(),
    SurveyJS: `survey-core ${npm('survey-core')}, survey-js-ui ${npm('survey-js-ui')}`,
    Yew: locked('yew'),
    Criterion: locked('criterion'),
    'rustc, wasm': first(JSON.parse(read(resolve(root, 'dist/manifest.json'))).compiler, /(\d+\.\d+\.\d+)/),
    'rustc, native': first(printed('rustc', '--version') ?? '', /(\d+\.\d+\.\d+)/),
    'Node.js': process.versions.node,
    Playwright: require('playwright-core/package.json').version,
  };
}
