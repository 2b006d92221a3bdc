// The snippets that owners copy: options and manifest in, text out. Nothing here touches the page.
import { DIRECTORY, EXIT } from '../element/shared-rules.js';
import { attributesOf, exitOf, looksOf } from './options.mjs';

const NAME = 'trust-checkin';
/** The name of a file that exists once for each language; English has the plain name. */
const inLanguage = (lang, start, end) => (lang === 'en' ? `${start}${end}` : `${start}.${lang}${end}`);
/** The name of a file that carries the app inside it, in the edition that the options need. */
const withBuild = (start, { save, compare }) => (save === 'ask' || compare === 'on' ? `${start}.full` : start);
const framePage = (options) => inLanguage(options.lang, withBuild('frame', options), '.html');
/** The page to link to. */
const linkedPage = ({ lang }) => inLanguage(lang, 'check-in', '.html');

/** Whether a form has one language: each language has its own file, and no script chooses one. */
export const isOneLanguage = (form, { autoHeight }) => ['standalone', 'link'].includes(form) || (form === 'iframe' && !autoHeight);
/**
 * The options that a form supports. Events do not leave a frame. Only the small script can tell whether the frame may have
 * a store: with one on the page's own origin, the page could reach in.
 */
const possible = (form, options) => ({
  ...options,
  lang: options.lang || (isOneLanguage(form, options) ? 'en' : ''),
  ...(form === 'iframe' ? { save: options.autoHeight ? options.save : 'off', events: 'off' } : {}),
});

/** The script that a form loads; without a language, the one with all languages. */
const elementScript = ({ lang }) => (lang ? `${NAME}.${lang}.js` : `${NAME}.js`);
const scriptOf = {
  tag: elementScript,
  div: elementScript,
  iframe: () => `${NAME}.frame.js`,
  standalone: (options) => inLanguage(options.lang, withBuild(`${NAME}.standalone`, options), '.js'),
};
const isWords = ({ lang }, name) => /^[\w-]+-\w{12}\.txt$/.test(name) && (!lang || name.slice(0, -17) === lang);
const isData = (options, name) => name.endsWith('.wasm') || isWords(options, name);
const isFrame = (options, name) => (options.lang ? name === framePage(options) : new RegExp(`^${withBuild('frame', options)}(\\.(?!full)[\\w-]+)?\\.html$`).test(name));
const isPaper = ({ lang }, name) => name === 'paper.css' || (lang ? name === `paper.${lang}.html` : /^paper\..+\.html$/.test(name));
const isApp = (options, name) => name === elementScript(options) || isData(options, name) || isPaper(options, name);
/** Whether an owner uploads a file, by form. */
const isUploaded = {
  tag: isApp,
  div: isApp,
  iframe: (options, name) => isFrame(options, name) || (options.autoHeight && name === scriptOf.iframe()),
  standalone: (options, name) => name === scriptOf.standalone(options) || isPaper(options, name),
  wordpress: (_, name) => name === `${NAME}-wordpress.zip`,
  npm: (_, name) => /^trust-checkin-.+\.tgz$/.test(name),
  link: (options, name) => name === linkedPage(options) || name === 'page.css' || isData(options, name)
    || (options.lang === 'en' ? /^(social\.png|trust-checkin\.js)$/.test(name) : name === scriptOf.tag(options) || isPaper(options, name)),
};

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation';
// For plugins that delay, join or rewrite scripts, which would break the hash.
const LEAVE_ALONE = [['data-cfasync', 'false'], ['data-no-optimize', '1'], ['data-no-defer', '1']];
/** The fallback without scripts, in the language or in English. `base` is the folder of the paper form. */
const fallback = (options, manifest, base) => {
  const words = manifest?.fallbacks?.[options.lang || 'en'];
  if (!words) return inEnglish(options);
  const there = base === undefined ? words.replace(/^.*href="paper\..*\n/m, '') : words.replace('href="paper.', () => `href="${escaped(base)}paper.`);
  return there.replace(EXIT, () => escaped(exitOf(options))).trimEnd().split('\n').map(indented).join('\n');
};
/** The title of the check-in in its language. */
const title = ({ lang }, manifest) => manifest?.titles?.[lang || 'en'] ?? 'Trust, one small step at a time';
const indented = (line) => `  ${line}`;
/** Without paragraphs and lists: in a paragraph, where editors put a tag that they do not know, these would end the tag. */
const inEnglish = (options) => [
  '  The check-in shows here when scripts are allowed. Help is there either way:<br>',
  '  United States: call or text <a href="tel:988">988</a><br>',
  '  United Kingdom and Ireland: call <a href="tel:116123">116 123</a><br>',
  '  Not safe with someone, United States: call <a href="tel:18007997233">1-800-799-7233</a><br>',
  `  Elsewhere: <a href="${DIRECTORY}">${new URL(DIRECTORY).hostname}</a><br>`,
  '  In danger now: call your local emergency number<br>',
  `  ${opening('a', [['href', exitOf(options)], ['rel', 'noreferrer']])}Leave quickly</a>`,
].join('\n');

const ENTITIES = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
/** Escapes text, and double braces, which Hugo and Jekyll take for templates. */
const escaped = (text) => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign]).replaceAll('{{', '&#123;&#123;');

