// A reader who takes the check-in over WebDriver, by mouse or by keyboard alone.
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { By, Key } from 'selenium-webdriver';
import { CHOICES, ORDER, SKIP, WORKED } from '../e2e/support/reader.mjs';

const ITEMS = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../content/en.json'), 'utf8')).items;
const TITLE = 'Trust, one small step at a time';
/** Generous: a slow machine is no failure. */
const PATIENCE = 20_000;

/** Runs in the page and returns the visible button or radio with this name, not that of a screen that lingers (decision 46). */
function control(name) {
  const said = (element) => (element.labels?.[0] ?? element).textContent.trim();
  const all = [...window.root.querySelectorAll('button, input')];
  // A screen that has been replaced lingers out of sight.
  return all.find((element) => element.checkVisibility() && !element.closest('.past') && said(element) === name);
}

export class Reader {
  constructor(driver) {
    this.driver = driver;
  }

  /** Polls until the result is truthy, and returns it. */
  until(what, ask) {
    return this.driver.wait(ask, PATIENCE, what, 30);
  }

  /** Calls a function in the page, where `window.root` is the check-in's shadow root. */
  inPage(look, ...args) {
    return this.driver.executeScript(look, ...args);
  }

  /** Finds the check-in on the driver's current page or frame. */
  async find() {
    await this.until('a check-in on the page', async () => {
      // The element or its root is not there yet; both cases throw.
      try {
        const root = await this.driver.findElement(By.css('trust-checkin')).getShadowRoot();
        const child = await root.findElement(By.css('*'));
        await this.inPage((child) => { window.root = child.getRootNode(); }, child);
        return true;
      } catch {
        return false;
      }
    });
  }

  control(name) {
    return this.until(`"${name}"`, () => this.inPage(control, name));
  }

  async hasControl(name) {
    return await this.inPage(control, name) !== null;
  }

  /** Clicks a button. WebKit's driver sometimes clicks beside it, when the page scrolls meanwhile: then it clicks again. */
  async press(name) {
    const click = async () => {
      await this.inPage((control) => {
        window.wasHit = false;
        control.addEventListener('click', () => { window.wasHit = true; }, { capture: true, once: true });
      }, await this.control(name));
      await (await this.control(name)).click();
    };
    // After "Leave quickly" the page may be gone.
    const missed = () => this.inPage(() => window.wasHit === false).catch(() => false);
    // Where the press takes the button away, the driver says that it has forgotten it.
    const tryToClick = () => click().catch(async (error) => {
      if (error.name !== 'StaleElementReferenceError' || await missed()) throw error;
    });
    await this.remembered(tryToClick);
    for (let tries = 1; tries < 3 && await missed(); tries += 1) await this.remembered(tryToClick);
  }

  /** Retries when WebKit's driver forgets an element that it just returned; the action has not happened then. */
  async remembered(act) {
    try {
      await act();
    } catch (error) {
      if (error.name !== 'StaleElementReferenceError') throw error;
      await act();
    }
  }

  /** Clicks the label, as most people do. */
  async choose(name) {
    await this.remembered(async () => {
      const radio = await this.control(name);
      await (await this.inPage((radio) => radio.labels[0], radio)).click();
      equal(await radio.isSelected(), true, `"${name}" is chosen`);
    });
  }

  /** The id of the focused element inside the check-in. */
  focused() {
    return this.inPage(() => window.root.activeElement?.id);
  }

  /** Checks the screen's heading and that it has the focus, which tells screen readers of the new screen. */
  async sees(heading) {
    await this.shows(heading);
    await this.until(`the focus on "${heading}"`, async () => await this.focused() === 'heading');
  }

  shows(heading) {
    return this.until(`the heading "${heading}"`, () =>
      this.inPage((words) => window.root.querySelector('#heading')?.textContent === words, heading));
  }

  /** Checks the first view: nothing has taken the focus. */
  async seesCard() {
    await this.shows(TITLE);
    await this.control('Begin');
    equal(await this.inPage(() => document.activeElement === document.body), true, 'the page keeps the focus');
  }

  /** Opens and closes the help, which every screen has. */
  async triesHelp() {
    await this.press('Get help now');
    await this.until('the focus on the title of the help', async () => await this.focused() === 'help-title');
    await this.driver.actions().sendKeys(Key.ESCAPE).perform();
    await this.until('the help closed', () => this.inPage(() => !window.root.querySelector('#help-title')));
  }

  /** Takes the worked case from the first view to the results, and looks at the help on the way. */
  async takesTheCheckin() {
    await this.choose('I am in recovery');
    await this.press('Begin');
    await this.sees('How are you right now?');
    await this.press('Continue');
    for (const [place, id] of ORDER.entries()) {
      await this.sees(ITEMS[id].recovery.text);
      if (place === 0) await this.triesHelp();
      await this.choose(CHOICES[WORKED[id]] ?? SKIP);
      await this.press('Continue');
    }
    await this.sees('Look over your answers');
    await this.press('See my results');
    await this.sees('Your check-in');
    deepEqual(await this.inPage(() =>
      [...window.root.querySelectorAll('.area .number')].map((number) => number.textContent)), ['71', '55', '44']);
  }
}

/** A reader without a mouse: Tab, the arrows, Space and Enter. */
export class KeyboardReader extends Reader {
  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /**
   * Presses Tab, or Shift+Tab, until the focus is on this control or in its group of radios, up to a limit that a
   * patient person would reach.
   */
  async tabTo(control) {
    const isBefore = (control) => {
      const focused = window.root.activeElement;
      return Boolean(focused?.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING);
    };
    const isThere = (control) => {
      const focused = window.root.activeElement;
      return focused === control || Boolean(control.name && focused?.name === control.name);
    };
    const back = await this.inPage(isBefore, control);
    for (let presses = 0; presses < 40; presses += 1) {
      const keys = this.driver.actions();
      await (back ? keys.keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT) : keys.sendKeys(Key.TAB)).perform();
      if (await this.inPage(isThere, control)) return;
    }
    throw new Error(`${back ? 'Shift and Tab' : 'Tab'} did not reach "${await control.getText()}"`);
  }

  async press(name) {
    await this.tabTo(await this.control(name));
    await this.keys(Key.ENTER);
  }

  async choose(name) {
    const radio = await this.control(name);
    await this.tabTo(radio);
    const steps = await this.inPage((radio) => {
      const group = [...window.root.querySelectorAll(`input[name="${radio.name}"]`)];
      return group.indexOf(radio) - group.indexOf(window.root.activeElement);
    }, radio);
    await this.keys(...(steps === 0 ? [Key.SPACE] : Array(steps).fill(Key.ARROW_DOWN)));
    equal(await radio.isSelected(), true, `"${name}" is chosen`);
  }
}
