// Programs that run beside the tests. Each is ended together with its child processes.
import { spawn } from 'node:child_process';

/** Starts a program in its own process group. Its output is kept, and reported if it exits by itself. */
export function start(program, words, env = {}) {
  const child = spawn(program, words, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { text = (text + data).slice(-4000); });
  const ended = new Promise((done) => {
    child.on('error', (error) => { text += error; done(); });
    child.on('close', done);
  });
  const signal = (name) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch (error) {
      // The group has no processes left.
      if (error.code !== 'ESRCH') throw error;
    }
  };
  // In case this process exits first.
  const last = () => signal('SIGKILL');
  process.once('exit', last);
  return {
    get failure() {
      return child.exitCode === null && child.pid ? undefined : `${program} ended: ${text}`;
    },
    async stop() {
      signal('SIGTERM');
      const patience = setTimeout(last, 20_000);
      await ended;
      clearTimeout(patience);
      // A parent can exit before its children.
      last();
      process.off('exit', last);
    },
  };
}

/** Waits until `isThere` holds. `what` completes "… did not come up". */
export async function until(what, isThere, process) {
  const end = Date.now() + 60_000;
  for (;;) {
    if (process?.failure) throw new Error(process.failure);
    if (await isThere().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`${what} did not come up in a minute.`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
}
