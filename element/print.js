/** Prints a check-in by itself, whatever the page around it does on paper. */
import { make } from './nodes.js';

/** Listener of the last request to print. */
let begin;

/**
 * Asks the browser to print what `root` shows, without the page, which `css` takes off the paper. The paper has a copy beside
 * the body, in a closed root of its own, so nothing of the page can hide, cut or restyle it; print.css has its styles. It is
 * there only from `beforeprint` to `afterprint`. Returns whether the browser began to print; if not, its menu prints the copy.
 */
export function printAlone(root, css) {
  removeEventListener('beforeprint', begin);
  let hasBegun = false;
  begin = () => {
    hasBegun = true;
    const shown = root.querySelector('.results, .sheet')?.closest('.checkin').cloneNode(true);
    // The reader has moved on since.
    if (!shown) return;
    const copy = make('div', { hidden: '' });
    const paper = copy.attachShadow({ mode: 'closed' });
    paper.adoptedStyleSheets = root.adoptedStyleSheets;
    paper.appendChild(shown);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    document.documentElement.appendChild(copy);
    addEventListener('afterprint', () => {
      copy.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }, { once: true });
  };
  addEventListener('beforeprint', begin, { once: true });
  try {
    print();
  } catch {
    // Some in-app browsers have no print function.
  }
  return hasBegun;
}
