// What listeners of the page hear while somebody types, presses and drags in the check-in, and what they can open.
import { readFile } from 'node:fs/promises';
import { element, expect, test } from '../support/host.mjs';
import { WORKED } from '../support/reader.mjs';

/** Events that carry words or tell what was pressed. */
const TYPES = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend',
  'paste', 'copy', 'cut', 'dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend', 'click', 'dblclick', 'auxclick',
  'contextmenu', 'pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup', 'mouseover', 'mouseout', 'touchstart',
  'touchmove', 'touchend', 'selectstart', 'change', 'select',
];
/** Those that nothing in the check-in needs: they are stopped before listeners that capture on the document hear them. */
const EARLY = TYPES.filter((type) => !['keydown', 'keyup', 'input', 'click', 'change', 'select'].includes(type));

const BOX = '<p id="theirs">words of the page</p>';

/** Listens as a page does, and returns a function that gives what came from the check-in. */
async function listening(page) {
  const heard = await page.evaluateHandle(([types, early]) => {
    const heard = [];
    const isOurs = ({ target }) => target.localName === 'trust-checkin';
    for (const type of types) {
      const hear = (event) => isOurs(event) && heard.push(`${type} ${event.data ?? event.key ?? ''}`);
      for (const target of [window, document, document.body]) target.addEventListener(type, hear);
      if (early.includes(type)) document.addEventListener(type, (event) => isOurs(event) && heard.push(`${type}, capturing`), true);
    }
    return heard;
  }, [TYPES, EARLY]);
  return () => heard.evaluate((heard) => heard.splice(0));
}

async function atTheNote(host) {
  await host.open(`${BOX}${element('one', 'lang="en" save="ask"')}`);
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  return { reader, note: reader.checkin.getByRole('textbox', { name: 'What I want to remember' }) };
}

test.describe('R66: what is done in the check-in is not heard by the page:', () => {
  test('typing, composing, copying, cutting and pasting', async ({ host, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { note } = await atTheNote(host);
    const heard = await listening(page);
    await note.click();
    await page.keyboard.type('call Ann');
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '日' });
    for (const key of ['A', 'C', 'X', 'V', 'V']) await page.keyboard.press(`Control+${key}`);
    await expect(note).toHaveValue('call Ann日call Ann日');
    expect(await heard()).toEqual([]);
  });

  test('text dropped into the note, and dragged out of it', async ({ host, page }) => {
    const { note } = await atTheNote(host);
    const heard = await listening(page);
    await note.scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      const theirs = document.querySelector('#theirs');
      Object.assign(theirs.style, { position: 'fixed', zIndex: '9', top: '0', left: '0', margin: '0' });
      getSelection().selectAllChildren(theirs);
    });
    const centre = async (locator) => {
      const { x, y, width, height } = await locator.boundingBox();
      return [x + Math.min(30, width / 2), y + Math.min(14, height / 2)];
    };
    const dragTo = async (from, to) => {
      await page.mouse.move(...from);
      await page.mouse.down();
      for (const part of [0.2, 0.6, 1]) await page.mouse.move(...from.map((at, axis) => at + (to[axis] - at) * part));
      await page.mouse.move(to[0] + 2, to[1]);
      await page.mouse.up();
    };
    await dragTo(await centre(page.locator('#theirs')), await centre(note));
    await expect(note).toHaveValue(/words of the page/);
    await note.focus();
    await page.keyboard.press('Control+A');
    await heard();
    await dragTo(await centre(note), [20, 10]);
    expect(await heard()).toEqual([]);
  });

  test('presses of the mouse: one, two, the middle and the right button', async ({ host, page }) => {
    await host.open(element('one'));
    const reader = await host.reader('one');
    const heard = await listening(page);
    const radio = reader.checkin.getByText('I am in recovery', { exact: true });
    await radio.click();
    await radio.dblclick();
    await radio.click({ button: 'right' });
    await radio.click({ button: 'middle' });
    await expect(reader.radio('I am in recovery')).toBeChecked();
    await reader.checkin.locator('h2').first().click({ clickCount: 3 });
    expect(await heard()).toEqual([]);
  });

  test('the same in a component of the page, behind a closed root of its own', async ({ host, page }) => {
    await host.open('<div id="outer"></div>');
    await page.evaluate(() => {
      const root = document.querySelector('#outer').attachShadow({ mode: 'closed' });
      root.append(Object.assign(document.createElement('trust-checkin'), { lang: 'en' }));
    });
    const heard = await page.evaluateHandle((types) => {
      const heard = [];
      for (const type of types) document.querySelector('#outer').addEventListener(type, () => heard.push(type));
      return heard;
    }, TYPES);
    await page.getByRole('radio', { name: 'I am in recovery' }).check();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    expect(await heard.evaluate((heard) => heard)).toEqual([]);
  });
});

