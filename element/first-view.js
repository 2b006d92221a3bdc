/**
 * The first view: the card as the app draws it, shown before the app is loaded. It stays until the reader presses Begin or
 * asks for help. The app receives what was chosen, and a press of Begin that came before it was loaded.
 */
import { helpLines } from './help-lines.js';
import { grow, linger, make } from './nodes.js';
import { VALUES } from './options.js';
import { speaker, stopSpeaker } from './words.js';

/** The card as a tree of nodes. The build makes it from the app's own components. */
const TREE = __TREE__;

export class FirstView {
  /** The press that waits for the app: 'begin', 'help', 'saved', 'retry', or undefined. */
  pending;
  /** Whether the reader, and not only the owner, has chosen a perspective. */
  isChosen = false;
  /** Whether this view replaces an app that has stopped. */
  hasStopped = false;
  #say;
  #radios;
  #noOne;
  #help;
  #panel;
  #status;
  #problem;
  #press;
  #helpLines;

  /** `press` is called once for each press: 'begin', 'help', 'all-help', 'saved', 'retry', 'restart' or 'leave'. */
  constructor({ language, sealed, maySave, region, contact, press }) {
    this.#say = speaker(language);
    this.#press = press;
    this.card = grow(TREE, (place) => this.#say(sealed && Number(place) === SAY.intro_privacy ? SAY.intro_privacy_frame : place));
    this.#radios = [...this.card.querySelectorAll('[type=radio]')];
    this.#noOne = this.card.querySelector('[type=checkbox]');
    this.#help = this.card.querySelector('.bar button');
    // An empty element with the role of a status would be a stop for some screen readers.
    this.#status = make('p', { 'aria-live': 'polite' });
    this.#help.parentElement.after(this.#status);
    this.#helpLines = () => helpLines(this.#say, language, { region, contact });
    this.#listen();
    // Shown whether or not anything is saved.
    if (maySave) this.card.querySelector('.actions').appendChild(this.#button(this.#say(SAY.saved_title), () => press('saved'), 'quiet'));
  }

  #listen() {
    const { card } = this;
    // The second click of a double click, or Enter held down, would undo the first press or hit what replaced the button.
    // src/ui/parts/button.rs has the same rules for the app.
    card.addEventListener('click', (event) => event.detail > 1 && event.stopPropagation(), true);
    const onClick = (button, action) => button.addEventListener('click', action);
    onClick(card.querySelector('[part]'), () => this.#press('begin'));
    onClick(card.querySelector('.actions .quiet'), () => this.#press('help'));
    onClick(this.#help.nextSibling, () => this.#press('leave'));
    onClick(this.#help, () => (this.#panel ? this.#closeHelp() : this.#press('help')));
    for (const radio of this.#radios) radio.addEventListener('change', () => { this.isChosen = true; });
    card.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#panel) {
        this.#closeHelp();
        // A dialog of the page stays open.
        event.preventDefault();
      }
      if (event.repeat) {
        if (event.target.localName === 'button') event.preventDefault();
        return;
      }
      if (event.key === 'Enter' && this.#radios.includes(event.target)) this.#press('begin');
    });
  }

  get #screen() {
    return this.card.querySelector('.screen');
  }

  get perspective() {
    return VALUES.perspective[this.#radios.findIndex((radio) => radio.checked)];
  }

  set perspective(perspective) {
    this.#radios.forEach((radio, place) => { radio.checked = VALUES.perspective[place] === perspective; });
  }

  get noOne() {
    return this.#noOne.checked;
  }

  set noOne(noOne) {
    this.#noOne.checked = noOne;
  }

  /** Whether the reader is using this view, so that it must not be rebuilt. */
  get isInUse() {
    return Boolean(this.#panel || this.pending || this.#problem || this.card.matches(':focus-within'));
  }

  /** Remembers a press until the app is loaded, and says that it is loading. Without a press, forgets the last one. */
  wait(pending, text = pending && this.#say(SAY.loading), look = 'small') {
    this.pending = pending;
    this.#status.textContent = text;
    this.#status.className = look;
  }

  /** Opens a panel with a few help lines; the app has all of them. */
  openHelp() {
    // A question must not come up in front of a reader who asks for help.
    this.wait();
    if (!this.#panel) {
      this.#panel = make(
        'section', { class: 'panel', 'aria-labelledby': 'help-title' },
        make('h2', { id: 'help-title', tabindex: '-1' }, this.#say(SAY.help_open)),
        this.#helpLines(),
        make(
          'div', { class: 'actions' },
          this.#button(this.#say(SAY.help_more), () => this.#press('all-help')),
          this.#button(this.#say(SAY.help_close), () => this.#closeHelp()),
        ),
      );
      this.#help.parentElement.after(this.#panel);
      this.#help.setAttribute('aria-expanded', 'true');
    }
    this.#panel.querySelector('h2').focus();
  }

  #button(label, action, weight = 'secondary') {
    const button = make('button', { type: 'button', class: `button ${weight}` }, label);
    button.addEventListener('click', action);
    return button;
  }

  #closeHelp() {
    this.#panel.remove();
    this.#panel = undefined;
    if (this.pending === 'help') this.wait();
    this.#help.setAttribute('aria-expanded', 'false');
    this.#help.focus();
  }

  /**
   * Says that the app failed to load, with help lines and a button to try again. Hides the card unless the reader has used
   * it. `slot` shows the owner's fallback.
   */
  fail(slot) {
    const isUsed = this.isInUse || this.isChosen || this.noOne;
    const text = this.#say(SAY.load_failed);
    // Readers who only read the page are not interrupted.
    this.wait(undefined, isUsed ? text : '', 'only-read');
    if (!this.#problem) {
      const actions = make('div', { class: 'actions' }, this.#button(this.#say(SAY.try_again), () => this.#press('retry')));
      this.#showProblem(text, actions, slot);
      this.#screen.hidden = !isUsed;
    }
  }

  /**
   * Says that the app has stopped, with help lines and a button to start again. `dataFile` has the messages. `isAlert`
   * is whether screen readers read them out at once: not to a reader without an open check-in, and not twice to one who
   * gets the focus.
   */
  stop(slot, { dataFile, maySave, isAlert }) {
    this.hasStopped = true;
    const say = stopSpeaker(dataFile);
    const actions = make('div', { class: 'actions' }, this.#button(say(DATA.start_again), () => this.#press('restart')));
    this.#showProblem(say(DATA.app_stopped), actions, slot, isAlert ? 'alert' : undefined);
    const [message] = this.#problem.children;
    message.prepend(make('h2', { tabindex: '-1' }, say(DATA.app_stopped_title)));
    if (maySave) message.appendChild(make('p', {}, say(DATA.app_stopped_saved)));
    this.#screen.hidden = true;
  }

  #showProblem(text, actions, slot, role) {
    const message = make('div', { role }, make('p', {}, text));
    this.#problem = make('div', { class: 'failed' }, message, actions, this.#helpLines(), slot);
    this.card.appendChild(this.#problem);
  }

  /** Moves the focus to the visible heading. */
  focus() {
    (this.#problem?.querySelector('h2') ?? this.card.querySelector('#heading')).focus();
  }

  /** Removes the message of a failure. A reader at a help line keeps the lines; one at "Try again" goes on at the card. */
  recover() {
    this.wait();
    this.#screen.hidden = false;
    if (!this.#problem) return;
    const [message, actions] = this.#problem.children;
    const hadFocus = actions.matches(':focus-within');
    if (this.#problem.matches(':focus-within') && !hadFocus) {
      message.remove();
      actions.remove();
    } else {
      linger(this.#problem);
    }
    this.#problem = undefined;
    if (hadFocus) this.focus();
  }
}
