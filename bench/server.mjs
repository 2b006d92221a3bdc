// A server that sends every file with brotli at its best, forbids caching, and keeps a log. It counts bytes of bodies
// only: headers differ between hosts.
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

function pack(body) {
  const bytes = Buffer.from(body);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(brotliCompress)(bytes, { params });
}

/** Serves `files`, a map from path to body. `log` lists { path, bytes } of the requests in order of arrival. */
export async function serve(files) {
  const packed = new Map(await Promise.all([...files].map(async ([path, body]) => [path, await pack(body)])));
  const log = [];
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url, 'http://localhost');
    const body = packed.get(path);
    log.push({ path, bytes: body?.length ?? 0 });
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    log,
    /** The size of a file as sent, in bytes. */
    size: (path) => packed.get(path).length,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
