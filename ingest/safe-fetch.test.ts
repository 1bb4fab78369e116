import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

describe('a POST', () => {
  it('sends its body, and is not sent on where a redirect leads', async () => {
    const bodies: string[] = [];
    const server = await serve((request, response) => {
      request.on('data', (chunk) => bodies.push(`${request.method} ${request.headers['x-a']} ${chunk}`));
      request.on('end', () => response.writeHead(307, { location: '/there' }).end());
    });
    const response = await fetcher({ allowHosts: [server.host] })(`${server.origin}/here`, {
      method: 'POST',
      headers: { 'x-a': '1' },
      body: '{"ñ":1}',
    });
    expect([response.status, response.redirects]).toEqual([307, []]);
    expect(bodies).toEqual(['POST 1 {"ñ":1}']);
    expect(server.requests).toEqual(['/here']);
  });

  it('reaches no private address either', async () => {
    const server = await serve((_, response) => response.end('secret'));
    const post = fetcher({})(server.origin, { method: 'POST', body: 'x' });
    expect((await problemOf(post)).message).toContain('POST http://127.0.0.1');
    expect(server.requests).toEqual([]);
  });
});

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
    'http://localhost:81/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://①②⑦.⓪.⓪.①/',
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

  it('allows nothing beyond the fetch that was told so, also over a connection that is open', async () => {
    const server = await serve((_, response) => response.end('inside'));
    expect((await fetcher({ allowHosts: [server.host] })(server.origin)).status).toBe(200);
    expect((await problemOf(fetcher({})(server.origin))).code).toBe('blocked-address');
  });

  it('never lets a name lead to a metadata service, in whatever form its address comes', async () => {
    for (const address of ['169.254.170.2', '64:ff9b::a9fe:a9fe', '::ffff:169.254.169.254', 'fd00:ec2::23']) {
      const safeFetch = fetcher({
        allowHosts: ['shop.internal:80'],
        resolve: (_name, _options, done) => done(null, [{ address, family: address.includes(':') ? 6 : 4 }]),
      });
      expect((await problemOf(safeFetch('http://shop.internal/'))).message).toContain('metadata');
    }
  });

  it('refuses ports that no page is served from, unless they are allowed', async () => {
    const problem = await problemOf(fetcher({})('http://shop.example:25/'));
    expect([problem.code, problem.message]).toEqual(['bad-url', expect.stringContaining('found 25')]);
    const allowed = fetcher({ allowHosts: ['127.0.0.1:1'] });
    expect((await problemOf(allowed('http://127.0.0.1:1/'))).code).toBe('refused');
  });

  it('goes to the server itself, whatever proxy the environment names', async () => {
    const [server, proxy] = [await serve((_, r) => r.end('direct')), await serve((_, r) => r.end('proxied'))];
    const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
    for (const name of names) vi.stubEnv(name, name.startsWith('NODE') ? '1' : proxy.origin);
    const answer = await fetcher({ allowHosts: [server.host] })(server.origin);
    vi.unstubAllEnvs();
    expect(answer.body.toString()).toBe('direct');
    expect(proxy.requests).toEqual([]);
  });

  it('sends the host that was checked', async () => {
    let host: string | undefined;
    const server = await serve((request, response) => {
      host = request.headers.host;
      response.end();
    });
    await fetcher({ allowHosts: [server.host] })(server.origin, { headers: { Host: 'intranet.example' } });
    expect(host).toBe(server.host);
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

  it('shows no token in a message', async () => {
    const problem = await problemOf(fetcher({})('http://10.0.0.1/feed.csv?token=hunter2hunter2&x=1'));
    expect(problem.message).toContain('/feed.csv?token=[redacted]&x=1: expected a public address');
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

  it.each(['file:///etc/passwd', 'data:text/html,hello', 'ftp://shop.example/', 'javascript:alert(1)'])(
    'does not follow one to %s',
    async (location) => {
      const server = await serve((_, response) => response.writeHead(302, { location }).end());
      expect(await problemOf(fetcher({ allowHosts: [server.host] })(server.origin))).toMatchObject({
        code: 'bad-url',
        message: expect.stringContaining(`found ${location.split(':')[0]}`),
      });
    },
  );

  it('does not follow one with credentials, and repeats neither', async () => {
    const server = await serve((_, response) =>
      response.writeHead(302, { location: 'http://ann:hunter2@127.0.0.1/' }).end(),
    );
    const problem = await problemOf(fetcher({ allowHosts: [server.host] })(server.origin));
    expect(problem.code).toBe('bad-url');
    expect(problem.message).not.toMatch(/ann|hunter2/);
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

  it('undoes deflate without the header of zlib, also byte by byte', async () => {
    const text = 'Free returns within 30 days. '.repeat(50);
    for (const compressed of [deflateRawSync(text), deflateSync(text)]) {
      const answer = await fetchFrom((_, response) => {
        response.writeHead(200, { 'content-encoding': 'deflate' });
        for (const byte of compressed) response.write(Buffer.of(byte));
        response.end();
      });
      expect(answer.body.toString()).toBe(text);
    }
    const wrong = fetchFrom((_, r) =>
      r.writeHead(200, { 'content-encoding': 'deflate' }).end('no deflate at all'),
    );
    expect((await problemOf(wrong)).code).toBe('bad-encoding');
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

  it('hands a body on as it comes, within the same limits', async () => {
    const text = 'one line of a feed\n'.repeat(20_000);
    const seen: number[] = [];
    const consume = async (body: AsyncIterable<Buffer>) => {
      for await (const chunk of body) seen.push(chunk.length);
    };
    const send = (_: IncomingMessage, response: ServerResponse) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
    expect((await fetchFrom(send, { consume })).body).toHaveLength(0);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.reduce((sum, length) => sum + length)).toBe(text.length);
    expect((await problemOf(fetchFrom(send, { consume, maxBytes: 100_000 }))).code).toBe('too-large');
    const cut = (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    };
    expect((await problemOf(fetchFrom(cut, { consume }))).code).toBe('connection');
    const full = new Error('the disk is full');
    await expect(fetchFrom(send, { consume: () => Promise.reject(full) })).rejects.toBe(full);
  });

  it('keeps the body of an error from what consumes a feed', async () => {
    const consume = () => Promise.reject(new Error('must not be called'));
    const answer = await fetchFrom((_, r) => r.writeHead(503).end('x'.repeat(1_000_000)), { consume });
    expect([answer.status, answer.body.length]).toEqual([503, 0]);
  });

  it('waits for a large body as long as it comes, and not for one that stalls', async () => {
    const chunk = 'x'.repeat(1000);
    const steady = fetchFrom(
      (_, response) => {
        let left = 20;
        const timer = setInterval(() => (left-- > 0 ? response.write(chunk) : response.end()), 15);
        response.on('close', () => clearInterval(timer));
      },
      { timeoutMs: 150, minBytesPerSecond: 2000 },
    );
    expect((await steady).body).toHaveLength(20_000);
    const stalled = fetchFrom((_, response) => void response.write(chunk), {
      timeoutMs: 100,
      minBytesPerSecond: 10_000,
    });
    expect(await problemOf(stalled)).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('at least 10000 bytes a second'),
    });
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

describe('servers that do not keep to HTTP', () => {
  /** Answers each connection with `talk`, whatever it is asked. */
  async function serveRaw(talk: (socket: Socket) => void): Promise<string> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      socket.once('data', () => talk(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push({
      async close() {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => server.close(resolve));
      },
    });
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each([
    [
      'headers without end',
      (socket: Socket) => pour(socket, 'HTTP/1.1 200 OK\r\n', 'X-A: b\r\n'.repeat(1000)),
    ],
    [
      'interim answers without end',
      (socket: Socket) => pour(socket, '', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(100)),
    ],
    ['an answer that is none', (socket: Socket) => socket.end('220 mail.example ESMTP\r\n')],
    [
      'a change of protocol',
      (socket: Socket) =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    ],
    [
      'two lengths',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!'),
    ],
    [
      'a length and chunks',
      (socket: Socket) =>
        socket.end(
          'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
        ),
    ],
  ])('are given up on: %s', async (_, talk) => {
    const host = await serveRaw(talk);
    const problem = await problemOf(fetcher({ allowHosts: [host] })(`http://${host}/`, { timeoutMs: 1500 }));
    expect(['connection', 'timeout']).toContain(problem.code);
  });

  it('cannot answer the next request with what they send beyond an answer', async () => {
    const answer = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const host = await serveRaw((socket) => socket.write(answer('first') + answer('smuggled')));
    const safeFetch = fetcher({ allowHosts: [host] });
    const first = await safeFetch(`http://${host}/a`).catch(() => null);
    const second = await safeFetch(`http://${host}/b`, { timeoutMs: 1000 }).catch(() => null);
    expect(first?.body.toString() ?? 'first').toBe('first');
    expect(second?.body.toString() ?? 'first').toBe('first');
  });

  it('get their own validator back, whatever is in it', async () => {
    const host = await serveRaw((socket) =>
      socket.end(
        Buffer.from('HTTP/1.1 200 OK\r\nETag: "caf\xe9\xff"\r\nContent-Length: 0\r\n\r\n', 'latin1'),
      ),
    );
    const safeFetch = fetcher({ allowHosts: [host] });
    const etag = (await safeFetch(`http://${host}/`)).headers.etag ?? '';
    const again = await safeFetch(`http://${host}/`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(200);
  });
});

/** Writes without end, as fast as it is read. */
function pour(socket: Socket, first: string, then: string): void {
  socket.write(first);
  const more = () => {
    while (!socket.destroyed && socket.write(then));
  };
  socket.on('drain', more);
  more();
}
