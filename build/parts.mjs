// Parts that several files share. Each is made when it is first needed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packApps, packUnoptimised } from './app.mjs';
import { firstWords, helpLines, readContent, stoppedIn } from './content.mjs';
import { hashedName, integrity } from './manifest.mjs';
import { paperPart } from './pages.mjs';
import { bundler, styles } from './scripts.mjs';
import { treeOf } from './tree.mjs';
import { NAME } from './wasm.mjs';

/** Returns a function that calls `make` the first time and returns that result from then on. */
export function once(make) {
  let result;
  return () => (result ??= make());
}

/** A file whose name contains a hash of its bytes. */
const dataFile = (name, bytes) => ({ name: hashedName(name, bytes), integrity: integrity(bytes, 'sha256'), bytes });

/**
 * Returns the parts. `apps` and `drawn` are functions that return promises: of the paths from buildApp, { full } or,
 * where `shipped`, { full, small }; and of what prerender printed. `shipped` is whether this is for readers, and so
 * minified.
 */
export function partsOf(root, { apps, drawn, shipped }) {
  const at = (...folders) => join(root, ...folders);
  const version = /^version = "(.+)"$/m.exec(readFileSync(at('Cargo.toml'), 'utf8'))[1];
  const contract = JSON.parse(readFileSync(at('element', 'contract.json'), 'utf8'));
  const content = readContent(at('content'));
  const languages = Object.keys(content.languages);
  const inEach = (make) => Object.fromEntries(languages.map((language) => [language, make(language)]));

  const sheets = Object.fromEntries(['first', 'app', 'full'].map((name) =>
    [name, once(() => styles(at('styles', `${name}.css`), shipped))]));
  const app = once(async () => {
    const [built, full, small] = await Promise.all([apps(), sheets.full(), sheets.app()]);
    return shipped ? packApps(built, { full, small }) : packUnoptimised(built.full, { full, small });
  });
  const tree = once(async () => treeOf((await drawn()).first));
  const paperStyle = once(() => styles(at('site', 'paper-parts.css'), true));

  return {
    root, shipped, version, contract, content, languages, inEach, app, drawn,
    /** The style sheets: `first` for the first view, `app` for the small edition's screens, `full` for the full edition's. */
    sheets,
    /** The files that the loader fetches, { apps: { small, full }, words: { en } }, each { name, integrity, bytes }. */
    data: once(async () => {
      const [{ apps }, { data }] = await Promise.all([app(), drawn()]);
      return {
        apps: Object.fromEntries(Object.entries(apps).map(([edition, wasm]) => [edition, dataFile(`${NAME}-${edition}.wasm`, wasm)])),
        words: inEach((language) => dataFile(`${language}.txt`, Buffer.from(data[language]))),
      };
    }),
    /** The bundler of the scripts. */
    scripts: once(async () => bundler({
      root, glue: (await app()).newGlue, minify: shipped, version, contract, tree: await tree(), lines: helpLines(content),
      stopped: stoppedIn((await drawn()).messages),
    })),
    /** The messages of the first view in these languages; `mayBeSealed` is whether the page may be the frame. */
    words: async (languages, mayBeSealed) => firstWords(content, languages, await tree(), mayBeSealed),
    /** The check-in on paper as a part of another page, by language. */
    paper: inEach((language) => once(async () =>
      paperPart({ language, markup: (await drawn()).paper[language], style: await paperStyle() }))),
  };
}
