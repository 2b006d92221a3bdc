// Runs a MariaDB in its own folder, reachable only through a socket file.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { start, until } from './processes.mjs';

// Debian installs the server outside the PATH of ordinary users.
const PATH = `${process.env.PATH}:/usr/sbin`;

/** Creates the database files in `folder` and starts the server on them. */
export async function startDatabase(folder) {
  // MariaDB runs as root only with an explicit --user; others run it under their own name.
  const user = `--user=${userInfo().username}`;
  const made = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', user, `--datadir=${folder}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { encoding: 'utf8', env: { ...process.env, PATH } },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.error ?? made.stdout + made.stderr}`);
  // Not in `folder`: a socket path may have at most 107 characters.
  const place = mkdtempSync(join(tmpdir(), 'trust-checkin-'));
  const socket = join(place, 'database.sock');
  const server = start('mariadbd', [
    '--no-defaults', user, `--datadir=${folder}`, `--socket=${socket}`, `--pid-file=${join(place, 'database.pid')}`,
    '--skip-networking', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=64M',
  ], { PATH });
  const stop = async () => {
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  };
  try {
    await until('the database', () => answers(socket), server);
    const make = `$db = new mysqli('localhost', 'root', '', '', 0, $argv[1]); $db->query('CREATE DATABASE wordpress');`;
    execFileSync('php', ['-r', make, socket], { stdio: 'pipe' });
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, stop };
}

function answers(socket) {
  return new Promise((done, fail) => {
    const connection = connect(socket);
    connection.on('data', () => { connection.destroy(); done(true); });
    connection.on('error', fail);
  });
}
