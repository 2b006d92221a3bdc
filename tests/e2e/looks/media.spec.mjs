// What the device or the reader asks of a page: high contrast, less motion, paper, dark.
import { areas, expect, test, WORKED } from '../support/reader.mjs';

const css = (locator, ...names) => locator.evaluate((element, names) => {
  const style = getComputedStyle(element);
  return names.map((name) => style.getPropertyValue(name));
}, names);

test('R58: with forced colours a chosen row, the focus and the picture can be told apart', async ({ reader, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await reader.begin('recovery');
  await reader.settle();
  await reader.choose('Often');
  await reader.radio('Never').evaluate((radio) => radio.blur());
  const row = (name) => reader.checkin.locator('.choice').filter({ has: page.getByText(name, { exact: true }) });
  const outline = ['outline-style', 'outline-width', 'border-top-color'];
  const [chosen, other] = [await css(row('Often'), ...outline), await css(row('Never'), ...outline)];
  expect(chosen).not.toEqual(other);
  expect(chosen[0]).toBe('solid');
  const [back, front] = await css(reader.button('Continue'), 'background-color', 'color');
  expect(back).not.toBe(front);
  // Against the other button, which has the colours of the page.
  expect(await css(reader.button('Back'), 'background-color')).not.toEqual([back]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focused = reader.checkin.locator('button:focus-visible');
  await expect(focused).toHaveCount(1);
  expect((await css(focused, 'outline-style'))[0]).toBe('solid');
  await reader.rush(WORKED);
  await reader.seeResults();
  const picture = reader.checkin.locator('.path').first();
  const fills = await Promise.all(['.range', '.here'].map((part) => css(picture.locator(part), 'fill', 'stroke')));
  expect(fills[0]).not.toEqual(fills[1]);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('R59: nothing moves by itself, whatever the reader asks for', async ({ reader, page }) => {
    const moving = () => page.evaluate(() => document.getAnimations({ subtree: true }).length);
    for (const reducedMotion of ['no-preference', 'reduce']) {
      await page.emulateMedia({ reducedMotion });
      expect(await moving(), reducedMotion).toBe(0);
    }
    await reader.begin('recovery');
    expect(await moving()).toBe(0);
  });

  test('R27: a click in the moment a screen comes counts for that screen', async ({ reader }) => {
    await reader.begin('recovery');
    await reader.settle();
    await reader.radio('Often').click({ force: true });
    await reader.button('Continue').click({ force: true });
    await reader.radio('Never').click({ force: true });
    await reader.seesQuestion(2);
    await expect(reader.radio('Never')).toBeChecked();
    await reader.press('Back');
    await expect(reader.radio('Often')).toBeChecked();
  });
});

test.describe('on paper', () => {
  const visible = (locator) => locator.evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);

  test('R40: strengths, step and support, without buttons, and numbers only if ticked', async ({ reader, page }) => {
    await reader.finish('recovery', WORKED);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await visible(reader.checkin.locator('button, summary, input'))).toBe(0);
    await expect(reader.checkin.locator('.help')).toBeHidden();
    await expect(reader.checkin.getByText('You often told the truth when they asked a hard question.')).toBeVisible();
    await expect(reader.checkin.locator('.begin > .step')).toBeVisible();
    await expect(reader.checkin.getByText('988 Suicide & Crisis Lifeline', { exact: true })).toBeVisible();
    await expect(reader.checkin.getByText(/It was not made to prove anything/)).toBeVisible();
    for (const part of ['.profile', '.workings']) await expect(reader.checkin.locator(part)).toBeHidden();
    // Paper lies about: no line for readers who are not safe with someone.
    await expect(reader.checkin.locator('.group').filter({ hasText: 'Not safe with someone' })).toBeHidden();
    // Dark on light, even where the screen is dark.
    expect(await reader.checkin.locator('.card').evaluate((card) => {
      const [red, green, blue] = getComputedStyle(card).color.match(/[\d.]+/g).map(Number);
      return red + green + blue < 300;
    })).toBe(true);

    await page.emulateMedia({ media: 'screen' });
    await reader.checkin.getByLabel('Put my numbers and answers on the paper too').check();
    await page.emulateMedia({ media: 'print' });
    await expect(reader.checkin.locator('.area .number').first()).toBeVisible();
    // The workings are on paper without being unfolded first.
    await expect(reader.checkin.getByText('100 × 17 ÷ (4 × 6) = 70.83')).toBeVisible();
    expect(await visible(reader.checkin.locator('button, input'))).toBe(0);
  });

  test('R40: what the reader said about safety stays off it', async ({ reader, page }) => {
    await reader.finish('loved', areas('213214 132403 343321'), { feeling: "I don't feel safe with someone" });
    await page.emulateMedia({ media: 'print' });
    await expect(reader.checkin.locator('.support-first')).toBeHidden();
    const text = await reader.checkin.locator('.results').innerText();
    expect(text).not.toMatch(/not safe with someone|domestic violence/i);
  });

  test('a folded profile is on paper too, once ticked', async ({ reader, page }) => {
    await reader.finish('recovery', WORKED, { feeling: "It's a hard time" });
    await reader.checkin.getByLabel('Put my numbers and answers on the paper too').check();
    await page.emulateMedia({ media: 'print' });
    await expect(reader.checkin.locator('.area .number').first()).toBeVisible();
  });

  test('Print asks the browser once, without the page around, which comes back after', async ({ reader, page }) => {
    await page.evaluate(() => {
      window.printed = 0;
      window.print = () => {
        window.printed += 1;
        dispatchEvent(new Event('beforeprint'));
      };
    });
    await reader.finish('recovery', WORKED);
    await reader.button('Print').dblclick();
    expect(await page.evaluate(() => window.printed)).toBe(1);
    const around = page.getByRole('heading', { name: 'A check-in on trust' });
    await expect(around).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(around).toBeHidden();
    await expect(page.locator('html > div #heading')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(around).toBeVisible();
    await expect(page.locator('html > div')).toHaveCount(0);
  });
});

test.describe('where the browser does not print', () => {
  const SENTENCE = /^No print window\? Some browsers do not let a website print\./;
  const browsers = {
    'print throws': () => { window.print = () => { throw new Error('not here'); }; },
    'there is no print': () => { delete window.print; window.print = undefined; },
    'print does nothing': () => { window.print = () => {}; },
  };
  for (const [name, change] of Object.entries(browsers)) {
    test(`R39: ${name}: a sentence, and all is ready for the browser's own menu`, async ({ reader, page }) => {
      await page.evaluate(`(${change})()`);
      await reader.finish('recovery', WORKED);
      const said = reader.results.getByText(SENTENCE);
      await expect(said).toHaveCount(0);
      await reader.press('Print');
      await expect(reader.results.locator('[aria-live]').filter({ hasText: SENTENCE })).toBeVisible();
      await expect(reader.button('Print')).toBeFocused();
      const around = page.getByRole('heading', { name: 'A check-in on trust' });
      // The reader's own try through the menu.
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await expect(around).toBeHidden();
      const paper = page.locator('html > div');
      await expect(paper.locator('.begin > .step')).toBeVisible();
      await expect(paper.getByText(SENTENCE)).toBeHidden();
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      await expect(around).toBeVisible();
      await expect(paper).toHaveCount(0);
    });
  }

  test('R39: where it does print, nothing is said', async ({ reader, page }) => {
    await page.evaluate(() => {
      window.print = () => ['beforeprint', 'afterprint'].forEach((type) => dispatchEvent(new Event(type)));
    });
    await reader.finish('recovery', WORKED);
    await reader.press('Print');
    await expect(reader.button('Print')).toBeFocused();
    await expect(reader.results.getByText(SENTENCE)).toHaveCount(0);
  });
});

test('dark follows the system, and the theme attribute goes before it', async ({ reader, page }) => {
  const paper = async () => (await css(reader.checkin.locator('.card'), 'background-color'))[0];
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  // The event that tells of it comes with the next frame.
  await expect.poll(paper).not.toBe(light);
  await reader.checkin.locator('.checkin').evaluate((div) => { div.dataset.theme = 'light'; });
  expect(await paper()).toBe(light);
});
