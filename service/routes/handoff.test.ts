import { expect, test } from 'vitest';
import { admin, bearer, ingest, makeTestApp, publishable, secret } from '../access/keyed-app.fixture.ts';

test.each([
  [publishable, 403],
  [secret, 403],
  [ingest, 403],
  [admin, 404],
])('what people do with a handoff needs a key for administrators: %#', async (key, status) => {
  const app = makeTestApp();
  const origin = key.row.origins[0] ?? '';
  const headers = { ...bearer(key), origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ type: 'taken' });
  const say = await app.request('/handoff/hnd_1/status', { method: 'POST', headers, body });
  expect(say.status).toBe(status);
  expect((await app.request('/handoff/hnd_1', { headers })).status).toBe(status);
});

test('a shopper’s request needs no more than a page’s key; a key that is no key of a request is refused', async () => {
  const origin = publishable.row.origins[0] ?? '';
  const send = (idempotencyKey: string) =>
    makeTestApp().request('/handoff', {
      method: 'POST',
      headers: {
        ...bearer(publishable),
        origin,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify({ contact: 'a@b.example', message: 'Help', store: 'sample' }),
    });
  expect((await send('0f1e2d')).status).toBe(202);
  expect((await send('x'.repeat(256))).status).toBe(400);
});
