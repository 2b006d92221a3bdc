// Runs in a page, where axe is.

/**
 * What axe finds on the page, one line each: faults, what it could not decide, and what in this
 * element, or in its shadow root, it did not look at.
 * `only` is 'colours' for the rules that look at colours. It looks at `among` and all in them.
 */
export async function findings(element, only, among = [document.documentElement]) {
  const root = element.shadowRoot ?? element;
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const runOnly = only === 'colours' ? ['color-contrast', 'link-in-text-block'] : tags;
  // A label covers its row with a box of its own, which paints nothing.
  Object.assign(window.axe._audit.checks['color-contrast'].options, { ignorePseudo: true });
  const resultTypes = ['violations', 'incomplete', 'passes'];
  const { violations, incomplete, passes } = await window.axe.run({ include: among }, { runOnly, resultTypes, elementRef: true, selectors: false });
  const told = (id, { html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`;
  const lines = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => told(id, node)));
  // Lights are not text to it.
  const open = lines(incomplete).filter((line) => !/^color-contrast: <(p class="lights" |span aria-hidden="true">[●○]+<)/.test(line));
  const lookedAt = (rule) => new Set([...passes, ...violations, ...incomplete]
    .flatMap(({ id, nodes }) => (id === rule ? nodes.map(({ element }) => element) : [])));
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const isOnlyRead = (element) => element !== null
    && (getComputedStyle(element).clipPath === 'inset(50%)' || isOnlyRead(element.parentElement));
  const passedBy = (what, rule) => what.filter((element) => isSeen(element) && !lookedAt(rule).has(element))
    .map((element) => `${rule} was not asked: ${element.outerHTML.slice(0, 90)}`);
  const hasText = (element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && /[\p{L}\p{N}]/u.test(data));
  const all = [...root.querySelectorAll('*')].filter((element) => among.some((part) => part.contains(root.host ?? element) || part.contains(element)));
  const texts = all.filter((element) => hasText(element) && !isOnlyRead(element) && !element.matches('style, option, .lights, .lights *'));
  const named = only === 'colours' ? [] : [
    ...passedBy(all.filter((element) => element.matches('input')), 'label'),
    ...passedBy(all.filter((element) => element.matches('button')), 'button-name'),
  ];
  return [...lines(violations), ...open, ...named, ...passedBy(texts, 'color-contrast')];
}
