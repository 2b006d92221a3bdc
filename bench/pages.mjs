// The measured pages: one blog post with each way to embed 18 questions.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { nothingChosen } from '../site/options.mjs';
import { snippet } from '../site/snippets.mjs';
import { CHOICES, ORDER, QUESTIONS, SAID } from './words.mjs';

const here = import.meta.dirname;
const dist = resolve(here, '../dist');
const folderOf = (name) => dirname(createRequire(import.meta.url).resolve(name));

/** File types that a page can request; dist/ also holds archives and images. */
const LOADED = new Set(['.css', '.html', '.js', '.json', '.txt', '.wasm']);

/** SurveyJS's files: its newest renderer without React, and its styles without a font. */
const PEER = {
  'survey.core.min.js': folderOf('survey-core'),
  'survey-core.fontless.min.css': folderOf('survey-core'),
  'survey-js-ui.min.js': folderOf('survey-js-ui'),
};

const survey = {
  title: SAID.title,
  showQuestionNumbers: false,
  pages: ORDER.map((name, at) => ({
    elements: [{
      type: 'radiogroup',
      name,
      title: QUESTIONS[at],
      isRequired: true,
      choices: CHOICES.map((text, value) => ({ value, text })),
    }],
  })),
};

// Without animations, since the reader of our pages prefers reduced motion.
const startSurvey = `addEventListener('DOMContentLoaded', () => {
  Survey.settings.animationEnabled = false;
  new Survey.Model(${JSON.stringify(survey)}).render(document.getElementById('survey'));
});`;

function floorScript() {
  const who = [SAID.perspective_recovery, SAID.perspective_loved];
  const said = {
    title: SAID.title, intro: SAID.intro_what, begin: SAID.begin, begin_next: SAID.continue, help: SAID.help_open,
  };
  const given = { ITEMS: QUESTIONS, CHOICES, WHO: who, SAID: said };
  const lines = Object.entries(given).map(([name, value]) => `const ${name}=${JSON.stringify(value)};\n`);
  return lines.join('') + readFileSync(join(here, 'floor.js'), 'utf8').replace(/^\/\/.*\n/gm, '');
}

/** The path of dist/, and the configurator's default snippets. */
const US = '/trust-checkin/';
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
const pasted = (form) => snippet(form, { ...nothingChosen(), autoHeight: true }, manifest, US);

// Elements that a visit looks for, in order, and presses as soon as they appear: [selector, text].
const firstView = [['h2', SAID.title], ['button', SAID.begin], ['button', SAID.help_open]];
const firstRadio = [['input[type=radio]']];
const firstQuestion = (heading) => [[heading, QUESTIONS[0]], ...firstRadio];
const ourSteps = [
  { name: 'first view', see: firstView },
  { name: 'first radio', see: firstRadio, press: [...firstRadio, ['button', SAID.begin]] },
  { see: [['#heading', SAID.feeling_question], ['button', SAID.continue]], press: [['button', SAID.continue]] },
  { name: 'first question', see: firstQuestion('#heading') },
];
const ours = { isOurs: true, steps: ourSteps, heading: '#heading', next: ['button', SAID.continue] };

/** `put` is the markup in the post, `head` the markup in the page's head; budgets apply to pages with `isOurs`. */
export const FORMS = [
  {
    name: 'floor',
    said: 'the embed floor',
    head: '<script defer src="/floor.js"></script>',
    put: '<div id="floor"></div>',
    steps: [ourSteps[0], ourSteps[1], { name: 'first question', see: firstQuestion('h2') }],
    heading: 'h2',
    next: ['button', SAID.continue],
  },
  {
    name: 'survey',
    said: 'SurveyJS',
    head: '<link rel="stylesheet" href="/survey/survey-core.fontless.min.css">' +
      '<script defer src="/survey/survey.core.min.js"></script>' +
      `<script defer src="/survey/survey-js-ui.min.js"></script><script>${startSurvey}</script>`,
    put: '<div id="survey"></div>',
    steps: [
      { name: 'first view', see: [['.sd-title', SAID.title], ['.sd-navigation__next-btn']] },
      { name: 'first radio', see: firstRadio },
      { name: 'first question', see: firstQuestion('.sd-question__title') },
    ],
    heading: '.sd-question__title',
    next: ['.sd-navigation__next-btn'],
  },
  { name: 'tag', said: 'tag', head: '', put: pasted('tag'), ...ours },
  { name: 'div', said: 'div', head: '', put: pasted('div'), ...ours },
  { name: 'standalone', said: 'standalone', head: '', put: pasted('standalone'), ...ours },
  { name: 'frame', said: 'frame', head: '', put: pasted('iframe'), inFrame: true, ...ours },
];

/** The post without questions, as the baseline. */
export const PLAIN = { name: 'plain', said: 'the page alone', head: '', put: '', steps: [] };

/** The tag with saving, up to the first screen that opens saved check-ins. */
export const HISTORY = {
  name: 'history',
  said: 'tag with saving',
  head: '',
  put: snippet('tag', { ...nothingChosen(), autoHeight: true, save: 'ask' }, manifest, US),
  ...ours,
  steps: [...ourSteps.slice(0, 2), { see: [['#heading', SAID.feeling_question], ['button', SAID.saved_title]] }],
};

const paragraph = '<p>Trust comes back slowly, in small things said and kept. Some days it is a call that was ' +
  'promised and made. Some days it is an honest answer to a hard question. None of it can be rushed.</p>';

/** A blog post. With `far`, the embed begins five screens below the first. */
function post({ head, put }, far) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Can trust grow back?</title>
<link rel="icon" href="data:,">${head}
<style>body{max-width:40rem;margin:0 auto;padding:1rem;font:1rem/1.6 sans-serif}.far{min-height:600vh}</style>
</head><body><article><h1>Can trust grow back?</h1>
<section${far ? ' class="far"' : ''}>${paragraph}${far ? paragraph.repeat(30) : ''}</section>
${put}
<section>${paragraph.repeat(6)}</section></article></body></html>`;
}

export const near = ({ name }) => `/${name}.html`;
export const far = ({ name }) => `/far-${name}.html`;

/** All files of the benchmark server, by path. */
export function files() {
  const found = new Map([['/floor.js', floorScript()]]);
  for (const form of [PLAIN, HISTORY, ...FORMS]) {
    found.set(near(form), post(form, false));
    found.set(far(form), post(form, true));
  }
  for (const [name, folder] of Object.entries(PEER)) found.set(`/survey/${name}`, readFileSync(join(folder, name)));
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && LOADED.has(extname(path))) found.set(US + path.slice(dist.length + 1), readFileSync(path));
  }
  return found;
}
