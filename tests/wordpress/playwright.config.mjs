// The plugin in a WordPress of its own. Run by `cargo xtask test wordpress`, which names the browser in CHROMIUM.
import base from '../e2e/playwright.config.mjs';

const { launchOptions } = base.use;
// A request to another site fails the test that made it; this keeps it from getting there.
const shutOff = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export default {
  ...base,
  testDir: '.',
  outputDir: '../../target/wordpress-failures',
  globalSetup: './site.mjs',
  // One site for all, and one test takes the plugin away for a while.
  fullyParallel: false,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: '../../target/wordpress.json' }]],
  use: { ...base.use, launchOptions: { ...launchOptions, args: [...launchOptions.args, shutOff] } },
};
