import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { acceptsGzip, isNotModified } from './conditional.ts';
import { renderNotFound } from './render/plain-pages.ts';
import { makeSite, redirects } from './site.ts';

/** What is served at a path in place of the shop's own page. */
export interface Override {
  /** Default 200. */
  status?: number;
  /** The body; default: the shop's own for status 200, its “not found” page otherwise. */
  html?: string;
}

export interface SampleStoreOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The address to listen on, default `127.0.0.1`. */
  host?: string;
  /** Changes to pages, by path. Read at each request, so a test can edit a page between two crawls. */
  overrides?: Map<string, Override>;
}

export interface SampleStore {
  /** The origin that every absolute URL of the shop begins with, such as `http://127.0.0.1:8788`. */
  url: string;
  /** What the shop itself serves at a path, without overrides; null where it has nothing. */
  page(path: string): string | null;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

interface Answer {
  status: number;
  contentType: string;
  body: string;
  /** Null when the body was changed by an override, whose date nobody knows. */
  lastModified: string | null;
}

/**
 * Serves the sample store over HTTP: strong ETags, Last-Modified, 304, gzip, HEAD, redirects of old paths.
 * @throws when the port is taken, naming it and the setting to change.
 */
export async function startSampleStore(options: SampleStoreOptions = {}): Promise<SampleStore> {
  const { port = 0, host = '127.0.0.1', overrides = new Map<string, Override>() } = options;
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const url = `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`;
  const site = makeSite(url);
  const page = remember((path) => site.get(path)?.render() ?? null);
  const encode = makeEncoder();

  function answerFor(path: string): Answer {
    const override = overrides.get(path);
    const resource = site.get(path);
    const status = override?.status ?? (override?.html !== undefined || resource ? 200 : 404);
    const body = override?.html ?? (status === 200 ? page(path) : null) ?? renderNotFound(url);
    const own = resource !== undefined && override === undefined;
    return {
      status,
      body,
      contentType: resource?.contentType ?? 'text/html; charset=utf-8',
      lastModified: own ? new Date(`${resource.updated}T00:00:00Z`).toUTCString() : null,
    };
  }

  handle = (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response
        .writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain' })
        .end('Method not allowed\n');
      return;
    }
    const path = pathOf(request.url ?? '/');
    const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
    const moved = redirects.get(trimmed) ?? (trimmed !== path && site.has(trimmed) ? trimmed : null);
    if (moved !== null && !overrides.has(path)) {
      response
        .writeHead(301, { Location: url + moved, 'Content-Type': 'text/plain' })
        .end(`Moved to ${moved}\n`);
      return;
    }
    send(request, response, answerFor(path), encode);
  };

  return {
    url,
    page,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

type Encode = (body: string, gzip: boolean) => { bytes: Buffer; etag: string };

function send(request: IncomingMessage, response: ServerResponse, answer: Answer, encode: Encode): void {
  const gzip = acceptsGzip(request.headers['accept-encoding']);
  const { bytes, etag } = encode(answer.body, gzip);
  const validators =
    answer.lastModified === null ? { ETag: etag } : { ETag: etag, 'Last-Modified': answer.lastModified };
  const caching = { 'Cache-Control': 'public, max-age=0, must-revalidate', Vary: 'Accept-Encoding' };
  const asked = {
    ifNoneMatch: request.headers['if-none-match'],
    ifModifiedSince: request.headers['if-modified-since'],
  };
  if (answer.status === 200 && isNotModified(asked, { etag, lastModified: answer.lastModified })) {
    response.writeHead(304, { ...validators, ...caching }).end();
    return;
  }
  response.writeHead(answer.status, {
    'Content-Type': answer.contentType,
    'Content-Length': bytes.length,
    ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
    ...(answer.status === 200 ? validators : {}),
    ...caching,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Encodes bodies, each once. The two encodings have two ETags, for a strong one names exact bytes (RFC 9110, 8.8.3.3). */
function makeEncoder(): Encode {
  const plain = remember((body: string) => Buffer.from(body));
  const zipped = remember((body: string) => gzipSync(body));
  const tag = remember((body: string) => createHash('sha256').update(body).digest('base64url').slice(0, 22));
  return (body, gzip) =>
    gzip
      ? { bytes: zipped(body), etag: `"${tag(body)}-gz"` }
      : { bytes: plain(body), etag: `"${tag(body)}"` };
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** The path of a request target, decoded; a target that is not a URL is served as “not found”. */
function pathOf(target: string): string {
  try {
    return decodeURIComponent(new URL(target, 'http://store.invalid').pathname);
  } catch {
    return '/404';
  }
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reason =
    error.code === 'EADDRINUSE'
      ? `port ${port} on ${host} is already in use. Stop what uses it, or set SAMPLE_STORE_PORT to a free port.`
      : `cannot listen on ${host}:${port} (${error.code ?? error.message}). Set SAMPLE_STORE_PORT to another port.`;
  return new Error(`The sample store did not start: ${reason}`, { cause: error });
}
