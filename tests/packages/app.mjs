// A developer's app with the check-in installed, step by step as the page for owners says.
import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nothingChosen } from '../../site/options.mjs';
import { snippet } from '../../site/snippets.mjs';
import { empty, MANIFEST, npm, PACKAGE } from './place.mjs';

/** The three steps: a command, a line of a script, a piece of a page. */
const [INSTALL, SCRIPT, MARKUP] = snippet('npm', nothingChosen(), MANIFEST, '/').split('\n\n');

/** Creates a folder with an empty app and installs the package. */
export async function installed(name) {
  const folder = empty(name);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  copyFileSync(PACKAGE, join(folder, basename(PACKAGE)));
  const [program, ...words] = INSTALL.split(' ');
  if (program !== 'npm') throw new Error(`This is no way to install a package: ${INSTALL}`);
  await npm(words, folder);
  return folder;
}

/** The same with a page that shows the check-in; its script imports `from`. */
export async function withPage(name, from = 'trust-checkin') {
  const folder = await installed(name);
  const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>An app</title><link rel="icon" href="data:,"></head>
  <body>
    ${MARKUP}
    <script type="module" src="/main.js"></script>
  </body>
</html>
`;
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'main.js'), SCRIPT.replace("'trust-checkin'", `'${from}'`));
  return folder;
}
