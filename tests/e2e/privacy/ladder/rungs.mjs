// The rungs: each looks at what was seen of a visit and gives back what should not be there.
import { Linter } from 'eslint';

const decoded = (text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};
const line = (...parts) => decoded(parts.filter(Boolean).join(' '));
/** The name that a browser makes up for data inside a page says nothing of it. */
const pathOf = (url) => url.replace(/^http:\/\/127\.0\.0\.1:\d+/, '').replace(/^blob:http:\/\/127\.0\.0\.1:\d+\/[\da-f-]{36}$/, 'blob:');

/** What is in `found` more often than in `expected`. */
export function extra(found, expected) {
  const left = [...expected];
  return found.filter((one) => {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** What a script can name that could carry something out, keep it, or make code or markup from text. */
const NAMES = new Set(`
  fetch fetchLater XMLHttpRequest sendBeacon WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection
  webkitRTCPeerConnection Worker SharedWorker serviceWorker importScripts import Image Audio FontFace src srcset srcdoc
  postMessage BroadcastChannel MessageChannel localStorage sessionStorage indexedDB caches cookie cookieStore storage
  history pushState replaceState navigation location open title referrer ping share clipboard execCommand
  eval Function innerHTML outerHTML insertAdjacentHTML setHTML setHTMLUnsafe write writeln createContextualFragment
  submit requestSubmit console print CustomEvent dispatchEvent credentials Notification geolocation mediaDevices
  globalThis window self top parent opener frames defaultView ownerDocument requestStorageAccess`.trim().split(/\s+/));

/** How often a script names what is on that list: { fetch: 1, … }. Names in quotes count as well. */
export function namesIn(text) {
  const names = [];
  const note = (node, name) => { if (NAMES.has(name)) names.push(name); };
  const rule = {
    create: () => ({
      Identifier: (node) => note(node, node.name),
      Literal: (node) => note(node, node.value),
      ImportExpression: (node) => note(node, 'import'),
    }),
  };
  const problems = new Linter().verify(text, [{
    plugins: { ladder: { rules: { names: rule } } },
    rules: { 'ladder/names': 'error' },
    linterOptions: { noInlineConfig: true },
  }]);
  if (problems.length) throw new Error(`Not a script: ${problems[0].message}`);
  return names.sort();
}

const use = ({ kind, name, says }) =>
  line(kind === 'used' ? '' : kind, name, pathOf(says).replace(/ \{"integrity":"sha256-[^"]+"\}$/, ''));

/** L2: uses of what could carry something out, beyond those that the form needs. Only heights may be told by message. */
export function usesBeyond({ told }, expected) {
  const uses = told.filter(({ kind, says }) => kind === 'used' || kind === 'event' || (kind === 'message' && !/^\d+$/.test(says)));
  return extra(uses.map(use), expected);
}

/** Uses of the store, with the name and the text given. */
export const storeUses = ({ told }) =>
  told.filter(({ kind, name }) => kind === 'used' && /^(localStorage|sessionStorage|(get|set|remove)Item|clear)$/.test(name));

/** L3: what the strictest policy had to stop. */
export const violations = ({ told }) => told.filter(({ kind }) => kind === 'violation').map(use);

/** What the servers were asked for, as lines. */
export const asked = (log) => log.map(({ method, url, body }) => line(method, url, body));

/** L4: what reached a server beyond the files that the form needs. */
export const arrivals = ({ logs }, expected) => [...extra(asked(logs.site), expected), ...asked(logs.elsewhere)];

/** L5: what has changed for whoever looks at the page from outside, after any step. */
export function traces({ states }) {
  const first = new Map();
  return states.flatMap(({ after, place, state }) => {
    if (!first.has(place)) first.set(place, state);
    return Object.entries(state)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(first.get(place)[name]))
      .map(([name, value]) => line(`after ${after}: ${name}`, JSON.stringify(value)));
  });
}

/** L5: where a token of the owner's, a word of the reader's or a score turns up. */
export function canaries({ told, requests, logs, lines, states }, { words, scores }) {
  const heads = (log) => log.flatMap(({ headers }) => Object.entries(headers).map(([name, value]) => line('header', name, value)));
  const texts = [
    // Leaving puts the element back onto the emptied page, with the attributes that the owner wrote.
    ...told.map(({ kind, name, says }) => line(kind, name, kind === 'markup' && name === 'childList' ? says.replace(/<trust-checkin [^>]*>/, '') : says)),
    ...requests.map(({ method, url, body }) => line(method, pathOf(url), body)),
    ...asked([...logs.site, ...logs.elsewhere]),
    ...lines.map((text) => line('console', text)),
  ];
  const score = new RegExp(`(?<![\\w.-])(${scores.join('|')})(?![\\w-])`);
  const hasWord = (text) => words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  const all = [...texts, ...heads(requests), ...heads(logs.site), ...heads(logs.elsewhere)];
  return [...all.filter(hasWord), ...texts.filter((text) => score.test(text)), ...traces({ states })];
}

/** Where it went after "Leave quickly", and whether it learned where from. */
export const left = ({ requests }, address) =>
  requests.filter(({ url }) => url === address).map(({ headers }) => headers.referer ?? 'no referrer');
