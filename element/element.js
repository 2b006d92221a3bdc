/**
 * `<trust-checkin>`: shows the first view at once, loads the app when the reader is near, and hands over to it
 * when Begin is pressed. What the element understands and says is written down in contract.json.
 */
import { FULL_NEEDS, ONLY } from 'trust-checkin/data';
import css from 'trust-checkin/styles';
import { whenInactive } from './inactivity.js';
import { dayIn, download } from './download.js';
import { FirstView } from './first-view.js';
import { holdKeys, stopKeys } from './keys.js';
import { leave, watchLeaving } from './leave.js';
import { load, onStop } from './load.js';
import { PublicError } from './public-error.js';
import { isNear, whenNear } from './visibility.js';
import { make, releaseRadios } from './nodes.js';
import { ATTRIBUTES, contactOf, exitOf, option, regionOf, warn } from './options.js';
import { printAlone } from './print.js';
import { directionOf, isSealed } from './dom.js';
import { onThemeChange, themeAround } from './theme.js';
import { languageFor, speaker } from './words.js';

const TAG = 'trust-checkin';
/** Who waits longer than this, in milliseconds, is told that something is wrong, and may wait on. */
const PATIENCE = 12_000;
/** What the first view cannot follow while it stands. */
const NEEDS_NEW_WORDS = ['lang', 'region', 'contact', 'save'];
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

export class TrustCheckin extends HTMLElement {
  static version = __VERSION__;
  static observedAttributes = ATTRIBUTES;

