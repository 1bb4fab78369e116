import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { acceptsGzip, isNotModified } from '../../../../ingest/sample-store/conditional.ts';
import { makeMadeUpSite } from './site.ts';

/** What the server has answered with so far, of pages alone. */
export interface ServedPages {
  /** Bodies sent. */
  bodies: number;
  notModified: number;
}

interface Resource {
  contentType: string;
  plain: Buffer;
  zipped: Buffer;
  etag: string;
}

/** A request of the parent's: what was served, or another wording on a page. */
export type ServerRequest = { type: 'served' } | { type: 'edit'; path: string; from: string; to: string };

// A process of its own: `node server.ts <pages>`, which serves a made-up shop and answers its parent's messages.
const pages = Number(process.argv[2]);
const resources = new Map<string, Resource>();
const served: ServedPages = { bodies: 0, notModified: 0 };

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://shop.invalid').pathname;
  const found = resources.get(path);
  if (found === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.\n');
    return;
  }
  answer(response, found, request.headers);
});

server.listen(0, '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = makeMadeUpSite(pages, origin);
  for (const [path, { contentType, body }] of site.files) put(path, contentType, body);
  for (const path of site.paths) put(path, 'text/html; charset=utf-8', site.page(path).html);
  process.send?.({ origin });
});

process.on('message', (message: ServerRequest) => {
  if (message.type === 'edit') edit(message);
  process.send?.(served);
});
// The parent is gone, however it ended.
process.on('disconnect', () => process.exit());

function put(path: string, contentType: string, body: string): void {
  const plain = Buffer.from(body);
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  resources.set(path, { contentType, plain, zipped: gzipSync(plain), etag });
}

function edit({ path, from, to }: ServerRequest & { type: 'edit' }): void {
  const before = resources.get(path)?.plain.toString() ?? '';
  if (before.split(from).length !== 2) throw new Error(`${path}: expected "${from}" once, to replace it`);
  put(path, 'text/html; charset=utf-8', before.replace(from, to));
}

function answer(
  response: ServerResponse,
  { contentType, plain, zipped, etag: tag }: Resource,
  headers: Record<string, string | string[] | undefined>,
): void {
  const gzip = acceptsGzip(String(headers['accept-encoding'] ?? ''));
  // Two encodings are two representations, each with a strong ETag of its own (RFC 9110, 8.8.3.3).
  const etag = gzip ? `"${tag}-gz"` : `"${tag}"`;
  const ifNoneMatch = headers['if-none-match'];
  const isPage = contentType.startsWith('text/html');
  const shared = { ETag: etag, Vary: 'Accept-Encoding', 'Cache-Control': 'no-cache' };
  if (isNotModified({ ifNoneMatch: ifNoneMatch?.toString() }, { etag, lastModified: null })) {
    if (isPage) served.notModified += 1;
    response.writeHead(304, shared).end();
    return;
  }
  if (isPage) served.bodies += 1;
  const body = gzip ? zipped : plain;
  const encoding = gzip ? { 'Content-Encoding': 'gzip' } : {};
  response
    .writeHead(200, { 'Content-Type': contentType, 'Content-Length': body.length, ...encoding, ...shared })
    .end(body);
}
