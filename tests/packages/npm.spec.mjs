// The npm package, installed from its file: its contents, and the promises of its types and descriptions.
import Ajv from 'ajv';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installed } from './app.mjs';
import { CONTRACT, DIST, MANIFEST, PACKAGE, run, tool } from './place.mjs';

const TYPES = join(import.meta.dirname, 'types');
const require = createRequire(import.meta.url);
const schema = require('custom-elements-manifest/schema.json');

let app;
/** A file of the installed package. */
const file = (name) => join(app, 'node_modules/trust-checkin', name);
const json = (name) => JSON.parse(readFileSync(file(name), 'utf8'));

test.beforeAll(async () => { app = await installed('npm'); });

test('publint finds nothing', async () => {
  const { stdout } = await run(tool('publint'), [PACKAGE, '--strict'], app);
  expect(stdout).toContain('All good!');
});

test('arethetypeswrong finds nothing wrong for an ES module package', async () => {
  const options = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'json'];
  const { stdout } = await run(tool('attw'), [PACKAGE, ...options], app);
  const { analysis } = JSON.parse(stdout);
  expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(json('package.json').exports));
});

test('everything that can be imported is there', async () => {
  const names = Object.keys(json('package.json').exports).map((path) => join('trust-checkin', path));
  expect(names).toEqual(['trust-checkin', 'trust-checkin/inlined', 'trust-checkin/custom-elements.json', 'trust-checkin/package.json']);
  const resolve = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve(name))))`;
  const { stdout } = await run('node', ['--input-type=module', '--eval', resolve], app);
  for (const address of JSON.parse(stdout)) expect(existsSync(new URL(address)), address).toBe(true);
  // Nothing else can be imported: other files may change.
  expect(() => createRequire(join(app, 'main.js')).resolve('trust-checkin/trust-checkin.js')).toThrow(/exports/);
});

test('the files of the package are those of dist/, and its own', () => {
  const own = ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json', 'trust-checkin.inlined.js'];
  const data = MANIFEST.files.filter(({ immutable }) => immutable).map(({ name }) => name);
  const shared = ['THIRD-PARTY.txt', 'custom-elements.json', 'trust-checkin.d.ts', 'trust-checkin.js', ...data];
  expect(readdirSync(file('')).sort()).toEqual([...own, ...shared].sort());
  for (const name of shared) expect(readFileSync(file(name)).equals(readFileSync(join(DIST, name))), name).toBe(true);
  const { name, version, license, dependencies, scripts } = json('package.json');
  expect({ name, version, license }).toEqual({ name: 'trust-checkin', version: MANIFEST.version, license: 'MIT OR Apache-2.0' });
  // Installing it runs no script and brings no other package.
  expect([dependencies, scripts]).toEqual([undefined, undefined]);
});

for (const resolution of [['bundler', 'esnext'], ['nodenext', 'nodenext']]) {
  test(`the types take what is right and refuse what is wrong, ${resolution[0]}`, async () => {
    cpSync(TYPES, join(app, 'types'), { recursive: true });
    const [moduleResolution, module] = resolution;
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', '',
      '--module', module, '--moduleResolution', moduleResolution];
    const { stdout } = await run(tool('tsc'), [...options, 'types/right.ts', 'types/wrong.ts'], app);
    expect(stdout).toBe('');
  });
}

test.describe('custom-elements.json', () => {
  test('has the shape that editors expect', () => {
    const manifest = json('custom-elements.json');
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(manifest);
    expect(validate.errors).toBeNull();
    expect(manifest.schemaVersion).toBe('1.0.0');
    expect(json('package.json').customElements).toBe('custom-elements.json');
    expect(manifest.modules.map(({ path }) => existsSync(file(path)))).toEqual([true]);
  });

  test('names what the contract names, and no more', () => {
    const { declarations: [element], exports } = json('custom-elements.json').modules[0];
    const names = (list) => list.map(({ name }) => name);
    expect(element.tagName).toBe(CONTRACT.tag);
    expect(exports).toMatchObject([{ name: CONTRACT.tag, declaration: { name: element.name } }]);
    for (const list of ['attributes', 'events', 'cssProperties']) expect(names(element[list]), list).toEqual(names(CONTRACT[list]));
    expect(names(element.cssParts)).toEqual(names(CONTRACT.parts));
    for (const { name, values } of CONTRACT.attributes.filter(({ values }) => values)) {
      const { type } = element.attributes.find((attribute) => attribute.name === name);
      expect(type.text.split(' | '), name).toEqual(values.map((value) => `'${value}'`));
    }
  });
});
