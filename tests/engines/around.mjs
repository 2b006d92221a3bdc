// The page around a check-in in other engines: libraries that draw it again, dark themes, rules against copying, and paper.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { constants, inflateSync } from 'node:zlib';
import { DIV } from './hosts.mjs';

const PAGE = `<style>
    body { user-select: none; -webkit-user-select: none }
    #app { background: #fff }
    @media print { body * { visibility: hidden } article { height: 9000px } }
  </style><div id="app">${DIV}</div><article>Words of the page</article>`;

/** Runs in the page and returns what shows of the div. */
function shown() {
  const div = document.querySelector('[data-trust-checkin]');
  const checkin = div.querySelector('trust-checkin');
  const style = getComputedStyle(window.root.querySelector('.checkin'));
  return {
    isSame: checkin?.isConnected && window.root.host === checkin,
    isThere: checkin?.getBoundingClientRect().height > 100,
    fallback: div.querySelector('p').getClientRects().length,
    select: style.userSelect || style.webkitUserSelect,
  };
}

/** Number of sheets in a PDF in base64. Firefox compresses the list of them. */
function sheetsIn(pdf) {
  const bytes = Buffer.from(pdf, 'base64');
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    } catch {
      return '';
    }
  });
  return [bytes.toString('latin1'), ...streams].join('\n').match(/\/Type\s*\/Page\b/g).length;
}

/** `open` returns a reader at the first view of a page with this body; `canPrint` is whether the driver can. */
export function around(open, canPrint) {
  test('R76, R80, R83: a div on a page that draws it again, turns dark and forbids selecting', async () => {
    const reader = await open(PAGE);
    await reader.choose('I am in recovery');
    await reader.press('Begin');
    await reader.sees('How are you right now?');
    await reader.inPage(() => {
      document.querySelector('[data-trust-checkin]').innerHTML = '<p>Help lines</p>';
      document.getElementById('app').style.background = '#111';
    });
    deepEqual(await reader.inPage(shown), { isSame: true, isThere: true, fallback: 0, select: 'text' });
    await reader.until('the dark card', () => reader.inPage(() => window.root.querySelector('.checkin').dataset.theme === 'dark'));
    equal(await reader.inPage(() => window.root.querySelector('#heading').textContent), 'How are you right now?');
  });

  test('R75: the paper gets a copy of the results, and the page none', async () => {
    const reader = await open(PAGE);
    await reader.takesTheCheckin();
    await reader.inPage(() => { window.print = () => dispatchEvent(new Event('beforeprint')); });
    await reader.press('Print');
    const copies = () => reader.inPage(() => [...document.querySelectorAll('html > div')].map((copy) => getComputedStyle(copy).display));
    deepEqual(await copies(), ['none']);
    if (canPrint) ok(sheetsIn(await reader.driver.printPage({})) < 5, 'the page of 9000 px is not on the paper');
    else await reader.inPage(() => dispatchEvent(new Event('afterprint')));
    deepEqual(await copies(), []);
    if (canPrint) ok(sheetsIn(await reader.driver.printPage({})) > 7, 'the page prints as before');
    equal(await reader.inPage(() => document.adoptedStyleSheets.length), 0);
  });
}
