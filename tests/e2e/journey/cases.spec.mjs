// Cases of docs/robustness.md that belong to no one screen: long use, other scripts, other languages, other devices.
import { devices } from '@playwright/test';
import { element, expect, idle, test } from '../support/host.mjs';
import { overflowing } from '../support/layout.mjs';
import { CHOICES, WORKED } from '../support/reader.mjs';
import { pagesOf, watchApp } from '../support/traps.mjs';

test('R21: a hundred retakes need no more memory than ten', async ({ host, page }) => {
  test.setTimeout(600_000);
  await watchApp(page);
  await host.open(element('one'));
  const reader = await host.reader('one');
  // In one go inside the page, on the shorter way: a hundred times by the mouse would take as long as all else here.
  const retake = async (times) => {
    await reader.checkin.evaluate(async ({ shadowRoot }, times) => {
      const find = (selector) => shadowRoot.querySelector(selector);
      const go = async (button) => {
        const before = find('#heading');
        button.click();
        while (find('#heading') === before) await new Promise((done) => { setTimeout(done); });
      };
      const named = (words) => [...shadowRoot.querySelectorAll('button')].find((button) => button.textContent === words);
      const onward = () => find('[part="primary"]');
      for (let time = 0; time < times; time += 1) {
        find('#perspective-0').click();
        find('#no-one').click();
        await go(onward());
        await go(onward());
        for (let question = 0; question < 10; question += 1) {
          find(`#answer-${question % 6}`).click();
          await go(onward());
        }
        await go(named('See my results'));
        await go(named('Start over'));
        await go(named('Yes, start over'));
      }
    }, times);
    await reader.sees('Trust, one small step at a time');
    return pagesOf(page);
  };
  const afterTen = await retake(10);
  expect(await retake(90)).toBe(afterTen);
});

test('R30: what the owner changes in the middle resets nothing and asks nothing: answers, focus and place stay', async ({ host, page }) => {
  await host.open(element('one', 'lang="en" perspective="recovery" region="US"'));
  const reader = await host.reader('one');
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED, { last: 4 });
  await reader.choose('Often');
  await reader.radio('Often').focus();
  const changes = { perspective: 'loved', region: 'IE', theme: 'dark', contact: 'Call us', links: '{"C":"https://example.org/"}', events: 'on' };
  await reader.checkin.evaluate((element, changes) => {
    for (const [name, value] of Object.entries(changes)) element.setAttribute(name, value);
  }, changes);
  await idle(page);
  await reader.seesQuestion(5);
  await expect(reader.radio('Often')).toBeChecked();
  await expect(reader.radio('Often')).toBeFocused();
  await reader.press('Back');
  await reader.press('Continue');
  await expect(reader.radio('Often')).toBeChecked();
  await reader.radio('Often').focus();
  await reader.checkin.evaluate((element) => element.setAttribute('lang', 'fr'));
  const often = reader.radio('Souvent');
  await expect(often).toBeChecked();
  await expect(often).toBeFocused();
  await reader.checkin.evaluate((element) => [...element.attributes].forEach(({ name }) => name !== 'id' && element.removeAttribute(name)));
  await idle(page);
  await reader.seesQuestion(5);
  await expect(reader.radio('Often')).toBeChecked();
});

const TRAPS = {
  'shortcuts on every key, which it keeps from doing anything else': () => {
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); });
    }
  },
  'shortcuts that come before everything': () => {
    for (const type of ['keydown', 'keypress', 'keyup']) {
      addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
    }
  },
  'a dialog that pulls the focus back': () => {
    document.addEventListener('focusin', ({ target }) => target.id !== 'trap' && document.getElementById('trap').focus({ preventScroll: true }));
  },
};
for (const [name, trap] of Object.entries(TRAPS)) {
  test(`R36: radios answer on a page with ${name}`, async ({ host, page }) => {
    await host.open(`<input id="trap">${element('one')}`);
    await page.evaluate(`(${trap})()`);
    const reader = await host.reader('one');
    await reader.begin('recovery');
    await reader.settle();
    for (const choice of CHOICES) {
      await reader.checkin.getByText(choice, { exact: true }).click();
      await expect(reader.radio(choice)).toBeChecked();
    }
    if (name.startsWith('shortcuts on')) {
      await reader.radio('Never').focus();
      await page.keyboard.press('ArrowDown');
      await expect(reader.radio('Rarely')).toBeChecked();
      await page.keyboard.press('Enter');
    } else {
      await reader.press('Continue');
    }
    await reader.seesQuestion(2);
  });
}

