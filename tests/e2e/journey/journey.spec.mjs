// The way through: order, errors, Back, Change, keys, focus, starting over.
import { all, CHOICES, expect, ORDER, Reader, SKIP, test, WORKED } from '../support/reader.mjs';

const CONTINUES = 'Please choose one. If none fits, choose Skip.';

test('nothing takes the focus or scrolls while the page loads', async ({ reader, page }) => {
  await reader.sees('Trust, one small step at a time');
  expect(await page.evaluate(() => [document.activeElement.tagName, scrollY])).toEqual(['BODY', 0]);
});

test('Begin without a choice says so, takes the focus, and leads to the first radio', async ({ reader }) => {
  await reader.press('Begin');
  await expect(reader.problem).toHaveText('Error: Please choose one of the two, so the questions fit you.');
  await expect(reader.problem).toBeFocused();
  await expect(reader.checkin.getByRole('group', { name: 'Which fits you?' }))
    .toHaveAccessibleDescription(/^Error: Please choose one of the two/);
  await reader.press('Please choose one of the two, so the questions fit you.');
  await expect(reader.radio('I am in recovery')).toBeFocused();
  await reader.choose('I love someone in recovery');
  await expect(reader.problem).toHaveCount(0);
});

test('Continue without an answer says so, takes the focus, and leads to the first radio', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await expect(reader.radios).toHaveCount(6);
  for (const radio of await reader.radios.all()) await expect(radio).not.toBeChecked();
  await reader.press('Continue');
  await expect(reader.problem).toBeVisible();
  await expect(reader.problem).toHaveText(`Error: ${CONTINUES}`);
  await expect(reader.problem).toBeFocused();
  const group = reader.checkin.getByRole('group', { name: reader.words('A1') });
  await expect(group).toHaveAccessibleDescription(new RegExp(`Error: ${CONTINUES}$`));
  await reader.seesQuestion(1);
  // Pressed again it is said again.
  await reader.radio('Never').focus();
  await reader.press('Continue');
  await expect(reader.problem).toBeFocused();
  await reader.press(CONTINUES);
  await expect(reader.radio('Never')).toBeFocused();
  await expect(reader.radio('Never')).not.toBeChecked();
  await reader.choose('Often');
  await expect(reader.problem).toHaveCount(0);
  await expect(group).not.toHaveAccessibleDescription(/Error/);
  await reader.press('Continue');
  await reader.seesQuestion(2);
});

test('the way to the first radio works with the keyboard too', async ({ reader, page }) => {
  await reader.begin('recovery');
  await reader.settle();
  for (const key of ['Enter', 'Space']) {
    await reader.press('Continue');
    await expect(reader.problem).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(reader.button(CONTINUES)).toBeFocused();
    await page.keyboard.press(key);
    await expect(reader.radio('Never')).toBeFocused();
  }
});

test('choosing never goes on by itself', async ({ reader, page }) => {
  await reader.begin('recovery');
  await reader.settle();
  for (const label of [...CHOICES, SKIP]) {
    await reader.checkin.getByText(label, { exact: true }).click();
    await expect(reader.radio(label)).toBeChecked();
  }
  await reader.radio('Never').focus();
  for (const label of CHOICES.slice(1)) {
    await page.keyboard.press('ArrowDown');
    await expect(reader.radio(label)).toBeChecked();
  }
  await reader.seesQuestion(1);
});