  #isReady;
  /** Fulfilled once the app is loaded and Begin answers at once, at the first try or a later one. */
  ready = new Promise((resolve) => { this.#isReady = resolve; });
  /** What the reader sees is in here, from the first card on; until then the page shows what its owner wrote in the tag. */
  #root;
  #slot = make('slot');
  /** The language that is wanted now. */
  #language;
  /** The build of the app that is wanted now; the one that is mounted stays. */
  #build;
  /** What is loaded: the language, the build, the text of the language's data file, what mounts the app, its styles. */
  #loaded;
  /** What the reader sees is in here; always a new one for the app, which leaks listeners otherwise. */
  #div;
  /** The first view, until the app takes over. */
  #first;
  #app;
  #loading;
  #hasFailed = false;
  #timer;
  #exit;
  #changed = new Set();
  #ends = [];

  connectedCallback() {
    if (this.#div) return;
    clearTimeout(this.#timer);
    // To look costs nothing as long as nothing here has changed. Attributes that a script sets one by one are still to come
    // where the page has been read in.
    const isAwaited = document.readyState === 'interactive' && isNear(this);
    // While a page is read in, the browser lays it out right behind this script: where no reader waits for the card, it is
    // drawn in a task of its own, so that neither is a long one.
    if (document.readyState === 'complete' || isAwaited) this.#open();
    else this.#timer = setTimeout(() => this.#open());
    if (isAwaited) this.#load();
  }

  disconnectedCallback() {
    // Moving the element disconnects and connects it in one go: only a microtask later it is known
    // to be gone. A move keeps the answers.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#div || before === now) return;
    // Several attributes that change in one go are one change.
    if (this.#changed.size === 0) queueMicrotask(() => this.#change());
    this.#changed.add(name);
  }

  #open() {
    this.#exit = exitOf(this);
    this.#setWanted();
    this.#showFirst();
    this.#ends = [
      onStop((build, words) => build === this.#build && this.#stop(this.#loaded?.words ?? words)),
      whenNear(this, () => this.#load()),
      onThemeChange(() => this.#setTheme()),
      holdKeys(this.#root),
      watchLeaving(this.#root, {
        say: (...what) => speaker(this.#language)(...what),
        wipe: () => this.#wipe(),
        leave: () => this.#leave(),
      }),
    ];
  }

  #close() {
    clearTimeout(this.#timer);
    if (!this.#div) return;
    for (const end of this.#ends) end();
    releaseRadios(this.#div);
    this.#app?.unmount();
    // A cover beside it stays.
    this.#div.replaceWith(this.#slot);
    this.#app = this.#first = this.#div = this.#loaded = undefined;
    this.#hasFailed = false;
  }

  /** Nothing of the reader's stays; gives back what begins afresh. */
  #wipe() {
    this.#close();
    return () => this.isConnected && this.connectedCallback();
  }

  #leave() {
    leave(this.#root, this.#exit, speaker(this.#language)(SAY.leave_cleared), this.#language);
  }

  #showFirst() {
    const { perspective = option(this, 'perspective'), noOne = false } = this.#first ?? {};
    this.#first = new FirstView({
      language: this.#language,
      sealed: isSealed(),
      maySave: this.#maySave,
      region: regionOf(this),
      contact: contactOf(this),
      press: (what) => this.#press(what),
    });
    Object.assign(this.#first, { perspective, noOne });
    const div = this.#newDiv();
    div.append(this.#first.card);
    // Someone is here before the page could tell that they are near. After a failure only a press tries again.
    const intent = () => !this.#hasFailed && this.#load();
    for (const type of ['pointerdown', 'focusin']) div.addEventListener(type, intent, { once: true });
    if (!this.#root) stopKeys(this.#root = this.attachShadow({ mode: 'closed' }));
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(div);
  }

  #newDiv() {
    this.#div = make('div', { class: 'checkin' });
    this.#setLanguage();
    this.#setTheme();
    return this.#div;
  }

  /** What is to be loaded. An app that is there keeps its build, and the answers in it. */
  #setWanted() {
    this.#language = languageFor(this);
    const isFull = option(this, 'save') === 'ask' || option(this, 'compare') === 'on';
    if (!this.#app) this.#build = ONLY ?? (isFull ? 'full' : 'small');
    if (isFull && this.#build === 'small') warn(`saving and comparing need ${FULL_NEEDS}.`);
  }

  /** Whether readers may be asked: the small build has nothing to save with. */
  get #maySave() {
    return this.#build === 'full' && option(this, 'save') === 'ask';
  }

  #setLanguage() {
    this.#div.setAttribute('lang', this.#language);
    this.#div.setAttribute('dir', directionOf(this.#language));
  }

  #setTheme() {
    const theme = option(this, 'theme') ?? 'auto';
    this.#div.dataset.theme = theme === 'auto' ? themeAround(this) : theme;
  }

  /**
   * What the first view was pressed for: 'begin', 'help', 'all-help' behind its own few lines, 'saved', 'again' after a
   * failed download, 'afresh' when the app has stopped, or 'leave'.
   */
  #press(what) {
    const pressed = what === 'all-help' ? 'help' : what;
    if (what === 'leave') {
      this.#leave();
    } else if (what === 'afresh') {
      this.#first = undefined;
      this.#showFirst();
      this.#first.focus();
    } else if (what === 'help' && (this.#first.hasStopped || !this.#loaded)) {
      this.#first.openBrief();
    } else if (this.#loaded?.build === this.#build) {
      this.#handOver(pressed);
    } else {
      this.#first.wait(pressed);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fail(new PublicError('the files take very long')), PATIENCE);
      this.#load();
    }
  }

  get #isLoaded() {
    return this.#loaded?.language === this.#language && this.#loaded.build === this.#build;
  }

  /** Loads what is wanted and not there; while one load is under way there is no second one. */
  #load() {
    if (this.#isLoaded) return;
    this.#loading ??= this.#loadAll().finally(() => { this.#loading = undefined; });
  }

  async #loadAll() {
    // A file from before an update may sit in the cache: a second try passes it by.
    const cache = this.#hasFailed ? 'reload' : undefined;
    try {
      // The page may ask for something else meanwhile.
      while (this.#div && !this.#isLoaded) {
        const [language, build] = [this.#language, this.#build];
        const [words, app] = await load(language, build, cache);
        // Taken away meanwhile, it has nothing loaded when it comes back.
        if (this.#div) this.#loaded = { language, build, words, ...app };
      }
      if (this.#div) this.#arrive();
    } catch (error) {
      if (this.#div) this.#fail(error);
    }
  }

  /** Everything is there. */
  #arrive() {
    clearTimeout(this.#timer);
    this.#hasFailed = false;
    if (this.#app) {
      this.#update();
      return;
    }
    const { pending, hasStopped } = this.#first;
    // Whoever reads that the app has stopped starts again by a press.
    if (hasStopped && !pending) return;
    this.#first.recover();
    this.#isReady(this);
    this.#tell('ready');
    // Whoever went on to something else meanwhile is not called back: Begin answers at once when they return.
    if (pending && pending !== 'again' && this.#isHere()) this.#handOver(pending);
  }

  /** Whether the reader still has the card before them, and the focus is on nothing else. */
  #isHere() {
    const { top, bottom } = this.getBoundingClientRect();
    const { activeElement, body } = document;
    const isFree = this.matches(':focus-within') || activeElement === body || activeElement === null;
    return isFree && bottom > 0 && top < innerHeight;
  }

  /** Puts the app where the first view was, at the screen that the reader pressed for. */
  #handOver(pressed) {
    const { perspective, noOne } = this.#first;
    const { styles } = this.#loaded;
    const before = this.#div;
    const div = this.#newDiv();
    try {
      this.#app = this.#loaded.mount(div, this.#loaded.words, { ...this.#page(), perspective, noOne, pressed });
    } catch (error) {
      this.#div = before;
      this.#loaded = undefined;
      this.#fail(error);
      return;
    }
    releaseRadios(before);
    this.#first = undefined;
    // Not before: styles that come are a reason to style everything anew that is there.
    this.#root.adoptedStyleSheets = [sheet, styles];
    this.#root.replaceChildren(div);
    const keptElsewhere = () => this.#app?.kept_elsewhere();
    addEventListener('storage', keptElsewhere);
    this.#ends.push(
      whenInactive(() => this.#app?.left_alone(this.matches(':focus-within'))),
      () => removeEventListener('storage', keptElsewhere),
    );
  }

  /** What the app may know of the page and do to it; src/host/bridge.rs reads it. */
  #page() {
    return {
      language: this.#language,
      region: regionOf(this),
      contact: contactOf(this),
      links: this.getAttribute('links'),
      sealed: isSealed(),
      maySave: this.#maySave,
      mayCompare: option(this, 'compare') === 'on',
      print: () => printAlone(this),
      download,
      inFourWeeks: () => dayIn(28),
      now: () => new Date().toISOString(),
      copy: (text) => navigator.clipboard.writeText(text),
      // The app asks for it itself, and cannot be taken away while it does.
      leave: () => queueMicrotask(() => this.#leave()),
      warn,
      tell: (moment) => {
        if (option(this, 'events') === 'on') this.#tell(moment);
      },
    };
  }

  /** The owner changed something. Answers, and whatever the reader has open, stay. */
  #change() {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!this.#div) return;
    this.#exit = exitOf(this);
    this.#setTheme();
    this.#setWanted();
    if (this.#first) this.#changeFirst(changed);
    else if (this.#isLoaded) this.#update();
    if (this.#loaded) this.#load();
  }

  #changeFirst(changed) {
    if (NEEDS_NEW_WORDS.some((name) => changed.includes(name)) && !this.#first.isInUse) this.#showFirst();
    if (changed.includes('perspective') && !this.#first.isChosen) this.#first.perspective = option(this, 'perspective');
  }

  #update() {
    try {
      this.#app.update(this.#loaded.words, this.#page());
      this.#setLanguage();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error) {
    clearTimeout(this.#timer);
    // The page hears which file it was, and never what was in it.
    this.#tell('error', { message: error instanceof PublicError ? error.message : 'the app could not be started' });
    // What is open stays in the language it has.
    if (!this.#first) this.#language = this.#loaded.language;
    if (!this.#first || this.#first.hasStopped) return;
    this.#hasFailed = true;
    this.#first.fail(this.#slot);
  }

  /** The app has stopped, and nothing in it can be trusted any more: help lines take its place, said in `words`. */
  #stop(words) {
    const wasInUse = this.#app;
    const isHere = wasInUse && this.#isHere();
    this.#app = this.#first = this.#loaded = undefined;
    try {
      this.#showFirst();
      this.#first.stop(this.#slot, { data: words, mayHaveSaved: this.#maySave, isHeard: wasInUse && !isHere });
      if (isHere) this.#first.focus();
    } catch {
      // On a page that lets nothing be drawn there is still what its owner wrote.
      this.#root.replaceChildren(this.#slot);
    }
    this.#tell('error', { message: 'the app has stopped' });
  }

  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${what}`, { bubbles: true, composed: true, detail }));
  }
}
