// Generated pages: the frame, the check-in on paper, the page to link to, and the gallery of every state.
import { createHash } from 'node:crypto';
import { directionOf } from '../element/dom.js';

export const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const sha384 = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Content security policy of the frame: allows its one script, the app inside it, the style of the paper version, and links. */
const policy = (script, style) => [
  "default-src 'none'",
  `script-src '${sha384(script)}' 'wasm-unsafe-eval'`,
  `style-src '${sha384(style)}'`,
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Returns `frame.html` in a language: one file that requests nothing. */
export function framePage({ language, words, script, fallback, paper }) {
  // The policy comes first, so that it covers everything in the page.
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy(script, paper.style)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>${escape(words.title)}</title>
  </head>
  <body>
      <trust-checkin lang="${language}">
${fallback}      </trust-checkin>
    ${inside(paper)}
    <script>${script}</script>
  </body>
</html>
`;
}

/** Returns `check-in.<language>.html`, the page to link to, from the English one, without the picture, which shows English text. */
export function linkedPage(english, { language, messages, fallback }) {
  const title = escape(messages.title);
  const changes = [
    [/<html lang="en">/, `<html lang="${language}" dir="${directionOf(language)}">`],
    [/<title>[^<]*/, `<title>${title}`],
    [/(?<=name="description" content=")[^"]*/, escape(messages.intro_what)],
    [/(?<=og:title" content=")[^"]*/, title],
    [/(?<=og:description" content=")[^"]*/, escape(messages.intro_what)],
    [/(\s*<meta property="og:image.*)+/, ''],
    [/summary_large_image/, 'summary'],
    [/trust-checkin\.js/, `trust-checkin.${language}.js`],
    [/<h1>[^<]*/, `<h1>${title}`],
    [/<trust-checkin lang="en">[^]*(?= {6}<\/trust-checkin>)/, `<trust-checkin lang="${language}">\n${fallback}`],
  ];
  return changes.reduce((page, [pattern, put]) => {
    if (!pattern.test(page)) throw new Error(`site/check-in.html has nothing like ${pattern}.`);
    return page.replace(pattern, () => put);
  }, english);
}

/** Replaces the placeholders that prerender leaves for `Intl`: lists, and names of countries and languages. */
function written(markup, language) {
  const named = markup.replace(/@(region|language)\(([\w-]+)\)/g, (_, type, code) => new Intl.DisplayNames([language], { type }).of(code));
  const lists = new Intl.ListFormat(language);
  return named.replace(/@list\[\[(.*?)\]\]/g, (_, parts) => lists.format(parts.split('|')));
}

/** Returns the check-in on paper as a part of another page, for readers without scripts. Headings are one level lower there. */
export function paperPart({ language, markup, style }) {
  const [, whole] = /^<main class="on-paper">([^]*)<\/main>$/.exec(written(markup, language));
  const lower = whole.replace(/(<\/?h)([1-5])/g, (_, start, level) => `${start}${Number(level) + 1}`).replace(/ id="| aria-labelledby="/g, '$&paper-');
  return { style, markup: `<div class="on-paper" lang="${language}" dir="${directionOf(language)}">${lower}</div>` };
}

/** Wraps that part so that it shows only where no script runs. */
export const inside = ({ style, markup }) => `<noscript><style>${style}</style>${markup}</noscript>`;

/** Returns `paper.<language>.html`: the whole questionnaire without scripts and form fields. */
export function paperPage({ language, title, markup }) {
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>${escape(title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="paper.css">
  </head>
  <body>
    ${written(markup, language)}
  </body>
</html>
`;
}

/** Returns `gallery.html`: every state in both themes as the app draws it, without scripts. */
export function galleryPage(states) {
  const state = ({ name, markup }) => `
      <section aria-labelledby="${name}">
        <h2 id="${name}">${name}</h2>${['light', 'dark'].map((theme) => `
        <div class="example ${theme}" data-state="${name}" data-theme="${theme}"><template shadowrootmode="open"><link rel="stylesheet" href="gallery-check-in.css"><div class="checkin" lang="en" data-theme="${theme}">${markup}</div></template></div>`).join('')}
      </section>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Trust check-in: every state</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="gallery.css">
  </head>
  <body>
    <main>
      <h1>Every state, light and dark</h1>
      <p>Pictures of the check-in for people who work on it or choose it. Nothing here can be pressed. <a href="./">The check-in itself</a></p>${states.map(state).join('')}
    </main>
  </body>
</html>
`;
}
