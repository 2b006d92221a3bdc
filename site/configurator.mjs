// Builds the form, applies each choice to the live check-in, and writes the snippet.
import { accentFields } from './colours.mjs';
import { optionFields } from './fields.mjs';
import { field, line, make, radios, renew, select, tick } from './make.mjs';
import { ATTRIBUTES, attributesOf, looksOf, nothingChosen } from './options.mjs';
import { folder, FORMS, isOneLanguage, snippet, uploads } from './snippets.mjs';
import { ANALYTICS, COPYING, FORMS as FORM_WORDS, ONE_LANGUAGE } from './words.mjs';

const live = document.querySelector('trust-checkin');
const here = new URL('.', location.href).href;
const options = { ...nothingChosen(), autoHeight: true };
const chosen = { analytics: 'unanswered', form: 'iframe', base: here };
/** Names, sizes and hashes of this build. Null if the download failed. */
let manifest;

const accents = accentFields(options, update);
const formSelect = select('form', Object.fromEntries(FORMS.map((form) => [form, FORM_WORDS[form].name])), chosen.form, (form) => {
  chosen.form = form;
  update();
});
const aboutAnalytics = make('div', { role: 'status' });
const aboutForm = make('div', { role: 'status' });
const formField = field(formSelect, FORM_WORDS.label);
const analyticsField = radios('analytics', ANALYTICS.question, ANALYTICS.hint, ANALYTICS.values, (answer) => {
  chosen.analytics = answer;
  if (answer !== 'no') chosen.form = 'iframe';
  else if (chosen.form === 'iframe') chosen.form = 'tag';
  formSelect.value = chosen.form;
  update();
});

const folderNote = make('p', { class: 'hint', id: 'folder-note', role: 'status' });
/** Forms whose snippet names no folder. */
const hasNoFolder = ['wordpress', 'npm'];
const elsewhere = { iframe: COPYING.folderElsewhereFrame };
const folderInput = line('folder', { inputmode: 'url', spellcheck: 'false', 'aria-describedby': folderNote.id }, update);
folderInput.value = here;
const folderField = make('div', { class: 'field' }, make('label', { for: 'folder' }, COPYING.folder), folderInput, folderNote);
const autoHeight = tick('auto-height', COPYING.autoHeight, options.autoHeight, (isOn) => {
  options.autoHeight = isOn;
  update();
});
const text = make('textarea', { id: 'snippet', readonly: true, rows: '12', spellcheck: 'false' });
const copyButton = make('button', { type: 'button', class: 'button primary' }, COPYING.button);
const copyStatus = make('p', { role: 'status', class: 'status' });
const problems = make('div', { role: 'status' });
const files = make('div', { class: 'files' });

copyButton.addEventListener('click', async () => {
  copyStatus.textContent = '';
  try {
    await navigator.clipboard.writeText(text.value);
    copyStatus.textContent = COPYING.copied;
  } catch {
    // No clipboard without https, or the browser's settings refuse it.
    text.focus();
    text.select();
    copyStatus.textContent = COPYING.selected;
  }
});

function showLive() {
  const attributes = new Map(attributesOf(options));
  // Here the check-in stands in the page, where scripts of the site could read what is saved.
  if (chosen.form === 'iframe') attributes.delete('save');
  for (const { name } of ATTRIBUTES) {
    const value = attributes.get(name) ?? null;
    if (live.getAttribute(name) === value) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
  for (const [name, value] of Object.entries(looksOf(options))) {
    const property = `--trust-checkin-${name}`;
    if (live.style.getPropertyValue(property) === value) continue;
    if (value === '') live.style.removeProperty(property);
    else live.style.setProperty(property, value);
  }
}

/** Shows the advice while the owner follows it; a form that trackers can watch gets a warning instead. */
function showForm() {
  const { analytics, form } = chosen;
  const mayTrack = analytics !== 'no';
  const isFollowed = mayTrack === (form === 'iframe');
  renew(aboutAnalytics, ...(isFollowed ? [make('p', { class: 'note' }, ANALYTICS[analytics])] : []));
  const warnings = [
    mayTrack && !isFollowed && form !== 'link' && ANALYTICS.caution,
    options.save === 'ask' && FORM_WORDS[form].saving,
    options.lang === '' && isOneLanguage(form, options) && ONE_LANGUAGE,
  ];
  renew(aboutForm, make('p', { class: 'hint' }, FORM_WORDS[form].about),
    ...warnings.filter(Boolean).map((words) => make('p', { class: 'warning' }, words)));
  autoHeight.hidden = form !== 'iframe';
}

function showFolder() {
  const base = folder(folderInput.value);
  folderInput.setAttribute('aria-invalid', base === undefined);
  folderNote.textContent = base === undefined ? COPYING.folderProblem
    : base === here ? COPYING.folderHere
      : base.startsWith('/') || chosen.form === 'link' ? '' : elsewhere[chosen.form] ?? COPYING.folderElsewhere;
  folderField.hidden = hasNoFolder.includes(chosen.form);
  folderNote.className = base === undefined ? 'warning' : 'hint';
  chosen.base = base ?? chosen.base;
}

function showFiles() {
  const needed = uploads(chosen.form, options, manifest);
  const rows = needed.map(({ name, bytes }) => make('li', {},
    make('a', { href: name, download: true }, name), ` ${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`));
  renew(files, ...(rows.length > 0 ? [make('p', {}, FORM_WORDS[chosen.form].uploads ?? COPYING.uploads), make('ul', {}, ...rows)] : []));
  renew(problems, ...(manifest === null ? [make('p', { class: 'warning' }, COPYING.noHashes)] : []));
}

function update() {
  accents.refresh();
  showLive();
  showForm();
  showFolder();
  showFiles();
  const written = snippet(chosen.form, options, manifest ?? undefined, chosen.base);
  if (written !== text.value) copyStatus.textContent = '';
  text.value = written;
  // For browsers whose text areas do not grow with their text; long lines wrap.
  text.rows = written.split('\n').reduce((rows, line) => rows + Math.ceil(Math.max(1, line.length) / 60), 0);
}

document.getElementById('options').replaceChildren(
  analyticsField, aboutAnalytics, formField, aboutForm, ...optionFields(options, accents.elements, update),
);
document.getElementById('copy').replaceChildren(
  make('div', { class: 'where' }, folderField, files),
  make('div', { class: 'what' }, autoHeight, make('label', { for: 'snippet' }, COPYING.label), text, problems,
    make('div', { class: 'actions' }, copyButton, copyStatus)),
);
update();

try {
  const response = await fetch('manifest.json');
  manifest = response.ok ? await response.json() : null;
} catch {
  manifest = null;
}
update();
