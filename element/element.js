/**
 * `<trust-checkin>`: draws the first view at once, loads the app when the reader is near, and hands over to it when the reader
 * presses Begin. contract.json lists its attributes and events.
 */
import { FULL_HINT, ONLY_EDITION } from 'trust-checkin/data';
import css from 'trust-checkin/styles';
import { bridgeFor } from './bridge.js';
import { directionOf, isSealed } from './dom.js';
import { FirstView } from './first-view.js';
import { keepInside } from './keys.js';
import { leave, watchLeaving } from './leave.js';
import { load, onStop } from './load.js';
import { linger, make, releaseRadios } from './nodes.js';
import { asksToSave, ATTRIBUTES, contactOf, exitOf, isSaved, option, regionOf, warn } from './options.js';
import { PublicError } from './public-error.js';
import { themeAround } from './theme.js';
import { isNear, whenNear } from './visibility.js';
import { languageFor, speaker } from './words.js';

const TAG = 'trust-checkin';
/** Time after a press until a failure is shown, in milliseconds. Loading goes on. */
const PATIENCE = 12_000;
/** Attributes that force a rebuild of the first view. */
const REBUILD_FOR = ['lang', 'region', 'contact', 'save'];
/** Interval of a look at the page around, in milliseconds: a style sheet can be enabled, changed or adopted without an event. */
const POLL = 400;

export class TrustCheckin extends HTMLElement {
  static version = __VERSION__;
  /** Keeps the page from opening the shadow root with `attachInternals()`. */
  static disabledFeatures = ['internals'];
  static observedAttributes = ATTRIBUTES;

