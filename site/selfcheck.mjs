// The self-check: shows, in words for anyone, what a browser can observe of the check-in on its own page.
import { foreign, readFrame } from './checks.mjs';
import { make } from './make.mjs';
import { setTraps, used } from './traps.mjs';

const folder = new URL('.', location.href).href;
/** Files of this page itself, and files that it fetches to inspect. */
const OWN = ['selfcheck.html', 'selfcheck.js', 'selfcheck.css', 'page.css', 'manifest.json', 'frame.html'];
/** Names of files of the check-in in the page. */
const CHECKIN = /^(trust-checkin\.js|trust-checkin-(small|full)-\w+\.wasm|en-\w+\.txt)$/;

/** The page's state before any code of the check-in runs. */
const before = {
  address: location.href, title: document.title, history: history.length, cookies: document.cookie,
};
const fetched = [];
const heard = [];
setTraps((address) => fetched.push(address));
addEventListener('message', () => heard.push('message'));
for (const name of ['ready', 'error', 'start', 'complete']) {
  document.addEventListener(`trust-checkin-${name}`, ({ detail }) => {
    heard.push([name, ...Object.keys(detail ?? {})].join(' with '));
  });
}

const asked = [];
new PerformanceObserver((list) => {
  asked.push(...list.getEntries().map(({ name }) => name));
  look();
}).observe({ type: 'resource', buffered: true });

const manifest = fetch('manifest.json').then((answer) => answer.json()).catch(() => undefined);
const frame = fetch('frame.html').then((answer) => (answer.ok ? answer.text() : undefined)).catch(() => undefined);

const yes = (found) => ({ verdict: 'yes', found });
const no = (found) => ({ verdict: 'no', found });
const unknown = (found) => ({ verdict: 'unknown', found });
const unless = (wrong, found) => (wrong.length > 0 ? no(`Found: ${wrong.join(', ')}.`) : yes(found));

/** The names of the check-in's files. */
const files = async () => (await manifest)?.files.filter(({ name }) => CHECKIN.test(name)) ?? [];

async function whatItAskedFor() {
  const names = (await files()).map(({ name }) => name);
  if (names.length === 0) return unknown('The list of files, manifest.json, could not be read.');
  const others = foreign([...asked, ...fetched], folder, [...OWN, ...names]);
  return unless(others, `${names.length} files of the check-in, and ${OWN.length} of this page. Nothing else since you opened it.`);
}

async function whatItUsed() {
  return unless(used, 'None of some twenty ways to send or keep something was used.');
}

async function whatItKept() {
  const databases = await indexedDB.databases?.().catch(() => []) ?? [];
  const kept = [
    ...Object.keys(localStorage).map(() => 'an entry in local storage'),
    ...Object.keys(sessionStorage).map(() => 'an entry in session storage'),
    ...databases.map(() => 'a database'),
    ...(document.cookie === before.cookies ? [] : ['a cookie']),
  ];
  return unless(kept, 'Local storage, session storage, databases and cookies are empty.');
}

async function whatThePageTells() {
  const now = { address: location.href, title: document.title, history: history.length };
  const changed = Object.keys(now).filter((name) => now[name] !== before[name]);
  const told = heard.filter((what) => what !== 'ready');
  return unless([...changed, ...told], 'Address, title and history are as they were. The page heard that the check-in is ready, and nothing else.');
}

async function whetherFilesAreThose() {
  const all = [...await files(), ...((await manifest)?.files.filter(({ name }) => name === 'frame.html') ?? [])];
  if (all.length === 0) return unknown('The list of files, manifest.json, could not be read.');
  const isThat = ({ name, integrity }) => fetch(name, { integrity, cache: 'reload' }).then(({ ok }) => ok, () => false);
  const right = await Promise.all(all.map(isThat));
  return unless(all.filter((_, place) => !right[place]).map(({ name }) => name), `${all.length} files fit the hashes in manifest.json.`);
}

async function whetherTheFrameIsSealed() {
  const html = await frame;
  if (html === undefined) return unknown('frame.html could not be read.');
  const { wrong, hash, script } = readFrame(html);
  if (wrong.length > 0) return no(`Found: ${wrong.join(', ')}.`);
  if (!crypto.subtle) return yes('Its policy comes first and forbids everything but one script. The hash of that script can be computed on https pages only.');
  const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(script));
  const found = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  return unless(found === hash ? [] : ['another script than its policy names'], 'Its policy comes first, forbids everything but one script, and the script is that one.');
}

/** Lines of the report: claim, check, the reason and limits of the claim, and whether to check only once. */
const LINES = [
  ['This page asked only for its own files', whatItAskedFor, 'A request is how an answer would travel. Files are asked for before your first answer; after that the list stays as it is.'],
  ['Nothing was used that could send', whatItUsed, 'Browsers have other ways than files. This page watched each of them before the check-in began.'],
  ['Nothing was kept', whatItKept, 'What is kept could be found later by someone else. This line cannot see your browser history, where every page leaves a trace.'],
  ['The page around learned nothing', whatThePageTells, 'A blog could read what its address, its title or an event says.'],
  ['The files are those of this version', whetherFilesAreThose, 'Changed files could do anything. Whoever changes manifest.json as well fools this line: compare the files with SHA384SUMS of the release.', true],
  ['The frame seals itself', whetherTheFrameIsSealed, 'With this policy the browser itself refuses to send in the background. It cannot forbid that the frame goes to another page.', true],
];

const LOOKING = 'Looking';
const rows = LINES.map(([title, check, why, once]) => {
  const verdict = make('span', { class: 'verdict' }, LOOKING);
  const found = make('p');
  return { check, once, verdict, found, item: make('li', { class: 'unknown' }, verdict, make('strong', {}, title), found, make('p', { class: 'hint' }, why)) };
});
document.querySelector('#lines').replaceChildren(...rows.map(({ item }) => item));

const SAID = { yes: 'Yes', no: 'No', unknown: 'Cannot tell' };
const ALL_YES = 'As far as this page can see, nothing is sent.';
const NOT_ALL = 'Look for the line that does not.';
const sum = document.querySelector('#sum');

function addUp() {
  if (rows.some(({ verdict }) => verdict.textContent === LOOKING)) return;
  const count = (verdict) => rows.filter(({ item }) => item.className === verdict).length;
  const isAll = count('yes') === rows.length;
  const said = `${count('yes')} of ${rows.length} lines say Yes. ${isAll ? ALL_YES : NOT_ALL}`;
  if (sum.textContent !== said) sum.textContent = said;
}

async function show({ check, item, verdict, found }) {
  const seen = await check();
  if (item.className === seen.verdict && found.textContent === seen.found) return;
  item.className = seen.verdict;
  verdict.textContent = SAID[seen.verdict];
  found.textContent = seen.found;
  addUp();
}

function look() {
  for (const row of rows.filter(({ once }) => !once) ?? []) show(row);
}

for (const row of rows) show(row);
for (const type of ['click', 'change', 'keyup', 'trust-checkin-ready', 'visibilitychange']) document.addEventListener(type, look, true);
