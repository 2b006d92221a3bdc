// The fields of the form: one for each attribute of the contract, in the order of owners' questions.
import { field, fold, line, make, select, tick } from './make.mjs';
import { ATTRIBUTES, fontOf, httpsAddress } from './options.mjs';
import { ATTRIBUTES as WORDS, FONT, LINKS, SHAPES } from './words.mjs';

/** Attributes that most owners set are unfolded; the rest is folded. */
const OPEN = ['lang', 'perspective', 'theme', 'region'];

function linkFields(options, change) {
  const rows = Object.entries(LINKS.keys).map(([key, label]) => {
    const problem = make('p', { class: 'warning', id: `link-${key}-problem`, role: 'status' });
    const input = line(`link-${key}`, { type: 'url', inputmode: 'url', 'aria-describedby': problem.id }, (text) => {
      options.links[key] = text;
      const isWrong = text.trim() !== '' && httpsAddress(text.trim()) === undefined;
      problem.textContent = isWrong ? LINKS.problem : '';
      input.setAttribute('aria-invalid', isWrong);
      change();
    });
    return make('div', { class: 'field' }, make('label', { for: input.id }, label), input, problem);
  });
  return make('fieldset', { class: 'group' }, make('legend', {}, LINKS.legend), make('p', { class: 'hint' }, LINKS.hint), ...rows);
}

function attributeField({ name, values, description }, options, change) {
  if (name === 'links') return linkFields(options, change);
  const words = WORDS[name] ?? {};
  const set = (value) => {
    options[name] = value;
    change();
  };
  const raw = values && Object.fromEntries(values.map((value) => [value, value]));
  const choices = words.values ?? raw;
  const control = choices
    ? select(`option-${name}`, choices, options[name], set)
    : line(`option-${name}`, { maxlength: words.most }, set);
  const whole = field(control, words.label ?? name, WORDS[name] ? words.hint : description.replaceAll('`', ''));
  if (words.read) whole.prepend(gate(control, words.read, set));
  return whole;
}

/** A tick box that unlocks a choice; unticking it resets the choice. */
function gate(control, words, set) {
  const usual = control.value;
  control.disabled = true;
  return tick(`${control.id}-read`, words, false, (isRead) => {
    control.disabled = !isRead;
    if (isRead) return;
    control.value = usual;
    set(usual);
  });
}

function shapeField(name, options, change) {
  const { label, values } = SHAPES[name];
  return field(select(`option-${name}`, values, options[name], (value) => {
    options[name] = value;
    change();
  }), label);
}

function fontField(options, change) {
  const problem = make('p', { class: 'warning', role: 'status' });
  const input = line('option-font', { maxlength: 200, spellcheck: 'false' }, (text) => {
    options.font = text;
    const isWrong = text.trim() !== '' && fontOf(options) === '';
    problem.textContent = isWrong ? FONT.problem : '';
    input.setAttribute('aria-invalid', isWrong);
    change();
  });
  const whole = field(input, FONT.label, FONT.hint);
  whole.append(problem);
  return whole;
}

/** All fields below the questions on how to embed; `accents` are the two colour fields. */
export function optionFields(options, accents, change) {
  const byName = new Map(ATTRIBUTES.map((attribute) => [attribute.name, attributeField(attribute, options, change)]));
  const open = OPEN.map((name) => byName.get(name));
  const rest = [...byName].filter(([name]) => !OPEN.includes(name)).map(([, element]) => element);
  return [
    ...open,
    fold('Colour and shape', ...accents, make('div', { class: 'pair' }, ...Object.keys(SHAPES).map((name) => shapeField(name, options, change))), fontField(options, change)),
    fold('Help, articles, saving and more', ...rest),
  ];
}
