// Tests the plugin in its own WordPress. `cargo xtask test wordpress` runs it and names the browser in CHROMIUM.
import base from '../e2e/playwright.config.mjs';

const { launchOptions } = base.use;
// A request to another site fails its test; this also keeps the request from getting there.
const shutOff = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export default {
  ...base,
  testDir: '.',
  outputDir: '../../target/wordpress-failures',
  globalSetup: './site.mjs',
  // All tests share one site, and one test deactivates the plugin for a while.
  fullyParallel: false,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: '../../target/wordpress.json' }]],
  use: { ...base.use, launchOptions: { ...launchOptions, args: [...launchOptions.args, shutOff] } },
};
