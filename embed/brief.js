/** A few help lines, there before the app is and when it cannot come. */
import { make } from './nodes.js';

/** Numbers to call by country: { US: { crisis, emergency, abuse } }, put in by the build. */
const LINES = __LINES__;
/** Their names, in the order in which they are said. */
const GROUPS = { crisis: SAY.help_group_crisis, emergency: SAY.help_group_emergency, abuse: SAY.help_group_abuse };
const ELSEWHERE = 'https://findahelpline.com/';

/** The country asked for, or that of the browser's language setting; undefined if we have no lines for it. */
function countryFor(asked) {
  const known = (code) => LINES[code] && code;
  return known(asked) ?? navigator.language.split('-').slice(1).map(known).find(Boolean);
}

/** The lines as nodes. `say` puts keys into words. */
export function briefLines(say, language, { region, contact }) {
  const country = countryFor(region);
  const numbers = LINES[country] ?? {};
  const lines = Object.entries(GROUPS).filter(([group]) => numbers[group]).map(([group, name]) => make(
    'li', { class: group === 'abuse' ? 'off-paper' : undefined },
    make('span', { class: 'line-name' }, say(name)),
    make('span', { class: 'contacts' }, make(
      'a', { class: 'contact', href: `tel:${numbers[group].replace(/[^\d+]/g, '')}` },
      say(SAY.contact_call, numbers[group]),
      // A list of links is heard without the words that stand above each.
      make('span', { class: 'only-read' }, `, ${say(name)}`),
    )),
  ));
  const place = country && new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return make(
    'div', { class: 'group' },
    country && make('p', {}, `${say(SAY.help_about)} ${place}`),
    country && make('ul', { role: 'list' }, ...lines),
    make('p', { class: 'small' }, say(SAY.help_unverified)),
    make('p', {}, make(
      'a', { class: 'contact', href: ELSEWHERE, target: '_blank', rel: 'noopener noreferrer' },
      new URL(ELSEWHERE).hostname,
      make('span', { class: 'only-read' }, `, ${say(SAY.contact_new_tab)}`),
    )),
    contact ? make('p', {}, `${say(SAY.help_contact)} `, make('bdi', {}, contact)) : undefined,
  );
}
