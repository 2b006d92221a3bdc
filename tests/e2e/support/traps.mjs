// What a page sees of the app from below: its exports, its memory, and what is thrown in it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FILES } from './fixtures.mjs';

export const shippedApp = () => readFileSync(resolve(import.meta.dirname, `../../../dist${FILES.wasm}`));

/**
 * Before the first script: `window.apps` are the exports of each instance, `window.calls` counts the calls of all,
 * `window.traps` is what is thrown out of them, and `window.heard` every error that a tracker on the page could read.
 */
export async function watchApp(page) {
  await page.addInitScript(() => {
    window.apps = [];
    window.calls = 0;
    window.traps = [];
    window.heard = [];
    addEventListener('error', ({ message }) => window.heard.push(message));
    addEventListener('unhandledrejection', ({ reason }) => window.heard.push(String(reason)));
    const { instantiate } = WebAssembly;
    const watched = (call) => (...given) => {
      window.calls += 1;
      try {
        return call(...given);
      } catch (error) {
        window.traps.push(`${error.name}: ${error.message}`);
        throw error;
      }
    };
    WebAssembly.instantiate = async (module, imports) => {
      const { exports } = await instantiate(module, imports);
      window.apps.push(exports);
      const all = Object.entries(exports);
      return { exports: Object.fromEntries(all.map(([name, value]) => [name, value.call ? watched(value) : value])) };
    };
  });
}

/** Runs other bytes in place of the shipped app, past the check of its hash. */
export async function useApp(page, wasm) {
  await page.addInitScript((text) => {
    const { compile } = WebAssembly;
    WebAssembly.compileStreaming = () => compile(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  }, wasm.toString('base64'));
}

/** Pages of 64 KiB that the newest instance holds. */
export const pagesOf = (page) => page.evaluate(() => {
  const memory = Object.values(window.apps.at(-1)).find((value) => value instanceof WebAssembly.Memory);
  return memory.buffer.byteLength / 65_536;
});
