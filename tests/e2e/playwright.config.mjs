// Whole journeys in Chromium against the files that ship. Run by `cargo xtask test e2e`, which names the
// browser in CHROMIUM; Playwright downloads none.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { fontsOfTests } from './support/fonts.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.mjs',
  globalSetup: resolve(import.meta.dirname, 'support/draw.mjs'),
  outputDir: '../../target/playwright',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Generous: a slow machine is no failure. No test asserts a duration.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../target/playwright.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      env: { ...process.env, ...fontsOfTests() },
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        // The headless shell does not catch a read outside of the memory of wasm, and would crash.
        '--js-flags=--wasm-enforce-bounds-checks',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
