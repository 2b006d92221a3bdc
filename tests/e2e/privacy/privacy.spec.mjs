// Nothing leaves, nothing stays.
import { FILES } from '../support/fixtures.mjs';
import { expect, isReady, Reader, test, WORKED } from '../support/reader.mjs';

const ASKED = ['/check-in.html', FILES.words, '/page.css', FILES.wasm, '/trust-checkin.js'].sort();

test('a whole journey asks for nothing, changes no address and title, and leaves nothing behind', async ({ reader, page, site }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  const outside = () => page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    history: history.length,
    name: window.name,
    cookies: document.cookie,
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: 'caches' in window ? await caches.keys() : [],
    workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
    markup: document.documentElement.outerHTML,
  }));
  const before = await outside();
  expect(before).toMatchObject({ cookies: '', local: [], session: [], databases: [], caches: [], workers: 0 });
  const messages = await page.evaluateHandle(() => {
    const seen = [];
    window.addEventListener('message', ({ data }) => seen.push(data));
    for (const type of ['start', 'complete', 'change', 'input', 'click']) {
      document.addEventListener(`trust-checkin-${type}`, () => seen.push(type));
    }
    return seen;
  });
  await reader.begin('loved');
  await reader.settle("I don't feel safe with someone");
  await reader.rush(WORKED);
  await reader.press('Hide my answers');
  await reader.press('Show my answers');
  await reader.seeResults();
  await reader.checkin.getByText('How this was worked out').click();
  await reader.getHelp.click();
  await reader.panel.getByRole('combobox').selectOption('Canada');
  await reader.press('Close help');
  expect(await outside()).toEqual(before);
  await reader.press('Start over');
  await reader.press('Yes, start over');
  expect(await outside()).toEqual(before);
  expect(asked).toEqual([]);
  expect(await messages.evaluate((seen) => seen)).toEqual([]);
  expect(site.requests.map(({ path }) => path).sort()).toEqual(ASKED);
  expect(site.requests.every(({ method, url, body }) => method === 'GET' && /^[\w/.-]*$/.test(url) && body === '')).toBe(true);
});

test('R16: once loaded it works without a network', async ({ reader, context }) => {
  await context.setOffline(true);
  await reader.finish('recovery', WORKED);
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
});

test('the events carry no answers', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.events = [];
    for (const type of ['ready', 'error', 'start', 'complete']) {
      document.addEventListener(`trust-checkin-${type}`, ({ detail }) => window.events.push([type, detail]));
    }
  });
  await page.goto(`${site.url}check-in.html`);
  await page.locator('trust-checkin').evaluate((element) => element.ready);
  expect(await page.evaluate(() => window.events)).toEqual([['ready', {}]]);
});

test('with events on, a start and a completion are told, and nothing of what was said', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.events = [];
    for (const type of ['start', 'complete']) {
      document.addEventListener(`trust-checkin-${type}`, ({ detail }) => window.events.push([type, detail]));
    }
  });
  await page.goto(`${site.url}check-in.html`);
  const checkin = page.locator('trust-checkin');
  await isReady(checkin);
  const reader = new Reader(checkin);
  await reader.finish('recovery', WORKED);
  expect(await page.evaluate(() => window.events)).toEqual([]);
  await checkin.evaluate((element) => element.setAttribute('events', 'on'));
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.finish('recovery', WORKED);
  expect(await page.evaluate(() => window.events)).toEqual([['start', {}], ['complete', {}]]);
});

test('the root is closed in the file that ships', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.goto(site.url);
  const isClosed = await page.evaluate(async () => {
    await customElements.whenDefined('trust-checkin');
    const element = document.querySelector('trust-checkin');
    await element.ready;
    return element.shadowRoot === null;
  });
  expect(isClosed).toBe(true);
  await page.close();
});

test('what is typed and pressed inside is not heard by the page', async ({ reader, page }) => {
  const heard = await page.evaluateHandle(() => {
    const seen = [];
    for (const type of ['keydown', 'keyup', 'keypress']) document.addEventListener(type, () => seen.push(type));
    return seen;
  });
  await reader.radio('I am in recovery').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await reader.sees('How are you right now?');
  expect(await heard.evaluate((seen) => seen)).toEqual([]);
});