/** Lets the check-in run from right to left, as it would in Arabic or Hebrew. */
const fromTheRight = (reader) => reader.checkin.locator('.checkin').evaluate((div) => div.setAttribute('dir', 'rtl'));

test('R55: the choices keep their order from top to bottom, and the path begins at the right', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await fromTheRight(reader);
  await expect(reader.checkin.locator('.choice label')).toHaveText([...CHOICES, 'Skip / does not apply']);
  const tops = await reader.checkin.locator('.choice').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  // Accountability 71 of 100: nearer to the end of the path, which is its left.
  await reader.rush(WORKED);
  await reader.seeResults();
  const places = await reader.checkin.locator('.path').first().evaluate((path) => {
    const middle = (part) => {
      const { left, width } = path.querySelector(part).getBoundingClientRect();
      return left + width / 2;
    };
    return { here: middle('.here'), ground: middle('.ground') };
  });
  expect(places.here).toBeLessThan(places.ground);
});

/** Hands the page a language twice as long: each sentence, and then the same once more without what is filled in. */
async function twiceAsLong(page) {
  await page.addInitScript(() => {
    const { fetch } = window;
    const longer = (text) => `${text} ${text.replaceAll(/\{\w+\}/g, '')}`;
    window.fetch = async (url, options) => {
      const response = await fetch(url, options);
      if (!String(url).endsWith('.txt')) return response;
      // Messages, items, help lines, with an empty line between them; items have empty lines, too.
      const [words, lines] = (await response.text()).split('\n\nregion\t');
      return new Response([words.replaceAll(/.+/g, longer), lines].join('\n\nregion\t'));
    };
  });
}

const PRESSES = { continue: 'Continue Continue', over: 'Start over Start over', sure: 'Yes, start over Yes, start over' };
test('R56: with sentences twice as long nothing is cut off at 320 px, from the card to the results', async ({ host, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await twiceAsLong(page);
  await host.open(element('one'));
  const reader = await host.reader('one');
  const fits = async (where) => expect(await reader.checkin.evaluate(overflowing), where).toEqual([]);
  await reader.choose('I am in recovery');
  await reader.press('Begin');
  await reader.sees('How are you right now? How are you right now?');
  await reader.radios.nth(2).check();
  await fits('How are you right now?');
  await reader.press(PRESSES.continue);
  await expect(reader.checkin.locator('.counter')).toHaveText(/^Question 1 of 18 Question/);
  await reader.press(PRESSES.continue);
  await expect(reader.problem).toBeVisible();
  await fits('a question with its error');
  await reader.checkin.locator('.bar button[aria-expanded]').click();
  await fits('the help lines');
  await reader.panel.press('Escape');
  await reader.checkin.locator('.who button').click();
  await fits('whether to change who answers');
  await reader.checkin.locator('[part="primary"]').click();
  for (let left = 18; left > 0; left -= 1) {
    await reader.radios.nth(left % 6).check();
    const before = await reader.heading.elementHandle();
    await reader.press(PRESSES.continue);
    await before.waitForElementState('hidden');
    if (left === 10) await fits('a question with Finish now');
  }
  await reader.sees('Look over your answers Look over your answers');
  await fits('the review');
  await reader.checkin.locator('[part="primary"]').click();
  await reader.sees('Your check-in Your check-in');
  for (const summary of await reader.checkin.locator('summary').all()) await summary.click();
  await fits('the results');
  await reader.press(PRESSES.over);
  await fits('whether to start over');
  await reader.press(PRESSES.sure);
  await reader.sees('Trust, one small step at a time Trust, one small step at a time');
  await fits('the card');
});

test.describe('as on a phone with iOS, simulated in Chromium: no such phone was used', () => {
  const { defaultBrowserType, ...phone } = devices['iPhone 13'];
  test.use(phone);

  test(`R60 (simulated, not ${defaultBrowserType}): a tap gives no focus to what it hits, and headings still get it; no field makes the page zoom`, async ({ host, page }) => {
    await host.open(element('one'));
    // On iOS a tap on a button or a radio does not focus it.
    await page.evaluate(() => addEventListener('focusin', (event) => {
      const [hit] = event.composedPath();
      if (hit.matches('button, input')) hit.blur();
    }));
    const reader = await host.reader('one');
    const letters = async () => {
      const sizes = await reader.checkin.locator('input, select').evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
    };
    await letters();
    await reader.checkin.getByText('I am in recovery').tap();
    await reader.button('Begin').tap();
    await reader.sees('How are you right now?');
    await expect(reader.heading).toBeFocused();
    reader.starts('recovery');
    await reader.button('Continue').tap();
    for (const number of [1, 2, 3]) {
      await reader.seesQuestion(number);
      await expect(reader.heading).toBeFocused();
      await letters();
      await reader.checkin.getByText('Often', { exact: true }).tap();
      await expect(reader.radio('Often')).not.toBeFocused();
      await reader.button('Continue').tap();
    }
    await reader.getHelp.tap();
    await expect(reader.panel.getByRole('heading', { name: 'Get help now' })).toBeFocused();
    await letters();
  });
});

/** What Chrome does when it translates: each text goes into two elements of its own, and the old node is gone. */
const translate = (reader) => reader.checkin.evaluate(({ shadowRoot }) => {
  const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  const all = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) all.push(texts.currentNode);
  for (const text of all) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    text.replaceWith(outer);
  }
});

