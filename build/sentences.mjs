// The page for reviewers of a language: every sentence beside the English one, with notes.
import { directionOf } from '../element/dom.js';
import { escape } from './pages.mjs';

/** Lists the texts of a part with their paths, such as items.A1.loved.text. */
const leaves = (node, place) => (typeof node === 'string'
  ? [[place, node]]
  : Object.entries(node).flatMap(([key, value]) => leaves(value, `${place}.${key}`)));

const textsOf = ({ messages, items, paper, lines = {} }) =>
  Object.entries({ messages, items, paper, lines }).flatMap(([part, node]) => leaves(node, part));

/** Returns the note on a text. Only reverse-keyed items have one. */
function noteOn(place, { reverse }) {
  const [, item, , kind] = place.split('.');
  return kind === 'text' && place.startsWith('items.') ? reverse[item] : undefined;
}

/** Returns `sentences.<language>.html`. */
export function sentencesPage({ languages }, language) {
  const english = Object.fromEntries(textsOf(languages.en));
  const own = languages[language];
  const { reverse = {}, ...notes } = own.notes ?? {};
  const cell = (text, tag) => `<td lang="${tag}" dir="${directionOf(tag)}">${escape(text ?? '')}</td>`;
  const row = ([place, text]) => {
    const note = noteOn(place, { reverse });
    const said = note ? `${cell(text, language).replace('</td>', '')}<p lang="en" dir="ltr"><small>${escape(note)}</small></p></td>` : cell(text, language);
    const beside = language === 'en' ? '' : cell(english[place], 'en');
    return `<tr><th scope="row">${place}</th>${beside}${said}</tr>`;
  };
  const heads = ['Place', ...(language === 'en' ? [] : ['English']), new Intl.DisplayNames(['en'], { type: 'language' }).of(language)];
  const isUnread = own.translation && !own.translation.reviewed;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Every sentence: ${language}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="sentences.css">
  </head>
  <body>
    <main>
      <h1>Every sentence that a reader can meet: ${language}</h1>${isUnread ? `
      <p><strong>Translated by a ${own.translation.made_by}. No native speaker has reviewed it yet.</strong></p>` : ''}
      <dl>${Object.entries(notes).map(([name, note]) => `<dt>${name}</dt><dd>${escape(note)}</dd>`).join('')}</dl>
      <table>
        <thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
        <tbody>
${textsOf(own).map(row).join('\n')}
        </tbody>
      </table>
    </main>
  </body>
</html>
`;
}
