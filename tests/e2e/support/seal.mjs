// An attack on the sealed frame from inside, as if a line in its own script leaked: every way out that a page has
// is tried in there, and the log of the server tells what got through. `sendBeacon` says yes while it is blocked,
// so nothing that runs in the page is believed.
import { ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';

/** Each function runs in the page and asks for one address. */
export const ATTEMPTS = {
  fetch: (to) => fetch(to),
  'no-cors': (to) => fetch(to, { mode: 'no-cors', method: 'POST', body: 'answer' }),
  keepalive: (to) => fetch(to, { keepalive: true, mode: 'no-cors' }),
  xhr: (to) => {
    const request = new XMLHttpRequest();
    request.open('GET', to);
    request.send();
  },
  beacon: (to) => { navigator.sendBeacon(to, 'answer'); },
  websocket: (to) => { new WebSocket(to.replace('http', 'ws')); },
  eventsource: (to) => { new EventSource(to); },
  image: (to) => { new Image().src = to; },
  srcset: (to) => { new Image().srcset = `${to} 1x`; },
  script: (to) => { document.body.append(Object.assign(document.createElement('script'), { src: to })); },
  module: (to) => { document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: to })); },
  import: (to) => import(to),
  stylesheet: (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to })); },
  'style-import': (to) => { document.head.append(Object.assign(document.createElement('style'), { textContent: `@import "${to}"` })); },
  background: (to) => { document.body.style.backgroundImage = `url("${to}")`; },
  sheet: (to) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body::after { content: url("${to}") }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  font: (to) => new FontFace('Leak', `url("${to}")`).load(),
  prefetch: (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: to })); },
  preload: (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: to })); },
  modulepreload: (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: to })); },
  worker: (to) => { new Worker(to); },
  'shared-worker': (to) => { new SharedWorker(to); },
  'service-worker': (to) => navigator.serviceWorker.register(to),
  iframe: (to) => { document.body.append(Object.assign(document.createElement('iframe'), { src: to })); },
  srcdoc: (to) => { document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: `<img src="${to}">` })); },
  object: (to) => { document.body.append(Object.assign(document.createElement('object'), { data: to })); },
  embed: (to) => { document.body.append(Object.assign(document.createElement('embed'), { src: to })); },
  video: (to) => { document.body.append(Object.assign(document.createElement('video'), { preload: 'auto', src: to })); },
  audio: (to) => { new Audio(to).load(); },
  ping: (to) => {
    const link = Object.assign(document.createElement('a'), { href: '#', ping: to });
    document.body.append(link);
    link.click();
  },
  form: (to) => {
    // Into an empty frame: a page that goes elsewhere gives up what else it asked for.
    const form = Object.assign(document.createElement('form'), { method: 'POST', action: to, target: 'elsewhere' });
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'elsewhere' }), form);
    form.submit();
  },
};

export const NAMES = Object.keys(ATTEMPTS).sort();

/** What of WebRTC a script in the frame still finds: no policy forbids it, so it has to be gone. */
export const FIND_RTC = `Object.getOwnPropertyNames(window).filter((name) => /RTCPeerConnection$/.test(name))`;

/** What runs in the page. `window.tried` are the names of what was tried there, refused or not. */
export const attack = (site, who) => `
  window.tried = [];
  const attempts = { ${Object.entries(ATTEMPTS).map(([name, attempt]) => `'${name}': ${attempt}`).join(',\n')} };
  for (const [name, attempt] of Object.entries(attempts)) {
    window.tried.push(name);
    try { attempt('${site.url}reached/${who}/' + name)?.catch?.(() => {}); } catch {}
  }`;

/** The names of the attempts that came to the server. */
export const reached = (site, who) => [...new Set(site.requests.map(({ path }) => path))]
  .filter((path) => path.startsWith(`/reached/${who}/`)).map((path) => path.split('/')[3]).sort();

/** What did not come from the page without the policy, and should have. */
export const missed = (site, unable) => {
  const arrived = reached(site, 'control');
  return NAMES.filter((name) => !unable.includes(name) && !arrived.includes(name));
};

const POLICY = /<meta http-equiv="?content-security-policy"?[^>]*>/gi;

/** The shipped frame without its policy: what gets out of this one gets out for want of it. */
export function withoutPolicy(html) {
  const [found, ...others] = html.match(POLICY) ?? [];
  ok(found && others.length === 0, 'frame.html has one policy');
  return html.replace(POLICY, '');
}

/** The shipped frame whose own script ends with this code, pinned by its new hash: the rest of the policy is kept. */
export function pinnedAgain(html, code) {
  const [, script, ...others] = html.match(/<script>([^]*)<\/script>/) ?? [];
  ok(script && others.length === 0, 'frame.html has one script');
  const hash = (text) => `'sha384-${createHash('sha384').update(text).digest('base64')}'`;
  const longer = `${script};{${code}}`;
  ok(html.includes(hash(script)), 'frame.html pins its script');
  return html.replace(hash(script), () => hash(longer)).replace(script, () => longer);
}

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation';

/** What that sandbox forbids by itself, with or without the policy. */
export const SANDBOXED = ['form', 'service-worker', 'shared-worker', 'worker'];

/** Each way to attack: what stands in the two frames, and whether code comes in by the driver. */
export const WAYS = {
  'the shipped file, with nothing but its policy': { sealed: 'frame.html', control: 'unsealed.html', sandbox: false, byDriver: true },
  'the shipped file, as owners put it': { sealed: 'frame.html', control: 'unsealed.html', sandbox: true, byDriver: true },
  'a script of its own that leaks, pinned': { sealed: 'leaking.html', control: 'leaking-unsealed.html', sandbox: false, byDriver: false },
};

/** Puts a page with two frames on the server, the sealed one and the same without its policy. Returns its address. */
export function twoFrames(site, shipped, { sealed, control, sandbox }) {
  const type = 'text/html; charset=utf-8';
  const put = (name, body) => site.changes.set(`/${name}`, { body, type });
  put('unsealed.html', withoutPolicy(shipped));
  put('leaking.html', pinnedAgain(shipped, attack(site, 'sealed')));
  put('leaking-unsealed.html', withoutPolicy(pinnedAgain(shipped, attack(site, 'control'))));
  // An answer without content, which leaves every page where it is.
  for (const name of NAMES) for (const who of ['sealed', 'control']) site.changes.set(`/reached/${who}/${name}`, { status: 204, body: '' });
  const frame = (file) => `<iframe src="${file}" title="Check-in" ${sandbox ? `sandbox="${SANDBOX}"` : ''} height="300"></iframe>`;
  put('attacked.html', `<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,">${frame(sealed)}${frame(control)}`);
  return `${site.url}attacked.html`;
}
