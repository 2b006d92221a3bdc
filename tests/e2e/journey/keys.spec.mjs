// A key that goes down in the check-in stays in it until it is up, also where what had the focus is gone by then.
import { FILES } from '../support/fixtures.mjs';
import { element, expect, idle, test } from '../support/host.mjs';
import { WORKED } from '../support/reader.mjs';

const BOX = '<input id="box" aria-label="Search">';
const TYPES = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend'];

/** A page with shortcuts of its own, and what these hear; the check-in stands on it. */
async function listening(host, page, attributes = 'lang="en"') {
  await host.open(`${BOX}${element('one', attributes)}`);
  const heard = await page.evaluateHandle((types) => {
    const heard = [];
    for (const target of [window, document, document.body]) {
      for (const type of types) target.addEventListener(type, ({ key, data }) => heard.push(`${type} ${key ?? data}`));
    }
    return heard;
  }, TYPES);
  return () => heard.evaluate((heard) => heard.splice(0));
}

/** From now on a screen that comes up does not get the focus: so it is for a while on a slow machine. */
const delayFocus = (page) => page.evaluate(() => { HTMLElement.prototype.focus = () => {}; });

const SCREENS = {
  'Enter on a radio of the first card, then the app': async (reader) => {
    await reader.radio('I am in recovery').check();
    return { key: 'Enter', until: () => reader.sees('How are you right now?') };
  },
  'Enter on Begin, then the app': async (reader) => {
    await reader.radio('I am in recovery').check();
    await reader.button('Begin').focus();
    return { key: 'Enter', until: () => reader.sees('How are you right now?') };
  },
  'Enter on a radio, then the next screen': async (reader) => {
    await reader.begin('recovery');
    await reader.radio('I\'m okay').check();
    return { key: 'Enter', until: () => reader.seesQuestion(1) };
  },
  'Enter on Back, then the screen before': async (reader) => {
    await reader.begin('recovery');
    await reader.settle();
    await reader.button('Back').focus();
    return { key: 'Enter', until: () => reader.sees('How are you right now?') };
  },
  'Escape in the help panel, which closes': async (reader) => {
    await reader.begin('recovery');
    await reader.getHelp.click();
    await reader.panel.locator('a').first().focus();
    return { key: 'Escape', until: () => expect(reader.panel).toHaveCount(0) };
  },
  'Enter on Continue, and the app stops': async (reader) => {
    await reader.begin('recovery');
    await reader.button('Continue').focus();
    await reader.page.evaluate(() => {
      Element.prototype.insertBefore = Node.prototype.insertBefore = () => { throw new Error('broken by the page'); };
    });
    return { key: 'Enter', until: () => expect(reader.checkin.getByRole('heading', { name: 'The check-in has stopped' })).toBeVisible() };
  },
  'a letter, and the page takes the check-in away': async (reader) => {
    await reader.begin('recovery');
    await reader.radio('I\'m okay').focus();
    return {
      key: 'j',
      until: () => reader.checkin.evaluate((element) => { element.remove(); return new Promise((done) => { setTimeout(done); }); }),
    };
  },
  'a letter, and the page moves the focus out': async (reader) => {
    await reader.radio('I am in recovery').focus();
    return { key: 'j', until: () => reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.activeElement.blur()) };
  },
};

for (const [name, prepare] of Object.entries(SCREENS)) {
  test(`R65: ${name}: no more of the key is heard outside`, async ({ host, page }) => {
    const heard = await listening(host, page);
    const reader = await host.reader('one');
    const { key, until } = await prepare(reader);
    await heard();
    await delayFocus(page);
    await page.keyboard.down(key);
    await until();
    expect(await page.evaluate(() => document.querySelector('#one')?.shadowRoot.activeElement ?? null)).toBeNull();
    // Held down, it goes down again and again.
    await page.keyboard.down(key);
    await page.keyboard.up(key);
    expect(await heard()).toEqual([]);
    // Pressed anew it is the page's.
    await page.locator('#box').evaluate((box) => box.ownerDocument.activeElement.blur());
    await page.keyboard.press(key);
    expect([...new Set(await heard())].filter((said) => !said.startsWith('keypress'))).toEqual([`keydown ${key}`, `keyup ${key}`]);
  });
}

