// Building blocks of the form. They create nodes one by one, never from a string of markup.

/** Creates an element with attributes (true for a bare one, false and undefined for none) and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** A control below its label, with a hint that describes it to screen readers. */
export function field(control, label, hint) {
  const parts = [make('label', { for: control.id }, label), control];
  if (hint) {
    control.setAttribute('aria-describedby', `${control.id}-hint`);
    parts.push(make('p', { class: 'hint', id: `${control.id}-hint` }, hint));
  }
  return make('div', { class: 'field' }, ...parts);
}

/** A select; `choices` maps values to labels. */
export function select(id, choices, value, change) {
  const options = Object.entries(choices).map(([value, words]) => make('option', { value }, words));
  const control = make('select', { id }, ...options);
  control.value = value;
  control.addEventListener('change', () => change(control.value));
  return control;
}

/** A one-line text field. */
export function line(id, attributes, change) {
  const control = make('input', { id, type: 'text', autocomplete: 'off', ...attributes });
  control.addEventListener('input', () => change(control.value));
  return control;
}

/** A question with a hint, and one radio per choice. */
export function radios(name, question, hint, choices, change) {
  const rows = Object.entries(choices).map(([value, words]) => {
    const id = `${name}-${value}`;
    const radio = make('input', { type: 'radio', id, name, value });
    radio.addEventListener('change', () => change(value));
    return make('div', { class: 'row' }, radio, make('label', { for: id }, words));
  });
  const about = make('p', { class: 'hint', id: `${name}-hint` }, hint);
  return make('fieldset', { class: 'radios', 'aria-describedby': about.id }, make('legend', {}, question), about, make('div', { class: 'rows' }, ...rows));
}

/** A tick box. */
export function tick(id, words, checked, change) {
  const box = make('input', { type: 'checkbox', id, checked });
  box.addEventListener('change', () => change(box.checked));
  return make('div', { class: 'row' }, box, make('label', { for: id }, words));
}

/** A fold. */
export function fold(summary, ...content) {
  return make('details', {}, make('summary', {}, summary), ...content);
}

/** Replaces the children unless their text is the same: screen readers would announce a status again. */
export function renew(element, ...children) {
  const next = make('div', {}, ...children);
  if (next.textContent !== element.textContent) element.replaceChildren(...next.childNodes);
}