test('a whole journey with the keyboard alone', async ({ reader, page }) => {
  test.slow();
  const { keyboard } = page;
  /** Tabs until this has the focus; far fewer presses than there are things to stop at. */
  const tabTo = async (target) => {
    for (let presses = 0; presses < 25; presses += 1) {
      if (await target.evaluate((element) => element === element.getRootNode().activeElement)) return;
      await keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(reader.getHelp);
  await tabTo(reader.radio('I am in recovery'));
  await keyboard.press('Space');
  await expect(reader.radio('I am in recovery')).toBeChecked();
  await tabTo(reader.button('Begin'));
  await keyboard.press('Enter');
  await reader.sees('How are you right now?');
  await tabTo(reader.radio("I'm okay"));
  await keyboard.press('ArrowDown');
  await expect(reader.radio("It's a hard time")).toBeChecked();
  await keyboard.press('ArrowUp');
  await expect(reader.radio("I'm okay")).toBeChecked();
  await tabTo(reader.button('Continue'));
  await keyboard.press('Space');
  reader.starts('recovery');
  for (const [place, id] of ORDER.entries()) {
    await reader.seesQuestion(place + 1);
    await expect(reader.heading).toBeFocused();
    const presses = WORKED[id] === undefined ? CHOICES.length : WORKED[id];
    await tabTo(reader.radio('Never'));
    if (presses === 0) await keyboard.press('Space');
    for (let press = 0; press < presses; press += 1) await keyboard.press('ArrowDown');
    await expect(reader.radio(WORKED[id] === undefined ? SKIP : CHOICES[presses])).toBeChecked();
    // Enter on a radio goes on; so does the button.
    if (place % 2 === 0) await tabTo(reader.button('Continue'));
    await keyboard.press('Enter');
  }
  await reader.sees('Look over your answers');
  await tabTo(reader.button('Hide my answers'));
  await keyboard.press('Enter');
  await expect(reader.checkin.getByText('Your answers are covered.')).toBeVisible();
  await tabTo(reader.button('See my results'));
  await keyboard.press('Enter');
  await reader.sees('Your check-in');
  await expect(reader.heading).toBeFocused();
  await expect(reader.checkin.locator('.area .number')).toHaveText(['71', '55', '44']);
  await tabTo(reader.checkin.getByText('Choose a different step'));
  await keyboard.press('Enter');
  await expect(reader.checkin.locator('.begin details .step').first()).toBeVisible();
});

test('Enter on a radio continues once, and on the heading not at all', async ({ reader, page }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED);
  await reader.press('Change question 1');
  await reader.seesQuestion(1);
  await page.keyboard.press('Enter');
  await reader.seesQuestion(1);
  await reader.press('Back');
  for (const place of ORDER.keys()) {
    await reader.press('Back');
    await reader.seesQuestion(ORDER.length - place);
  }
  // Every question has its answer already, so nothing but the press itself holds the reader back.
  await reader.radio('Often').focus();
  await page.keyboard.press('Enter');
  await reader.seesQuestion(2);
});

test('R26: a held key is one step', async ({ reader, page }) => {
  const { keyboard } = page;
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED);
  for (const place of ORDER.keys()) {
    await reader.press('Back');
    await reader.seesQuestion(ORDER.length - place);
  }
  const hold = async (key, target) => {
    await target.focus();
    for (let repeat = 0; repeat < 8; repeat += 1) await keyboard.down(key);
    await keyboard.up(key);
  };
  await hold('Enter', reader.button('Continue'));
  await reader.seesQuestion(2);
  await hold('Space', reader.button('Continue'));
  await reader.seesQuestion(3);
  await hold('Enter', reader.radio('Often'));
  await reader.seesQuestion(4);
  await hold('Enter', reader.button('Back'));
  await reader.seesQuestion(3);
});

test('R25: a double click is one step, whatever the next question holds', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.button('Continue').dblclick();
  await reader.seesQuestion(1);
  await expect(reader.problem).toHaveCount(0);
  await reader.choose('Often');
  await reader.button('Continue').dblclick();
  await reader.seesQuestion(2);
  await expect(reader.problem).toHaveCount(0);
  await reader.press('Back');
  await reader.rush(WORKED);
  for (const place of [0, 1, 2]) {
    await reader.press('Back');
    await reader.seesQuestion(ORDER.length - place);
  }
  await reader.button('Continue').dblclick();
  await reader.seesQuestion(17);
  await reader.button('Continue').click({ clickCount: 3 });
  await reader.seesQuestion(18);
  // Wherever the button stands on the next screen, the second click of two means nothing to Continue.
  await reader.press('Back');
  await reader.seesQuestion(17);
  await reader.button('Continue').dispatchEvent('click', { detail: 2 });
  await reader.seesQuestion(17);
  // To Back it means what it says: going back twice loses nothing.
  await reader.button('Back').dispatchEvent('click', { detail: 2 });
  await reader.seesQuestion(16);
});

