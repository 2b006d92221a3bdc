// Libraries of the page that speed up taps, drag things, or trap the focus: a reader on a phone can answer all the same.
import { element, expect, test as base } from '../support/host.mjs';

const test = base.extend({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

const LIBRARIES = {
  'speeds up taps': `
    let first;
    document.body.addEventListener('touchstart', (event) => { first = event.target; }, { passive: false });
    document.body.addEventListener('touchend', (event) => {
      if (first !== event.target) return;
      event.preventDefault();
      event.target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }, { passive: false });`,
  'speeds up taps, and captures them': `
    document.addEventListener('touchend', (event) => {
      event.preventDefault();
      event.target.click();
    }, { capture: true, passive: false });`,
  'drags things by touch, and captures': `
    document.addEventListener('touchstart', (event) => event.preventDefault(), { capture: true, passive: false });
    document.addEventListener('touchmove', (event) => event.preventDefault(), { capture: true, passive: false });`,
  'drags things by the pointer, and takes all of its events': `
    document.addEventListener('pointerdown', (event) => {
      event.target.setPointerCapture(event.pointerId);
      event.preventDefault();
    }, true);
    document.addEventListener('mousedown', (event) => event.preventDefault(), true);`,
  'sorts a list that the check-in stands in': `
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      document.body.addEventListener(type, (event) => { event.preventDefault(); event.stopPropagation(); }, { passive: false });
    }`,
  'traps the focus in a box of its own': `
    document.addEventListener('focusin', (event) => { if (!box.contains(event.target)) box.focus(); }, true);
    document.addEventListener('mousedown', (event) => { if (!box.contains(event.target)) event.preventDefault(); }, true);
    document.addEventListener('touchstart', (event) => { if (!box.contains(event.target)) event.preventDefault(); }, { capture: true, passive: false });`,
};

for (const [name, library] of Object.entries(LIBRARIES)) {
  test(`R72: a library ${name}: a tap chooses, begins, answers and leaves`, async ({ host, context }) => {
    await context.route('https://weather.example/', (route) => route.abort('aborted'));
    await host.open(`<script>addEventListener('DOMContentLoaded', () => {${library}})</script>
      ${element('one', 'lang="en" exit="https://weather.example/"')}<input id="box" aria-label="Search">`);
    const reader = await host.reader('one');
    await reader.checkin.getByText('I am in recovery', { exact: true }).tap();
    await expect(reader.radio('I am in recovery')).toBeChecked();
    await reader.button('Begin').tap();
    await expect(reader.heading).toHaveText('How are you right now?');
    await reader.checkin.getByText('I\'m okay', { exact: true }).tap();
    await expect(reader.radio('I\'m okay')).toBeChecked();
    await reader.button('Leave quickly').tap();
    await expect(reader.checkin.locator('dialog.gone')).toBeVisible();
  });
}
