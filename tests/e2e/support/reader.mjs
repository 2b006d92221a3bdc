// A reader on the way through the check-in, as a test tells it: begin, settle, answer, results.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test as base } from './fixtures.mjs';

/** The fixed order of the questions, written down again from the specification. */
export const ORDER = 'A1 H1 S2 A2 H3 S4 A3 H2 S1 A5 H4 S3 A4 H6 S6 A6 H5 S5'.split(' ');
/** The order for a reader with no one in mind: what needs the other person is left out. */
export const ALONE = 'H1 S2 S4 H2 S1 S3 H6 S6 A6 S5'.split(' ');
export const CHOICES = ['Never', 'Rarely', 'Sometimes', 'Often', 'Almost always'];
export const SKIP = 'Skip / does not apply';

/** What a language says, by its tag. */
export const contentOf = (tag) => JSON.parse(readFileSync(resolve(import.meta.dirname, `../../../content/${tag}.json`), 'utf8'));

const KEYS = Object.fromEntries(Object.entries(contentOf('en').messages).map(([key, text]) => [text, key]));
const PERSPECTIVES = { recovery: 'I am in recovery', loved: 'I love someone in recovery' };
const AS = { recovery: 'Answering for myself', loved: 'Answering as a loved one' };

/** Raw answers by area, items 1 to 6 of A, H and S: '312234 233-12 1321--'. A dash is Skip. */
export function areas(notation) {
  const marks = notation.split(' ').flatMap((area, place) =>
    [...area].map((mark, item) => [`${'AHS'[place]}${item + 1}`, mark === '-' ? undefined : Number(mark)]));
  return Object.fromEntries(marks);
}

/** The worked case of the specification. */
export const WORKED = areas('312234 233-12 1321--');

/** The same answer to every question; undefined skips all. */
export const all = (code) => Object.fromEntries(ORDER.map((id) => [id, code]));

export class Reader {
  #perspective;
  #order = ORDER;
  #words;

  /** Whatever is asked for in English is looked for in this language. */
  constructor(checkin, language = 'en') {
    this.#words = contentOf(language);
    this.checkin = checkin;
    this.page = checkin.page();
    /** The heading of the screen: it takes the focus when a screen comes up. */
    this.heading = checkin.locator('#heading');
    this.problem = checkin.locator('.problem');
    this.radios = checkin.getByRole('radio');
    this.panel = checkin.locator('.panel');
    this.getHelp = checkin.locator('.bar').getByRole('button', { name: this.said('Get help now') });
    this.changePerspective = checkin.locator('.who').getByRole('button', { name: this.said('change') });
    this.results = checkin.locator('.results');
    this.code = checkin.locator('.code');
    this.theirCode = checkin.getByRole('textbox', { name: this.said('Their code'), exact: true });
  }

