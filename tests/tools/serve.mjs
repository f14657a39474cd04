// Serves local files to a browser under test: the right content type and never a charset, so that the browser decodes
// by what the file itself declares, as it does for a page that was saved to disk. Also understands what a browser asks
// its proxy, so that a test can see everything that leaves.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.shtml': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** @type {[string, string][]} */
const ISOLATED = [
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-embedder-policy', 'require-corp'],
];

/**
 * @typedef {object} Served
 * @property {number} port
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {{ method: string, host: string, url: string }[]} requests everything that was asked for
 * @property {() => Promise<void>} close
 */

/**
 * @param {(path: string, host: string) => string | { type: string, body: string | Uint8Array } | null} find
 *   decoded path (starts with `/`) to the absolute path of a file, to a body, or to nothing
 * @param {{ port?: number, isolated?: boolean }} [options] `isolated`: pages share nothing with other origins, and browsers
 *   give them a clock of microseconds instead of tenths of a millisecond
 * @returns {Promise<Served>}
 */
export async function serve(find, { port = 0, isolated = false } = {}) {
  /** @type {Served['requests']} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const host = request.headers.host ?? '';
    const url = request.url ?? '/';
    requests.push({ method: request.method ?? 'GET', host, url });
    for (const header of isolated ? ISOLATED : []) response.setHeader(...header);
    const gone = () => response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    try {
      const found = find(decodeURIComponent(new URL(url, 'http://local').pathname), host);
      if (found === null) return gone();
      if (typeof found !== 'string') {
        const length = Buffer.byteLength(found.body);
        return response.writeHead(200, { 'content-type': found.type, 'content-length': length }).end(found.body);
      }
      const { size } = await stat(found);
      const type = TYPES[extname(found).toLowerCase()] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-length': size, 'accept-ranges': 'none' });
      createReadStream(found).pipe(response);
    } catch {
      gone();
    }
  });
  // As a proxy: what is encrypted is noted and refused.
  server.on('connect', (request, socket) => {
    requests.push({ method: 'CONNECT', host: request.url ?? '', url: '' });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    port: actual,
    origin: `http://127.0.0.1:${actual}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve(undefined));
      }),
  };
}

/** @param {string} folder every file below it by its relative path */
export const serveFolder = (folder, options) =>
  serve((path) => (normalize(path).startsWith('/..') ? null : join(folder, normalize(path))), options);
