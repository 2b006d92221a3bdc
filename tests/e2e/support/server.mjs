// A server for dist/ as plain as the cheapest web host, which keeps a log of what was asked for.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves `folder` on a free port. `requests` is the log: { method, path, headers, body } in order of arrival.
 * `changes` maps a path such as '/en.txt' to { status, type, headers, body, wait } for a test of what goes
 * wrong; what a change leaves out stays as it is, and `wait` is a promise to hold the answer back for.
 */
export async function serve(folder) {
  const requests = [];
  const changes = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const chunks = await request.toArray();
    const { method, headers } = request;
    requests.push({ method, path, url: request.url, headers, body: Buffer.concat(chunks).toString() });
    const change = changes.get(path) ?? {};
    await change.wait;
    const file = join(folder, normalize(path === '/' ? '/index.html' : path));
    const body = change.body ?? await readFile(file).catch(() => undefined);
    response.writeHead(change.status ?? (body === undefined ? 404 : 200), {
      'content-type': change.type ?? TYPES[extname(file)] ?? 'application/octet-stream',
      ...change.headers,
    });
    response.end(body ?? 'not found');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests,
    changes,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
