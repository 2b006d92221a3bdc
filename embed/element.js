/**
 * `<trust-checkin>`: all hand-written JavaScript that ships. It fetches the app and its words as data,
 * shows the children as a fallback until they are there, and keeps the app inside a closed shadow root.
 *
 * Attributes, read when the element is put on a page: `lang`, `region`, `theme` (auto, light, dark).
 * Events: `trust-checkin-ready` and `trust-checkin-error`; neither carries answers.
 */
import * as glue from 'trust-checkin/glue';
import css from 'trust-checkin/styles';

/** Names and hashes of the data files, put in by build.mjs. */
const FILES = __FILES__;
const TAG = 'trust-checkin';
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The only request this script can make: a file of our own, refused if its hash is another. */
async function getFile({ name, integrity }) {
  const response = await fetch(new URL(name, import.meta.url), { integrity });
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return response;
}

const getText = async (file) => (await getFile(file)).text();

async function getModule() {
  const response = await getFile(FILES.wasm);
  // Browsers compile while the file arrives only if its type is exactly this; many hosts send another.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function startApp() {
  const instance = await WebAssembly.instantiate(await getModule(), { [FILES.glue]: glue });
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

  async #load() {
    const lang = FILES.words[this.lang] ? this.lang : 'en';
    try {
      const [words, helpLines] = await Promise.all([
        once(lang, () => getText(FILES.words[lang])),
        once('help lines', () => getText(FILES.helpLines)),
        once('app', startApp),
      ]);
      if (this.isConnected && !this.#app) this.#show(lang, words, helpLines);
    } catch (error) {
      if (this.isConnected && !this.#app) this.#fail(error);
    }
  }

  #show(lang, words, helpLines) {
    // Always a new div: mounting twice on one leaks listeners.
    const div = make('div');
    div.className = 'checkin';
    div.lang = lang;
    div.dataset.theme = this.getAttribute('theme') ?? 'auto';
    keepKeysInside(div);
    this.#app = glue.mount(div, lang, words, helpLines, this.getAttribute('region') ?? undefined);
    this.#root.replaceChildren(div);
    this.#isReady(this);
    this.#tell('ready', {});
  }

  #fail(error) {
    const note = make('div');
    const retry = make('button', 'Try again');
    note.className = 'failed';
    note.setAttribute('role', 'alert');
    retry.type = 'button';
    retry.addEventListener('click', () => this.#load());
    note.append(make('p', 'The check-in could not load. The help lines below still work.'), retry);
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
