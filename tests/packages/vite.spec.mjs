// The npm package in a Vite app: built, built with everything inlined, and in the development server.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { integrity } from '../../build/manifest.mjs';
import { FILES } from '../e2e/support/fixtures.mjs';
import { withPage } from './app.mjs';
import { expect, takesTheJourney, test } from './fixtures.mjs';
import { MANIFEST, run, tool } from './place.mjs';

/** Builds an app. Vite must not warn. */
async function build(folder) {
  const { stderr } = await run(tool('vite'), ['build'], folder);
  expect(stderr, 'Vite warns of nothing').toBe('');
  return join(folder, 'dist');
}

/** File names without the hash that Vite puts before the extension. */
const paths = ({ requests }) => requests.map(({ path }) => path.replace(/-[\w-]{8}(\.\w+)$/, '$1')).sort();

test.describe('import \'trust-checkin\'', () => {
  let built;

  test.beforeAll(async () => { built = await build(await withPage('vite')); });

  test('the app and the words are files of the built app, to the byte', () => {
    const hashes = readdirSync(join(built, 'assets')).map((name) => integrity(readFileSync(join(built, 'assets', name))));
    for (const path of [FILES.wasm, FILES.full, FILES.words]) {
      const { integrity } = MANIFEST.files.find(({ name }) => path === `/${name}`);
      expect(hashes, path).toContain(integrity);
    }
  });

  test('a reader gets to the results with three files', async ({ host, visit }) => {
    const site = await host(built);
    await takesTheJourney(await visit(site.url));
    expect(paths(site)).toEqual(['/', `/assets${FILES.words}`, '/assets/index.js', `/assets${FILES.wasm}`]);
  });

  test.describe('altered on the way', () => {
    test.use({ expectedLines: /integrity|could not be loaded|Failed to fetch/ });

    for (const [kind, path] of [['wasm', FILES.wasm], ['txt', FILES.words]]) {
      test(`a ${kind} is refused by its hash`, async ({ host, page }) => {
        const site = await host(built);
        // Vite puts its own hash before the extension.
        const name = readdirSync(join(built, 'assets')).find((name) => name.startsWith(path.slice(1).replace(/\.\w+$/, '')));
        // One more byte at the end: still a valid file, with a custom section that every engine accepts.
        const more = kind === 'txt' ? Buffer.from('x') : Buffer.from([0, 2, 1, 0x78]);
        site.changes.set(`/assets/${name}`, { body: Buffer.concat([readFileSync(join(built, 'assets', name)), more]) });
        await page.goto(site.url);
        const checkin = page.locator('trust-checkin');
        await expect(checkin.getByText('The check-in could not load.')).toBeVisible();
        await expect(checkin.getByRole('link', { name: 'Call 988', exact: true }).first()).toBeVisible();
        site.changes.clear();
        await checkin.getByRole('button', { name: 'Try again' }).click();
        await expect(checkin.getByRole('button', { name: 'Begin' })).toBeVisible();
      });
    }
  });
});

test('import \'trust-checkin/inlined\': a reader gets to the results with one script', async ({ host, visit }) => {
  const site = await host(await build(await withPage('vite-inlined', 'trust-checkin/inlined')));
  await takesTheJourney(await visit(site.url));
  expect(paths(site)).toEqual(['/', '/assets/index.js']);
});

test.describe('the development server', () => {
  // The development server logs while it connects.
  test.use({ expectedLines: /^debug: \[vite\]/ });

  test('serves the check-in with the setting that its README names', async ({ visit }) => {
    const folder = await withPage('vite-dev');
    const readme = readFileSync(join(folder, 'node_modules/trust-checkin/README.md'), 'utf8');
    const setting = /`(optimizeDeps: .+?)`/.exec(readme)[1];
    writeFileSync(join(folder, 'vite.config.js'), `export default { ${setting} };\n`);
    const server = await createServer({ root: folder, logLevel: 'warn', server: { host: '127.0.0.1', port: 0 } });
    try {
      await server.listen();
      await takesTheJourney(await visit(`http://127.0.0.1:${server.httpServer.address().port}/`));
    } finally {
      await server.close();
    }
  });
});
