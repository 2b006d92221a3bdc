// What owners and developers install, installed. Run by `cargo xtask test packages`, which names the browser in
// CHROMIUM.
import base from '../e2e/playwright.config.mjs';

const { launchOptions } = base.use;
// A request to another site fails the test that made it; this keeps it from getting there.
const shutOff = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

export default {
  ...base,
  testDir: '.',
  outputDir: '../../target/packages-failures',
  // Bundlers take both cores for themselves.
  fullyParallel: false,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: '../../target/packages.json' }]],
  use: { ...base.use, launchOptions: { ...launchOptions, args: [...launchOptions.args, shutOff] } },
};
