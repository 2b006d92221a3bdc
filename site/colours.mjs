// The accent: a field for each card, with a plain warning if the colour is illegible on it.
import { CARDS, contrast, hex, LEAST, readable } from './contrast.mjs';
import { make, renew } from './make.mjs';
import { accentsOf } from './options.mjs';

const OPTION = { light: 'accent', dark: 'accentDark' };
const oneDecimal = (number) => (Math.floor(number * 10) / 10).toFixed(1);

function accentField(card, options, change) {
  const id = `accent-${card}`;
  const option = OPTION[card];
  const text = make('input', {
    id, type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: '7', 'aria-describedby': `${id}-note`,
  });
  const picker = make('input', { id: `${id}-picker`, type: 'color', 'aria-label': `Pick the accent colour on the ${card} card` });
  const note = make('div', { id: `${id}-note`, role: 'status' });
  const say = (...parts) => renew(note, make('p', { class: 'warning' }, ...parts));

  function put(colour) {
    text.value = colour;
    options[option] = colour;
    change();
  }

  function suggestion(colour) {
    const button = make('button', { type: 'button', class: 'button' }, `Use ${colour}`);
    button.addEventListener('click', () => {
      put(colour);
      text.focus();
    });
    return button;
  }

  text.addEventListener('input', () => {
    options[option] = hex(text.value) ?? '';
    change();
  });
  picker.addEventListener('input', () => put(picker.value));

  return {
    element: make('div', { class: 'field' },
      make('label', { for: id }, `Accent colour on the ${card} card`),
      make('div', { class: 'colour' }, text, picker), note),
    refresh() {
      const colour = accentsOf(options)[card];
      const ratio = contrast(colour, CARDS[card]);
      const isColour = text.value.trim() === '' || hex(text.value) !== undefined;
      picker.value = colour;
      text.placeholder = colour;
      text.setAttribute('aria-invalid', !isColour);
      if (!isColour) {
        say('Write a colour such as #28614f.');
      } else if (ratio < LEAST) {
        const instead = readable(colour, card);
        say(`On the ${card} card this colour is hard to read: ${oneDecimal(ratio)} to 1. It needs 4.5 to 1. The check-in shows ${instead} instead. `,
          suggestion(instead));
      } else if (card === 'dark' && options.accent && !options.accentDark && colour !== options.accent) {
        renew(note, make('p', { class: 'hint' }, `Left empty, it is ${colour}: your colour, made lighter so that it can be read.`));
      } else {
        renew(note);
      }
    },
  };
}

/** Both fields; one is hidden when the card always has the other theme. */
export function accentFields(options, change) {
  const fields = { light: accentField('light', options, change), dark: accentField('dark', options, change) };
  return {
    elements: [fields.light.element, fields.dark.element],
    refresh() {
      fields.light.element.hidden = options.theme === 'dark';
      fields.dark.element.hidden = options.theme === 'light';
      for (const field of Object.values(fields)) field.refresh();
    },
  };
}
