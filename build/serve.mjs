// The development server: makes a file when a browser asks for it, watches the sources, and reloads open pages after a
// change. Run it with `cargo xtask serve`, which sets up its tools.
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { filesOf } from './files.mjs';
import { quickManifestOf } from './manifest.mjs';
import { buildApp, buildPrerender, prerender } from './wasm.mjs';

const root = resolve(import.meta.dirname, '..');
const port = Number(process.argv[2] ?? 8080);

/** Poll interval for changed sources. A poll takes some milliseconds, and unlike notifications it works on every disk. */
const POLL_MS = 200;
/** Path of the event stream that tells open pages to reload. */
const RELOAD = '/reload';
const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.png': 'image/png',
  '.txt': 'text/plain', '.wasm': 'application/wasm',
};
const SCRIPT = `<script>{
  const server = new EventSource('${RELOAD}');
  let since;
  server.onmessage = ({ data }) => { since ??= data; if (since !== data) location.reload(); };
}</script>`;

/** Sources of the app, of prerender, and of what prerender reads. All other files are quick to make. */
const RUST = /^(src\/|Cargo\.|build\/bindgen\/)/;
const DRAWN = /^(src\/|Cargo\.|build\/(content|prerender)\/)/;
const CONTENT = /^content\//;
const WATCHED = ['src', 'element', 'styles', 'content', 'site', 'packages', 'build/bindgen', 'build/content',
  'build/prerender', 'docs/evidence/looks.png', 'index.html', 'Cargo.toml', 'Cargo.lock'];

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Calls `make`, prints how long its promise took or how it failed, and returns the promise. */
function building(what, make) {
  const from = performance.now();
  const result = make();
  result.then(() => console.log(`${what}: ${seconds(from)}`), (error) => console.error(`${what} failed: ${error.message}`));
  return result;
}

/** The paths of the app, the path of prerender, and what it drew; each a promise. */
let app;
let painter;
let drawn;
let site;
/** Version of the files. It starts with the time, so that pages also notice a new server. */
let version = Date.now();
const pages = new Set();

const buildTheApp = () => building('the app', () => buildApp(root, { edition: 'full', optimised: false }));
const buildThePainter = (signal) => building('prerender', () => buildPrerender(root, signal));
const draw = () => building('first view and languages', async () => prerender(root, await painter));

/** Drops the files made so far and tells open pages to reload. */
function renew() {
  try {
    site = filesOf(root, { apps: async () => ({ full: await app }), drawn: () => drawn, shipped: false });
  } catch (error) {
    // Half a JSON file, say. The old files stay.
    console.error(error.message);
    return;
  }
  version += 1;
  for (const page of pages) page.write(`data: ${version}\n\n`);
}

/** Stops the drawing that follows a change of Rust, when a later change replaces it. */
let drawing = new AbortController();

/** Compiles prerender, draws, and reloads open pages if the result differs. */
async function drawAgain() {
  const { signal } = drawing;
  painter = Promise.resolve(await buildThePainter(signal));
  const before = await drawn.catch(() => undefined);
  const after = await draw();
  if (signal.aborted || JSON.stringify(after) === JSON.stringify(before)) return;
  drawn = Promise.resolve(after);
  renew();
}

/** Rebuilds what depends on these files. */
async function follow(changed) {
  console.log(`changed: ${changed.join(', ')}`);
  if (changed.some((file) => CONTENT.test(file))) drawn = draw();
  if (changed.some((file) => DRAWN.test(file))) {
    drawing.abort();
    drawing = new AbortController();
  }
  if (changed.some((file) => RUST.test(file))) {
    const next = buildTheApp();
    // Open pages keep the old app if the new one does not compile.
    if (!await next.then(() => true, () => false)) return;
    app = next;
  }
  renew();
  // Not awaited: the next change must not wait for this. Failures are printed.
  if (changed.some((file) => DRAWN.test(file))) drawAgain().catch(() => {});
}

/** Files that editors write beside those they edit. */
const isSource = (file) => !/(^|\/)\.|~$|\/4913$/.test(file);

/** Returns the modification time of each source. */
function sources() {
  const times = new Map();
  for (const top of WATCHED) {
    const files = statSync(join(root, top)).isDirectory()
      ? readdirSync(join(root, top), { recursive: true }).map((file) => join(top, file)) : [top];
    for (const file of files.filter(isSource)) {
      const stat = statSync(join(root, file), { throwIfNoEntry: false });
      if (stat?.isFile()) times.set(file, stat.mtimeMs);
    }
  }
  return times;
}

/** Waits until a modification time differs from `before`. Returns the files and the new times. */
async function nextChange(before) {
  for (;;) {
    await new Promise((done) => { setTimeout(done, POLL_MS); });
    const now = sources();
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file));
    if (changed.length > 0) return { changed, now };
  }
}

/** Adds the reload script to a page, unless its policy forbids scripts. */
function sent(name, bytes) {
  const isOpen = name.endsWith('.html') && !bytes.includes('Content-Security-Policy');
  return isOpen ? bytes.toString().replace('</body>', () => `${SCRIPT}</body>`) : bytes;
}

async function manifest() {
  const names = await site.list(['page']);
  const files = new Map(await Promise.all(names.map(async (name) => [name, await site.make(name)])));
  return JSON.stringify(quickManifestOf(files, await site.facts()));
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === RELOAD) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: ${version}\n\n`);
    pages.add(response);
    request.on('close', () => pages.delete(response));
    return;
  }
  const name = decodeURIComponent(pathname.slice(1)) || 'index.html';
  if (!site) throw new Error('content/ cannot be read: see the terminal.');
  const bytes = name === 'manifest.json' ? await manifest() : await site.make(name);
  if (bytes === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end(`There is no ${name} here. Archives and lists are made by \`cargo xtask dist\` only.\n`);
    return;
  }
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const charset = /^text|json|javascript/.test(type) ? '; charset=utf-8' : '';
  response.writeHead(200, { 'content-type': `${type}${charset}`, 'cache-control': 'no-store' });
  response.end(sent(name, bytes));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(`${request.url}: ${error.message}`);
    response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(`${error.message}\n`);
  });
});
server.on('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: name another, cargo xtask serve <port>.` : error.message);
  process.exit(1);
});
server.listen(port, '127.0.0.1');

let before = sources();
painter = buildThePainter();
drawn = draw();
app = buildTheApp();
renew();
if (site && await app.then(() => true, () => false)) console.log(`The check-in is on http://127.0.0.1:${port}/ (stop with Ctrl+C)`);
for (;;) {
  const { changed, now } = await nextChange(before);
  before = now;
  await follow(changed);
}
