// The pages as `cargo xtask serve` and `trunk serve` make them: nothing is optimised, and no name is shortened. The app is
// the one that `cargo xtask dist` has compiled, before its optimisation.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../build/files.mjs';
import { prerender } from '../../build/wasm.mjs';
import { expect, takesTheJourney, test } from './fixtures.mjs';
import { DIST, empty, ROOT } from './place.mjs';

const TARGET = join(ROOT, 'target');
const compiled = join(TARGET, 'app', 'release-full');
const full = { wasm: join(compiled, 'trust-checkin_bg.wasm'), glue: join(compiled, 'trust-checkin_bg.js') };
const given = { apps: async () => ({ full }), drawn: () => prerender(ROOT, join(TARGET, 'debug', 'prerender')), shipped: false };
const withoutHash = (name) => name.replace(/-\w{12}\./, '.');

/** Writes the files that pages load, as Trunk's hook does. Returns their folder. */
async function written() {
  const site = filesOf(ROOT, given);
  const folder = empty('development');
  for (const name of await site.list(['page'])) writeFileSync(join(folder, name), await site.make(name));
  return folder;
}

test('pages made for development have the names that ship, without what contains the app and what is installed', async () => {
  const made = readdirSync(await written()).map(withoutHash).sort();
  const shipped = readdirSync(DIST).map(withoutHash).sort();
  const isLeftOut = (name) => /^frame\.|\.standalone\.|\.(tgz|zip)$|^(SHA384SUMS|SIZES\.md|THIRD-PARTY\.txt|manifest\.json)$/.test(name);
  expect(made).toEqual(shipped.filter((name) => !isLeftOut(name)));
});

test('a reader gets to the results on them', async ({ host, visit }) => {
  const { url } = await host(await written());
  await takesTheJourney(await visit(`${url}check-in.html`));
});

test('a file that contains the app is made when it is asked for, and one that does not exist is not', async () => {
  const { make } = filesOf(ROOT, given);
  expect((await make('frame.ar.html')).toString()).toContain('<html lang="ar" dir="rtl">');
  expect(await make('frame.xx.html')).toBeUndefined();
});