test('R65: Enter on Leave quickly, then the cover, which has the focus', async ({ host, page }) => {
  await page.route('https://weather.example/', (route) => route.abort('aborted'));
  const heard = await listening(host, page, 'lang="en" exit="https://weather.example/"');
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.button('Leave quickly').focus();
  await page.keyboard.down('Enter');
  await expect(reader.checkin.locator('dialog a')).toBeFocused();
  await page.keyboard.up('Enter');
  await page.keyboard.press('j');
  expect(await heard()).toEqual([]);
});

test('R65: Escape in the few help lines of the first card, while the app is on its way', async ({ host, page }) => {
  const letGo = host.hold(FILES.wasm);
  const heard = await listening(host, page);
  const checkin = host.checkin('one');
  await checkin.locator('.bar button').first().click();
  await checkin.locator('.panel a').first().focus();
  await delayFocus(page);
  await page.keyboard.down('Escape');
  await expect(checkin.locator('.panel')).toHaveCount(0);
  await page.keyboard.up('Escape');
  expect(await heard()).toEqual([]);
  letGo();
  await host.reader('one');
});

test('R65: a key that was never seen to come up is not missed by the page when it is pressed there', async ({ host, page }) => {
  const heard = await listening(host, page);
  const reader = await host.reader('one');
  await reader.radio('I am in recovery').focus();
  // As where another window takes the rest, or Command is down on a Mac.
  const session = await page.context().newCDPSession(page);
  const j = { code: 'KeyJ', key: 'j', windowsVirtualKeyCode: 74 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...j });
  expect(await heard()).toEqual([]);
  await page.locator('#box').focus();
  for (const type of ['rawKeyDown', 'keyUp']) await session.send('Input.dispatchKeyEvent', { type, ...j });
  expect([...new Set(await heard())]).toEqual(['keydown j', 'keyup j']);
});

test('R65: a key pressed on the page is heard there, whatever is held down in the check-in', async ({ host, page }) => {
  const heard = await listening(host, page);
  const reader = await host.reader('one');
  await reader.radio('I am in recovery').focus();
  await page.keyboard.down('j');
  await page.locator('#box').focus();
  await page.keyboard.press('k');
  await page.keyboard.up('j');
  expect([...new Set(await heard())]).toEqual(['keydown k', 'keypress k', 'beforeinput k', 'input k', 'keyup k']);
});

test('R45: Shift counts also where what had the focus goes before it is up', async ({ host, page }) => {
  const heard = await listening(host, page);
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.button('Continue').focus();
  await heard();
  await page.keyboard.down('Shift');
  await reader.checkin.evaluate(({ shadowRoot }) => shadowRoot.activeElement.blur());
  await page.keyboard.up('Shift');
  await expect(reader.checkin.locator('.lights')).toContainText('Shift 1 of 3');
  expect(await heard()).toEqual([]);
});

test('R46: what is typed into a box of the check-in is not heard by the page, letter by letter or composed', async ({ host, page }) => {
  const heard = await listening(host, page, 'lang="en" save="ask"');
  const reader = await host.reader('one');
  await reader.finish('recovery', WORKED);
  const note = reader.checkin.getByRole('textbox', { name: 'What I want to remember' });
  await note.focus();
  await heard();
  await page.keyboard.type('hi');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '日' });
  await expect(note).toHaveValue('hi日');
  expect(await heard()).toEqual([]);
  // The keyboard of a phone sends Shift as it likes: it does not count here.
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
  await expect(reader.checkin.locator('.lights')).toBeEmpty();
  await idle(page);
  await reader.press('Save on this device');
  expect(await page.evaluate(() => localStorage['kept-notes'])).toContain('hi日');
});
