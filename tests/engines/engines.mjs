// Stock Firefox and WebKitGTK, each driven by its own WebDriver. `cargo xtask test engines` names the programs; nothing
// is downloaded.
import { spawn } from 'node:child_process';
import { Builder } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox.js';
import { waitForServer } from 'selenium-webdriver/http/util.js';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { SANDBOXED } from '../e2e/support/seal.mjs';
import { fontsOfTests } from '../e2e/support/fonts.mjs';

// Drivers and browsers inherit it.
Object.assign(process.env, fontsOfTests());

/** The path of the program in this environment variable. */
function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} names no program: run \`cargo xtask test engines\`.`);
  return path;
}

export const firefox = {
  name: 'Firefox',
  /** Its driver sees into closed roots, so the tests use the shipped pages. */
  seesClosedRoots: true,
  hasWebRTC: true,
  /** Whether its driver can print. */
  prints: true,
  /** Ways to send that it never uses, with or without a policy. It prefetches only links present while a page loads. */
  doesNotSend: ({ byDriver, sandbox }) => ['ping', ...(byDriver ? ['prefetch'] : []), ...(sandbox ? SANDBOXED : [])],
  /** Under its driver, Back reloads the page. */
  keepsPages: false,
  /** A page opened from a frame does not learn the frame's address. */
  namesFrames: false,
  async start() {
    const options = new Options().addArguments('-headless').setBinary(program('FIREFOX'))
      // The driver turns prefetch off, which readers have on.
      .setPreference('network.prefetch-next', true);
    const service = new ServiceBuilder(program('GECKODRIVER'));
    const driver = await new Builder()
      .forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
    return { driver, stop: () => driver.quit() };
  },
};

export const webkit = {
  name: 'WebKitGTK',
  /** Its driver finds nothing in a closed root, so the page has to open it. */
  seesClosedRoots: false,
  /** As built by Debian. */
  hasWebRTC: false,
  prints: false,
  doesNotSend: ({ sandbox }) => ['prefetch', ...(sandbox ? SANDBOXED : [])],
  keepsPages: true,
  /** A frame's referrer policy does not apply when the frame navigates the host page. */
  namesFrames: true,
  async start() {
    const browser = { binary: program('MINIBROWSER'), args: ['--automation'] };
    const port = await findFreePort();
    const service = spawn(program('WEBKIT_DRIVER'), ['-p', port], { stdio: 'ignore' });
    // Ends the driver however the run ends.
    process.on('exit', () => service.kill());
    const url = `http://127.0.0.1:${port}`;
    await waitForServer(url, 30_000);
    const driver = await new Builder().usingServer(url)
      .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser }).build();
    const stop = async () => {
      await driver.quit();
      service.kill();
    };
    return { driver, stop };
  },
};
