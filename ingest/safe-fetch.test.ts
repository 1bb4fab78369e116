import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, startLocalServer } from './crawl/local-server.ts';
import { FetchProblem } from './safe-fetch/fetch-problem.ts';
import { makeSafeFetch, type SafeFetchConfig, type SafeFetchOptions } from './safe-fetch.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const server = await startLocalServer(handle);
  opened.push(server);
  return server;
}

function fetcher(config: SafeFetchConfig) {
  const safeFetch = makeSafeFetch(config);
  opened.push(safeFetch);
  return safeFetch;
}

async function problemOf(promise: Promise<unknown>): Promise<FetchProblem> {
  const error = await promise.then(
    () => new Error('expected a FetchProblem, but the fetch succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof FetchProblem)) throw error;
  return error;
}

describe('addresses', () => {
  it('refuses a private address and says how to allow it', async () => {
    const server = await serve((_, response) => response.end('secret'));
    const problem = await problemOf(fetcher({})(`${server.origin}/a`));
    expect(problem.code).toBe('blocked-address');
    expect(problem.message).toContain(`GET ${server.origin}/a: `);
    expect(problem.message).toContain('127.0.0.1, a loopback address');
    expect(problem.message).toContain(`--allow-host ${server.host}`);
    expect(server.requests).toEqual([]);
  });

  it('reaches a private address that is allowed, on that port only', async () => {
    const [open, closed] = [await serve((_, r) => r.end('hello')), await serve((_, r) => r.end('no'))];
    const safeFetch = fetcher({ allowHosts: [open.host] });
    expect((await safeFetch(open.origin)).body.toString()).toBe('hello');
    expect((await problemOf(safeFetch(closed.origin))).code).toBe('blocked-address');
  });

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
    'http://localhost:1/',
  ])('refuses %s', async (url) => {
    expect((await problemOf(fetcher({})(url))).code).toBe('blocked-address');
  });

  it('judges the address that it connects to, not one that DNS gave before', async () => {
    const server = await serve((_, response) => response.end('inside'));
    const port = new URL(server.origin).port;
    let asked = 0;
    const resolve: SafeFetchConfig['resolve'] = (_name, _options, done) => {
      asked += 1;
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    };
    const problem = await problemOf(fetcher({ resolve })(`http://rebound.example:${port}/`));
    expect(problem.code).toBe('blocked-address');
    expect(problem.message).toContain('rebound.example is 127.0.0.1');
    expect([asked, server.requests.length]).toEqual([1, 0]);
  });

  it('refuses a name with one private address among public ones', async () => {
    const resolve: SafeFetchConfig['resolve'] = (_name, _options, done) =>
      done(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]);
    expect((await problemOf(fetcher({ resolve })('http://mixed.example/'))).message).toContain('10.0.0.7');
  });

  it('allows by name what the name resolves to, but never a metadata service', async () => {
    const server = await serve((_, response) => response.end('by name'));
    const port = new URL(server.origin).port;
    let address = '127.0.0.1';
    const safeFetch = fetcher({
      allowHosts: [`shop.internal:${port}`],
      resolve: (_name, _options, done) => done(null, [{ address, family: 4 }]),
    });
    expect(
      (await safeFetch(`http://shop.internal:${port}/`, { headers: { connection: 'close' } })).status,
    ).toBe(200);
    address = '169.254.169.254';
    expect((await problemOf(safeFetch(`http://shop.internal:${port}/`))).code).toBe('blocked-address');
  });

  it('says what an allowed host must look like', () => {
    expect(() => makeSafeFetch({ allowHosts: ['localhost'] })).toThrow(
      /expected HOST:PORT .* got "localhost"/,
    );
  });
});

describe('URLs and connections', () => {
  it('refuses credentials without repeating them, and schemes other than http(s)', async () => {
    const problem = await problemOf(fetcher({})('https://ann:hunter2@shop.example/x'));
    expect(problem.code).toBe('bad-url');
    expect(problem.message).not.toMatch(/ann|hunter2/);
    expect((await problemOf(fetcher({})('file:///etc/passwd'))).message).toContain('found file');
    expect((await problemOf(fetcher({})('shop'))).code).toBe('bad-url');
  });

  it('names a host that does not resolve', async () => {
    const problem = await problemOf(fetcher({})('http://shop.invalid/'));
    expect(problem.code).toBe('dns');
    expect(problem.cause).toBeInstanceOf(Error);
  });

  it('names a refused connection, and TLS spoken to a server without it', async () => {
    const server = await serve((_, response) => response.end());
    const safeFetch = fetcher({ allowHosts: [server.host] });
    expect((await problemOf(safeFetch(`https://${server.host}/`))).code).toBe('tls');
    await server.close();
    expect((await problemOf(safeFetch(server.origin))).code).toBe('refused');
  });

  it('names a connection that breaks off', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect((await problemOf(fetcher({ allowHosts: [server.host] })(server.origin))).code).toBe('connection');
  });
});

