// Installs the packages for owners and developers and tests them. `cargo xtask test packages` runs it and names the
// browser in CHROMIUM.
import base from '../e2e/playwright.config.mjs';

const { launchOptions } = base.use;
// A request to another site fails its test; this also keeps the request from getting there.
const shutOff = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

export default {
  ...base,
  testDir: '.',
  outputDir: '../../target/packages-failures',
  globalSetup: undefined,
  // Bundlers use both cores.
  fullyParallel: false,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: '../../target/packages.json' }]],
  use: { ...base.use, launchOptions: { ...launchOptions, args: [...launchOptions.args, shutOff] } },
};
