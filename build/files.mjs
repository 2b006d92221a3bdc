// Every file of dist/ by name. Each is made when it is first asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackIn, fallbackInline, fallbackSnippet } from './content.mjs';
import { customElements, types } from './contract.mjs';
import { licences } from './licences.mjs';
import { packNpm } from './npm.mjs';
import { escape, framePage, galleryPage, inside, linkedPage, paperPage } from './pages.mjs';
import { directionOf } from '../element/dom.js';
import { once, partsOf } from './parts.mjs';
import { styles } from './scripts.mjs';
import { sentencesPage } from './sentences.mjs';
import { NAME } from './wasm.mjs';
import { packWordPress } from '../packages/wordpress/pack.mjs';

/** The end of a file's name in a language: English has the plain name. */
const suffixOf = (language) => (language === 'en' ? '' : `.${language}`);

/** Scripts that fetch the app, and scripts that need no app. */
const scripts = ({ languages, scripts, words, data, content, inEach }) => ({
  [`${NAME}.js`]: async () => (await scripts()).loader(await words(languages), await data()),
  ...Object.fromEntries(languages.map((language) => [`${NAME}.${language}.js`, async () => {
    const { apps, words: files } = await data();
    return (await scripts()).loader(await words([language]), { apps, words: { [language]: files[language] } });
  }])),
  [`${NAME}.frame.js`]: async () => (await scripts()).frameHost(inEach((language) => content.languages[language].messages.title)),
  'page.js': async () => (await scripts()).plain('site/configurator.mjs', 'esm'),
  'selfcheck.js': async () => (await scripts()).plain('site/selfcheck.mjs', 'esm'),
});

const pages = ({ root, shipped, content, languages, drawn, paper, sheets, contract, version }) => {
  const read = (...names) => readFileSync(join(root, ...names));
  const linked = async (language) => {
    const english = read('site', 'check-in.html').toString();
    const fallback = fallbackIn(content, language, escape, { paper: true });
    const { messages } = content.languages[language];
    const page = language === 'en' ? english : linkedPage(english, { language, messages, fallback });
    const part = inside(await paper[language]());
    return page.replace('<!-- the check-in on paper -->', () => part);
  };
  const inLanguage = (language) => ({
    [`check-in${suffixOf(language)}.html`]: () => linked(language),
    [`paper.${language}.html`]: async () =>
      paperPage({ language, title: content.languages[language].paper.title, markup: (await drawn()).paper[language] }),
    [`sentences.${language}.html`]: () => sentencesPage(content, language),
  });
  const sheet = (name) => [`${name}.css`, () => styles(join(root, 'site', `${name}.css`), shipped)];
  return {
    // Trunk's own tag means nothing to a browser.
    'index.html': () => read('index.html').toString().replace(/\s*<link data-trunk[^>]*>/g, ''),
    ...Object.assign({}, ...languages.map(inLanguage)),
    'gallery.html': async () => galleryPage((await drawn()).states),
    'gallery-check-in.css': async () => `${await sheets.first()}${await sheets.full()}`,
    ...Object.fromEntries(['page', 'gallery', 'paper', 'selfcheck', 'sentences'].map(sheet)),
    'selfcheck.html': () => read('site', 'selfcheck.html'),
    'social.png': () => read('site', 'social.png'),
    'looks.png': () => read('docs', 'evidence', 'looks.png'),
    [`${NAME}.d.ts`]: () => types(contract),
    'custom-elements.json': () => customElements(contract, version),
  };
};

/** Files that contain the app and one language. */
const inlined = ({ content, languages, drawn, app, scripts, words, paper }) => {
  const pair = (edition, language) => {
    const end = `${edition === 'small' ? '' : `.${edition}`}${suffixOf(language)}`;
    const script = async (form) => {
      const one = { edition, wasm: (await app()).apps[edition] };
      return (await scripts())[form](await words([language], true), one, (await drawn()).data[language]);
    };
    return {
      [`${NAME}.standalone${end}.js`]: () => script('standalone'),
      [`frame${end}.html`]: async () => framePage({
        language, words: (await words([language], true))[language], script: (await script('frame')).trim(),
        fallback: fallbackIn(content, language, escape, { target: '_top' }), paper: await paper[language](),
      }),
    };
  };
  return Object.assign({}, ...languages.flatMap((language) => ['small', 'full'].map((edition) => pair(edition, language))));
};

/** Archives that owners and developers install. `make` returns the bytes of any other file. */
const installed = ({ root, version, content, languages, drawn, app, scripts, words, data, paper }, make) => {
  const bytesOf = async (names) => new Map(await Promise.all(names.map(async (name) => [name, await make(name)])));
  const assets = async () => {
    const fetched = namesOf(await data());
    return bytesOf([`${NAME}.js`, ...fetched, 'THIRD-PARTY.txt']);
  };
  return {
    'THIRD-PARTY.txt': () => licences(root),
    [`${NAME}-${version}.tgz`]: async () => {
      const full = { edition: 'full', wasm: (await app()).apps.full };
      const module = await (await scripts()).module(await words(['en']), full, (await drawn()).data.en);
      const described = await bytesOf([`${NAME}.d.ts`, 'custom-elements.json']);
      return packNpm(root, version, new Map([...await assets(), ...described, [`${NAME}.inlined.js`, module]]));
    },
    [`${NAME}-wordpress.zip`]: async () => {
      const without = languages.map(async (language) => ({
        language, fallback: fallbackInline(content, language, directionOf(language), escape), paper: inside(await paper[language]()),
      }));
      return packWordPress({ root, version, assets: await assets(), without: await Promise.all(without) });
    },
  };
};

const filesIn = (data) => Object.values(data).flatMap((files) => Object.values(files));
const namesOf = (data) => filesIn(data).map(({ name }) => name);

/**
 * Returns all files in three groups: `page` is what pages load, `inlined` what contains the app, `installed` the archives,
 * which exist only where `shipped`. partsOf describes the options. The result is { list, make, facts }: `list(groups)`
 * returns names, `make(name)` bytes or undefined if there is no such file, and `facts()` what else the manifest says. Sources
 * are read once: call this again after a change.
 */
export function filesOf(root, given) {
  const parts = partsOf(root, given);
  const { version, content, inEach, data, app } = parts;
  const make = async (name) => {
    const found = Object.values(groups).find((group) => group.has(name));
    return found ? found.get(name)() : filesIn(await data()).find((file) => file.name === name)?.bytes;
  };
  const asBytes = (files) =>
    new Map(Object.entries(files).map(([name, make]) => [name, once(async () => Buffer.from(await make()))]));
  const groups = {
    page: asBytes({ ...scripts(parts), ...pages(parts) }),
    inlined: asBytes(inlined(parts)),
    installed: asBytes(given.shipped ? installed(parts, make) : {}),
  };
  return {
    make,
    async list(wanted) {
      const names = wanted.flatMap((group) => [...groups[group].keys()]);
      return wanted.includes('page') ? [...names, ...namesOf(await data())] : names;
    },
    facts: async () => ({
      version, data: await data(), imports: (await app()).imports,
      titles: inEach((language) => content.languages[language].messages.title),
      fallbacks: inEach((language) => fallbackSnippet(content, language, escape)),
    }),
  };
}
