let undo = () => {};

/**
 * Prints `element` without the rest of the page: everything that is not one of its ancestors is hidden until printing ends.
 * Only attributes change, and they reveal only that something is printed. Returns whether the browser started printing; if
 * not, the reader can still print from its menu.
 */
export function printAlone(element) {
  // Where printing is not allowed, `afterprint` of the last call never came.
  undo();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@media print { [data-not-printed] { display: none !important } }');
  const hidden = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    hidden.push(...[...at.parentElement.children].filter((child) => child !== at));
  }
  hidden.forEach((node) => node.setAttribute('data-not-printed', ''));
  document.adoptedStyleSheets.push(sheet);
  undo = () => {
    hidden.forEach((node) => node.removeAttribute('data-not-printed'));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  addEventListener('afterprint', () => undo(), { once: true });
  let hasStarted = false;
  addEventListener('beforeprint', () => { hasStarted = true; }, { once: true });
  try {
    print();
  } catch {
    // Some in-app browsers have no print function.
  }
  return hasStarted;
}
