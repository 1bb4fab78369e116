import { describe, expect, test } from 'vitest';
import type { App } from '../app-env.ts';
import { SHOP, testKey } from './gate.fixture.ts';
import { ask, everyKey, kindOf, makeTestApp, publishable, revoked } from './keyed-app.fixture.ts';

describe('a preflight', () => {
  const preflight = (app: App, origin: string) =>
    app.request('/answer', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x' },
    });

  test('is answered for the origins of live keys, with what is needed and no more', async () => {
    const response = await preflight(makeTestApp(), SHOP);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE');
    expect(response.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Content-Type/);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(0);
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test('lets through what client libraries say about themselves, and no other header', async () => {
    const response = await makeTestApp().request('/v1/chat/completions', {
      method: 'OPTIONS',
      headers: {
        origin: SHOP,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,X-Stainless-Lang, user-agent,cookie,x-evil',
      },
    });
    const allowed = response.headers.get('access-control-allow-headers')?.toLowerCase().split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['authorization', 'x-stainless-lang', 'user-agent']));
    expect(allowed).not.toContain('cookie');
    expect(allowed).not.toContain('x-evil');
  });

  test('is refused for others', async () => {
    for (const origin of ['null', 'https://evil.example', `${SHOP}.evil.example`]) {
      const response = await preflight(makeTestApp(), origin);
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('a refusal can be read by the page that was refused', async () => {
    const response = await ask(makeTestApp(), { origin: SHOP });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, SHOP]);
  });
});

describe("the service's own page", () => {
  const fromPage = { 'sec-fetch-site': 'same-origin' };

  test('says what it needs where it has no key, or one that is revoked', async () => {
    const gone = testKey('publishable', { revokedAt: new Date() });
    for (const app of [makeTestApp(), makeTestApp({ pageKey: gone.text }, [...everyKey, gone])]) {
      const response = await app.request('/');
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('PAGE_KEY');
      expect((await app.request('/stores', { headers: fromPage })).status).toBe(401);
    }
  });

  test('asks with its key, which pages from elsewhere do not get', async () => {
    const app = makeTestApp({ pageKey: publishable.text });
    const page = await app.request('/');
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain(publishable.text);
    expect((await app.request('/stores', { headers: fromPage })).status).toBe(200);
    expect((await ask(app, fromPage, { store: 'garden' })).status).toBe(404);
    expect((await app.request('/metrics', { headers: fromPage })).status).toBe(403);
    for (const headers of [{}, { 'sec-fetch-site': 'same-site' }, { origin: SHOP }] as const) {
      expect((await app.request('/stores', { headers })).status).toBe(401);
    }
  });
});

describe('without any key', () => {
  test('this machine may do everything, by its own names alone', async () => {
    const app = makeTestApp({}, []);
    expect((await ask(app)).status).toBe(200);
    expect((await app.request('/metrics')).status).toBe(200);
    for (const host of ['localhost:8787', '127.0.0.1:8787', '[::1]:8787'])
      expect((await ask(app, { host })).status).toBe(200);
    const rebound = await ask(app, { host: 'evil.example:8787' });
    expect([rebound.status, await kindOf(rebound)]).toEqual([421, 'misdirected']);
    expect(
      (await ask(app, { origin: 'https://evil.example' })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });

  test('open to all means that all may ask, and nobody is an administrator', async () => {
    const app = makeTestApp({ openToAll: true }, []);
    expect((await ask(app, { host: 'shop.example' })).status).toBe(200);
    expect((await app.request('/metrics')).status).toBe(403);
  });

  test('a revoked key keeps the service closed', async () => {
    expect((await ask(makeTestApp({ openToAll: true }, [revoked]))).status).toBe(401);
  });
});
