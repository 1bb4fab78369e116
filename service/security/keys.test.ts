import { describe, expect, test } from 'vitest';
import { SHOP } from '../access/gate.fixture.ts';
import { makeKey } from '../access/key-format.ts';
import { routeNeeds } from '../access/route-needs.ts';
import { problemSchema } from '../problem.ts';
import { judgeResponse } from './judge-response.fixture.ts';
import { addressOf, type KnownRoute, listRoutes, validBodies } from './routes.fixture.ts';
import {
  adminKey,
  makeStrictService,
  pageKey,
  revokedKey,
  rivalKey,
  shopKey,
} from './strict-service.fixture.ts';

const { app } = makeStrictService();
const routes = listRoutes(app).map((route): [name: string, route: KnownRoute, address: string] => [
  `${route.method} ${route.pattern}`,
  route,
  addressOf(route.pattern, () => 'doc_returns'),
]);
const closed = routes.filter(([, , address]) => routeNeeds(address) !== null);

async function call({ method, pattern }: KnownRoute, address: string, headers: Record<string, string>) {
  const body =
    method === 'GET' || method === 'HEAD' ? undefined : JSON.stringify(validBodies[pattern]?.[0] ?? {});
  const response = await app.request(address, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(pattern === '/mcp' ? { accept: 'application/json, text/event-stream' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const received = {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
  expect(judgeResponse(address, received)).toBeNull();
  return { ...received, headers: response.headers };
}

const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

describe.each(closed)('%s', (_name, route, address) => {
  const mistyped = shopKey.text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  test.each([
    ['no key', {}],
    ['a key that nobody has made', bearer(makeKey('secret'))],
    ['a mistyped key', bearer(mistyped)],
    ['a revoked key', bearer(revokedKey.text)],
    ['the hash of a key in place of it', bearer(shopKey.row.hash.toString('hex'))],
    ['the id of a key', bearer(shopKey.row.keyId)],
    ['a key twice', bearer(`${shopKey.text}, ${shopKey.text}`)],
    ['a key as a cookie', { cookie: `key=${shopKey.text}` }],
    ['a revoked publishable key from its page', { ...bearer(revokedKey.text), origin: SHOP }],
  ])('is closed to %s', async (_what, headers) => {
    const { status, headers: given, text } = await call(route, address, headers as Record<string, string>);
    expect(status).toBe(401);
    expect(given.get('www-authenticate')).toMatch(/^Bearer /);
    expect(text).not.toContain(shopKey.text);
  });

  test.each([
    'null',
    'https://shop.example.evil.example',
    'https://evilshop.example',
    'https://shop.example:8443',
    'http://shop.example',
    'https://SHOP.example',
    'https://shop.example/',
    'https://user@shop.example',
    'https://shop.example%00.evil.example',
    'file://',
    '',
  ])('is closed to a publishable key from %j', async (origin) => {
    const { status, headers } = await call(route, address, { ...bearer(pageKey.text), origin });
    expect(status).toBe(403);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('does nothing for a key of another shop that names this one', async () => {
    const query = route.method === 'GET' || route.method === 'DELETE' ? '?store=shop' : '';
    const { status, text } = await call(route, address + query, bearer(rivalKey.text));
    // What lists the caller's own is no refusal.
    if (status < 300) expect(text).not.toMatch(/"shop"|Store shop/);
    else expect([403, 404, 405, 400, 204]).toContain(status);
  });
});

test('the key of an administrator opens what those of shops do not', async () => {
  const forAdmins = closed.filter(([, , address]) => routeNeeds(address)?.scope === 'admin');
  expect(forAdmins.map(([name]) => name)).toContain('GET /metrics');
  for (const [name, route, address] of forAdmins) {
    expect([name, (await call(route, address, bearer(shopKey.text))).status]).toEqual([name, 403]);
    const { status } = await call(route, address, bearer(adminKey.text));
    expect([401, 403]).not.toContain(status);
  }
});

test('what is open is what is meant to be', () => {
  const open = routes
    .filter(([, , address]) => routeNeeds(address) === null)
    .map(([, { pattern }]) => pattern);
  for (const pattern of new Set(open))
    expect(pattern).toMatch(/^\/$|^\/(health|ready|openapi\.json)$|^\/(docs|page|widget)([./]|$)/);
});

test('a refusal names the same problem on each address, whether a body is right or not', async () => {
  for (const body of ['{', '', '{"question":1}', 'x'.repeat(100_000)]) {
    const response = await app.request('/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(problemSchema.parse(await response.json()).type).toBe('urn:aisle:problem:unauthorized');
  }
});
