import { request } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { SHOP } from './gate.fixture.ts';
import { makeKey } from './key-format.ts';
import {
  admin,
  ask,
  bearer,
  everyKey,
  ingest,
  kindOf,
  makeTestApp,
  other,
  publishable,
  revoked,
  secret,
} from './keyed-app.fixture.ts';

describe('without a valid key', () => {
  const mistyped = `${secret.text.slice(0, -1)}${secret.text.endsWith('a') ? 'b' : 'a'}`;
  test.each([
    ['no key', {}, /asks for a key/],
    ['a mistyped key', { authorization: `Bearer ${mistyped}` }, /check digits/],
    ['a key that nobody has made', { authorization: `Bearer ${makeKey('secret')}` }, /no such key/],
    ['a revoked key', bearer(revoked), /revoked/],
    ['a word', { 'x-aisle-key': 'letmein' }, /no whole key/],
    ["another scheme's credentials", { authorization: `Basic ${secret.text}` }, /asks for a key/],
  ])('%s is refused with what is wrong', async (_name, headers, detail) => {
    const response = await ask(makeTestApp(), headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="aisle"/);
    const problem = await response.json();
    expect(problem).toMatchObject({
      type: 'urn:aisle:problem:unauthorized',
      detail: expect.stringMatching(detail),
    });
  });

  test('every route is closed but those that are listed as open, whatever the method', async () => {
    const app = makeTestApp();
    const open = new Set(['/', '/health', '/ready', '/openapi.json']);
    const paths = [...new Set(app.routes.map(({ path }) => path))].filter((path) => path !== '/*');
    expect(paths).toContain('/answer');
    for (const path of paths) {
      const address = path.replace(/:\w+(\{[^}]*\})?/g, 'x').replace('*', 'x');
      const isFile = /^\/(page|widget|docs)(\/|$)|^\/widget\.js$/.test(address);
      for (const method of ['GET', 'POST', 'DELETE']) {
        const { status } = await app.request(address, { method });
        expect([method, path, status === 401]).toEqual([method, path, !open.has(path) && !isFile]);
      }
    }
  });

  test('a key in the address is not read', async () => {
    const response = await makeTestApp().request(`/stores?key=${secret.text}&api_key=${secret.text}`);
    expect(response.status).toBe(401);
  });

  test('what is public stays so, also while the keys cannot be read', async () => {
    const app = makeTestApp({ readKeys: () => Promise.reject(new Error('down')) });
    const file = app.routes.find(({ path }) => path.startsWith('/page/'))?.path ?? '';
    for (const path of ['/health', '/ready', '/openapi.json', file, '/']) {
      expect([path, (await app.request(path)).status]).toEqual([path, 200]);
    }
    expect((await app.request('/no/such/thing')).status).toBe(404);
  });

  test('while the keys cannot be read nobody gets in, whatever key they have', async () => {
    const down = Object.assign(new Error('down'), { code: 'ECONNREFUSED' });
    const app = makeTestApp({ readKeys: () => Promise.reject(down) });
    const response = await ask(app, { ...bearer(secret), origin: SHOP });
    expect([response.status, await kindOf(response)]).toEqual([503, 'database-unavailable']);
  });

  test('no header that could be sent lets anybody in', async () => {
    const app = makeTestApp({ pageKey: null });
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...' pks_Bearer=:,;\t0aZ') }),
      fc.string({ unit: fc.integer({ min: 33, max: 255 }).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom(...everyKey.map(({ row }) => row.hash.toString('hex')), '__proto__', 'constructor'),
    );
    const names = ['authorization', 'x-aisle-key', 'origin', 'sec-fetch-site', 'host', 'x-forwarded-for'];
    const headers = fc.dictionary(fc.constantFrom(...names), value);
    await fc.assert(
      fc.asyncProperty(headers, async (given) => {
        const { authorization } = given;
        const bearers =
          authorization === undefined ? given : { ...given, authorization: `Bearer ${authorization}` };
        for (const each of [given, bearers])
          expect((await app.request('/stores', { headers: each })).status).toBe(401);
      }),
    );
  });
});

