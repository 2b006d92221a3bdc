// The template for translators. Packing generates it from the sources, so it is never out of date.

/** Matches __( 'text', 'trust-checkin' ) in PHP and JavaScript; quotes inside are escaped. */
const CALL = /\b__\(\s*'((?:[^'\\]|\\.)*)',\s*'trust-checkin'\s*\)/g;
/** The fields of the plugin's header and of block.json that WordPress translates. */
const HEADER = /^ \* (?:Plugin Name|Description):\s+(.+)$/gm;
const BLOCK = { title: 'block title', description: 'block description', keywords: 'block keyword' };

/** The text of the template; `files` maps file names to bytes. */
export function template(files) {
  const entries = new Map();
  const add = (text, place, context) => {
    const key = JSON.stringify([context, text]);
    entries.set(key, { text, context, places: [...(entries.get(key)?.places ?? []), place] });
  };
  for (const name of ['trust-checkin.php', 'editor.js']) {
    const source = String(files.get(name));
    const line = (index) => source.slice(0, index).split('\n').length;
    for (const { 1: text, index } of source.matchAll(HEADER)) add(text, `${name}:${line(index)}`);
    for (const { 1: text, index } of source.matchAll(CALL)) add(text.replaceAll("\\'", "'"), `${name}:${line(index)}`);
  }
  const block = JSON.parse(files.get('block.json'));
  for (const [key, context] of Object.entries(BLOCK)) [block[key]].flat().forEach((text) => add(text, 'block.json', context));
  return [
    `msgid ""\nmsgstr ""\n"Project-Id-Version: Trust Check-in ${block.version}\\n"\n` +
      '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Domain: trust-checkin\\n"\n',
    ...[...entries.values()].map(({ text, context, places }) => [
      ...places.map((place) => `#: ${place}\n`),
      context ? `msgctxt ${JSON.stringify(context)}\n` : '',
      `msgid ${JSON.stringify(text)}\nmsgstr ""\n`,
    ].join('')),
  ].join('\n');
}