test('each new screen gives the focus to its heading', async ({ reader }) => {
  const arrives = async (heading) => {
    await reader.sees(heading);
    await expect(reader.heading).toBeFocused();
  };
  await reader.begin('loved');
  await arrives('How are you right now?');
  await reader.settle();
  await arrives(reader.words('A1'));
  await reader.rush(all(2), { last: 6 });
  await arrives(reader.words('A3'));
  await reader.changePerspective.click();
  await arrives('Change who is answering?');
  await reader.press('Keep my answers');
  await arrives(reader.words('A3'));
  await reader.press('Finish now');
  await arrives('Look over your answers');
  await reader.press('Start over');
  await arrives('Start over?');
  await reader.press('Keep my answers');
  await arrives('Look over your answers');
  await reader.seeResults();
  await arrives('Your check-in');
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await arrives('Trust, one small step at a time');
});

test('the page scrolls to where the new screen begins', async ({ reader, page }) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await reader.begin('recovery');
  await reader.settle();
  for (const place of [0, 1, 2]) {
    await expect(reader.heading).toBeInViewport();
    await expect(reader.checkin.locator('.counter')).toHaveText(`Question ${place + 1} of 18`);
    await reader.reply(2);
  }
});

test('Finish now from question 7 on leads to the review, and on to results', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await reader.seesQuestion(number);
    await expect(reader.button('Finish now')).toHaveCount(0);
    await reader.reply(3);
  }
  await reader.seesQuestion(7);
  await reader.press('Finish now');
  await reader.sees('Look over your answers');
  await expect(reader.checkin.getByText('You answered 6 of 18. Gaps are fine.')).toBeVisible();
  await expect(reader.checkin.locator('.given')).toHaveText([...Array(6).fill('Often'), ...Array(12).fill('Not answered')]);
  await reader.seeResults();
  // A1 and A2, H1 and H3, S2 and S4: two in each area.
  await expect(reader.checkin.getByText('You answered 2 of these 6 questions')).toHaveCount(3);
  await reader.press('Back');
  await reader.sees('Look over your answers');
  await reader.press('Back');
  await reader.seesQuestion(7);
});

test('R24: Back loses nothing: not the answers, not the feeling, not the card', async ({ reader }) => {
  await reader.begin('loved', { noOneInMind: true });
  await reader.settle("It's a hard time");
  for (const [place, code] of [0, undefined, 4].entries()) {
    await reader.seesQuestion(place + 1);
    await reader.reply(code);
  }
  await reader.seesQuestion(4);
  await reader.choose('Rarely');
  for (const [place, label] of ['Almost always', SKIP, 'Never'].entries()) {
    await reader.press('Back');
    await reader.seesQuestion(3 - place);
    await expect(reader.radio(label)).toBeChecked();
  }
  await reader.press('Back');
  await reader.sees('How are you right now?');
  await expect(reader.radio("It's a hard time")).toBeChecked();
  await reader.press('Back');
  await reader.sees('Trust, one small step at a time');
  await expect(reader.radio('I love someone in recovery')).toBeChecked();
  await expect(reader.checkin.getByLabel('No one comes to mind')).toBeChecked();
  // And all the way forward again.
  await reader.press('Begin');
  await expect(reader.radio("It's a hard time")).toBeChecked();
  await reader.press('Continue');
  for (const [place, label] of ['Never', SKIP, 'Almost always', 'Rarely'].entries()) {
    await reader.seesQuestion(place + 1);
    await expect(reader.radio(label)).toBeChecked();
    await reader.press('Continue');
  }
  await reader.seesQuestion(5);
});

