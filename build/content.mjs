// Picks from content/ the messages that the script contains, and writes the HTML shown without scripts. prerender makes
// the data file of each language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialable, DIRECTORY, EXIT } from '../element/shared-rules.js';

/** Messages of the script outside the first view: the keys in first-view.js, help-lines.js and leave.js. */
const SAID = [
  'load_failed', 'try_again', 'loading',
  'help_open', 'help_close', 'help_more', 'help_about', 'help_contact',
  'help_unverified', 'help_group_crisis', 'help_group_emergency', 'help_group_abuse', 'contact_call', 'contact_new_tab',
  'leave_shift', 'leave_cleared', 'saved_title',
];
/** Messages for when the app has stopped. The script takes them from the data file, which has arrived by then. */
const STOPPED = ['app_stopped_title', 'app_stopped', 'app_stopped_saved', 'start_again'];
/** The message that replaces `intro_privacy` in the frame. */
const SAID_SEALED = 'intro_privacy_frame';

const read = (folder, name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Reads all of `content/`: languages by tag, and help lines. */
export function readContent(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'helplines.json');
  const languages = Object.fromEntries(names.map((name) => [name.replace('.json', ''), read(folder, name)]));
  if (!languages.en) throw new Error('content/en.json must be there.');
  return { languages, helplines: read(folder, 'helplines.json') };
}

/** Positions among all messages of those for a stopped app: { app_stopped: 257, … }. */
export const stoppedIn = (keys) => Object.fromEntries(STOPPED.map((key) => [key, keys.indexOf(key)]));

/** Lists the message keys in a tree of nodes; each is written @key. */
function keysIn(tree) {
  if (typeof tree === 'string') return tree.startsWith('@') ? [tree.slice(1)] : [];
  const [, attributes, ...children] = tree;
  return [...Object.values(attributes), ...children].flatMap(keysIn);
}

/** Returns the messages of the first view in these languages: { en: { key: text } }. */
export function firstWords({ languages }, tags, tree, mayBeSealed = false) {
  const keys = new Set([...keysIn(tree), ...SAID, ...(mayBeSealed ? [SAID_SEALED] : [])]);
  const wordsOf = (tag) => Object.fromEntries([...keys].map((key) => {
    const text = languages[tag].messages[key];
    if (!text) throw new Error(`content/${tag}.json: messages.${key} is missing.`);
    return [key, text];
  }));
  return Object.fromEntries(tags.map((tag) => [tag, wordsOf(tag)]));
}

/**
 * Returns tree and messages as the script contains them: the messages of each language are one text with a line for each,
 * and the tree refers to line numbers. `said` maps the keys that code uses to line numbers.
 */
export function shortened(tree, words) {
  const keys = Object.keys(Object.values(words)[0]);
  const inText = (text) => (text.startsWith('@') ? `@${keys.indexOf(text.slice(1))}` : text);
  const inNode = (node) => {
    if (typeof node === 'string') return inText(node);
    const [tag, attributes, ...children] = node;
    const said = Object.entries(attributes).map(([name, value]) => [name, inText(value)]);
    return [tag, Object.fromEntries(said), ...children.map(inNode)];
  };
  const inOrder = Object.entries(words).map(([language, said]) => [language, keys.map((key) => said[key]).join('\n')]);
  const said = [...SAID, 'intro_privacy', SAID_SEALED].map((key) => [key, keys.indexOf(key)]);
  return { tree: inNode(tree), said: Object.fromEntries(said), words: Object.fromEntries(inOrder) };
}

/** Returns one number to call in each of three groups, or 0, by country: { US: ['988', …] }. */
export function helpLines({ helplines }) {
  const numberOf = (lines, group) => lines
    .filter((line) => line.group === group)
    .flatMap(({ contacts }) => contacts)
    .find(({ kind, press }) => kind === 'call' && !press)?.to ?? 0;
  const countries = helplines.regions.filter(({ id }) => id !== '001');
  return Object.fromEntries(countries.map(({ id, lines }) =>
    [id, ['crisis', 'emergency', 'abuse'].map((group) => numberOf(lines, group))]));
}

/**
 * Returns the content of the element without scripts, as HTML: what this is, help lines of the countries where the language
 * is spoken, links to the check-in on paper and to leave quickly.
 */
function saidWithout(content, language, escape, target) {
  const { messages, paper } = content.languages[language];
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const primary = language.split('-')[0];
  const brief = helpLines(content);
  const isSpoken = ({ id, lines }) => brief[id] && lines.some((line) => line.group === 'crisis' && line.languages.includes(primary));
  const call = (number) => `<a href="tel:${dialable(number)}">${escape(messages.contact_call.replace('{number}', number))}</a>`;
  const ofRegion = ({ id }) => {
    const [crisis, , abuse] = brief[id];
    const unsafe = abuse ? `. ${escape(messages.help_group_abuse)}: ${call(abuse)}` : '';
    return `${escape(names.of(id))}: ${call(crisis)}${unsafe}`;
  };
  return {
    about: escape(paper.scripts),
    lines: [
      ...content.helplines.regions.filter(isSpoken).map(ofRegion),
      `${escape(messages.help_elsewhere)}: <a href="${DIRECTORY}" target="_blank" rel="noopener noreferrer">${new URL(DIRECTORY).hostname}</a>`,
      escape(paper.danger),
    ],
    paper: `<a href="paper.${language}.html">${escape(paper.title)}</a>`,
    leave: `<a href="${EXIT}"${target ? ` target="${target}"` : ''} rel="noreferrer">${escape(messages.leave)}</a>`,
  };
}

/** Writes that content as paragraphs and a list; `paper` is whether to link to the check-in on paper. */
export function fallbackIn(content, language, escape, { target, paper = false } = {}) {
  const said = saidWithout(content, language, escape, target);
  const lines = said.lines.map((line) => `<li>${line}</li>`);
  const more = paper ? [`<p>${said.paper}</p>`] : [];
  return [`<p>${said.about}</p>`, '<ul>', ...lines, '</ul>', ...more, `<p>${said.leave}</p>`].map((line) => `        ${line}\n`).join('');
}

/** The same as lines that may stand inside a paragraph, where a paragraph or a list would end the tag around it. */
const phrases = ({ about, lines, paper, leave }, withPaper) => [about, ...lines, ...(withPaper ? [paper] : []), leave];

/** Writes that content for snippets: editors put a tag that they do not know into a paragraph. */
export const fallbackSnippet = (content, language, escape) =>
  `${phrases(saidWithout(content, language, escape), true).join('<br>\n')}\n`;

/** Writes that content as one line, since a shortcode may stand inside a paragraph. */
export function fallbackInline(content, language, dir, escape) {
  return `<span lang="${language}" dir="${dir}">${phrases(saidWithout(content, language, escape), false).join('<br>')}</span>`;
}
