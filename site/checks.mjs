// Pure checks of the self-check, over values that it is given. Nothing here looks at the page.

/** The rules of a sealed page's policy, except for the hashes of its one script and one style. */
const SEALED = [
  "default-src 'none'", "form-action 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
];
const SCRIPT = /^script-src '(sha384-[\w+/=]+)' 'wasm-unsafe-eval'$/;
/** The style of the check-in on paper, which shows without scripts. */
const STYLE = /^style-src 'sha384-[\w+/=]+'$/;
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;
/** Markup that makes a page send requests besides its script's. */
const ASKING = /<(link|img|iframe|object|embed|audio|video|source|base|form)\b|\bsrc=|http-equiv="refresh"/i;

/**
 * Lists what is wrong with the text of frame.html, in words. `hash` is the hash of the one script that its policy
 * allows, for callers that can compute hashes, and `script` the text of that script.
 */
export function readFrame(html) {
  const policy = POLICY.exec(html);
  if (!policy) return { wrong: ['it has no policy'] };
  const wrong = [];
  const before = html.slice(0, policy.index);
  if (!/^<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">\s*$/.test(before)) {
    wrong.push('something stands before its policy');
  }
  const rules = policy[1].split(';').map((rule) => rule.trim());
  const hash = rules.map((rule) => SCRIPT.exec(rule)?.[1]).find(Boolean);
  if (!hash) wrong.push('its policy does not name one script by its hash');
  for (const rule of SEALED.filter((rule) => !rules.includes(rule))) wrong.push(`its policy lacks ${rule}`);
  if (!rules.some((rule) => STYLE.test(rule))) wrong.push('its policy does not name one style by its hash');
  if (rules.length !== SEALED.length + 2) wrong.push('its policy has other rules');
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
  if (scripts.length !== 1 || html.split('<script').length !== 2) wrong.push('it does not have just one script');
  if (ASKING.test(html.replace(/<script>[^]*<\/script>/, ''))) wrong.push('its markup asks for something');
  return { wrong, hash, script: scripts[0]?.[1] };
}

/** The `addresses` that are not among `names` in `folder`; an address with a query or a fragment is foreign too. */
export function foreign(addresses, folder, names) {
  const known = new Set(names.map((name) => folder + name));
  return [...new Set(addresses)].filter((address) => !known.has(address));
}