test('Change on the review opens that question and comes back to the review', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED);
  const given = reader.checkin.locator('.given');
  await expect(given.nth(2)).toHaveText('Often');
  await reader.press('Change question 3');
  await reader.seesQuestion(3);
  await expect(reader.radio('Often')).toBeChecked();
  await expect(reader.button('Finish now')).toHaveCount(0);
  await reader.choose('Never');
  await reader.press('Continue');
  await reader.sees('Look over your answers');
  await expect(given.nth(2)).toHaveText('Never');
  // Back from a question opened so leads to the review too, and keeps what was chosen.
  await reader.press('Change question 18');
  await reader.choose('Almost always');
  await reader.press('Back');
  await expect(given.last()).toHaveText('Almost always');
  await expect(reader.checkin.getByText('You answered 16 of 18.')).toBeVisible();
  // The results follow: S is 0, 2(r)2, 1, 1, 4 of 5 with S2 0, S1 1, S4 1, S3 2, S5 4: 8 of 5, 40.
  await reader.seeResults();
  expect((await reader.numbers()).Stability).toEqual(['40', '30 to 50', 'Taking shape']);
});

test('Hide my answers covers them, and stays so until they are shown again', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED);
  const list = reader.checkin.locator('.answers');
  await reader.press('Hide my answers');
  await expect(list).toHaveCount(0);
  await expect(reader.checkin.getByText('Your answers are covered.')).toBeVisible();
  await reader.seeResults();
  await reader.press('Back');
  await expect(list).toHaveCount(0);
  await reader.press('Show my answers');
  await expect(list.locator('li')).toHaveCount(18);
  await expect(list.locator('.given').first()).toHaveText('Often');
});

test('Start over asks first, in the page', async ({ reader, page }) => {
  page.on('dialog', () => { throw new Error('a box of the browser'); });
  await reader.begin('recovery');
  await reader.settle("It's a hard time");
  await reader.choose('Often');
  await reader.press('Start over');
  await reader.sees('Start over?');
  await reader.press('Keep my answers');
  await reader.seesQuestion(1);
  await expect(reader.radio('Often')).toBeChecked();
  await reader.press('Start over');
  await reader.press('Yes, start over');
  await reader.sees('Trust, one small step at a time');
  await expect(reader.radio('I am in recovery')).not.toBeChecked();
  await reader.begin('recovery');
  for (const radio of await reader.radios.all()) await expect(radio).not.toBeChecked();
  await reader.settle();
  await expect(reader.radio('Often')).not.toBeChecked();
});

test('changing who answers asks first', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.choose('Rarely');
  await reader.changePerspective.click();
  await reader.sees('Change who is answering?');
  await reader.press('Keep my answers');
  await reader.seesQuestion(1);
  await expect(reader.radio('Rarely')).toBeChecked();
  // On the card, after Back, the other perspective asks too.
  await reader.press('Back');
  await reader.press('Back');
  await reader.choose('I love someone in recovery');
  await reader.press('Begin');
  await reader.sees('Change who is answering?');
  await reader.press('Keep my answers');
  await reader.sees('Trust, one small step at a time');
  await reader.choose('I am in recovery');
  await reader.press('Begin');
  await reader.settle();
  await expect(reader.radio('Rarely')).toBeChecked();
  await reader.changePerspective.click();
  await reader.press('Yes, change');
  await reader.begin('loved');
  await reader.settle();
  await expect(reader.radio('Rarely')).not.toBeChecked();
});

test('help texts stand under the questions they belong to', async ({ reader }) => {
  await reader.begin('recovery');
  await reader.settle();
  const notes = reader.checkin.locator('.notes');
  const expected = {
    A1: 'If it did not come up, choose Skip.New to this, or starting again? Count from that day.',
    H1: 'If it did not come up, choose Skip.',
    S2: '',
    A2: 'Privacy is not hiding. Think of money, plans or promises you share.',
  };
  for (const [id, text] of Object.entries(expected)) {
    await reader.sees(reader.words(id));
    await expect(notes).toHaveText(text);
    await reader.reply(2);
  }
});

test('two readers on one computer, one after the other: a reload begins afresh', async ({ reader, page }) => {
  await reader.begin('recovery');
  await reader.settle();
  await reader.rush(WORKED, { last: 4 });
  await page.reload();
  const after = new Reader(reader.checkin);
  await after.sees('Trust, one small step at a time');
  await expect(after.radio('I am in recovery')).not.toBeChecked();
});
