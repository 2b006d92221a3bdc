// Trunk's last step: everything in dist/ but the wasm itself. Hashes come last, when nothing changes any more.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packApps } from './app.mjs';
import { helpLines, fallbackIn, fallbackInline, firstWords, readContent, stoppedIn } from './content.mjs';
import { customElements, types } from './contract.mjs';
import { licences } from './licences.mjs';
import { formsOf, hashedName, integrity, writeManifest } from './manifest.mjs';
import { packNpm } from './npm.mjs';
import { escape, framePage, galleryPage, inside, linkedPage, paperPage, paperPart } from './pages.mjs';
import { directionOf } from '../element/dom.js';
import { prerender, treeOf } from './prerender.mjs';
import { bundler, styles } from './scripts.mjs';
import { sentencesPage } from './sentences.mjs';
import { buildSmall } from './small.mjs';
import { pack as packWordPress } from '../packages/wordpress/pack.mjs';

const NAME = 'trust-checkin';
const root = resolve(import.meta.dirname, '..');
const stage = process.env.TRUNK_STAGING_DIR;
if (!stage) throw new Error('Trunk runs this: use `cargo xtask dist` or `cargo xtask serve`.');
const profile = process.env.TRUNK_PROFILE ?? 'release';
const isRelease = profile === 'release';

const put = (name, text) => writeFileSync(join(stage, name), text);
const read = (name) => readFileSync(join(stage, name));

/** Puts a data file into the stage under a name that changes with it. */
function putData(name, bytes) {
  const hashed = hashedName(name, bytes);
  put(hashed, bytes);
  return { name: hashed, integrity: integrity(bytes, 'sha256') };
}

const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const glue = join(target, 'wasm-bindgen', profile, `${NAME}_bg.js`);
if (!existsSync(glue)) throw new Error(`${glue} is missing: is data-bindgen-target="bundler" in index.html?`);
const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1];
const contract = JSON.parse(readFileSync(join(root, 'element', 'contract.json'), 'utf8'));
const content = readContent(join(root, 'content'));
const languages = Object.keys(content.languages);
const { first, states, paper, data, messages } = prerender(root);
const tree = treeOf(first);
const sheets = Object.fromEntries(await Promise.all(
  ['first', 'app', 'full'].map(async (name) => [name, await styles(join(root, 'styles', `${name}.css`), isRelease)]),
));

// Data.
const wasmFile = `${NAME}_bg.wasm`;
const full = { wasm: join(stage, wasmFile), glue };
// While someone works on it one build is enough.
const { apps, newGlue, imports } = await packApps({ full, small: isRelease ? buildSmall(root, target, NAME) : full }, { full: sheets.full, small: sheets.app });
const files = { apps: {}, words: {} };
for (const [build, wasm] of Object.entries(apps)) files.apps[build] = putData(`${NAME}-${build}.wasm`, wasm);
rmSync(join(stage, wasmFile));
for (const language of languages) files.words[language] = putData(`${language}.txt`, Buffer.from(data[language]));

// What is there without scripts.
const paperStyle = await styles(join(root, 'site', 'paper-parts.css'), true);
const papers = Object.fromEntries(languages.map((language) => [language, paperPart({ language, markup: paper[language], style: paperStyle })]));

// Scripts and the frame. English and the small build have the plain names.
const scripts = bundler({ root, glue: newGlue, minify: isRelease, version, contract, tree, lines: helpLines(content), stopped: stoppedIn(messages) });
put(`${NAME}.js`, await scripts.loader(firstWords(content, languages, tree), files));
put(`${NAME}.frame.js`, await scripts.plain('element/frame-host.js', 'iife'));
for (const language of languages) {
  const suffix = language === 'en' ? '' : `.${language}`;
  const ownFiles = { apps: files.apps, words: { [language]: files.words[language] } };
  put(`${NAME}.${language}.js`, await scripts.loader(firstWords(content, [language], tree), ownFiles));
  const words = firstWords(content, [language], tree, true);
  const fallback = fallbackIn(content, language, escape, { target: '_top' });
  for (const [edition, wasm] of Object.entries(apps)) {
    const marks = `${edition === 'small' ? '' : `.${edition}`}${suffix}`;
    put(`${NAME}.standalone${marks}.js`, await scripts.standalone(words, { edition, wasm }, data[language]));
    const script = (await scripts.frame(words, { edition, wasm }, data[language])).trim();
    put(`frame${marks}.html`, framePage({ language, words: words[language], script, fallback, paper: papers[language] }));
  }
  put(`paper.${language}.html`, paperPage({ language, title: content.languages[language].paper.title, markup: paper[language] }));
}

// Pages.
for (const [name, entry] of [['page', 'configurator'], ['selfcheck', 'selfcheck']]) {
  put(`${name}.js`, await scripts.plain(`site/${entry}.mjs`, 'esm'));
}
for (const language of languages) put(`sentences.${language}.html`, sentencesPage(content, language));
for (const name of ['page', 'gallery', 'paper', 'selfcheck', 'sentences']) put(`${name}.css`, await styles(join(root, 'site', `${name}.css`), isRelease));
put('gallery-check-in.css', ['first', 'full'].map((name) => sheets[name]).join(''));
put('gallery.html', galleryPage(states));
for (const name of ['selfcheck.html', 'social.png']) copyFileSync(join(root, 'site', name), join(stage, name));
copyFileSync(join(root, 'docs', 'evidence', 'looks.png'), join(stage, 'looks.png'));
const linked = readFileSync(join(root, 'site', 'check-in.html'), 'utf8');
for (const language of languages) {
  const isEnglish = language === 'en';
  const fallback = fallbackIn(content, language, escape, { paper: true });
  const page = isEnglish ? linked : linkedPage(linked, { language, messages: content.languages[language].messages, fallback });
  put(`check-in${isEnglish ? '' : `.${language}`}.html`, page.replace('<!-- the check-in on paper -->', () => inside(papers[language])));
}
// Trunk keeps its own tag when it injects nothing; a shipped page has no use for it.
put('index.html', read('index.html').toString().replace(/\s*<link data-trunk[^>]*>/g, ''));
rmSync(join(stage, 'snippets'), { recursive: true, force: true });

// What owners and developers install.
put(`${NAME}.d.ts`, types(contract));
put('custom-elements.json', customElements(contract, version));
if (isRelease) {
  put('THIRD-PARTY.txt', licences(root));
  const fetched = [files.apps, files.words].flatMap((files) => Object.values(files)).map(({ name }) => name);
  const assets = [`${NAME}.js`, ...fetched, 'THIRD-PARTY.txt'];
  const module = await scripts.module(firstWords(content, ['en'], tree), { edition: 'full', wasm: apps.full }, data.en);
  packNpm({ root, stage, version, assets, module, out: join(stage, `${NAME}-${version}.tgz`) });
  const without = languages.map((language) =>
    ({ language, fallback: fallbackInline(content, language, directionOf(language), escape), paper: inside(papers[language]) }));
  await packWordPress({ root, dist: stage, version, assets, without });
}

const compiler = execFileSync('rustc', ['--version'], { encoding: 'utf8' }).trim();
const forms = formsOf([`${NAME}.en.js`, `${NAME}.js`], files.apps, files.words.en.name);
const titles = Object.fromEntries(languages.map((language) => [language, content.languages[language].messages.title]));
const fallbacks = Object.fromEntries(languages.map((language) => [language, fallbackIn(content, language, escape, { paper: true })]));
writeManifest(stage, { name: NAME, version, compiler, forms, imports, titles, fallbacks });
