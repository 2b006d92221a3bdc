// A reader who hears, and uses keys alone. The order of the stops and Orca's own words for roles lead the way, so the walk is
// the same in every language.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../e2e/support/server.mjs';
import { contentOf, ORDER } from '../e2e/support/reader.mjs';
import { answered, apart, heard, named, noEmptyStatus, screen, wholeLinks } from './rules.mjs';
import { Session } from './session.mjs';

const DIST = resolve(import.meta.dirname, '../../dist');
const ICON = '<link rel="icon" href="data:,">';

/** The page around the check-in. The exit leads to a page of the same server, which notes what is asked for. */
const pageIn = (language, url) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>Article</title>${ICON}
<script type="module" src="/trust-checkin.js"></script></head>
<body><h1>Article</h1><trust-checkin lang="${language}" region="US" exit="${url}weather"></trust-checkin></body></html>`;

export class Walk {
  /** What is wrong, so far. */
  complaints = [];
  #before;

  constructor({ browser, language, dist = DIST }) {
    Object.assign(this, { browser, language, dist });
    const { messages, items } = contentOf(language);
    this.words = messages;
    this.questions = ORDER.map((id) => items[id].recovery.text);
  }

  /** Opens the page, walks, and closes everything again. `app` is how the server hands out the app, if in another way. */
  async along(walk, { app } = {}) {
    const site = await serve(this.dist);
    try {
      site.changes.set('/', { body: pageIn(this.language, site.url), type: 'text/html; charset=utf-8' });
      site.changes.set('/weather', { body: '<!doctype html><title>Weather</title>', type: 'text/html; charset=utf-8' });
      this.site = site;
      if (app) this.#changeApp(app);
      this.orca = await Session.open(this.browser, site.url);
      await walk(this);
    } catch (error) {
      this.complaints.push(`the walk stopped: ${error.message}`);
    } finally {
      await this.orca?.close();
      await site.close();
    }
  }

  /** Changes how the server hands out the app; without a change, it does so as it should. */
  #changeApp(change) {
    for (const name of readdirSync(this.dist).filter((name) => name.endsWith('.wasm'))) {
      if (change) this.site.changes.set(`/${name}`, change);
      else this.site.changes.delete(`/${name}`);
    }
  }

  judge(...complaints) {
    this.complaints.push(...complaints.flat());
  }

  /** Judges what is heard when this screen comes up. */
  opens(title, said) {
    this.judge(screen(said, { title, before: this.#before === title ? undefined : this.#before }));
    this.#before = title;
    return said;
  }

  async tabs(times) {
    for (let at = 0; at < times; at += 1) await this.orca.press('Tab');
  }

  /** Judges what is heard when a screen is read from top to bottom. */
  reads(said) {
    this.judge(noEmptyStatus(said), apart(said));
    return said;
  }

  /** Chooses on the card, and goes to Begin. */
  async #choose() {
    await this.orca.seek('Tab', /radio button/, { most: 8 });
    await this.orca.press('space');
    await this.tabs(2);
  }

  /** The card, and on to the first question. */
  async begin() {
    const { orca, words, questions } = this;
    this.reads(orca.transcript[0].said);
    await this.#choose();
    this.opens(words.feeling_question, await orca.press('Return'));
    await this.tabs(2);
    const first = this.opens(questions[0], await orca.press('Return'));
    this.judge(heard(first, words.stem_recovery), heard(first, words.may_not_come_up));
  }

  /** From the first question to the one numbered `last`: by Continue to the second and third, by Enter on an answer then. */
  async answer(last, { listens = last } = {}) {
    const { orca, questions } = this;
    for (let number = 2; number <= last; number += 1) {
      await orca.press('Tab');
      await orca.press('space');
      if (number <= 3) await orca.press('Tab');
      if (number <= listens) this.opens(questions[number - 1], await orca.press('Return'));
      else await orca.pressUntil('Return', /heading level 2/);
    }
  }

  /** The review: a change, and hiding the answers. Ends at the button to the results. */
  async review() {
    const { orca, words, questions } = this;
    this.reads(await orca.readOn());
    await orca.seek('b', /push button/);
    await orca.seek('b', new RegExp(words.review_change));
    this.opens(questions[0], await orca.press('Return'));
    await this.tabs(2);
    this.opens(words.review_title, await orca.press('Return'));
    await orca.press('Tab');
    this.judge(answered(await orca.press('space'), 'Hide my answers'));
    this.judge(answered(await orca.press('space'), 'Show my answers'));
    await orca.press('space');
    await orca.press('Tab');
  }

  async results() {
    const { orca, words } = this;
    this.opens(words.results_title, await orca.press('Return'));
    const said = this.reads(await orca.readOn());
    const mark = words.contact_more.replace('{more}', '').trim();
    this.judge(wholeLinks(said, { mark, pieces: this.browser === 'firefox' ? 2 : 1 }));
  }

  /** The tables of the workings. */
  async tables() {
    const { orca, words } = this;
    await orca.seek('b', new RegExp(words.workings_title));
    await orca.press('Return');
    for (let table = 0; table < 3; table += 1) this.judge(named((await orca.press('t')).filter((text) => !/^Wrapping/.test(text))));
  }

  /** Begin before the app is there; it fails, fails again, and comes. `fail` ends the first try. */
  async failures(fail) {
    const { orca, words } = this;
    await this.#choose();
    this.judge(heard(await orca.press('Return'), words.loading));
    fail();
    this.judge(heard(await orca.hear('it fails'), words.load_failed));
    this.#changeApp({ status: 404 });
    await orca.seek('b', new RegExp(words.try_again));
    this.judge(heard(await orca.press('Return'), words.load_failed));
    this.#changeApp();
    this.opens(words.title, await orca.press('Return'));
  }

  /** Quick keys with Shift are no presses of Shift. Last, as this may throw the reader out. */
  async quickKeys() {
    for (let press = 0; press < 3; press += 1) await this.orca.press('shift+h');
    if (this.site.requests.some(({ path }) => path === '/weather')) this.judge('Shift+H three times (previous heading) leaves the page');
  }
}
