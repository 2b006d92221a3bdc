// An owner in front of the page's form, as a test tells it: choose, copy, paste elsewhere.
import { expect, test as base } from './reader.mjs';

export class Owner {
  constructor(page) {
    this.page = page;
    this.text = page.getByLabel('The snippet', { exact: true });
    this.form = page.getByLabel('How to put it in');
  }

  /** Answers whether the site has other people's scripts. */
  async says(answer) {
    await this.page.getByLabel(answer, { exact: true }).check();
  }

  async unfold() {
    for (const name of ['Colour and shape', 'Help, articles, saving and more']) {
      await this.page.locator('summary').filter({ hasText: name }).click();
    }
  }

  async copied(form) {
    await this.form.selectOption(form);
    await this.page.getByRole('button', { name: 'Copy the snippet' }).click();
    await expect(this.page.getByText('Copied.')).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

export const test = base.extend({
  start: ['', { option: true }],

  /** An owner in front of the page, the hashes already in the snippet. */
  owner: async ({ checkin, page }, use) => {
    const owner = new Owner(page);
    await expect(owner.text).toHaveValue(/integrity="sha384-/);
    expect(await checkin.count()).toBe(1);
    await use(owner);
  },
});

export { expect };
