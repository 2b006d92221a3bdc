// Code that uses everything in the types. Must compile.
import 'trust-checkin/inlined';
import type { TrustCheckin, TrustCheckinAttributes, TrustCheckinEventMap } from 'trust-checkin';

const checkin = document.querySelector('trust-checkin')!;
const loaded: TrustCheckin = await checkin.ready;
loaded.hidden = false;
document.createElement('trust-checkin').ready.then(({ tagName }) => tagName.toLowerCase());

checkin.addEventListener('trust-checkin-ready', ({ target }) => target);
checkin.addEventListener('trust-checkin-error', ({ detail }) => detail.message.toUpperCase());
const started = (event: TrustCheckinEventMap['trust-checkin-start']): string => event.type;
checkin.addEventListener('trust-checkin-start', started);
checkin.addEventListener('trust-checkin-complete', started);

const attributes: Required<TrustCheckinAttributes> = {
  lang: 'en-GB',
  perspective: 'loved',
  theme: 'dark',
  region: 'IE',
  contact: 'Call us',
  links: '{"C":"https://blog.example/honest"}',
  exit: 'https://weather.example/',
  save: 'ask',
  compare: 'on',
  events: 'on',
};
for (const [name, value] of Object.entries(attributes)) checkin.setAttribute(name, value);
