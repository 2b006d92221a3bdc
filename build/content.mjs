// The few words that the script carries itself. The data file of each language is made by prerender.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialable, DIRECTORY, EXIT } from '../element/shared-rules.js';

/** What the script says besides the card: the keys that first-view.js, help-lines.js and leave.js name. */
const SAID = [
  'load_failed', 'try_again', 'loading',
  'help_open', 'help_close', 'help_more', 'help_about', 'help_contact',
  'help_unverified', 'help_group_crisis', 'help_group_emergency', 'help_group_abuse', 'contact_call', 'contact_new_tab',
  'leave_shift', 'leave_cleared', 'saved_title',
];
/** What it says when the app has stopped: the language's data file is there by then. */
const STOPPED = ['app_stopped_title', 'app_stopped', 'app_stopped_saved', 'start_again'];
/** Said instead of `intro_privacy` where the page seals itself off. */
const SAID_SEALED = 'intro_privacy_frame';

const read = (folder, name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** All of `content/`: the languages by their tag, and the help lines. */
export function readContent(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'helplines.json');
  const languages = Object.fromEntries(names.map((name) => [name.replace('.json', ''), read(folder, name)]));
  if (!languages.en) throw new Error('content/en.json must be there.');
  return { languages, helplines: read(folder, 'helplines.json') };
}

/** Where what the script says of an app that has stopped stands among the messages: { app_stopped: 257, … }. */
export const stoppedIn = (keys) => Object.fromEntries(STOPPED.map((key) => [key, keys.indexOf(key)]));

/** Every key that a tree of nodes names with @. */
function keysIn(tree) {
  if (typeof tree === 'string') return tree.startsWith('@') ? [tree.slice(1)] : [];
  const [, attributes, ...children] = tree;
  return [...Object.values(attributes), ...children].flatMap(keysIn);
}

/** The words of the first view in these languages: { en: { key: text } }. */
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
 * The tree and the words as the script carries them: for each language its words in one text, named by their place in
 * it, also in the tree. `said` has the places of what lines of code name.
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

/** One number to call in each of three groups, or 0, by country: { US: ['988', …] }. */
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
 * What stands inside the element where no script may run: what this is, help lines of the countries where the language is
 * spoken, a way to leave, each as HTML.
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

/** As paragraphs and a list, each on a line; `paper` is whether a link leads to the check-in on paper. */
export function fallbackIn(content, language, escape, { target, paper = false } = {}) {
  const said = saidWithout(content, language, escape, target);
  const lines = said.lines.map((line) => `<li>${line}</li>`);
  const more = paper ? [`<p>${said.paper}</p>`] : [];
  return [`<p>${said.about}</p>`, '<ul>', ...lines, '</ul>', ...more, `<p>${said.leave}</p>`].map((line) => `        ${line}\n`).join('');
}

/** In one line that can stand inside a paragraph, as a shortcode may. */
export function fallbackInline(content, language, dir, escape) {
  const { about, lines, leave } = saidWithout(content, language, escape);
  return `<span lang="${language}" dir="${dir}">${[about, ...lines, leave].join('<br>')}</span>`;
}