test.describe('R67: Escape', () => {
  const POPUP = '<div role="dialog" id="popup"></div>';
  /** The keys that the page heard of: its popup would close by either. */
  const escapes = (page) => page.evaluateHandle(() => {
    const heard = [];
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, ({ key }) => heard.push(`${type} ${key}`));
    return heard;
  });
  const all = (heard) => heard.evaluate((heard) => heard.splice(0));
  const BOTH = ['keydown Escape', 'keyup Escape'];

  test('goes on to the page where nothing of the check-in closes by it', async ({ host, page }) => {
    await host.open(`${POPUP}${element('one')}`);
    const reader = await host.reader('one');
    const heard = await escapes(page);
    await reader.radio('I am in recovery').focus();
    await page.keyboard.press('Escape');
    expect(await all(heard)).toEqual(BOTH);
    await reader.begin('recovery');
    await all(heard);
    await reader.radio('I\'m okay').focus();
    await page.keyboard.press('Escape');
    expect(await all(heard)).toEqual(BOTH);
  });

  test('closes the help panel alone, also while it is held down and in a dialog of the page', async ({ host, page }) => {
    await host.open(`<dialog id="box">${element('one')}</dialog>`);
    await page.evaluate(() => document.querySelector('#box').showModal());
    const reader = await host.reader('one');
    await reader.begin('recovery');
    const heard = await escapes(page);
    await reader.getHelp.click();
    await expect(reader.panel).toBeVisible();
    await page.keyboard.down('Escape');
    await expect(reader.panel).toHaveCount(0);
    await page.keyboard.down('Escape');
    await page.keyboard.up('Escape');
    expect(await all(heard)).toEqual([]);
    await page.keyboard.press('Escape');
    expect((await all(heard))[0]).toBe('keydown Escape');
    await expect(page.locator('#box')).toBeHidden();
  });

  test('that ends a composition stays inside', async ({ host, page }) => {
    const { note } = await atTheNote(host);
    const heard = await escapes(page);
    await note.focus();
    await note.evaluate((note) => note.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', isComposing: true, bubbles: true, composed: true }),
    ));
    expect(await all(heard)).toEqual([]);
  });
});

test.describe('R68: a script of the page is not handed', () => {
  test('the root by the internals of the element, of the tag and of the one in a div', async ({ host, page }) => {
    await host.open(`${element('one')}<div data-trust-checkin></div>`);
    await host.reader('one');
    const refusals = await page.evaluate(() => [...document.querySelectorAll('trust-checkin')].map((checkin) => {
      try {
        return String(checkin.attachInternals().shadowRoot);
      } catch ({ name }) {
        return name;
      }
    }));
    expect(refusals).toEqual(['NotSupportedError', 'NotSupportedError']);
  });

  test('a link of the root by a call, nor its number if it listens after us', async ({ host, page }) => {
    await host.open(`<script>
      window.first = [];
      navigation.addEventListener('navigate', ({ destination, sourceElement }) => first.push(destination.url, sourceElement));
    </script>${element('one')}`);
    const reader = await host.reader('one');
    await page.evaluate(() => {
      window.later = [];
      navigation.addEventListener('navigate', ({ destination }) => window.later.push(destination.url), true);
      navigation.onnavigate = ({ destination }) => window.later.push(destination.url);
    });
    await reader.getHelp.click();
    const call = reader.panel.locator('a[href^="tel:"]').first();
    const number = await call.getAttribute('href');
    await call.click();
    expect(await page.evaluate(() => window.first)).toEqual([number, null]);
    expect(await page.evaluate(() => window.later)).toEqual([]);
    // Navigation of the page's own is heard as before.
    await page.evaluate(() => { location.hash = 'there'; });
    expect(await page.evaluate(() => window.later)).toHaveLength(2);
  });

  // That the file is not to be had any more.
  test.use({ expectedLines: /ERR_FILE_NOT_FOUND/ });

  test('a file that is taken: its address is not heard, and is of no use afterwards', async ({ host, page }) => {
    const { reader } = await atTheNote(host);
    await page.evaluate(() => {
      window.heard = [];
      window.made = [];
      navigation.addEventListener('navigate', ({ destination }) => window.heard.push(destination.url), true);
      new MutationObserver((records) => window.heard.push(...records.flatMap(({ addedNodes }) => [...addedNodes])))
        .observe(document, { childList: true, subtree: true });
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        const url = createObjectURL(blob);
        window.made.push(url);
        return url;
      };
    });
    await reader.press('Save on this device');
    const [file] = await Promise.all([page.waitForEvent('download'), reader.press('Download my answers (JSON)')]);
    expect(JSON.parse(await readFile(await file.path(), 'utf8')).checkins).toHaveLength(1);
    expect(await page.evaluate(() => window.heard)).toEqual([]);
    const { made, open } = await page.evaluate(async () => ({
      made: window.made.length,
      open: await Promise.all(window.made.map((url) => fetch(url).then(() => true, () => false))),
    }));
    expect(made).toBe(1);
    expect(open).toEqual([false]);
    // The page does not find the frame of the link.
    expect(await page.evaluate(() => frames.length)).toBe(0);
  });
});
