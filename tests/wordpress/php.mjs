// Calls WordPress without a browser.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs a script of this folder inside the site, with `given` as JSON input, and returns the JSON that it prints. */
export function php(script, given) {
  const { status, stdout, stderr, error } = spawnSync('php', [resolve(import.meta.dirname, script), process.env.WORDPRESS_SITE], {
    input: JSON.stringify(given),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tests/wordpress/${script} failed: ${error ?? stdout + stderr}`);
  return stdout ? JSON.parse(stdout) : undefined;
}

/** Publishes a post as this user, with this user's rights, and returns its address. */
export const publish = (user, content) => php('publish.php', { user, content });
