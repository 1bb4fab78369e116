import { pino } from 'pino';
import { expect, test } from 'vitest';
import { SHOP, testGate, testKey } from '../access/gate.fixture.ts';
import type { Gate } from '../access/gate.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** As the server hands a request to the app. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress, remoteFamily: 'IPv4' } } });

function makeTestApp(
  key: ReturnType<typeof testKey>,
  changes: Partial<Gate> = {},
  deps: Partial<ServiceDeps> = {},
) {
  const fake = makeFakeService();
  const app = makeApp({
    ...fake.deps,
    logger: pino({ level: 'silent' }),
    gate: testGate([key], changes),
    ...deps,
  });
  const headers = { authorization: `Bearer ${key.text}`, origin: key.row.origins[0] ?? '' };
  const stores = (address = '203.0.113.7', more = {}) =>
    app.request('/stores', { headers: { ...headers, ...more } }, from(address));
  const ask = (address = '203.0.113.7', accept = 'application/json') =>
    app.request(
      '/answer',
      {
        method: 'POST',
        headers: { ...headers, accept, 'content-type': 'application/json' },
        body: JSON.stringify({ question: 'Can I return it?' }),
      },
      from(address),
    );
  return { app, stores, ask };
}

test("a key's requests a minute are bounded, and each response says what is left", async () => {
  const { stores } = makeTestApp(testKey('secret', { perMinute: 2 }));
  const first = await stores();
  expect(first.headers.get('ratelimit-policy')).toBe('"minute";q=2;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"minute";r=1;t=\d+$/);
  expect((await stores()).status).toBe(200);
  const refused = await stores();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('ratelimit')).toMatch(/^"minute";r=0;t=\d+$/);
  const retryAfter = Number(refused.headers.get('retry-after'));
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(60);
  expect(await refused.json()).toMatchObject({ type: 'urn:aisle:problem:rate-limited', status: 429 });
});

test('an address is bounded across pages, its neighbour is not; a refusal can be read by the page', async () => {
  const limits = { perMinute: 1, perDay: null, budgetUsd: null };
  const { stores } = makeTestApp(testKey('publishable'), { addressLimits: limits });
  expect((await stores()).status).toBe(200);
  const refused = await stores();
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([429, SHOP]);
  expect((await stores('203.0.113.8')).status).toBe(200);
});

test('X-Forwarded-For is read behind proxies of one’s own alone', async () => {
  const limits = { perMinute: 1, perDay: null, budgetUsd: null };
  const statuses = async (trustProxy: number) => {
    const { stores } = makeTestApp(testKey('publishable'), { addressLimits: limits, trustProxy });
    const first = await stores('10.0.0.2', { 'x-forwarded-for': '203.0.113.1' });
    return [first.status, (await stores('10.0.0.2', { 'x-forwarded-for': '203.0.113.2' })).status];
  };
  expect(await statuses(0)).toEqual([200, 429]);
  expect(await statuses(1)).toEqual([200, 200]);
});

test('questions a day are bounded apart from other requests', async () => {
  const { stores, ask } = makeTestApp(testKey('secret', { perDay: 1 }));
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(429);
  expect((await stores()).status).toBe(200);
});

test.each(['application/json', 'text/event-stream'])(
  'a budget ends with what answers cost: %s',
  async (accept) => {
    const { deps } = makeFakeService();
    const usage = { inputTokens: 1, outputTokens: 1, costUsd: 0.006 };
    const answer: AnswerQuestion = async (...args) => ({ ...(await deps.answer(...args)), usage });
    const { ask } = makeTestApp(testKey('secret', { budgetUsd: 0.01 }), {}, { answer });
    for (const status of [200, 200, 429]) {
      const response = await ask('203.0.113.7', accept);
      expect(response.status).toBe(status);
      const text = await response.text();
      if (status === 429) expect(text).toContain('budget-spent');
    }
  },
);

test('an answer out of the cache costs nothing', async () => {
  const { deps } = makeFakeService();
  const usage = { inputTokens: 1, outputTokens: 1, costUsd: 5 };
  const answer: AnswerQuestion = async (...args) => ({
    ...(await deps.answer(...args)),
    usage,
    cached: true,
  });
  const { ask } = makeTestApp(testKey('secret', { budgetUsd: 1 }), {}, { answer });
  for (let at = 0; at < 3; at += 1) expect((await ask()).status).toBe(200);
});

test('what is public is not counted', async () => {
  const limits = { perMinute: 1, perDay: 1, budgetUsd: null };
  const { app } = makeTestApp(testKey('publishable'), { addressLimits: limits });
  for (let at = 0; at < 3; at += 1)
    expect((await app.request('/health', {}, from('203.0.113.7'))).status).toBe(200);
});