describe('redirects', () => {
  it('follows a chain and reports it', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 5) response.writeHead(302, { location: `/${step + 1}#part` }).end();
      else response.end('there');
    });
    const answer = await fetcher({ allowHosts: [server.host] })(`${server.origin}/0`);
    expect(answer.url).toBe(`${server.origin}/5`);
    expect(answer.redirects).toHaveLength(5);
  });

  it('stops after five, and names a loop', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1).split('?')[0]);
      const location = request.url?.includes('loop') ? `/${(step + 1) % 2}?loop` : `/${step + 1}`;
      response.writeHead(301, { location }).end();
    });
    const safeFetch = fetcher({ allowHosts: [server.host] });
    expect((await problemOf(safeFetch(`${server.origin}/0`))).code).toBe('too-many-redirects');
    const loop = await problemOf(safeFetch(`${server.origin}/0?loop`));
    expect(loop.code).toBe('redirect-loop');
    expect(loop.message).toContain('/0?loop → ');
  });

  it('checks the address again at each hop', async () => {
    const inside = await serve((_, response) => response.end('inside'));
    const outside = await serve((_, response) => response.writeHead(302, { location: inside.origin }).end());
    const problem = await problemOf(fetcher({ allowHosts: [outside.host] })(outside.origin));
    expect(problem.code).toBe('blocked-address');
    expect(inside.requests).toEqual([]);
  });

  it('keeps credentials from another origin, and sends them on within one', async () => {
    const seen: Record<string, unknown>[] = [];
    const second = await serve((request, response) => {
      seen.push(request.headers);
      response.end();
    });
    const first = await serve((request, response) => {
      seen.push(request.headers);
      response.writeHead(302, { location: request.url === '/a' ? '/b' : second.origin }).end();
    });
    await fetcher({ allowHosts: [first.host, second.host] })(`${first.origin}/a`, {
      headers: { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Api-Key': 'k', 'Accept-Language': 'es' },
    });
    expect(seen.map((headers) => headers.authorization)).toEqual(['Bearer x', 'Bearer x', undefined]);
    expect(seen[2]).toMatchObject({ 'accept-language': 'es' });
    expect(seen[2]).not.toHaveProperty('cookie');
    expect(seen[2]).not.toHaveProperty('x-api-key');
  });

  it('returns the redirect itself where the caller declines it', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: '/next' }).end());
    const answer = await fetcher({ allowHosts: [server.host] })(server.origin, {
      followRedirect: () => false,
    });
    expect([answer.status, answer.headers.location]).toEqual([302, '/next']);
  });
});

describe('bodies', () => {
  const fetchFrom = async (
    handle: (request: IncomingMessage, response: ServerResponse) => void,
    options?: SafeFetchOptions,
  ) => {
    const server = await serve(handle);
    return fetcher({ allowHosts: [server.host] })(server.origin, options);
  };

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('undoes %s', async (encoding, compress) => {
    const text = 'Free returns within 30 days. '.repeat(50);
    const answer = await fetchFrom((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from(text)));
    });
    expect(answer.body.toString()).toBe(text);
  });

  it('undoes two layers in reverse order, and refuses a coding that it does not know', async () => {
    const layered = await fetchFrom((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(brotliCompressSync(gzipSync('deep')));
    });
    expect(layered.body.toString()).toBe('deep');
    const unknown = fetchFrom((_, response) =>
      response.writeHead(200, { 'content-encoding': 'lzma' }).end('x'),
    );
    expect(await problemOf(unknown)).toMatchObject({
      code: 'bad-encoding',
      message: expect.stringContaining('lzma'),
    });
  });

  it('takes an empty body for empty, whatever its coding', async () => {
    const answer = await fetchFrom((_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end());
    expect(answer.body).toHaveLength(0);
  });

  it('stops a gzip bomb at its decompressed size', async () => {
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024));
    const fetched = fetchFrom((_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), {
      maxBytes: 100_000,
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(fetched)).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('100000 bytes'),
    });
  });

  it('stops an endless body, and one that announces too much', async () => {
    const endless = fetchFrom(
      (_, response) => {
        const pour = () => {
          while (!response.destroyed && response.write('x'.repeat(10_000)));
        };
        response.on('drain', pour);
        pour();
      },
      { maxBytes: 50_000 },
    );
    expect((await problemOf(endless)).code).toBe('too-large');
    const announced = fetchFrom((_, r) => r.writeHead(200, { 'content-length': '9999999' }).write('x'), {
      maxBytes: 100,
    });
    expect((await problemOf(announced)).message).toContain('found 9999999');
  });

  it('names a body that is not what its encoding says, and one cut short', async () => {
    const wrong = fetchFrom((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    );
    expect((await problemOf(wrong)).code).toBe('bad-encoding');
    const cut = gzipSync('a long text '.repeat(100)).subarray(0, 20);
    const short = fetchFrom((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(cut),
    );
    expect((await problemOf(short)).code).toBe('bad-encoding');
  });

  it('gives up on headers that do not come and on a body that trickles', async () => {
    expect((await problemOf(fetchFrom(() => {}, { timeoutMs: 80 }))).code).toBe('timeout');
    const trickle = fetchFrom(
      (_, response) => {
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      },
      { timeoutMs: 120 },
    );
    expect((await problemOf(trickle)).code).toBe('timeout');
  });

  it('stops when the caller does', async () => {
    const controller = new AbortController();
    const fetched = fetchFrom(() => controller.abort(new Error('enough')), { signal: controller.signal });
    expect(await problemOf(fetched)).toMatchObject({
      code: 'aborted',
      cause: expect.objectContaining({ message: 'enough' }),
    });
  });
});