/**
 * An opening tag; a pair without a value is a bare attribute. Long tags get one line per attribute, except our own
 * tag: Markdown treats an unknown tag as a block only if all of it is on one line.
 */
function opening(name, pairs) {
  const parts = pairs.map(([key, value]) => (value === undefined ? key : `${key}="${escaped(value)}"`));
  const line = `<${[name, ...parts].join(' ')}>`;
  return line.length <= 90 || name.startsWith(NAME) ? line : `<${name}\n  ${parts.join('\n  ')}>`;
}

function script(form, options, how, manifest, base) {
  const name = scriptOf[form](options);
  const integrity = manifest?.files.find((file) => file.name === name)?.integrity;
  const pin = integrity ? [['integrity', integrity], ['crossorigin', 'anonymous']] : [];
  return `${opening('script', [...how, ['src', base + name], ...pin, ...LEAVE_ALONE])}</script>`;
}

const chosenLooks = (options) => Object.entries(looksOf(options)).filter(([, value]) => value !== '');

function style(options) {
  const own = chosenLooks(options).map(([name, value]) => `--${NAME}-${name}:${value}`);
  return ['display:block', 'min-height:46em', ...own].join(';');
}

function tag(options, manifest, base) {
  const pairs = [...attributesOf(options), ['style', style(options)]];
  return `${opening(NAME, pairs)}\n${fallback(options, manifest, base)}\n</${NAME}>`;
}

function div(options, manifest, base) {
  const data = attributesOf(options).map(([name, value]) => [`data-${name}`, value]);
  return `${opening('div', [[`data-${NAME}`], ...data, ['style', style(options)]])}\n${fallback(options, manifest, base)}\n</div>`;
}

/** The frame as a tag, which the small script turns into a frame. */
const frameTag = (options, manifest) =>
  `${opening(`${NAME}-frame`, [...attributesOf(options), ...chosenLooks(options)])}\n${fallback(options, manifest)}\n</${NAME}-frame>`;

/** The frame as HTML, for pages that strip scripts. */
function frame(options, manifest, base) {
  const chosen = [...attributesOf(options), ...chosenLooks(options)];
  return `${opening('iframe', [
    ['src', `${base}${framePage(options)}#${new URLSearchParams(chosen)}`],
    ['title', title(options, manifest)],
    ['loading', 'lazy'],
    ['referrerpolicy', 'no-referrer'],
    ['sandbox', SANDBOX],
    ['style', 'width:100%;height:48em;border:0;color-scheme:light'],
  ])}</iframe>`;
}

/** The shortcode. WordPress ends a value at a quote and a shortcode at a bracket, and removes backslashes. */
function shortcode(options) {
  const value = (text) => text.replace(/[&"'<>[\]\\]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `[${NAME}${attributesOf(options).map(([name, text]) => ` ${name}="${value(text)}"`).join('')}]`;
}

/** The looks as a CSS rule, for forms whose tag cannot have a style; empty if nothing was chosen. */
function rule(options) {
  const own = chosenLooks(options).map(([name, value]) => `  --${NAME}-${name}: ${value};`);
  return own.length > 0 ? [`\n/* in the CSS of your site */\n${NAME} {\n${own.join('\n')}\n}`] : [];
}

/**
 * The text to paste. `form` is one of FORMS, `manifest` the build's or undefined (then there are no hashes), `base` the
 * folder with its trailing slash; `options.autoHeight` is whether the frame is made by the small script.
 */
export function snippet(form, asked, manifest, base) {
  const options = possible(form, asked);
  const lines = {
    tag: () => [script('tag', options, [['type', 'module']], manifest, base), tag(options, manifest, base)],
    div: () => [script('div', options, [['type', 'module']], manifest, base), div(options, manifest, base)],
    iframe: () => (options.autoHeight
      ? [script('iframe', options, [['defer']], manifest, base), frameTag(options, manifest)]
      : [frame(options, manifest, base)]),
    standalone: () => [script('standalone', options, [['defer']], manifest, base), tag(options, manifest, base)],
    wordpress: () => [shortcode(options), ...rule(options)],
    npm: () => [
      `npm install ./${NAME}-${manifest?.version ?? '0.0.0'}.tgz`,
      `\n// in your script\nimport '${NAME}';`,
      `\n<!-- in your page -->\n${tag(options, manifest)}`,
    ],
    link: () => [`${opening('a', [['href', `${base}${linkedPage(options)}`]])}${escaped(title(options, manifest))}</a>`],
  };
  return lines[form]().join('\n');
}

export const FORMS = ['tag', 'iframe', 'div', 'standalone', 'wordpress', 'npm', 'link'];

/** The files of the manifest that this form needs in its folder, each { name, bytes }. */
export function uploads(form, options, manifest) {
  return (manifest?.files ?? []).filter(({ name }) => isUploaded[form]?.(possible(form, options), name));
}

/** A folder as a prefix of file names: an http address or a path from the site's root; undefined for other text. */
export function folder(text) {
  const typed = text.trim().replace(/[^/]+\.html?$/i, '');
  const whole = URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol) ? new URL(typed).href : undefined;
  const place = whole ?? (/^\/(?!\/)[^\s?#]*$/.test(typed) ? typed : undefined);
  if (place === undefined || /[?#]/.test(place)) return undefined;
  return place.endsWith('/') ? place : `${place}/`;
}
