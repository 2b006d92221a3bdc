/** A few help lines, there before the app is and when it cannot come. */
import { make } from './nodes.js';

/** Numbers to call by country: { US: { crisis, emergency, abuse } }, put in by the build. */
const LINES = __LINES__;
const GROUPS = ['crisis', 'emergency', 'abuse'];
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
  const lines = GROUPS.filter((group) => numbers[group]).map((group) => make(
    'li', { class: group === 'abuse' ? 'off-paper' : undefined },
    make('span', { class: 'line-name' }, say(`help_group_${group}`)),
    make('span', { class: 'contacts' }, make(
      'a', { class: 'contact', href: `tel:${numbers[group].replace(/[^\d+]/g, '')}` },
      say('contact_call', { number: numbers[group] }),
      // A list of links is heard without the words that stand above each.
      make('span', { class: 'only-read' }, `, ${say(`help_group_${group}`)}`),
    )),
  ));
  const name = country && new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return make(
    'div', { class: 'group' },
    country && make('p', {}, `${say('help_about')} ${name}`),
    country && make('ul', { role: 'list' }, ...lines),
    make('p', { class: 'small' }, say('help_unverified')),
    make('p', {}, make(
      'a', { class: 'contact', href: ELSEWHERE, target: '_blank', rel: 'noopener noreferrer' },
      new URL(ELSEWHERE).hostname,
      make('span', { class: 'only-read' }, `, ${say('contact_new_tab')}`),
    )),
    contact ? make('p', {}, `${say('help_contact')} `, make('bdi', {}, contact)) : undefined,
  );
}
