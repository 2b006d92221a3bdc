// The embed floor: one small script that writes a first view, then one question at a time. The page prepends ITEMS,
// CHOICES, WHO and SAID.
const root = document.getElementById('floor');
const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text }, more);
const button = (text, onclick) => make('button', text, { type: 'button', onclick });
const radios = (name, labels) => labels.map((text) => {
  const label = make('label', text);
  label.prepend(make('input', '', { type: 'radio', name }));
  return label;
});
const answers = [];
function ask(at) {
  const goOn = () => {
    const chosen = [...root.querySelectorAll('input')].findIndex((input) => input.checked);
    if (chosen < 0) return;
    answers[at] = chosen;
    if (at + 1 < ITEMS.length) ask(at + 1);
    else root.replaceChildren(make('h2', answers.join(' ')));
  };
  root.replaceChildren(make('h2', ITEMS[at]), ...radios('answer', CHOICES), button(SAID.begin_next, goOn));
}
const begin = button(SAID.begin, () => ask(0));
root.append(make('h2', SAID.title), make('p', SAID.intro), ...radios('who', WHO), begin, button(SAID.help));
