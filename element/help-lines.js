/** A few help lines, shown while there is no app: before it loads, when loading fails, and after it has stopped. */
import { make } from './nodes.js';
import { countryFor, dialable, DIRECTORY } from './shared-rules.js';

/** Phone numbers by country, one for each group or 0: { US: ['988', …] }. Filled in by the build. */
const LINES = __LINES__;
/** Message of each group, in the order of the numbers. */
const GROUPS = [SAY.help_group_crisis, SAY.help_group_emergency, SAY.help_group_abuse];

/** A label as nodes, with the number isolated from the direction of the text around it. */
function isolateNumber(label, number) {
  const [before, after] = label.split(number);
  return [before, make('bdi', {}, number), after];
}

/** Builds the lines as nodes. `say` turns the place of a message into its text. */
export function helpLines(say, language, { region, contact }) {
  const country = countryFor(region, navigator.language, LINES);
  const lines = LINES[country]?.map((number, at) => number && make(
    'li', { class: GROUPS[at] === SAY.help_group_abuse ? 'off-paper' : undefined },
    make('span', { class: 'line-name' }, say(GROUPS[at])),
    make('span', { class: 'contacts' }, make(
      'a', { class: 'contact', href: `tel:${dialable(number)}` },
      ...isolateNumber(say(SAY.contact_call, number), number),
      // A screen reader lists links without the text above each of them.
      make('span', { class: 'only-read' }, ` ${say(GROUPS[at])}`),
    )),
  ));
  const place = country && new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return make(
    'div', { class: 'group' },
    country && make('p', {}, `${say(SAY.help_about)} ${place}`),
    country && make('ul', { role: 'list' }, ...lines.filter(Boolean)),
    make('p', { class: 'small' }, say(SAY.help_unverified)),
    make('p', {}, make(
      'a', { class: 'contact', href: DIRECTORY, target: '_blank', rel: 'noopener noreferrer' },
      new URL(DIRECTORY).hostname,
      make('span', { class: 'only-read' }, ` ${say(SAY.contact_new_tab)}`),
    )),
    contact ? make('p', {}, `${say(SAY.help_contact)} `, make('bdi', {}, contact)) : undefined,
  );
}
