// Firefox and WebKitGTK as they are shipped, each over its own WebDriver. `cargo xtask test engines` names the
// programs; nothing is downloaded.
import { spawn } from 'node:child_process';
import { Builder } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/firefox.js';
import { waitForServer } from 'selenium-webdriver/http/util.js';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { SANDBOXED } from '../e2e/seal.mjs';

/** The program that this variable names. */
function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} names no program: run \`cargo xtask test engines\`.`);
  return path;
}

export const firefox = {
  name: 'Firefox',
  /** Its driver sees into closed roots, so every page is the one that ships. */
  seesClosedRoots: true,
  hasWebRTC: true,
  /** What it sends from no page, with or without a policy. It prefetches only what is there while a page loads. */
  doesNotSend: ({ byDriver, sandbox }) => ['ping', ...(byDriver ? ['prefetch'] : []), ...(sandbox ? SANDBOXED : [])],
  /** Under its driver it loads a page anew on Back. */
  keepsPages: false,
  /** A page that a frame opens learns nothing of the frame. */
  namesFrames: false,
  async start() {
    const options = new Options().addArguments('-headless').setBinary(program('FIREFOX'))
      // Its driver switches off what readers have.
      .setPreference('network.prefetch-next', true);
    const service = new ServiceBuilder(program('GECKODRIVER'));
    const driver = await new Builder()
      .forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
    return { driver, stop: () => driver.quit() };
  },
};

export const webkit = {
  name: 'WebKitGTK',
  /** Its driver finds nothing in a closed root: the page has to open it. */
  seesClosedRoots: false,
  /** As Debian builds it. */
  hasWebRTC: false,
  doesNotSend: ({ sandbox }) => ['prefetch', ...(sandbox ? SANDBOXED : [])],
  keepsPages: true,
  /** What a frame says of referrers does not hold for the page around it, which it opens another page in. */
  namesFrames: true,
  async start() {
    const browser = { binary: program('MINIBROWSER'), args: ['--automation'] };
    const port = await findFreePort();
    const service = spawn(program('WEBKIT_DRIVER'), ['-p', port], { stdio: 'ignore' });
    // However the run ends.
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