  #resolveReady;
  /** Resolves once the app is loaded and Begin responds at once, also after a failed attempt. */
  ready = new Promise((resolve) => { this.#resolveReady = resolve; });
  /** Shadow root. It is attached with the first view; until then the page shows the owner's fallback. */
  #root;
  #slot = make('slot');
  /** Requested language. */
  #language;
  /** The language that was found at the last look. */
  #found;
  /** Requested edition of the app, 'small' or 'full'. A mounted app keeps its own. */
  #edition;
  /** The loaded app: language, edition, dataFile (text), mount, css (text). */
  #loaded;
  /** Container of the first view, then of the app. Each app gets a new one, as mounting twice on one leaks listeners. */
  #div;
  /** The first view, until the app takes over. */
  #firstView;
  #app;
  #loading;
  #hasFailed = false;
  #timer;
  #exit;
  #changed = new Set();
  /** Functions that remove listeners and observers. */
  #removers = [];

  connectedCallback() {
    if (this.#div) return;
    clearTimeout(this.#timer);
    // Measuring is cheap while nothing here has changed. While the page is being parsed, a script that sets attributes one
    // by one has not run yet.
    const isAwaited = document.readyState === 'interactive' && isNear(this);
    // While the page is being parsed, the browser lays it out right after this script. Out of the reader's sight, the card is
    // drawn in a separate task, so that neither task is long.
    if (document.readyState === 'complete' || isAwaited) this.#open();
    else this.#timer = setTimeout(() => this.#open());
    if (isAwaited) this.#load();
  }

  disconnectedCallback() {
    // Moving an element disconnects and reconnects it synchronously, so removal is certain only in a microtask. A move
    // keeps the answers.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Style sheets belong to one document. */
  adoptedCallback() {
    if (this.#div) this.#dress();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#div || before === now) return;
    // Attributes that change together are handled together.
    if (this.#changed.size === 0) queueMicrotask(() => this.#onChange());
    this.#changed.add(name);
  }

  #open() {
    this.#exit = exitOf(this);
    this.#readRequest();
    this.#showFirstView();
    const poll = setInterval(() => this.#lookAround(), POLL);
    this.#removers = [
      onStop((edition, dataFile) => edition === this.#edition && this.#onAppStopped(this.#loaded?.dataFile ?? dataFile)),
      whenNear(this, () => this.#load()),
      () => clearInterval(poll),
      keepInside(this.#root),
      watchLeaving(this.#root, {
        say: (...message) => speaker(this.#language)(...message),
        wipe: () => this.#close(),
        leave: () => this.#leave(),
      }),
    ];
    // The app erases what has expired as soon as it starts.
    if (isSaved()) this.#load();
  }

  #close() {
    clearTimeout(this.#timer);
    const div = this.#div;
    if (!div) return;
    // First: where the page breaks one of the next lines, nothing tries them again.
    this.#div = undefined;
    for (const remove of this.#removers) remove();
    releaseRadios(div);
    this.#app?.unmount();
    div.replaceWith(this.#slot);
    this.#app = this.#firstView = this.#loaded = undefined;
    this.#hasFailed = false;
  }

  #leave() {
    leave(this.#root, this.#exit, speaker(this.#language)(SAY.leave_cleared), this.#language);
  }

  #showFirstView() {
    const { perspective = option(this, 'perspective'), noOne = false } = this.#firstView ?? {};
    this.#firstView = new FirstView({
      language: this.#language,
      sealed: isSealed(),
      maySave: this.#maySave,
      region: regionOf(this),
      contact: contactOf(this),
      press: (action) => this.#onPress(action),
    });
    Object.assign(this.#firstView, { perspective, noOne });
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'closed' });
      this.#root.appendChild(this.#slot);
    }
    const before = this.#div;
    const div = this.#newDiv();
    div.appendChild(this.#firstView.card);
    // The focus starts loading, even before the element counts as near. After a failure only a press tries again.
    div.addEventListener('focusin', () => !this.#hasFailed && this.#load(), { once: true });
    this.#replace(before);
    this.#dress();
  }

  /** Shows the new container in place of the one before, or of the slot. */
  #replace(before) {
    if (before) {
      before.after(this.#div);
      linger(before);
    } else {
      this.#slot.replaceWith(this.#div);
    }
  }

  #dress() {
    const { CSSStyleSheet } = this.ownerDocument.defaultView;
    this.#root.adoptedStyleSheets = [css, ...this.#app ? [this.#loaded.css] : []].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }

  #newDiv() {
    this.#div = make('div', { class: 'checkin' });
    this.#setLanguage();
    this.#setTheme();
    return this.#div;
  }

  /** Reads the requested language and edition. A mounted app keeps its edition, and the answers in it. */
  #readRequest() {
    this.#language = this.#found = languageFor(this);
    const needsFull = asksToSave(this) || option(this, 'compare') === 'on';
    if (!this.#app) this.#edition = ONLY_EDITION ?? (needsFull || isSaved() ? 'full' : 'small');
    if (needsFull && this.#edition === 'small') warn(`saving and comparing need ${FULL_HINT}.`);
  }

  /** Whether readers may save, or see and erase what they saved. The small edition can do neither. */
  get #maySave() {
    return this.#edition === 'full' && (asksToSave(this) || isSaved());
  }

  #setLanguage() {
    this.#div.setAttribute('lang', this.#language);
    this.#div.setAttribute('dir', directionOf(this.#language));
  }

  #setTheme() {
    const theme = option(this, 'theme') ?? 'auto';
    this.#div.dataset.theme = theme === 'auto' ? themeAround(this) : theme;
  }

  /** Follows the colours and the language of the page. */
  #lookAround() {
    this.#setTheme();
    if (languageFor(this) !== this.#found) this.attributeChangedCallback('lang', this.#found);
  }

  /**
   * Handles a press in the first view: 'begin', 'help', 'all-help' in its short list of help lines, 'saved', 'retry' after a
   * failed download, 'restart' after the app has stopped, or 'leave'.
   */
  #onPress(action) {
    const pending = action === 'all-help' ? 'help' : action;
    if (action === 'leave') {
      this.#leave();
    } else if (action === 'restart') {
      this.#firstView = undefined;
      this.#showFirstView();
      this.#firstView.focus();
    } else if (action === 'help' && (this.#firstView.hasStopped || !this.#loaded)) {
      this.#firstView.openHelp();
    } else if (this.#loaded?.edition === this.#edition) {
      this.#handOver(pending);
    } else {
      this.#firstView.wait(pending);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fail(new PublicError('the files take very long')), PATIENCE);
      this.#load();
    }
  }

  get #isLoaded() {
    return this.#loaded?.language === this.#language && this.#loaded.edition === this.#edition;
  }

  /** Loads what is requested, unless it is loaded or a load is under way. */
  #load() {
    if (this.#isLoaded) return;
    this.#loading ??= this.#loadAll().finally(() => { this.#loading = undefined; });
  }

  async #loadAll() {
    // The cache may hold a file from before an update, so a second attempt bypasses it.
    const cache = this.#hasFailed ? 'reload' : undefined;
    try {
      // The owner may change the request meanwhile.
      while (this.#div && !this.#isLoaded) {
        const [language, edition] = [this.#language, this.#edition];
        const [dataFile, app] = await load(language, edition, cache);
        // An element that was removed meanwhile starts from nothing when it is put back.
        if (this.#div) this.#loaded = { language, edition, dataFile, ...app };
      }
      if (this.#div) this.#onLoaded();
    } catch (error) {
      if (this.#div) this.#fail(error);
    }
  }

  #onLoaded() {
    clearTimeout(this.#timer);
    this.#hasFailed = false;
    if (this.#app) {
      this.#update();
      return;
    }
    const { pending, hasStopped } = this.#firstView;
    // A reader who is told that the app has stopped restarts it by a press.
    if (hasStopped && !pending) return;
    this.#firstView.recover();
    this.#resolveReady(this);
    this.#dispatch('ready');
    // A reader who has moved on is not pulled back; Begin responds at once when they return.
    if (pending && pending !== 'retry' && this.#isReaderHere()) this.#handOver(pending);
  }

  /** Whether the card is in view and the focus is on nothing else. */
  #isReaderHere() {
    const { top, bottom } = this.getBoundingClientRect();
    const { activeElement, body } = document;
    const isFree = this.matches(':focus-within') || activeElement === body || activeElement === null;
    return isFree && bottom > 0 && top < innerHeight;
  }

  /** Replaces the first view with the app, at the screen that the reader pressed for. */
  #handOver(pressed) {
    const { perspective, noOne } = this.#firstView;
    const { dataFile, mount } = this.#loaded;
    const before = this.#div;
    const div = this.#newDiv();
    try {
      this.#app = mount(div, dataFile, this.#bridge({ perspective, noOne, pressed }));
    } catch (error) {
      this.#div = before;
      this.#loaded = undefined;
      this.#fail(error);
      return;
    }
    this.#firstView = undefined;
    // Only now: a new style sheet restyles everything that is already there.
    this.#dress();
    this.#replace(before);
    // The app removes its screens by this method. By its first heading with the focus, the card is there.
    div.addEventListener('focusin', () => { div.firstChild.removeChild = linger; }, { once: true });
  }

  #bridge(more) {
    return bridgeFor(this, {
      root: this.#root,
      language: this.#language,
      maySave: this.#maySave,
      // Deferred: the app calls this, and cannot be unmounted during its own call.
      leave: () => queueMicrotask(() => this.#leave()),
      tell: (moment) => {
        if (option(this, 'events') === 'on') this.#dispatch(moment);
      },
      ...more,
    });
  }

  /** Follows a change of attributes. Answers, and whatever the reader has open, stay. */
  #onChange() {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!this.#div) return;
    this.#exit = exitOf(this);
    this.#setTheme();
    this.#readRequest();
    if (this.#firstView) this.#updateFirstView(changed);
    else if (this.#isLoaded) this.#update();
    if (this.#loaded) this.#load();
  }

  #updateFirstView(changed) {
    if (REBUILD_FOR.some((name) => changed.includes(name)) && !this.#firstView.isInUse) this.#showFirstView();
    if (changed.includes('perspective') && !this.#firstView.isChosen) this.#firstView.perspective = option(this, 'perspective');
  }

  #update() {
    try {
      this.#app.update(this.#loaded.dataFile, this.#bridge());
      this.#setLanguage();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error) {
    clearTimeout(this.#timer);
    // The host page learns which file failed, and never what was in it.
    this.#dispatch('error', { message: error instanceof PublicError ? error.message : 'the app could not be started' });
    // A mounted app keeps its language.
    if (!this.#firstView) this.#language = this.#loaded.language;
    if (!this.#firstView || this.#firstView.hasStopped) return;
    this.#hasFailed = true;
    this.#firstView.fail(this.#slot);
  }

  /** Replaces an app that has stopped, in which nothing can be trusted any more, with help lines. */
  #onAppStopped(dataFile) {
    const wasInUse = this.#app;
    const isReaderHere = wasInUse && this.#isReaderHere();
    this.#app = this.#firstView = this.#loaded = undefined;
    try {
      this.#showFirstView();
      this.#firstView.stop(this.#slot, { dataFile, maySave: this.#maySave, isAlert: wasInUse && !isReaderHere });
      if (isReaderHere) this.#firstView.focus();
    } catch {
      // If the page prevents drawing, the owner's fallback remains.
      this.#root.replaceChildren(this.#slot);
    }
    this.#dispatch('error', { message: 'the app has stopped' });
  }

  #dispatch(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, detail }));
  }
}
