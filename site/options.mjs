// The owner's choices as attributes and as style. Pure: the page shows them live, the snippets write them down.
import contract from '../element/contract.json' with { type: 'json' };
import { plainFonts } from '../element/frame-looks.js';
import { DEFAULTS, readable } from './contrast.mjs';

export const ATTRIBUTES = contract.attributes;

/** The initial options. `accent` and `accentDark` are empty or hex colours. */
export function nothingChosen() {
  const attributes = Object.fromEntries(ATTRIBUTES.map(({ name, default: value }) => [name, value ?? '']));
  return { ...attributes, lang: 'en', links: {}, accent: '', accentDark: '', radius: '', width: '', font: '' };
}

/** A normalised https address, or undefined. The check-in refuses @, before which a user name could pose as a site. */
export function httpsAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && !url.username ? url.href.replaceAll('@', '%40') : undefined;
}

function linksOf(links) {
  const good = Object.entries(links)
    .map(([key, text]) => [key, httpsAddress(text.trim())])
    .filter(([, address]) => address);
  return good.length > 0 ? JSON.stringify(Object.fromEntries(good)) : '';
}

/** The page that "Leave quickly" opens: the owner's choice, or the default. */
export function exitOf({ exit }) {
  return httpsAddress(exit.trim()) ?? ATTRIBUTES.find(({ name }) => name === 'exit').default;
}

/** The owner's value of an attribute. */
function valueOf(name, options) {
  if (name === 'links') return linksOf(options.links);
  return name === 'exit' ? exitOf(options) : options[name].trim();
}

/** [name, value] of each attribute that differs from its default. An empty language is that of the page. */
export function attributesOf(options) {
  return ATTRIBUTES
    .map(({ name, default: usual }) => ({ name, usual, value: valueOf(name, options) }))
    .filter(({ usual, value }) => value !== '' && value !== usual)
    .map(({ name, value }) => [name, value]);
}

/** The accent on each card. One colour is not legible on both, so the second is derived from the first. */
export function accentsOf({ accent, accentDark }) {
  return {
    light: accent || DEFAULTS.light,
    dark: accentDark || (accent ? readable(accent, 'dark') : DEFAULTS.dark),
  };
}

function accentOf(options) {
  if (!options.accent && !options.accentDark) return '';
  const { light, dark } = accentsOf(options);
  if (options.theme === 'light') return options.accent && light;
  return options.theme === 'dark' || light === dark ? dark : `light-dark(${light}, ${dark})`;
}

/** Names of fonts as the owner wrote them, if each is a plain name; else an empty text. */
export function fontOf({ font }) {
  const names = plainFonts(font);
  return names.split(', ').length === font.split(',').length ? names : '';
}

/** Accent, radius, width and font by name; empty for the check-in's default. */
export function looksOf(options) {
  return { accent: accentOf(options), radius: options.radius, width: options.width, font: fontOf(options) };
}
