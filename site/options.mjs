// What an owner chose, as attributes and as style. Pure: the page shows it live, the snippets write it down.
import contract from '../element/contract.json' with { type: 'json' };
import { DEFAULTS, readable } from './contrast.mjs';

export const ATTRIBUTES = contract.attributes;

/** Before anything is chosen. `accent` and `accentDark` are empty or hex colours. */
export function nothingChosen() {
  const attributes = Object.fromEntries(ATTRIBUTES.map(({ name, default: value }) => [name, value ?? '']));
  return { ...attributes, lang: 'en', links: {}, accent: '', accentDark: '', radius: '', width: '' };
}

/** An https address as browsers write it, or undefined. The check-in takes no @, where a name could pass for a site. */
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

/** Where "Leave quickly" leads: the owner's choice, or what the check-in does anyway. */
export function exitOf({ exit }) {
  return httpsAddress(exit.trim()) ?? ATTRIBUTES.find(({ name }) => name === 'exit').default;
}

/** The value of an attribute as an owner chose it. */
function valueOf(name, options) {
  if (name === 'links') return linksOf(options.links);
  return name === 'exit' ? exitOf(options) : options[name].trim();
}

/** [name, value] of each attribute that differs from what the check-in does anyway. An empty language is that of the page. */
export function attributesOf(options) {
  return ATTRIBUTES
    .map(({ name, default: usual }) => ({ name, usual, value: valueOf(name, options) }))
    .filter(({ usual, value }) => value !== '' && value !== usual)
    .map(({ name, value }) => [name, value]);
}

/** The accent on each card. One colour cannot be read on both, so the second is made from the first. */
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

/** Accent, radius and width by name; empty where the check-in's own is kept. */
export function looksOf(options) {
  return { accent: accentOf(options), radius: options.radius, width: options.width };
}
