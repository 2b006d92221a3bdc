let undo = () => {};

/**
 * Prints without the page around: what is not on the way from the body to `element` is out of print for as
 * long as the print takes. Only attributes change, and they say nothing but that something is printed.
 * Gives back whether the browser has begun; where it has not, its own menu may, and finds all as it should be.
 */
export function printAlone(element) {
  // Where printing is not allowed the last one never ended.
  undo();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@media print { [data-not-printed] { display: none !important } }');
  const others = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    others.push(...[...at.parentElement.children].filter((child) => child !== at));
  }
  others.forEach((other) => other.setAttribute('data-not-printed', ''));
  document.adoptedStyleSheets.push(sheet);
  undo = () => {
    others.forEach((other) => other.removeAttribute('data-not-printed'));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  addEventListener('afterprint', () => undo(), { once: true });
  let hasBegun = false;
  addEventListener('beforeprint', () => { hasBegun = true; }, { once: true });
  try {
    print();
  } catch {
    // Some browsers inside other apps have no print at all.
  }
  return hasBegun;
}
