// Pictures for people to look at. `cargo xtask looks` runs this and names the browser in CHROMIUM.
import base from '../e2e/playwright.config.mjs';

export default {
  ...base,
  testDir: '.',
  testMatch: undefined,
  outputDir: '../../target/looks-failures',
  // Each journey ends with seven pictures.
  timeout: 180_000,
  reporter: [['dot']],
  projects: [
    { name: 'pictures', testMatch: 'pictures.mjs', teardown: 'sheets' },
    { name: 'sheets', testMatch: 'sheets.mjs' },
  ],
};
