/** A few help lines, there before the app is and when it cannot come. */
import { make } from './nodes.js';

/** Numbers to call by country, one for each group or 0: { US: ['988', …] }, put in by the build. */
const LINES = __LINES__;
/** Their names. */
const GROUPS = [SAY.help_group_crisis, SAY.help_group_emergency, SAY.help_group_abuse];
const ELSEWHERE = 'https://findahelpline.com/';

/** The country asked for, or that of the browser's language setting; undefined if we have no lines for it. */
function countryFor(asked) {
  const known = (code) => LINES[code] && code;
  return known(asked) ?? navigator.language.split('-').slice(1).map(known).find(Boolean);
}

/** A label in which the number is not torn. */
function dialled(label, number) {
  const [before, after] = label.split(number);
  return [before, make('bdi', {}, number), after];
}

/** The lines as nodes. `say` puts keys into words. */
export function helpLines(say, language, { region, contact }) {
  const country = countryFor(region);
  const lines = LINES[country]?.map((number, at) => number && make(
    'li', { class: GROUPS[at] === SAY.help_group_abuse ? 'off-paper' : undefined },
    make('span', { class: 'line-name' }, say(GROUPS[at])),
    make('span', { class: 'contacts' }, make(
      'a', { class: 'contact', href: `tel:${number.replace(/[^\d+]/g, '')}` },
      ...dialled(say(SAY.contact_call, number), number),
      // A list of links is heard without the words that stand above each.
      make('span', { class: 'only-read' }, `, ${say(GROUPS[at])}`),
    )),
  ));
  const place = country && new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return make(
    'div', { class: 'group' },
    country && make('p', {}, `${say(SAY.help_about)} ${place}`),
    country && make('ul', { role: 'list' }, ...lines.filter(Boolean)),
    make('p', { class: 'small' }, say(SAY.help_unverified)),
    make('p', {}, make(
      'a', { class: 'contact', href: ELSEWHERE, target: '_blank', rel: 'noopener noreferrer' },
      new URL(ELSEWHERE).hostname,
      make('span', { class: 'only-read' }, `, ${say(SAY.contact_new_tab)}`),
    )),
    contact ? make('p', {}, `${say(SAY.help_contact)} `, make('bdi', {}, contact)) : undefined,
  );
}
