// The whole way through by keyboard alone, in every language: Tab, arrows, Space, Enter and Escape, and no pointer.
import { LANGUAGES } from '../../looks/kinds.mjs';
import { ALONE, CHOICES, expect, ORDER, test } from '../support/reader.mjs';

/** More stops than any screen has. */
const STOPS = 200;

const hasFocus = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);

/** What is wrong with the way the focus shows where it is now: it has no ring, is out of sight or lies under something. */
const unseen = (checkin) => checkin.evaluate(({ shadowRoot }) => {
  const focused = shadowRoot.activeElement;
  if (!focused) return undefined;
  const ringed = focused.closest('.choice') ?? focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
  const { left, right, top, bottom } = ringed.getBoundingClientRect();
  const at = shadowRoot.elementFromPoint((left + right) / 2, Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1));
  const wrong = [
    [outlineStyle === 'none' || parseFloat(outlineWidth) < 1.5, 'has no ring'],
    [bottom <= 0 || top >= innerHeight || left < 0 || right > innerWidth, 'is out of sight'],
    [!ringed.contains(at) && !at?.contains(ringed), 'lies under something'],
  ].filter(([isSo]) => isSo).map(([, what]) => what);
  return wrong.length > 0 ? `${focused.outerHTML.slice(0, 80)} ${wrong.join(', ')}` : undefined;
});

/** Presses Tab until the focus is there; every stop on the way can be seen. */
async function tabTo(reader, locator, key = 'Tab') {
  for (let stops = 0; stops < STOPS; stops += 1) {
    await reader.page.keyboard.press(key);
    expect(await unseen(reader.checkin)).toBeUndefined();
    if (await hasFocus(locator)) return;
  }
  throw new Error(`${key} never comes to ${locator}`);
}

async function enter(reader, name) {
  await tabTo(reader, reader.button(name));
  await reader.page.keyboard.press('Enter');
}

async function arrives(reader, heading) {
  await reader.sees(heading);
  await expect(reader.heading).toBeFocused();
}

/** Chooses by keyboard: Space on the first radio, then arrows. */
async function choose(reader, name, downs, key = 'ArrowDown') {
  await tabTo(reader, reader.radios.first());
  await reader.page.keyboard.press('Space');
  for (let times = 0; times < downs; times += 1) await reader.page.keyboard.press(key);
  await expect(reader.radio(name)).toBeChecked();
  await expect(reader.radio(name)).toBeFocused();
}

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test(`${language}: the whole way by keyboard alone`, async ({ reader, page }) => {
      test.slow();
      const { keyboard } = page;
      await tabTo(reader, reader.getHelp);
      await keyboard.press('Tab');
      await expect(reader.button('Leave quickly')).toBeFocused();
      await choose(reader, 'I love someone in recovery', 1);
      await keyboard.press('ArrowUp');
      await expect(reader.radio('I am in recovery')).toBeChecked();
      await enter(reader, 'Begin');
      await arrives(reader, 'How are you right now?');
      await choose(reader, 'It\'s a hard time', 1);
      await enter(reader, 'Continue');

      reader.starts('recovery');
      for (const [place, id] of ORDER.entries()) {
        await arrives(reader, reader.words(id));
        const code = place % CHOICES.length;
        await choose(reader, CHOICES[code], code);
        // Enter goes on from the radio too.
        if (place % 2 === 0) await keyboard.press('Enter');
        else await enter(reader, 'Continue');
      }
      await arrives(reader, 'Look over your answers');
      await enter(reader, 'Hide my answers');
      await expect(reader.button('Show my answers')).toBeFocused();
      await enter(reader, 'See my results');
      await arrives(reader, 'Your check-in');

      const folds = reader.results.locator('summary');
      for (let at = 0; at < await folds.count(); at += 1) {
        const fold = folds.nth(at);
        if (!await fold.isVisible()) continue;
        await tabTo(reader, fold);
        await keyboard.press('Enter');
        expect(await fold.evaluate(({ parentElement }) => parentElement.open)).toBe(true);
      }
      await tabTo(reader, reader.button('Start over'));
      await tabTo(reader, reader.getHelp, 'Shift+Tab');
      await keyboard.press('Enter');
      await expect(reader.panel.getByRole('heading', { level: 2 })).toBeFocused();
      await tabTo(reader, reader.panel.locator('select'));
      await tabTo(reader, reader.panel.locator('a').first());
      await keyboard.press('Escape');
      await expect(reader.getHelp).toBeFocused();
    });

    test(`${language}: an error, a way back and a change of mind by keyboard`, async ({ reader, page }) => {
      test.slow();
      const { keyboard } = page;
      await enter(reader, 'Begin');
      await expect(reader.problem).toBeFocused();
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await expect(reader.radios.first()).toBeFocused();
      await keyboard.press('Space');
      await tabTo(reader, reader.box('No one comes to mind'));
      await keyboard.press('Space');
      await enter(reader, 'Begin');
      await arrives(reader, 'How are you right now?');
      await enter(reader, 'Continue');
      reader.starts('recovery', { noOneInMind: true });
      await arrives(reader, reader.words(ALONE[0]));
      await enter(reader, 'Continue');
      await expect(reader.problem).toBeFocused();
      await choose(reader, 'Often', 3);
      await enter(reader, 'Continue');
      await arrives(reader, reader.words(ALONE[1]));
      await enter(reader, 'Back');
      await arrives(reader, reader.words(ALONE[0]));
      await expect(reader.radio('Often')).toBeChecked();
      await tabTo(reader, reader.radio('Often'));
      await enter(reader, 'Start over');
      await arrives(reader, 'Start over?');
      await enter(reader, 'Keep my answers');
      await arrives(reader, reader.words(ALONE[0]));
    });
  });
}

test.describe('right to left', () => {
  test.use({ language: 'ar' });

  test('arrows go down and up the list; left is on, as the words run', async ({ reader, page }) => {
    await reader.begin('recovery');
    await reader.settle();
    await choose(reader, 'Rarely', 1, 'ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await expect(reader.radio('Never')).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await expect(reader.radio('Rarely')).toBeChecked();
    await page.keyboard.press('ArrowUp');
    await expect(reader.radio('Never')).toBeChecked();
  });
});