  /** What the reader's language says for this, each {name} filled in. */
  said(english, values = {}) {
    const words = this.#words.messages[KEYS[english]] ?? english;
    return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words);
  }

  button(name) {
    return this.checkin.getByRole('button', { name: this.said(name), exact: true });
  }

  radio(name) {
    return this.checkin.getByRole('radio', { name: this.said(name), exact: true });
  }

  box(name) {
    return this.checkin.getByLabel(this.said(name));
  }

  async press(name) {
    await this.button(name).click();
  }

  async choose(name) {
    await this.radio(name).check();
  }

  async sees(heading) {
    await expect(this.heading).toHaveText(this.said(heading));
  }

  /** Says which words to look for, when a test begins by other ways than `begin`. */
  starts(perspective, { noOneInMind = false } = {}) {
    this.#perspective = perspective;
    this.#order = noOneInMind ? ALONE : ORDER;
  }

  /** From the card to "How are you right now?". */
  async begin(perspective, { noOneInMind = false } = {}) {
    this.starts(perspective, { noOneInMind });
    await this.choose(PERSPECTIVES[perspective]);
    if (noOneInMind) await this.box('No one comes to mind').check();
    await this.press('Begin');
    await this.sees('How are you right now?');
  }

  /** From there to the first question, with one of the four answers or none. */
  async settle(feeling) {
    if (feeling) await this.choose(feeling);
    await this.press('Continue');
    await this.seesQuestion(1);
  }

  /** The question with this number is there: its counter, its words, and who answers. */
  async seesQuestion(number) {
    await this.sees(this.words(this.#order[number - 1]));
    await expect(this.checkin.locator('.counter')).toHaveText(this.said('Question {number} of {total}', { number, total: this.#order.length }));
    await expect(this.checkin.locator('.who')).toContainText(this.said(AS[this.#perspective]));
  }

  words(id) {
    return this.#words.items[id][this.#perspective].text;
  }

  /** Answers this question, by code, or skips it, and goes on. */
  async reply(code) {
    await this.choose(code === undefined ? SKIP : CHOICES[code]);
    await this.press('Continue');
  }

  /** Answers questions from the first on, up to and with the one numbered `last`; what is not named is skipped. */
  async answer(answers, { last = this.#order.length } = {}) {
    await this.sees(this.words(this.#order[0]));
    for (const [place, id] of this.#order.slice(0, last).entries()) {
      await this.reply(answers[id]);
      const next = this.#order[place + 1];
      await this.sees(next ? this.words(next) : 'Look over your answers');
    }
  }

  /** The same as `answer` in one go inside the page, for a test of what comes after the questions. */
  async rush(answers, { last = this.#order.length } = {}) {
    const places = this.#order.slice(0, last).map((id) => answers[id] ?? CHOICES.length);
    await this.checkin.evaluate(async ({ shadowRoot }, places) => {
      const heading = () => shadowRoot.querySelector('#heading');
      for (const place of places) {
        const before = heading();
        shadowRoot.querySelector(`#answer-${place}`).click();
        shadowRoot.querySelector('[part="primary"]').click();
        while (heading() === before) await new Promise((done) => { setTimeout(done); });
      }
    }, places);
    if (last === this.#order.length) await this.sees('Look over your answers');
    else await this.seesQuestion(last + 1);
  }

  async seeResults() {
    await this.press('See my results');
    await this.sees('Your check-in');
  }

  /** All the way from the card to the results. */
  async finish(perspective, answers, { feeling, noOneInMind } = {}) {
    await this.begin(perspective, { noOneInMind });
    await this.settle(feeling);
    await this.rush(answers);
    await this.seeResults();
  }

  /** Answers one of the two questions before comparing, and goes on. */
  async says(answer) {
    const before = await this.heading.textContent();
    await this.choose(answer);
    await this.press('Continue');
    await expect(this.heading).not.toHaveText(before);
  }

  /** Through both questions to the code; gives it back. */
  async showsCode() {
    await this.press('Compare with someone');
    await this.sees('Can anyone else see your screen right now?');
    await this.says('No');
    await this.sees('Is anyone making you feel afraid or unsafe?');
    await this.says('No');
    await this.press('Show my code');
    return (await this.code.innerText()).replace(/\s+/g, ' ').trim();
  }

  /** The table beside the profile: { Accountability: ['71', '62 to 80', 'Growing steady'], … }. */
  async numbers() {
    const rows = await this.checkin.locator('.profile tbody tr').evaluateAll((rows) =>
      rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
    return Object.fromEntries(rows.map(([area, ...cells]) => [area, cells]));
  }

  /** What the workings say under each heading: { Accountability: '100 × 17 ÷ (4 × 6) = 70.83', … }. */
  async workings() {
    return this.checkin.locator('.workings').evaluate((workings) => {
      const said = {};
      let heading;
      for (const part of workings.children) {
        if (part.matches('h4')) heading = part.textContent;
        else if (part.matches('p')) said[heading] ??= part.textContent;
      }
      for (const name of workings.querySelectorAll('dt')) {
        said[name.textContent] = name.nextElementSibling.lastChild.textContent;
      }
      return said;
    });
  }

  /** The steps offered, by name; not those behind "Choose a different step". */
  async steps() {
    return this.checkin.locator('.begin > .step h4').allTextContents();
  }

  /** The headings of the groups in a list of help lines. */
  async groups(list) {
    return list.locator('.group').locator('h3, h4').allTextContents();
  }
}

export const test = base.extend({
  /** Without the fade-in of each screen, which every click would wait for; states.spec.mjs looks at that. */
  contextOptions: [{ reducedMotion: 'reduce' }, { option: true }],

  /** The language of the element. */
  language: ['en', { option: true }],

  /** A reader in front of the card of the shipped page. */
  reader: async ({ checkin, language }, use) => {
    if (language !== 'en') {
      await checkin.evaluate((element, language) => element.setAttribute('lang', language), language);
      await expect(checkin.locator('.checkin')).toHaveAttribute('lang', language);
    }
    await use(new Reader(checkin, language));
  },
});

/** Waits until the app of this element is on the page. */
export async function isReady(checkin) {
  await checkin.evaluate(async (element) => {
    await customElements.whenDefined('trust-checkin');
    await element.ready;
  });
}

export { expect };
