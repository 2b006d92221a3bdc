// A page with the check-in in a state as it was drawn, where nothing runs and nobody had to walk.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AXE } from './axe.mjs';
import { DRAWN } from './draw.mjs';

const DIST = resolve(import.meta.dirname, '../../../dist');
const IN_PAGE = ['drawn-in-page.mjs', 'layout.mjs', 'axe-in-page.mjs'];
const STYLES = 'gallery-check-in.css';

/** The states of a language: [{ name, markup }]. */
export const statesIn = (language) => JSON.parse(readFileSync(DRAWN, 'utf8'))[language];

/** Lets pages of this server load what looks at drawn states. */
export function serveLooks(site) {
  for (const name of IN_PAGE) {
    site.changes.set(`/support/${name}`, { body: readFileSync(resolve(import.meta.dirname, name)), type: 'text/javascript' });
  }
}

/** Opens the page to link to, in a language, as it ships but without its script. */
export async function openDrawn(page, site, language) {
  const name = language === 'en' ? 'check-in.html' : `check-in.${language}.html`;
  const shipped = readFileSync(resolve(DIST, name), 'utf8');
  const bare = shipped.replace(/<script type="module"[^>]*><\/script>/, '').replace(/<noscript>[^]*?<\/noscript>/, '')
    .replace(/(<trust-checkin[^>]*>)[^]*?(<\/trust-checkin>)/, '$1$2');
  if (/<script|<noscript|<p>/.test(bare)) throw new Error(`${name} is made in another way than it was.`);
  serveLooks(site);
  site.changes.set('/drawn.html', { body: bare });
  await page.goto(`${site.url}drawn.html`);
  await page.evaluate(AXE);
  const states = Object.fromEntries(statesIn(language).map(({ name, markup }) => [name, markup]));
  await page.evaluate(async ([language, styles, states]) => {
    const drawn = await import('/support/drawn-in-page.mjs');
    const host = document.querySelector('trust-checkin');
    const sheets = await drawn.sheetsOf(styles);
    const all = Object.entries(states).map(([name, markup]) => ({ name, markup }));
    window.look = (looks) => drawn.look(host, { states: all, language, sheets, looks });
    window.space = (css) => {
      const more = new CSSStyleSheet();
      more.replaceSync(css);
      sheets.push(more);
    };
    window.show = (name) => drawn.drawIn(host, { markup: states[name], language, sheets });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', () => host.shadowRoot?.querySelector('.checkin').setAttribute('data-theme', dark.matches ? 'dark' : 'light'));
    window.unfold = () => drawn.unfold(host);
  }, [language, STYLES, states]);
  return page.locator('trust-checkin');
}

/** Looks at all states on that page; gives back a line for each fault. */
export const look = (page, looks) => page.evaluate((looks) => window.look(looks), looks);

/** How what this reader sees differs from the drawn state with this name: nothing, if all is well. The page must be served with `serveLooks`. */
export async function differences(checkin, language, name) {
  const state = statesIn(language).find((one) => one.name === name);
  if (!state) throw new Error(`No state is called ${name}.`);
  return checkin.evaluate(async (host, given) => (await import('/support/drawn-in-page.mjs')).differences(host, given),
    { markup: state.markup, language, styles: `/${STYLES}` });
}
