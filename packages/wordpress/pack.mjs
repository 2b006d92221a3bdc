// Makes the zip that WordPress installs: the plugin, the files of dist/ that it needs, and the options of the element.
// The same files always give the same bytes.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { template } from './pot.mjs';

const SLUG = 'trust-checkin';
const SCRIPT = 'trust-checkin.js';
const LICENSES = ['LICENSE-MIT', 'LICENSE-APACHE'];
/** In local time, since fflate writes local time: the bytes are the same in every time zone. */
const WRITTEN = new Date(1980, 0, 1);
const RIGHTS = 0o100644 << 16;

/** The element's options as attributes of the block. */
function attributesOf({ attributes }) {
  return Object.fromEntries(attributes.map(({ name, values, default: standard, description }) =>
    [name, { type: 'string', enum: values, default: standard, description }]));
}

/** The default of every option by name; an empty string if it has none. */
function optionsOf({ attributes }) {
  return Object.fromEntries(attributes.map(({ name, default: standard = '' }) => [name, standard]));
}

const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/**
 * Returns the bytes of trust-checkin-wordpress.zip. `root` is the checkout; `assets` maps names to bytes: the script and
 * the files of `dist/` that it loads; `without` lists, for each `language`, the content without scripts: the `fallback`
 * inside the element and the `paper` after it.
 */
export async function packWordPress({ root, version, assets, without }) {
  if (!assets.has(SCRIPT)) throw new Error(`The plugin needs ${SCRIPT} among its assets, which are ${[...assets.keys()].join(', ')}.`);
  const source = join(root, 'packages', 'wordpress', SLUG);
  const contract = JSON.parse(await readFile(join(root, 'element', 'contract.json'), 'utf8'));
  const files = new Map();
  for (const name of await readdir(source)) {
    const text = await readFile(join(source, name), 'utf8');
    files.set(name, Buffer.from(text.replaceAll('{{version}}', version)));
  }
  for (const [name, bytes] of assets) files.set(`assets/${name}`, bytes);
  for (const name of LICENSES) files.set(`assets/${name}`, await readFile(join(root, name)));

  for (const { language, fallback, paper } of without) {
    files.set(`assets/fallback.${language}.html`, Buffer.from(fallback));
    files.set(`assets/paper.${language}.html`, Buffer.from(paper));
  }

  const integrity = `sha384-${createHash('sha384').update(files.get(`assets/${SCRIPT}`)).digest('base64')}`;
  files.set('assets/assets.json', json({ integrity, options: optionsOf(contract), languages: without.map(({ language }) => language) }));
  files.set('block.json', json({ ...JSON.parse(files.get('block.json')), attributes: attributesOf(contract) }));
  files.set(`languages/${SLUG}.pot`, Buffer.from(template(files)));

  const entry = (bytes) => [bytes, { mtime: WRITTEN, level: 9, os: 3, attrs: RIGHTS }];
  const names = [...files.keys()].sort();
  return Buffer.from(zipSync(Object.fromEntries(names.map((name) => [`${SLUG}/${name}`, entry(files.get(name))]))));
}
