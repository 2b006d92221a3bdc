// Bundles the scripts that run in pages, and puts in what the build made.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify as terser } from 'terser';
import { shortened } from './content.mjs';

const COMMON =
  { bundle: true, target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning', write: false };

/** Options for the app inside a script. This memory level gives the smallest result: 0.4 % less than the default. */
const GZIP = { level: 9, memLevel: 7 };

/** Returns a style sheet with its imports as one text. */
export async function styles(file, minify) {
  const result = await build({ ...COMMON, minify, entryPoints: [file] });
  return result.outputFiles[0].text.trim();
}

/** Returns names and hashes of the data files as code. Other bundlers recognise exactly this way to write an address. */
function filesModule(files) {
  if (!files) return 'export {};';
  const file = ({ name, integrity }) => `{ url: new URL('./${name}', import.meta.url), integrity: '${integrity}' }`;
  const all = (files) => Object.entries(files).map(([name, one]) => `'${name}': ${file(one)}`).join(', ');
  return `export const APPS = { ${all(files.apps)} };\nexport const DATA_FILES = { ${all(files.words)} };`;
}

/** Bundles the modules in `files`, a map of names to texts, that import each other by name. */
export async function bundleTexts(entry, files) {
  const plugin = {
    name: 'texts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path }) => ({ path, namespace: 'text' }));
      onLoad({ filter: /.*/ }, ({ path }) => ({ contents: files[path] }));
    },
  };
  const result = await build({ ...COMMON, entryPoints: [entry], format: 'esm', plugins: [plugin] });
  return result.outputFiles[0].text;
}

/** Properties of ours and of the glue that may be renamed: browsers know none of them, and Rust reads none of them. */
const OUR_NAMES = [
  'card', 'fail', 'hasStopped', 'isAlert', 'isChosen', 'isInUse', 'openHelp', 'pending', 'recover', 'stop',
  '__wbg_ptr', '__yew_listener_id', '__yew_subtree_cache_key', '__yew_subtree_id', '_wbg_cb_unref', 'cnt',
];

/**
 * Calls in the glue that register values to be freed when nobody holds them any more. They are left out: the app unmounts what
 * it mounts, and Yew drops its own listeners. A name that a later glue no longer has does no harm here.
 */
const FINALIZERS = ['CLOSURE_DTORS', 'MountedFinalization'].flatMap((name) => [`${name}.register`, `${name}.unregister`]);
const WITHOUT_FINALIZERS = { FinalizationRegistry: 'undefined', 'Symbol.dispose': 'undefined' };

/** Minifies the output of esbuild further. These options are the ones whose output brotli compresses best. */
async function smaller(text, format) {
  const compress = { pure_funcs: FINALIZERS, passes: 3, keep_fargs: false, pure_getters: true, unsafe_arrows: true, hoist_funs: true, inline: 1 };
  const mangle = { properties: { regex: new RegExp(`^(${OUR_NAMES.join('|')})$`) } };
  const { code } = await terser(text, { ecma: 2022, module: format === 'esm', compress, mangle, format: { comments: false } });
  return `${code}\n`;
}

/** Returns a bundler. `root` is the checkout, `glue` the text of the module that makes glue for the app. */
export function bundler({ root, glue, minify, version, contract, tree, lines, stopped }) {
  // Names stay whole for terser, which looks for those in FINALIZERS.
  const common = { ...COMMON, minifySyntax: minify, minifyWhitespace: minify };
  const values = contract.attributes.map(({ name, values }) => [name, values ?? 0]);

  /** A plugin through which scripts import what the build made. */
  const made = (data, files) => ({
    name: 'made',
    setup({ onResolve, onLoad }) {
      const paths = { data: join(root, 'element', data) };
      const texts = { files: filesModule(files), glue };
      const sheets = { styles: 'styles/first.css', 'frame-styles': 'site/frame.css' };
      onResolve({ filter: /^trust-checkin\// }, ({ path }) => {
        const name = path.slice('trust-checkin/'.length);
        if (texts[name]) return { path: name, namespace: 'text' };
        return paths[name] ? { path: paths[name] } : { path: sheets[name], namespace: 'sheet' };
      });
      onLoad({ filter: /.*/, namespace: 'text' }, ({ path }) => ({ contents: texts[path], resolveDir: root }));
      onLoad({ filter: /.*/, namespace: 'sheet' }, async ({ path }) => ({ contents: await styles(join(root, path), minify), loader: 'text' }));
    },
  });

  async function bundle(entry, format, data, values, files) {
    const own = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
    const define = { ...own, ...WITHOUT_FINALIZERS };
    const result = await build({ ...common, entryPoints: [join(root, entry)], format, define, metafile: true, plugins: [made(data, files)] });
    const others = Object.keys(result.metafile.inputs).filter((path) => path.includes('node_modules'));
    // THIRD-PARTY.txt would have to include their licences.
    if (others.length > 0) throw new Error(`${entry} would ship code of others: ${others.join(', ')}.`);
    return minify ? smaller(result.outputFiles[0].text, format) : result.outputFiles[0].text;
  }

  const named = (name, places) => Object.fromEntries(Object.entries(places).map(([key, place]) => [`${name}.${key}`, place]));
  const shared = (words) => {
    const short = shortened(tree, words);
    return {
      __VERSION__: version,
      __VALUES__: Object.fromEntries(values),
      __TREE__: short.tree,
      __LINES__: lines,
      __WORDS__: short.words,
      ...named('SAY', short.said),
      ...named('DATA', stopped),
    };
  };
  /** `app` is { edition, wasm }. */
  const inlined = (words, app, data) =>
    ({ ...shared(words), __EDITION__: app.edition, __WASM__: gzipSync(app.wasm, GZIP).toString('base64'), __DATA__: data });

  return {
    /** The script that fetches the app and one language as data. */
    loader: (words, files) => bundle('element/main.js', 'esm', 'data-fetched.js', shared(words), files),
    /** A classic script with the app and one language inside. It also runs from a local file and where policies forbid requests. */
    standalone: (words, app, data) => bundle('element/main.js', 'iife', 'data-inlined.js', inlined(words, app, data)),
    /** The same as a module, for bundlers. */
    module: (words, app, data) => bundle('element/main.js', 'esm', 'data-inlined.js', inlined(words, app, data)),
    /** The script inside frame.html. */
    frame: (words, app, data) => bundle('element/frame.js', 'iife', 'data-inlined.js', inlined(words, app, data)),
    /** The script of pages that show the frame. `titles` are those of the check-in by language. */
    frameHost: (titles) => bundle('element/frame-host.js', 'iife', 'data-fetched.js', { __NAMES__: values.map(([name]) => name), __TITLES__: titles }),
    /** A script that uses nothing from the build. */
    plain: (entry, format) => bundle(entry, format, 'data-fetched.js', {}),
  };
}
