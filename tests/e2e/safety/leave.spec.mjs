// "Leave quickly": what it takes away, what it covers, where it goes, and what Shift pressed three times does.
import { FILES } from '../support/fixtures.mjs';
import { element, expect, test as base } from '../support/host.mjs';
import { isReady, Reader, WORKED } from '../support/reader.mjs';

const WEATHER = 'https://weather.example/';
const DEFAULT = 'https://www.bbc.com/weather';
const ATTRIBUTES = `lang="en" exit="${WEATHER}"`;
const CLEARED = 'Screen cleared. Tap here to leave, or close this tab.';
const SHIFTS = ['Shift', 'Shift', 'Shift'];

const test = base.extend({
  /** The page to leave to, on no real server: what it was asked for, and how it answers. */
  weather: async ({ context }, use) => {
    const weather = { requests: [], answer: (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Rain</h1>' }) };
    const answer = async (route) => {
      weather.requests.push(await route.request().allHeaders());
      await weather.answer(route);
    };
    await context.route(`${WEATHER}**`, answer);
    await context.route(`${DEFAULT}**`, answer);
    await use(weather);
  },
});

/** The cover, wherever the check-in stands. */
const coverOf = (checkin) => checkin.getByRole('link', { name: CLEARED });

/** A blog with the check-in on it, and a reader in front of it. */
async function blog(host, attributes = ATTRIBUTES, more = '') {
  await host.open(`<h1 id="top">A blog</h1><a href="#talk">Down</a>${element('one', attributes)}<h2 id="talk">Talk</h2>${more}`);
  return host.reader('one');
}

async function pressAll(page, keys) {
  for (const key of keys) await page.keyboard.press(key);
}

test('from the first card, before anything is loaded', async ({ host, page, weather }) => {
  host.hold(FILES.wasm);
  await host.open(element('one', ATTRIBUTES));
  await page.locator('#one').getByRole('button', { name: 'Leave quickly', exact: true }).click();
  await page.waitForURL(WEATHER);
  expect(weather.requests).toHaveLength(1);
  expect(weather.requests[0].referer).toBeUndefined();
  // It took the place of the blog: Back does not lead there.
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('from the results, without telling the next page where from', async ({ host, page, weather }) => {
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await reader.press('Leave quickly');
  await page.waitForURL(WEATHER);
  expect(weather.requests.map(({ referer }) => referer)).toEqual([undefined]);
});

/** What stands on the page once it is left: runs in the page. */
function whatIsLeft() {
  const { shadowRoot } = document.querySelector('#one');
  const link = shadowRoot.querySelector('dialog a');
  if (!link) return undefined;
  const { x, y, width, height } = link.getBoundingClientRect();
  const corners = [[1, 1], [innerWidth - 2, 1], [innerWidth / 2, innerHeight / 2], [1, innerHeight - 2]];
  const roots = [...document.querySelectorAll('trust-checkin')].map((checkin) => checkin.shadowRoot);
  return {
    says: link.textContent,
    box: [x, y, width, height],
    // Nothing of the page lies above it, at its corners and in its middle.
    isAbove: corners.every(([x, y]) => shadowRoot.elementFromPoint(x, y) === link),
    isFocused: shadowRoot.activeElement === link,
    inputs: roots.reduce((sum, root) => sum + root.querySelectorAll('input').length, 0),
    words: roots.map((root) => root.textContent).join(''),
    opacity: getComputedStyle(link).opacity,
  };
}

test('R47: while the next page is slow, everything is gone and covered, and stays so', async ({ host, page, site }) => {
  const go = host.hold('/slow/', { body: 'Rain', type: 'text/html' });
  const reader = await blog(host, `lang="en" exit="${site.url}slow/"`, element('two'));
  const other = await host.reader('two');
  await other.begin('loved');
  await reader.begin('recovery');
  await reader.settle('It\'s a hard time');
  await reader.choose('Often');
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('div'), { id: 'banner', textContent: 'Cookies?' })));
  await page.addStyleTag({ content: '#banner { position: fixed; inset: 0; z-index: 2147483647; background: pink } dialog { display: none !important }' });
  const { width, height } = page.viewportSize();
  // No driver sees a page that is on its way out: the page tells the server what stands on it.
  site.changes.set('/seen', { body: '' });
  const post = `fetch('/seen', { method: 'POST', body: JSON.stringify((${whatIsLeft})() ?? null) })`;
  await page.addScriptTag({ content: `setInterval(() => ${post}, 200);` });
  await expect.poll(() => site.requests.filter(({ path }) => path === '/seen').length).toBeGreaterThan(0);
  await reader.button('Leave quickly').evaluate((button) => button.click());
  await expect.poll(() => site.requests.some(({ path }) => path === '/slow/')).toBe(true);
  const before = site.requests.length;
  await expect.poll(() => site.requests.length).toBeGreaterThan(before + 20);
  const seen = site.requests.slice(before).filter(({ path }) => path === '/seen').map(({ body }) => JSON.parse(body));
  const covered = { says: CLEARED, words: CLEARED, box: [0, 0, width, height], isAbove: true, isFocused: true, inputs: 0 };
  for (const one of seen) expect(one).toMatchObject(covered);
  // After a while it says what to do.
  expect(seen.at(-1).opacity).toBe('1');
  go();
  await page.waitForURL(`${site.url}slow/`);
});

test('R47: where the next page is blocked, the cover is the way out', async ({ host, page, weather }) => {
  const { answer } = weather;
  weather.answer = (route) => route.abort('aborted');
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  await reader.press('Leave quickly');
  await expect(coverOf(reader.checkin)).toHaveCSS('opacity', '1');
  // Escape is the key of dialogs.
  await pressAll(page, ['Escape', 'Escape', 'Tab', 'Escape']);
  await expect(coverOf(reader.checkin)).toBeVisible();
  weather.answer = answer;
  await coverOf(reader.checkin).click();
  await page.waitForURL(WEATHER);
  expect(page.context().pages()).toHaveLength(1);
});

test.describe('R47: an exit that is no https address is refused, and the owner told', () => {
  test.use({ expectedLines: /^warning: trust-checkin: exit="/ });

  const wrong = [['javascript', 'document.title = "owned"'].join(':'), 'http://weather.example/', 'weather.example',
    '//weather.example/', 'data:text/html,x', 'https://[', 'http://localhost.weather.example/'];
  for (const exit of wrong) {
    test(exit, async ({ host, page, weather }) => {
      const lines = [];
      page.on('console', (message) => lines.push(message.text()));
      const reader = await blog(host, `exit='${exit}'`);
      await expect.poll(() => lines).toEqual([`trust-checkin: exit="${exit}" is unknown. It can be an https address.`]);
      await reader.begin('recovery');
      await reader.press('Leave quickly');
      await page.waitForURL(DEFAULT);
      expect(weather.requests).toHaveLength(1);
    });
  }
});

test('an http address of this very device is accepted, and a change of exit is followed', async ({ host, page, site }) => {
  const reader = await blog(host, 'lang="en"');
  site.changes.set('/weather/', { body: 'Rain', type: 'text/html' });
  await reader.checkin.evaluate((element, exit) => element.setAttribute('exit', exit), `${site.url}weather/`);
  await reader.begin('recovery');
  await reader.press('Leave quickly');
  await page.waitForURL(`${site.url}weather/`);
});

test('R19: after the app has stopped', async ({ host, page, weather }) => {
  const reader = await blog(host);
  await reader.begin('recovery');
  await page.evaluate(() => {
    Element.prototype.insertBefore = Node.prototype.insertBefore = () => { throw new Error('broken by the page'); };
  });
  await reader.press('Continue');
  await expect(reader.checkin.getByRole('heading', { name: 'The check-in has stopped' })).toBeFocused();
  await pressAll(page, SHIFTS);
  await page.waitForURL(WEATHER);
  expect(weather.requests).toHaveLength(1);
});

test('what cannot be wiped is covered first, and keeps nobody from leaving', async ({ host, page, weather }) => {
  const { answer } = weather;
  weather.answer = (route) => route.abort('aborted');
  const reader = await blog(host, ATTRIBUTES, element('two'));
  const other = await host.reader('two');
  await other.begin('loved');
  await reader.begin('recovery');
  await page.evaluate(() => {
    window.covered = [];
    const { removeAttribute } = Element.prototype;
    Element.prototype.removeAttribute = function (name) {
      // Radios lose their names when a check-in goes.
      if (name !== 'name') return removeAttribute.call(this, name);
      window.covered.push(document.querySelector('#one').shadowRoot.querySelector('dialog').open);
      throw new Error('broken by the page');
    };
  });
  await reader.press('Leave quickly');
  await expect(coverOf(reader.checkin)).toHaveCSS('opacity', '1');
  expect(await page.evaluate(() => window.covered)).toEqual([true, true]);
  expect(weather.requests).toHaveLength(1);
  weather.answer = answer;
  await coverOf(reader.checkin).click();
  await page.waitForURL(WEATHER);
});

test.describe('after a failed download', () => {
  test.use({ expectedLines: /404/ });

  test('the button is there', async ({ host, page, site, weather }) => {
    site.changes.set(FILES.wasm, { status: 404 });
    await host.open(element('one', ATTRIBUTES));
    const checkin = host.checkin('one');
    await expect(checkin.locator('.failed')).toBeVisible();
    await checkin.getByRole('button', { name: 'Leave quickly', exact: true }).click();
    await page.waitForURL(WEATHER);
    expect(weather.requests).toHaveLength(1);
  });
});

test.describe('a page that does not let go', () => {
  const ASKS = "(event) => { event.preventDefault(); event.returnValue = 'x'; }";
  const kinds = {
    'a listener that asks': `<script>addEventListener('beforeunload', ${ASKS})</script>`,
    'one that captures': `<script>addEventListener('beforeunload', ${ASKS}, true)</script>`,
    'a property that asks': '<script>onbeforeunload = () => "x"</script>',
    'an attribute that asks': '<script>addEventListener("DOMContentLoaded", () => document.body.setAttribute("onbeforeunload", "return 1"))</script>',
    'a frame that asks': `<iframe srcdoc="<textarea></textarea><script>addEventListener('beforeunload', ${ASKS})</script>"></iframe>`,
    'a router that stops what leaves': `<script>addEventListener('load', () =>
      navigation.addEventListener('navigate', (event) => event.preventDefault()))</script>`,
    'a script that presses Escape and closes dialogs': `<script>addEventListener('blur', () => stop(), true); setInterval(() =>
      document.querySelectorAll('dialog').forEach((dialog) => dialog.close()), 1)</script>`,
  };
  for (const [name, kind] of Object.entries(kinds)) {
    test(`R69: nothing of the page holds up who leaves: ${name}`, async ({ host, page, weather }) => {
      const asked = [];
      page.on('dialog', async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      const reader = await blog(host, ATTRIBUTES, `<textarea aria-label="Comment"></textarea>${kind}`);
      // Browsers ask only where somebody has done something.
      await page.getByLabel('Comment').fill('half a comment');
      if (kind.includes('iframe')) await page.frameLocator('iframe').locator('textarea').fill('half a form');
      await reader.begin('recovery');
      await reader.press('Leave quickly');
      await page.waitForURL(WEATHER);
      expect(asked).toEqual([]);
      expect(weather.requests).toHaveLength(1);
    });
  }
});

test.describe('a page that hides the check-in', () => {
  const ways = {
    'not displayed': ['div', () => document.querySelector('#part').style.setProperty('display', 'none', 'important')],
    'invisible': ['div', () => { document.querySelector('#part').style.visibility = 'hidden'; }],
    'not rendered': ['div', () => { document.querySelector('#part').style.contentVisibility = 'hidden'; }],
    'inert': ['div', () => { document.querySelector('#part').inert = true; }],
    'moved away by a transform': ['div', () => { document.querySelector('#part').style.transform = 'translate(-9000px) scale(0)'; }],
    'cut off': ['div', () => { document.querySelector('#part').style.cssText = 'clip-path: inset(100%); contain: strict; filter: opacity(0)'; }],
    'hidden itself': ['div', () => Object.assign(document.querySelector('#one'), { hidden: true, inert: true, popover: 'auto' })],
    'hidden by a rule about everything': ['div', () => {
      const style = document.createElement('style');
      style.textContent = 'body *, html > *, trust-checkin, dialog, [popover] { display: none !important; transform: scale(0) !important }';
      document.head.append(style);
    }],
    'in a dialog that was closed': ['dialog', () => document.querySelector('#part').close()],
    'in folded details': ['details', () => { document.querySelector('#part').open = false; }],
    'behind a dialog of the page': ['div', () => {
      const dialog = document.createElement('dialog');
      dialog.append('Subscribe!');
      document.body.append(dialog);
      dialog.showModal();
    }],
  };
  for (const [name, [tag, hide]] of Object.entries(ways)) {
    test(`R70: the part of the page with the check-in is out of sight, and Shift three times leaves: ${name}`, async ({ host, page, weather }) => {
      weather.answer = (route) => route.abort('aborted');
      await host.open(`<p>An article about addiction</p><${tag} open id="part">${element('one', ATTRIBUTES)}</${tag}>`);
      const reader = await host.reader('one');
      await reader.begin('recovery');
      await page.evaluate(hide);
      await page.keyboard.press('Shift');
      const notice = page.locator('.lights');
      await expect(notice).toHaveText(/Shift 1 of 3/);
      await expect(notice).toBeVisible();
      await expect(notice).toBeInViewport({ ratio: 1 });
      await pressAll(page, ['Shift', 'Shift']);
      await expect.poll(() => weather.requests.length).toBe(1);
      const { width, height } = page.viewportSize();
      const left = await page.evaluate(whatIsLeft);
      expect(left).toMatchObject({ says: CLEARED, words: CLEARED, box: [0, 0, width, height], isAbove: true, inputs: 0 });
      expect(await page.locator('html').evaluate((html) => html.textContent)).not.toContain('addiction');
    });
  }
});

test('R22: Back after leaving finds a blank start', async ({ host, page, weather }) => {
  const reader = await blog(host);
  await page.getByRole('link', { name: 'Down' }).click();
  await reader.finish('recovery', WORKED);
  await reader.press('Leave quickly');
  await page.waitForURL(WEATHER);
  await page.goBack();
  const again = await host.reader('one');
  await again.sees('Trust, one small step at a time');
  await expect(again.checkin.locator(':checked')).toHaveCount(0);
  await expect(coverOf(again.checkin)).toHaveCount(0);
  expect(weather.requests).toHaveLength(1);
});

test('R22: a page that comes back as it was left begins afresh, and follows the rules of its owner again', async ({ host, page, weather }) => {
  weather.answer = (route) => route.abort('aborted');
  const reader = await blog(host);
  await reader.finish('recovery', WORKED);
  const referrers = () => page.locator('meta[name="referrer"]').count();
  await reader.press('Leave quickly');
  await expect(coverOf(reader.checkin)).toBeVisible();
  expect(await referrers()).toBe(1);
  // This driver's Chromium keeps no page for Back: tests/engines/ has browsers that do.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await reader.sees('Trust, one small step at a time');
  await expect(reader.checkin.locator(':checked, dialog')).toHaveCount(0);
  expect(await referrers()).toBe(0);
  await isReady(reader.checkin);
  await reader.finish('loved', WORKED);
  await expect(reader.results).toBeVisible();
});

test.describe('Shift three times', () => {
  /** A reader on the first question of a blog that has a text box. */
  async function onQuestion(host, more = '<textarea aria-label="Comment"></textarea>') {
    const reader = await blog(host, ATTRIBUTES, more);
    await reader.begin('recovery');
    await reader.settle();
    return reader;
  }
  const lights = (reader) => reader.checkin.locator('.lights');
  /** Nothing was counted: two more presses do not leave, and the first of them is the first. */
  async function countsFromOne(reader) {
    await reader.page.keyboard.press('Shift');
    await expect(lights(reader)).toHaveText('●○○ Shift 1 of 3. The third one leaves.');
    expect(reader.page.url()).not.toBe(WEATHER);
  }

  test('leaves, and shows and says how far it is', async ({ host, page, weather }) => {
    const reader = await onQuestion(host);
    await expect(lights(reader)).toBeEmpty();
    await countsFromOne(reader);
    await expect(lights(reader)).toHaveAttribute('aria-live', 'polite');
    await page.keyboard.press('Shift');
    await expect(lights(reader)).toHaveText('●●○ Shift 2 of 3. The third one leaves.');
    await page.keyboard.press('Shift');
    await page.waitForURL(WEATHER);
    expect(weather.requests).toHaveLength(1);
  });

  test('also with the focus elsewhere on the page, which hears no less than before', async ({ host, page, weather }) => {
    await onQuestion(host);
    await page.locator('#talk').click();
    const heard = await page.evaluateHandle(() => {
      const keys = [];
      document.addEventListener('keyup', ({ key }) => keys.push(key));
      return keys;
    });
    await pressAll(page, ['Shift', 'Shift']);
    expect(await heard.evaluate((keys) => keys)).toEqual(['Shift', 'Shift']);
    await page.keyboard.press('Shift');
    await page.waitForURL(WEATHER);
    expect(weather.requests).toHaveLength(1);
  });

  test('counts only while the check-in is in use', async ({ host, page, weather }) => {
    const reader = await blog(host);
    await pressAll(page, SHIFTS);
    await expect(lights(reader)).toHaveCount(0);
    await reader.choose('I am in recovery');
    await page.keyboard.press('Shift');
    await expect(lights(reader)).toHaveText(/^●○○/);
    await reader.checkin.evaluate((element) => { window.gone = element; element.remove(); });
    await page.evaluate(() => new Promise((done) => { setTimeout(done); }));
    await pressAll(page, SHIFTS);
    // Back on the page it is as new.
    await page.evaluate(() => document.body.append(window.gone));
    await pressAll(page, SHIFTS);
    await expect(lights(reader)).toHaveCount(0);
    expect(weather.requests).toEqual([]);
  });

  test('begins anew after a second', async ({ host, page, weather }) => {
    const now = Date.UTC(2026, 10, 1);
    await page.clock.install({ time: now });
    const reader = await onQuestion(host);
    // The clock stands still, however long the machine takes from one line to the next.
    await page.clock.pauseAt(now + 60 * 60 * 1000);
    await pressAll(page, ['Shift', 'Shift']);
    await page.clock.runFor(900);
    await expect(lights(reader)).toHaveText(/^●●○/);
    await page.clock.runFor(200);
    await expect(lights(reader)).toBeEmpty();
    await countsFromOne(reader);
    // A second from each press to the next.
    await page.clock.runFor(900);
    await page.keyboard.press('Shift');
    await page.clock.runFor(900);
    await page.keyboard.press('Shift');
    await page.waitForURL(WEATHER);
    expect(weather.requests).toHaveLength(1);
  });

  test('R45: left and right may be mixed, one after the other or both at once', async ({ host, page, weather }) => {
    const reader = await onQuestion(host);
    await page.keyboard.down('ShiftLeft');
    await page.keyboard.down('ShiftRight');
    await page.keyboard.up('ShiftLeft');
    await page.keyboard.up('ShiftRight');
    await expect(lights(reader)).toHaveText(/^●●○/);
    await page.keyboard.press('ShiftLeft');
    await page.waitForURL(WEATHER);
    expect(weather.requests).toHaveLength(1);
  });

  test('Shift held down counts once', async ({ host, page }) => {
    const reader = await onQuestion(host);
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('Shift');
    await expect(lights(reader)).toBeEmpty();
    await page.keyboard.up('Shift');
    await expect(lights(reader)).toHaveText(/^●○○/);
  });

  const typing = {
    'capitals': ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+D'],
    'Shift and other keys in turn': ['Shift', 'Shift', 'a', 'Shift', 'Shift', 'ArrowDown'],
    'back with Shift and Tab': ['Shift+Tab', 'Shift+Tab', 'Shift+Tab'],
    'other layouts of the keyboard': ['Alt+Shift', 'Alt+Shift', 'Alt+Shift', 'Control+Shift', 'Control+Shift', 'Control+Shift'],
  };
  for (const [name, keys] of Object.entries(typing)) {
    test(`R44: ${name} do not leave`, async ({ host, page, weather }) => {
      const reader = await onQuestion(host);
      await pressAll(page, keys);
      await expect(lights(reader)).toBeEmpty();
      await countsFromOne(reader);
      expect(weather.requests).toEqual([]);
    });
  }

  test('R44: a letter still down when Shift goes down, and Shift held for clicks, do not count', async ({ host, page, weather }) => {
    const reader = await onQuestion(host);
    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.down('a');
      await page.keyboard.down('Shift');
      await page.keyboard.up('a');
      await page.keyboard.up('Shift');
    }
    for (let times = 0; times < 3; times += 1) await page.locator('#talk').click({ modifiers: ['Shift'] });
    await expect(lights(reader)).toBeEmpty();
    expect(weather.requests).toEqual([]);
  });

  test('R44: Shift with a letter that a screen reader keeps to itself, as for the next heading, does not leave', async ({ host, page, weather }) => {
    const reader = await onQuestion(host, '<p id="text">One two three four five</p>');
    const moves = {
      selection: (times) => page.evaluate((times) => new Promise((done) => {
        document.addEventListener('selectionchange', done, { once: true });
        getSelection().collapse(document.querySelector('#text').firstChild, times);
      }), times),
      focus: (times) => reader.checkin.evaluate(({ shadowRoot }, times) => {
        shadowRoot.querySelectorAll('button, a')[times].focus();
      }, times),
    };
    for (const move of Object.values(moves)) {
      for (const isDuring of [true, false]) {
        for (let times = 0; times < 4; times += 1) {
          await page.keyboard.down('Shift');
          if (isDuring) await move(times);
          await page.keyboard.up('Shift');
          if (!isDuring) await move(times);
        }
        await expect(lights(reader)).toBeEmpty();
      }
    }
    expect(weather.requests).toEqual([]);
    await countsFromOne(reader);
  });

  test('the place of the notice is there before its words, and stays when the app takes over', async ({ host, page }) => {
    const reader = await blog(host);
    await reader.choose('I am in recovery');
    await expect(lights(reader)).toBeEmpty();
    const place = await lights(reader).elementHandle();
    await reader.begin('recovery');
    await page.keyboard.press('Shift');
    expect(await place.evaluate((place) => place.textContent)).toContain('Shift 1 of 3');
    await expect(lights(reader)).toBeInViewport({ ratio: 1 });
  });

  // No phone was used: these are the events of its keyboard as others have described them.
  test('R46: Shift on the keyboard of a phone, simulated, does not leave', async ({ host, page, weather }) => {
    const reader = await onQuestion(host, '<textarea aria-label="Comment"></textarea><input aria-label="Name"><p contenteditable><b>Note</b></p>');
    for (const field of ['textarea', '[aria-label="Name"]', '[contenteditable]', '[contenteditable] b']) {
      await page.locator(field).evaluate((field) => {
        field.focus();
        for (const type of ['keydown', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup', 'keydown', 'keyup']) {
          field.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true, composed: true }));
        }
      });
      await expect(lights(reader)).toBeEmpty();
    }
    await page.getByLabel('Comment').click();
    await pressAll(page, SHIFTS);
    await expect(lights(reader)).toBeEmpty();
    expect(weather.requests).toEqual([]);
    // The button is the way there.
    await reader.press('Leave quickly');
    await page.waitForURL(WEATHER);
  });
});

test.describe('from the frame', () => {
  const OTHERS = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
  /** A reader on the first question in a frame with these permissions. */
  async function framed(host, page, sandbox) {
    const src = `/frame.html#exit=${encodeURIComponent(WEATHER)}`;
    await host.open(`<iframe src="${src}" title="Check-in" sandbox="${sandbox}" style="width: 100%; height: 600px"></iframe>`, { head: '' });
    const checkin = page.frameLocator('iframe').locator('trust-checkin');
    await isReady(checkin);
    const reader = new Reader(checkin);
    await reader.begin('recovery');
    return reader;
  }
  /** Until the browser no longer takes the last click for a wish: five seconds in Chromium. */
  const longAfter = (page) => page.waitForTimeout(6500);

  test('R38: the page around is left, long after the last click', async ({ host, page, weather }) => {
    const reader = await framed(host, page, `${OTHERS} allow-top-navigation`);
    await longAfter(page);
    // The frame has the focus since the press of Begin.
    await pressAll(page, SHIFTS);
    await page.waitForURL(WEATHER);
    expect(weather.requests.map(({ referer }) => referer)).toEqual([undefined]);
    expect(reader.checkin.page().context().pages()).toHaveLength(1);
  });

  test.describe('where it may not be', () => {
    test.use({ expectedLines: /Unsafe attempt to initiate navigation/ });

    test('R38: the cover says so at once, and opens a new tab', async ({ host, page, weather }) => {
      const reader = await framed(host, page, OTHERS);
      await reader.press('Leave quickly');
      const cover = coverOf(reader.checkin);
      await expect(cover).toHaveCSS('opacity', '1');
      await expect(cover).not.toHaveClass('later');
      await expect(reader.heading).toHaveCount(0);
      const opened = page.context().waitForEvent('page');
      await cover.click();
      expect((await opened).url()).toBe(WEATHER);
      expect(weather.requests.map(({ referer }) => referer)).toEqual([undefined]);
      await expect(cover).toBeVisible();
    });

    test('R38: where only a click may leave, a click on the cover leaves', async ({ host, page, weather }) => {
      const reader = await framed(host, page, `${OTHERS} allow-top-navigation-by-user-activation`);
      await longAfter(page);
      await pressAll(page, SHIFTS);
      const cover = coverOf(reader.checkin);
      await expect(cover).not.toHaveClass('later');
      await cover.click();
      await page.waitForURL(WEATHER);
      expect(weather.requests).toHaveLength(1);
      expect(page.context().pages()).toHaveLength(1);
    });
  });

  test('opened by itself it leaves to the weather, whatever its address asks for', async ({ page, site, weather }) => {
    await page.goto(`${site.url}frame.html#exit=${encodeURIComponent(WEATHER)}`);
    const checkin = page.locator('trust-checkin');
    await isReady(checkin);
    await new Reader(checkin).press('Leave quickly');
    await page.waitForURL(DEFAULT);
    expect(weather.requests).toHaveLength(1);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ['check-in.html', 'frame.html', '']) {
    test(`there is a plain link: ${path || 'index.html'}`, async ({ page, site }) => {
      await page.goto(site.url + path);
      const link = page.locator('trust-checkin').getByRole('link', { name: 'Leave quickly' });
      await expect(link).toHaveAttribute('href', DEFAULT);
      await expect(link).toHaveAttribute('rel', 'noreferrer');
    });
  }
});
