// The fonts of every test: Noto Sans and Noto Sans Arabic from npm, and none of the machine's own. They are given to the
// browser and not to its pages: so no page under test is changed, and no policy of a page is in the way.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const FOLDER = resolve(root, 'target/fonts');
const FONTS = {
  'noto-sans': ['400Regular', '500Medium', '600SemiBold', '700Bold', '400Regular_Italic'],
  'noto-sans-arabic': ['400Regular', '500Medium', '600SemiBold', '700Bold'],
};
/** What pages ask for, and the browser's own settings. */
const GENERIC = ['sans-serif', 'serif', 'monospace', 'system-ui', 'Arial', 'Times New Roman', 'Courier New'];

const folders = Object.entries(FONTS).flatMap(([name, weights]) =>
  weights.map((weight) => resolve(root, 'node_modules/@expo-google-fonts', name, weight)));

const alias = (family) => `  <alias binding="same">
    <family>${family}</family>
    <prefer><family>Noto Sans</family><family>Noto Sans Arabic</family></prefer>
  </alias>`;

/** Whether letters are smoothed, and how, is a matter of the machine as well. */
const SMOOTH = `  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>`;

/** Makes a configuration of fontconfig with these fonts only; gives back the environment of a browser that uses it. */
export function fontsOfTests() {
  const file = resolve(FOLDER, 'fonts.conf');
  const text = ['<?xml version="1.0"?>', '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">', '<fontconfig>',
    ...folders.map((folder) => `  <dir>${folder}</dir>`), `  <cachedir>${FOLDER}/cache</cachedir>`, ...GENERIC.map(alias), SMOOTH,
    '</fontconfig>', ''].join('\n');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return { FONTCONFIG_FILE: file };
}
