// Trunk's last step: makes the one script that pages load, and puts the data files beside it.
// Hashes come last, when nothing changes the files any more.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const NAME = 'trust-checkin';
const root = resolve(import.meta.dirname, '..');
const stage = process.env.TRUNK_STAGING_DIR;
if (!stage) throw new Error('Trunk runs this: use `cargo xtask dist` or `cargo xtask serve`.');
const profile = process.env.TRUNK_PROFILE ?? 'release';
const minify = profile === 'release';

/** Address and hash of a file in the stage. The address changes with the file, so no cache serves an old one. */
function sealed(name) {
  const hash = createHash('sha384').update(readFileSync(join(stage, name))).digest('base64');
  return { name: `${name}?v=${encodeURIComponent(hash.slice(0, 12))}`, integrity: `sha384-${hash}` };
}

/** Puts the language files and the help lines into the stage without their white space. */
function putContent() {
  const words = {};
  const said = {};
  for (const name of readdirSync(join(root, 'content')).filter((name) => name.endsWith('.json'))) {
    const value = JSON.parse(readFileSync(join(root, 'content', name), 'utf8'));
    writeFileSync(join(stage, name), JSON.stringify(value));
    words[name.replace('.json', '')] = sealed(name);
    // What the script says before there is a screen.
    if (value.messages) {
      const { load_failed: failed, try_again: again } = value.messages;
      said[value.language] = { failed, again };
    }
  }
  const { helplines: helpLines, ...languages } = words;
  if (!helpLines || !languages.en) throw new Error('content/en.json and content/helplines.json must be there.');
  return { said, files: { words: languages, helpLines } };
}

/** All styles as one text, following @import. */
async function styles() {
  const entry = join(root, 'styles', 'index.css');
  const result = await build({ entryPoints: [entry], bundle: true, minify, write: false, logLevel: 'warning' });
  return result.outputFiles[0].text.trim();
}

/** Lets element.js import what is made during the build. */
function made(modules) {
  return {
    name: 'made',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^trust-checkin\// }, ({ path }) => modules[path]);
      onLoad({ filter: /.*/, namespace: 'text' }, async () => ({ contents: await styles(), loader: 'text' }));
    },
  };
}

const glueName = `${NAME}_bg.js`;
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const glue = join(target, 'wasm-bindgen', profile, glueName);
if (!existsSync(glue)) throw new Error(`${glue} is missing: is data-bindgen-target="bundler" in index.html?`);
const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1];
const content = putContent();
const files = { wasm: sealed(`${NAME}_bg.wasm`), glue: `./${glueName}`, ...content.files };

await build({
  entryPoints: [join(root, 'embed', 'element.js')],
  outfile: join(stage, `${NAME}.js`),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  minify,
  logLevel: 'warning',
  allowOverwrite: true,
  define: {
    __FILES__: JSON.stringify(files),
    __SAID__: JSON.stringify(content.said),
    __VERSION__: JSON.stringify(version),
  },
  plugins: [made({
    'trust-checkin/glue': { path: glue },
    'trust-checkin/styles': { path: 'styles', namespace: 'text' },
  })],
});

// Trunk keeps its own tag when it injects nothing; a shipped page has no use for it.
const page = join(stage, 'index.html');
writeFileSync(page, readFileSync(page, 'utf8').replace(/\s*<link data-trunk[^>]*>/g, ''));
rmSync(join(stage, 'snippets'), { recursive: true, force: true });
