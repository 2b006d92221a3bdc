/**
 * The first view: the card as the app draws it, there before the app is. It stays until the reader presses
 * Begin or asks for help; what was chosen, and a Begin that came too early, go along to the app.
 */
import { helpLines } from './help-lines.js';
import { grow, make } from './nodes.js';
import { VALUES } from './options.js';
import { speaker, stopSpeaker } from './words.js';

/** The card as a tree of nodes, made from the app's own components by the build. */
const TREE = __TREE__;

export class FirstView {
  /** What waits for the app: 'begin', 'help', 'saved', 'again' after a failure, or nothing. */
  pending;
  /** Whether the reader has chosen who answers, and not only the owner. */
  isChosen = false;
  /** Whether this stands for an app that has stopped. */
  hasStopped = false;
  #say;
  #radios;
  #noOne;
  #help;
  #panel;
  #status;
  #problem;
  #press;
  #brief;

  /** `press` is called with 'begin', 'help', 'all-help', 'saved', 'again', 'afresh' or 'leave', once for each press. */
  constructor({ language, sealed, maySave, region, contact, press }) {
    this.#say = speaker(language);
    this.#press = press;
    this.card = grow(TREE, (place) => this.#say(sealed && Number(place) === SAY.intro_privacy ? SAY.intro_privacy_frame : place));
    this.#radios = [...this.card.querySelectorAll('[type=radio]')];
    this.#noOne = this.card.querySelector('[type=checkbox]');
    this.#help = this.card.querySelector('.bar button');
    this.#status = make('p', { role: 'status', class: 'small' });
    this.#help.parentElement.after(this.#status);
    this.#brief = () => helpLines(this.#say, language, { region, contact });
    this.#listen();
    // It is there whether or not anything is saved.
    if (maySave) this.card.querySelector('.actions').append(this.#button(this.#say(SAY.saved_title), () => press('saved'), 'quiet'));
  }

  #listen() {
    const { card } = this;
    // The second click of a double click would undo the first, or fall on what came up.
    const onPress = (button, act) => button.addEventListener('click', ({ detail }) => detail <= 1 && act());
    onPress(card.querySelector('[part]'), () => this.#press('begin'));
    onPress(card.querySelector('.actions .quiet'), () => this.#press('help'));
    onPress(this.#help.nextSibling, () => this.#press('leave'));
    onPress(this.#help, () => (this.#panel ? this.#close() : this.#press('help')));
    for (const radio of this.#radios) radio.addEventListener('change', () => { this.isChosen = true; });
    card.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#panel) this.#close();
      if (event.key === 'Enter' && !event.repeat && this.#radios.includes(event.target)) this.#press('begin');
    });
  }

  get #screen() {
    return this.card.querySelector('.screen');
  }

  get perspective() {
    return VALUES.perspective[this.#radios.findIndex((radio) => radio.checked)];
  }

  set perspective(perspective) {
    for (const [place, radio] of this.#radios.entries()) radio.checked = VALUES.perspective[place] === perspective;
  }

  get noOne() {
    return this.#noOne.checked;
  }

  set noOne(noOne) {
    this.#noOne.checked = noOne;
  }

  /** Whether the reader is in the middle of something here, which must not be replaced under them. */
  get isInUse() {
    return Boolean(this.#panel || this.pending || this.#problem || this.card.matches(':focus-within'));
  }

  /** Keeps in mind what was pressed, and says so. */
  wait(pressed) {
    this.pending = pressed;
    this.#status.textContent = this.#say(SAY.loading);
  }

  #stopWaiting() {
    this.pending = undefined;
    this.#status.textContent = '';
  }

  /** Opens a few help lines at once; all of them are in the app. */
  openBrief() {
    // Whoever asks for help now does not want a question to come up instead.
    this.#stopWaiting();
    if (!this.#panel) {
      this.#panel = make(
        'section', { class: 'panel', 'aria-labelledby': 'help-title' },
        make('h2', { id: 'help-title', tabindex: '-1' }, this.#say(SAY.help_open)),
        this.#brief(),
        make(
          'div', { class: 'actions' },
          this.#button(this.#say(SAY.help_more), () => this.#press('all-help')),
          this.#button(this.#say(SAY.help_close), () => this.#close()),
        ),
      );
      this.#help.parentElement.after(this.#panel);
      this.#help.setAttribute('aria-expanded', 'true');
    }
    this.#panel.querySelector('h2').focus();
  }

  #button(said, act, weight = 'secondary') {
    const button = make('button', { type: 'button', class: `button ${weight}` }, said);
    button.addEventListener('click', act);
    return button;
  }

  #close() {
    this.#panel.remove();
    this.#panel = undefined;
    if (this.pending === 'help') this.#stopWaiting();
    this.#help.setAttribute('aria-expanded', 'false');
    this.#help.focus();
  }

  /**
   * Says that the app did not come, with help lines and a way to try again. The card goes out of the way, unless the
   * reader is in the middle of it. `slot` is the owner's fallback.
   */
  fail(slot) {
    const isUsed = this.isInUse || this.isChosen || this.noOne;
    this.#stopWaiting();
    if (this.#problem) {
      // The same words put in anew are read out again.
      this.#problem.firstChild.replaceChildren(make('p', {}, this.#say(SAY.load_failed)));
      return;
    }
    const again = make('div', { class: 'actions' }, this.#button(this.#say(SAY.try_again), () => this.#press('again')));
    // Nobody who only reads the article is interrupted by it.
    this.#putProblem(this.#say(SAY.load_failed), again, slot, isUsed ? 'alert' : undefined);
    this.#screen.hidden = !isUsed;
  }

  /**
   * Says that the app has stopped, with help lines and a way to start again. `isHeard` is whether it is read out by
   * itself: not to whoever is elsewhere on the page, and not twice to whoever gets the focus. `data` is the data file
   * of the language.
   */
  stop(slot, { data, mayHaveSaved, isHeard }) {
    this.hasStopped = true;
    const say = stopSpeaker(data);
    const again = make('div', { class: 'actions' }, this.#button(say(DATA.start_again), () => this.#press('afresh')));
    this.#putProblem(say(DATA.app_stopped), again, slot, isHeard ? 'alert' : undefined);
    const [words] = this.#problem.children;
    words.prepend(make('h2', { tabindex: '-1' }, say(DATA.app_stopped_title)));
    if (mayHaveSaved) words.append(make('p', {}, say(DATA.app_stopped_saved)));
    this.#screen.hidden = true;
  }

  #putProblem(said, again, slot, role) {
    const words = make('div', { role }, make('p', {}, said));
    this.#problem = make('div', { class: 'failed' }, words, again, this.#brief(), slot);
    this.card.append(this.#problem);
  }

  /** Gives the focus to the heading of what is seen. */
  focus() {
    (this.#problem?.querySelector('h2') ?? this.card.querySelector('#heading')).focus();
  }

  /** Takes a failure back. Whoever is at a help line keeps it; whoever pressed "Try again" goes on at the card. */
  recover() {
    this.#stopWaiting();
    this.#screen.hidden = false;
    if (!this.#problem) return;
    const [words, again] = this.#problem.children;
    const hadFocus = again.matches(':focus-within');
    if (this.#problem.matches(':focus-within') && !hadFocus) {
      words.remove();
      again.remove();
    } else {
      this.#problem.remove();
    }
    this.#problem = undefined;
    if (hadFocus) this.focus();
  }
}
