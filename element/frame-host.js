/**
 * trust-checkin.frame.js: `<trust-checkin-frame>`, which takes the options of the tag and shows the check-in in a sealed
 * frame. It also sets the height of frames that owners wrote themselves, `<iframe data-trust-checkin-frame>`.
 */
import { LENGTH, plainFonts } from './frame-looks.js';
import { themeAround } from './theme.js';

const TAG = 'trust-checkin-frame';
/** Custom properties of the owner's page that go along, without their prefix. */
const LOOKS = ['accent', 'radius', 'width', 'font'];
/** The attributes of the check-in, and those that only a frame has. */
const NAMES = [...__NAMES__, ...LOOKS, 'height'];
/** The title of the check-in by language: the name of the frame. */
const TITLES = __TITLES__;
/** Greatest height that is accepted, in pixels. */
const MAX_HEIGHT = 20_000;
/** Height until the frame tells its own. */
const FIRST_HEIGHT = '48em';
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation';
/** Time from the end of loading until a frame that has told nothing counts as failed, in milliseconds. */
const PATIENCE = 12_000;
/** Time between two looks at the colours, fonts and language of the page, in milliseconds: no event tells of all of them. */
const LOOK_AGAIN = 1_000;
/** Folder of this script, where the frames are too. */
const folder = document.currentScript && new URL('.', document.currentScript.src);
/** The elements on the page. */
const onPage = new Set();

const isHeight = (data) => Number.isFinite(data) && data >= 1 && data <= MAX_HEIGHT;
/** Returns a height that the owner asked for as a CSS length, or undefined. */
const lengthOf = (text) => (LENGTH.test(text ?? '') ? text.replace(/\d$/, '$&px') : undefined);

/** Returns the language closest to a BCP 47 tag: "pt" finds pt-BR. English if there is none. */
function closest(tag) {
  const languages = Object.keys(TITLES);
  const start = (language, length) => language.toLowerCase().split('-').slice(0, length).join();
  return [tag.split('-').length, 1].map((length) => languages.find((language) => start(language, length) === start(tag, length))).find(Boolean) ?? 'en';
}

class TrustCheckinFrame extends HTMLElement {
  static observedAttributes = NAMES;

  #frame;
  #sheet = new CSSStyleSheet();
  #slot = document.createElement('slot');
  #address = '';
  /** Whether the frame has told its height, and so shows the check-in. */
  #isThere = false;
  #timer;

  connectedCallback() {
    if (!folder) return;
    if (!this.#frame) this.#make();
    onPage.add(this);
    this.#isThere = false;
    this.#timer = setInterval(() => this.#update(), LOOK_AGAIN);
    this.#update();
  }

  disconnectedCallback() {
    onPage.delete(this);
    clearInterval(this.#timer);
  }

  attributeChangedCallback() {
    if (onPage.has(this)) this.#update();
  }

  #make() {
    this.#frame = document.createElement('iframe');
    this.#frame.loading = 'lazy';
    // The owner's fallback shows if the frame fails to load.
    this.#frame.addEventListener('load', () => setTimeout(() => this.#show(this.#isThere), PATIENCE));
    this.#setHeight(FIRST_HEIGHT);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [this.#sheet];
    root.append(this.#frame, this.#slot);
    this.#show(true);
  }

  #show(isThere) {
    this.#frame.hidden = !isThere;
    this.#slot.hidden = isThere;
  }

  #setHeight(height) {
    this.#sheet.replaceSync(`:host { display: block; margin-block: 1.5em }
      :host([hidden]), [hidden] { display: none }
      iframe:not([hidden]) { display: block; width: 100%; height: ${height}; border: 0 }`);
  }

  /** Options for the address: what the page looks like, unless its custom properties or the attributes say otherwise. */
  #options() {
    const style = getComputedStyle(this);
    const options = new Map([['theme', themeAround(this)], ['font', plainFonts(style.fontFamily)]]);
    for (const name of LOOKS) options.set(name, style.getPropertyValue(`--trust-checkin-${name}`).trim() || options.get(name));
    for (const name of NAMES) {
      const value = this.getAttribute(name);
      if (value !== null && value !== 'auto') options.set(name, value);
    }
    return [...options].filter(([, value]) => value);
  }

  #update() {
    const options = Object.fromEntries(this.#options());
    const language = closest(options.lang ?? this.closest('[lang]')?.getAttribute('lang') ?? navigator.language);
    const maySave = options.save === 'ask';
    const edition = maySave || options.compare === 'on' ? '.full' : '';
    const file = new URL(`frame${edition}${language === 'en' ? '' : `.${language}`}.html`, folder).href;
    const height = lengthOf(options.height);
    if (height) this.#setHeight(height);
    const address = `${file}#${new URLSearchParams({ ...options, lang: language })}`;
    if (address === this.#address) return;
    const isSameFile = this.#address.split('#')[0] === file;
    this.#address = address;
    if (this.#isThere && isSameFile) {
      // Only what follows the # has changed: the frame stays, answers and all, and Back finds no trace of it.
      this.#frame.contentWindow.location.replace(address);
      return;
    }
    this.#isThere = false;
    this.#frame.title = TITLES[language];
    // A store that is not the page's own: the frame checks it by the origins above, and saves nothing elsewhere.
    const hasStore = maySave && folder.origin !== location.origin;
    this.#frame.setAttribute('sandbox', hasStore ? `${SANDBOX} allow-same-origin` : SANDBOX);
    this.#frame.referrerPolicy = hasStore ? 'origin' : 'no-referrer';
    this.#frame.src = address;
  }

  /** Takes the height that the frame tells, unless the owner has set one. */
  hear(source, height) {
    if (this.#frame.contentWindow !== source) return;
    this.#isThere = true;
    this.#show(true);
    if (!lengthOf(this.getAttribute('height'))) this.#setHeight(`${height}px`);
  }
}

addEventListener('message', ({ source, data }) => {
  if (!isHeight(data)) return;
  for (const element of onPage) element.hear(source, data);
  for (const frame of document.querySelectorAll('iframe[data-trust-checkin-frame]')) {
    if (frame.contentWindow !== source) continue;
    frame.style.height = lengthOf(new URLSearchParams(frame.src.split('#')[1]).get('height')) ?? `${data}px`;
  }
});

if (!customElements.get(TAG)) customElements.define(TAG, TrustCheckinFrame);
