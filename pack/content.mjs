// The data file of each language, and the few words that the script carries itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the script says besides the card: the keys that first.js and brief.js name. */
const SAID = [
  'load_failed', 'app_stopped_title', 'app_stopped', 'app_stopped_saved', 'start_again', 'try_again', 'loading',
  'help_open', 'help_close', 'help_more', 'help_about', 'help_contact',
  'help_unverified', 'help_group_crisis', 'help_group_emergency', 'help_group_abuse', 'contact_call', 'contact_new_tab',
  'leave_shift', 'leave_cleared', 'saved_title',
];
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

/**
 * The text of a language's data file: its messages in the order of `keys`, without their names. What only the paper page
 * says stays behind.
 */
export function dataFile({ languages, helplines }, language, keys) {
  const { paper, messages, ...words } = languages[language];
  if (!paper) throw new Error(`content/${language}.json: paper is missing.`);
  const missing = keys.filter((key) => !messages[key]);
  const unknown = Object.keys(messages).filter((key) => !keys.includes(key));
  for (const [what, found] of Object.entries({ missing, unknown })) {
    if (found.length > 0) throw new Error(`content/${language}.json: messages: ${what}: ${found.join(', ')}.`);
  }
  return JSON.stringify({ words: { ...words, messages: keys.map((key) => messages[key]) }, helplines });
}

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
 * The tree and the words as the script carries them: a message that only the tree names, and no line of code, has a
 * number for a name.
 */
export function shortened(tree, words) {
  const named = new Set([...SAID, 'intro_privacy', SAID_SEALED]);
  const numbers = new Map([...new Set(keysIn(tree))].filter((key) => !named.has(key)).map((key, place) => [key, place]));
  const inText = (text) => (text.startsWith('@') ? `@${numbers.get(text.slice(1)) ?? text.slice(1)}` : text);
  const inNode = (node) => {
    if (typeof node === 'string') return inText(node);
    const [tag, attributes, ...children] = node;
    const said = Object.entries(attributes).map(([name, value]) => [name, inText(value)]);
    return [tag, Object.fromEntries(said), ...children.map(inNode)];
  };
  const inWords = (said) => Object.fromEntries(Object.entries(said).map(([key, text]) => [numbers.get(key) ?? key, text]));
  const languages = Object.entries(words).map(([language, said]) => [language, inWords(said)]);
  return { tree: inNode(tree), words: Object.fromEntries(languages) };
}

/** One number to call in each of three groups, by country: { US: { crisis: '988', … } }. */
export function briefLines({ helplines }) {
  const numberOf = (lines, group) => lines
    .filter((line) => line.group === group)
    .flatMap(({ contacts }) => contacts)
    .find(({ kind, press }) => kind === 'call' && !press)?.to;
  const countries = helplines.regions.filter(({ id }) => id !== '001');
  return Object.fromEntries(countries.map(({ id, lines }) =>
    [id, Object.fromEntries(['crisis', 'emergency', 'abuse'].map((group) => [group, numberOf(lines, group)]))]));
}