test('R63: a page that is translated again and again under the reader', async ({ host, page }) => {
  await watchApp(page);
  await host.open(element('one'));
  const reader = await host.reader('one');
  const { checkin } = reader;
  const go = async (name) => {
    const before = await reader.heading.elementHandle();
    await checkin.locator(`button:has-text("${name}")`).click();
    await before.waitForElementState('hidden');
    await translate(reader);
  };
  await translate(reader);
  await checkin.locator('#perspective-0').check();
  await go('Begin');
  // What the words say goes along with the answer, and so do numbers with the country.
  const { reply, group } = { reply: checkin.locator('.reply'), group: checkin.locator('.first-lines h3').first() };
  const feelings = [
    [1, /^«Thank you for saying so/], [2, /^«You can reach a person/, /Talk to someone/], [3, /^«You matter/, /Not safe/], [0, /^$/],
  ];
  for (const [place, said, first] of feelings) {
    await checkin.locator('[type=radio]').nth(place).check();
    await translate(reader);
    await expect(reply).toHaveText(said);
    if (first) await expect(group).toHaveText(first);
  }
  await checkin.locator('.bar button[aria-expanded]').click();
  await translate(reader);
  await checkin.locator('.panel select').selectOption({ index: 1 });
  await translate(reader);
  for (const link of await checkin.locator('.panel a[href^="tel:"]').all()) {
    const [said, href] = [await link.innerText(), await link.getAttribute('href')];
    expect(said.replaceAll(/\D/g, ''), said).toContain(href.replaceAll(/\D/g, ''));
  }
  await expect(checkin.locator('.panel a[href="tel:116123"]').first()).toBeVisible();
  await reader.panel.press('Escape');
  await go('Continue');
  for (let question = 1; question <= 18; question += 1) {
    await expect(checkin.locator('.counter')).toHaveText(`«Question ${question} of 18»`);
    if (question === 3) {
      await checkin.locator('[part="primary"]').click();
      await expect(reader.problem).toBeVisible();
      await translate(reader);
      await checkin.locator('.bar button[aria-expanded]').click();
      await translate(reader);
      await reader.panel.press('Escape');
    }
    await checkin.locator('#answer-3').check();
    await translate(reader);
    await go('Continue');
  }
  await go('See my results');
  await expect(checkin.locator('.area .number').first()).toHaveCount(1);
  await checkin.locator('#print-numbers').check();
  await translate(reader);
  await go('Start over');
  await go('Yes, start over');
  await expect(checkin.locator('#perspective-0')).toBeVisible();
  expect(await page.evaluate(() => [window.traps, window.heard])).toEqual([[], []]);
});
