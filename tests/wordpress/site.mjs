// Sets up a WordPress for the tests: a copy of Debian's with its own database and web server, and the plugin from dist/
// installed. It neither uses nor changes the system's WordPress, and leaves nothing running.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { startDatabase } from './database.mjs';
import { php } from './php.mjs';
import { start, until } from './processes.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const WORK = resolve(ROOT, 'target/wordpress');
const ZIP = resolve(ROOT, 'dist/trust-checkin-wordpress.zip');
// WORDPRESS names the unpacked folder of another version, which contains the theme twentytwentythree.
const WORDPRESS = process.env.WORDPRESS ?? '/usr/share/wordpress';

/** Playwright calls this before the first test, and calls the returned function after the last. */
export default async function site() {
  if (!existsSync(ZIP)) throw new Error(`${ZIP} is missing: run \`cargo xtask dist\`.`);
  await rm(WORK, { recursive: true, force: true });
  await mkdir(WORK, { recursive: true });
  const running = [];
  const stop = async () => {
    for (const one of running.reverse()) await one.stop();
    await rm(WORK, { recursive: true, force: true });
  };
  try {
    const folder = resolve(WORK, 'site');
    const database = await startDatabase(resolve(WORK, 'database'));
    running.push(database);
    const address = `127.0.0.1:${await freePort()}`;
    const url = `http://${address}`;
    // Debian's package has links to other packages: the copy has the files.
    await cp(WORDPRESS, folder, { recursive: true, dereference: true });
    await writeFile(resolve(folder, 'wp-config.php'), config(database.socket, url));
    // Browsers request it, and would log to the console that it is missing.
    await writeFile(resolve(folder, 'favicon.ico'), '');
    process.env.WORDPRESS_SITE = folder;
    process.env.WORDPRESS_URL = url;
    process.env.WORDPRESS_PASSWORD = randomBytes(12).toString('hex');
    php('install.php', { url, password: process.env.WORDPRESS_PASSWORD, zip: ZIP });
    running.push(start('php', ['-S', address, '-t', folder], { PHP_CLI_SERVER_WORKERS: '4' }));
    await until('the web server', async () => (await fetch(`${url}/wp-login.php`)).ok);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** wp-config.php: no outside connections, and all PHP messages in debug.log. */
function config(socket, url) {
  const constants = {
    DB_NAME: 'wordpress', DB_USER: 'root', DB_PASSWORD: '', DB_HOST: `localhost:${socket}`, DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
    WP_HOME: url, WP_SITEURL: url, WP_DEFAULT_THEME: 'twentytwentythree', FS_METHOD: 'direct',
    WP_HTTP_BLOCK_EXTERNAL: true, DISABLE_WP_CRON: true, AUTOMATIC_UPDATER_DISABLED: true,
    WP_DEBUG: true, WP_DEBUG_LOG: true, WP_DEBUG_DISPLAY: false,
  };
  for (const name of ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE']) {
    constants[`${name}_KEY`] = randomBytes(32).toString('hex');
    constants[`${name}_SALT`] = randomBytes(32).toString('hex');
  }
  const quoted = (value) => (typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value));
  const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${quoted(value)} );`);
  return [
    '<?php',
    ...lines,
    "$table_prefix = 'wp_';",
    "defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );",
    "require_once ABSPATH . 'wp-settings.php';",
    '',
  ].join('\n');
}
