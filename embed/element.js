/**
 * `<trust-checkin>`: all hand-written JavaScript that ships. It fetches the app and its words as data,
 * shows the children as a fallback until they are there, and keeps the app inside a closed shadow root.
 *
 * Attributes, read when the element is put on a page: `lang`, `region`, `theme` (auto, light, dark).
 * Events: `trust-checkin-ready` and `trust-checkin-error`; neither carries answers.
 */
import * as glue from 'trust-checkin/glue';
import css from 'trust-checkin/styles';

/** Names and hashes of the data files, and two sentences of each language, put in by build.mjs. */
const FILES = __FILES__;
const SAID = __SAID__;
const TAG = 'trust-checkin';
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The only request this script can make: a file of our own, refused if its hash is another. */
async function getFile({ name, integrity }, cache) {
  const response = await fetch(new URL(name, import.meta.url), { integrity, cache });
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return response;
}

const getText = async (file, cache) => (await getFile(file, cache)).text();

async function getModule(cache) {
  const response = await getFile(FILES.wasm, cache);
  // Browsers compile while the file arrives only if its type is exactly this; many hosts send another.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function startApp(cache) {
  const instance = await WebAssembly.instantiate(await getModule(cache), { [FILES.glue]: glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** What all elements of a page share, by name. A failed promise is forgotten, so it can be tried again. */
const loads = new Map();

function once(name, load) {
  if (!loads.has(name)) {
    const promise = load();
    promise.catch(() => loads.delete(name));
    loads.set(name, promise);
  }
  return loads.get(name);
}

function make(tag, text = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/**
 * Prints without the page around: what is not on the way from the body to `element` is out of print for as
 * long as the print takes. Only attributes change, and they say nothing but that something is printed.
 */
function printAlone(element) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@media print { [data-not-printed] { display: none !important } }');
  const others = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    others.push(...[...at.parentElement.children].filter((child) => child !== at));
  }
  others.forEach((other) => other.setAttribute('data-not-printed', ''));
  document.adoptedStyleSheets.push(sheet);
  addEventListener('afterprint', () => {
    others.forEach((other) => other.removeAttribute('data-not-printed'));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }, { once: true });
  print();
}

/** Pages with keyboard shortcuts would take what is typed in the check-in for one of theirs. */
function keepKeysInside(element) {
  for (const type of ['keydown', 'keyup', 'keypress']) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
}

export class TrustCheckin extends HTMLElement {
  static version = __VERSION__;

  #isReady;
  /** Fulfilled once the app is on the page, at the first try or a later one. */
  ready = new Promise((resolve) => { this.#isReady = resolve; });
  #slot = make('slot');
  #root = this.attachShadow({ mode: 'closed' });
  #app;
  #loading;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(this.#slot);
  }

  connectedCallback() {
    if (!this.#app) this.#load();
  }

  disconnectedCallback() {
    // Moving the element disconnects and connects it in one go: only a microtask later it is known
    // to be gone. A move keeps the answers.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#app?.unmount();
      this.#app = undefined;
      this.#root.replaceChildren(this.#slot);
    });
  }

  /** Loads and shows the app; while one load is under way there is no second one. */
  #load(cache) {
    this.#loading ??= this.#loadOnce(cache).finally(() => { this.#loading = undefined; });
  }

  async #loadOnce(cache) {
    const lang = FILES.words[this.lang] ? this.lang : 'en';
    try {
      const [words, helpLines] = await Promise.all([
        once(lang, () => getText(FILES.words[lang], cache)),
        once('help lines', () => getText(FILES.helpLines, cache)),
        once('app', () => startApp(cache)),
      ]);
      if (this.isConnected && !this.#app) this.#show(lang, words, helpLines);
    } catch (error) {
      // After a trap the instance is of no use to anyone: the next try starts a new one.
      if (error?.name === 'RuntimeError') loads.delete('app');
      if (this.isConnected && !this.#app) this.#fail(lang, error);
    }
  }

  #show(lang, words, helpLines) {
    // Always a new div: mounting twice on one leaks listeners.
    const div = make('div');
    div.className = 'checkin';
    div.lang = lang;
    div.dataset.theme = this.getAttribute('theme') ?? 'auto';
    keepKeysInside(div);
    const region = this.getAttribute('region') ?? undefined;
    const wasFocused = this.#root.activeElement !== null;
    const ready = () => {
      // Whoever pressed "Try again" goes on at the card; on a page that just loads, nothing takes the focus.
      if (wasFocused) div.querySelector('h2')?.focus();
      this.#isReady(this);
      this.#tell('ready', {});
    };
    this.#app = glue.mount(div, lang, words, helpLines, region, () => printAlone(this), ready);
    this.#root.replaceChildren(div);
  }

  #fail(lang, error) {
    const { failed, again } = SAID[lang];
    const note = make('div');
    const retry = make('button', again);
    note.className = 'failed';
    note.setAttribute('role', 'alert');
    retry.type = 'button';
    // A file from before an update may sit in the cache: the second try passes it by.
    retry.addEventListener('click', () => this.#load('reload'));
    note.append(make('p', failed), retry);
    // A second failure keeps the button, and with it the focus.
    if (this.#root.children.length === 1) this.#root.prepend(note);
    this.#tell('error', { message: String(error?.message ?? error) });
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${what}`, { bubbles: true, composed: true, detail }));
  }
}

// The first script on a page wins; a second copy must not throw.
customElements.get(TAG) ?? customElements.define(TAG, TrustCheckin);