describe('a secret key', () => {
  test('is taken from either header, and needs no origin', async () => {
    const app = makeTestApp();
    expect((await ask(app, bearer(secret))).status).toBe(200);
    expect((await ask(app, { 'x-aisle-key': secret.text })).status).toBe(200);
    // As where a proxy asks for a password of its own.
    expect((await ask(app, { authorization: 'Basic eDp5', 'x-aisle-key': secret.text })).status).toBe(200);
    expect((await ask(app, { authorization: `bearer ${secret.text}` })).status).toBe(200);
  });

  test.each([
    [admin, '/stores', 403],
    [ingest, '/stores', 403],
    [secret, '/stores', 200],
    [secret, '/metrics', 403],
    [publishable, '/metrics', 403],
    [ingest, '/metrics', 403],
    [admin, '/metrics', 200],
  ])('may do what its scope says: %#', async ({ text, row }, path, status) => {
    const headers = { authorization: `Bearer ${text}`, origin: row.origins[0] ?? '' };
    const response = await makeTestApp().request(path, { headers });
    expect(response.status).toBe(status);
    if (status === 403) expect(await kindOf(response)).toBe('forbidden');
  });

  test('of another store meets the same words as for a store that is not there', async () => {
    const app = makeTestApp();
    const bodyOf = async (store: string) => {
      const response = await ask(app, bearer(secret), { store });
      expect(response.status).toBe(404);
      return (await response.text()).replaceAll(store, 'STORE').replace(/urn:aisle:request:[\w-]+/, '');
    };
    expect(await bodyOf('garden')).toBe(await bodyOf('nowhere'));
    const documents = async (store: string) =>
      (await app.request(`/documents/doc_returns?store=${store}`, { headers: bearer(secret) })).status;
    expect([await documents('garden'), await documents('sample')]).toEqual([404, 200]);
    const stores = await (await app.request('/stores', { headers: bearer(secret) })).json();
    expect(stores.stores.map(({ id }: { id: string }) => id)).toEqual(['sample']);
  });
});

describe('a publishable key', () => {
  test('works from its origin, and pages may read the response', async () => {
    const response = await ask(makeTestApp(), { ...bearer(publishable), origin: SHOP });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test.each([
    'null',
    'https://other.example',
    'https://shop.example.evil.example',
    'https://evil-shop.example',
    'https://shop.example:8443',
    'https://shop.example:443',
    'http://shop.example',
    'https://Shop.Example',
    'https://shop.example/',
    'https://shop.example.',
    'https://shop.example, https://shop.example',
    'https://sh\u043ep.example',
    'https://xn--shp-0lc.example',
    ' ',
  ])('does not work from %j', async (origin) => {
    const response = await ask(makeTestApp(), {
      ...bearer(publishable),
      origin: Buffer.from(origin).toString('latin1'),
    });
    expect(response.status).toBe(403);
    expect(await kindOf(response)).toBe('origin-not-allowed');
    const allowed = response.headers.get('access-control-allow-origin');
    expect([null, 'https://other.example']).toContain(allowed);
  });

  test('does not work without an origin, but for a page of the service itself', async () => {
    const app = makeTestApp();
    expect((await ask(app, bearer(publishable))).status).toBe(403);
    expect((await ask(app, { ...bearer(publishable), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(app, { ...bearer(publishable), 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test("sees its own stores, not another key's", async () => {
    const app = makeTestApp();
    const headers = { ...bearer(publishable), origin: SHOP };
    expect((await ask(app, headers, { store: 'garden' })).status).toBe(404);
    const of = { ...bearer(other), origin: 'https://other.example' };
    expect((await ask(app, of, { store: 'garden' })).status).toBe(200);
  });
});

describe('over a real connection', () => {
  const servers: Listening[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close(0);
  });

  /** fetch() sets Host and Origin itself. */
  async function statusOf(url: string, headers: Record<string, string>): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const sent = request(`${url}/stores`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
    return promise;
  }

  test('a rebound name, a missing key and a right one are told apart', async () => {
    for (const [keys, headers, status] of [
      [[], { host: 'evil.example' }, 421],
      [[], {}, 200],
      [everyKey, {}, 401],
      [everyKey, bearer(secret), 200],
      [everyKey, { ...bearer(publishable), origin: SHOP }, 200],
      [everyKey, { ...bearer(publishable), origin: `${SHOP}.evil.example` }, 403],
    ] as const) {
      const server = await listen(makeTestApp({}, [...keys]), 0, '127.0.0.1');
      servers.push(server);
      expect(await statusOf(server.url, headers)).toBe(status);
    }
  });
});
