// What a test asks of WordPress without a browser.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs a script of this folder inside the site. It reads `given` as JSON, and what it prints as JSON comes back. */
export function php(script, given) {
  const { status, stdout, stderr, error } = spawnSync('php', [resolve(import.meta.dirname, script), process.env.WORDPRESS_SITE], {
    input: JSON.stringify(given),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tests/wordpress/${script} failed: ${error ?? stdout + stderr}`);
  return stdout ? JSON.parse(stdout) : undefined;
}

/** Publishes a post under the name of this user, with the rights of this user, and returns its address. */
export const publish = (user, content) => php('publish.php', { user, content });
