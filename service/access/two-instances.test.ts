import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { readEnvironment } from '../../ingest/environment.ts';
import { openDatabase } from '../../sql/database.ts';
import { revokeKey, saveKey } from '../../sql/keys.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { SHOP, testKey } from './gate.fixture.ts';
import { openGate } from './gate.ts';
import { STALE_MS } from './key-ring.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
});

type Ask = (address?: string, path?: string) => Promise<Response>;

/** Two services, each with a pool and a gate of its own, and a key of theirs. @returns how to ask each. */
async function openTwo(
  kind: 'publishable' | 'secret',
  limits: Parameters<typeof testKey>[1],
  variables: Record<string, string> = {},
  costUsd = 0,
): Promise<{ ask: [Ask, Ask]; keyId: string }> {
  const { text, row } = testKey(kind, limits);
  const { revokedAt: _, ...key } = row;
  await saveKey(database.pool, {
    ...key,
    name: null,
    scopes: [...key.scopes],
    stores: ['sample'],
    origins: [...key.origins],
  });
  const open = async (): Promise<Ask> => {
    const own = await openDatabase(database.options);
    onTestFinished(() => own.close());
    const { deps } = makeFakeService();
    const usage = { inputTokens: 1, outputTokens: 1, costUsd };
    const answer: AnswerQuestion = async (...args) => ({ ...(await deps.answer(...args)), usage });
    const logger = pino({ level: 'silent' });
    const gate = openGate({ database: own, environment: readEnvironment(variables), logger });
    const app = makeApp({ ...deps, answer, logger, gate });
    return async (address = '203.0.113.7', path = '/answer') =>
      app.request(
        path,
        {
          method: path === '/answer' ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${text}`, origin: SHOP, 'content-type': 'application/json' },
          ...(path === '/answer' && { body: JSON.stringify({ question: 'Can I return it?' }) }),
        },
        { incoming: { socket: { remoteAddress: address, remoteFamily: 'IPv4' } } },
      );
  };
  return { ask: [await open(), await open()], keyId: row.keyId };
}

/** Status, and what is left of each quota. */
async function standing(asked: Promise<Response>): Promise<[number, Record<string, number>]> {
  const response = await asked;
  const left = [...(response.headers.get('ratelimit') ?? '').matchAll(/"([\w-]+)";r=(\d+);t=(\d+)/g)];
  return [response.status, Object.fromEntries(left.map(([, name, count]) => [name, Number(count)]))];
}

test('a key that was revoked is refused by every instance, five seconds later at the latest', async () => {
  const { ask, keyId } = await openTwo('secret', {});
  for (const one of ask) expect((await one()).status).toBe(200);
  await revokeKey(database.pool, keyId);
  vi.setSystemTime(Date.now() + STALE_MS);
  for (const one of ask) expect((await one()).status).toBe(401);
});

test('several instances on one server count a key’s requests and questions together, and say so alike', async ({
  skip,
}) => {
  if (database.kind === 'embedded') skip('An embedded database has one service.');
  const {
    ask: [one, two],
  } = await openTwo('secret', { perMinute: 5, perDay: 3 });
  expect(await standing(one())).toEqual([200, { minute: 4, day: 2 }]);
  expect(await standing(two())).toEqual([200, { minute: 3, day: 1 }]);
  expect(await standing(one(undefined, '/stores'))).toEqual([200, { minute: 2 }]);
  expect(await standing(two())).toEqual([200, { minute: 1, day: 0 }]);
  expect(await standing(one())).toEqual([429, { minute: 0, day: 0 }]);
  expect(await standing(two(undefined, '/stores'))).toEqual([429, { minute: 0 }]);
  const refused = [await one(), await two()];
  for (const { status, headers } of refused) {
    expect(status).toBe(429);
    // The day is whole again last.
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
  }
});

test('… and an address’s through a publishable key, another’s apart', async ({ skip }) => {
  if (database.kind === 'embedded') skip('An embedded database has one service.');
  const {
    ask: [one, two],
  } = await openTwo('publishable', {}, { ADDRESS_PER_MINUTE: '3', ADDRESS_PER_DAY: '2' });
  const left = (minute: number, day: number) => ({ 'address-minute': minute, 'address-day': day });
  expect(await standing(one())).toEqual([200, left(2, 1)]);
  expect(await standing(two())).toEqual([200, left(1, 0)]);
  expect(await standing(two('203.0.113.8'))).toEqual([200, left(2, 1)]);
  expect(await standing(one())).toEqual([429, left(0, 0)]);
  expect(await standing(one('203.0.113.8'))).toEqual([200, left(1, 0)]);
});

test('… and what answers cost: a budget that one has spent is spent for the other', async ({ skip }) => {
  if (database.kind === 'embedded') skip('An embedded database has one service.');
  const {
    ask: [one, two],
    keyId,
  } = await openTwo('secret', { budgetUsd: 0.01 }, {}, 0.006);
  const spent = () =>
    database.pool
      .query<{ points: number }>('select points from rate_limits where key = $1', [`budget:${keyId}`])
      .then(({ rows }) => Number(rows[0]?.points ?? 0));
  expect((await one()).status).toBe(200);
  await expect.poll(spent).toBe(6_000);
  expect((await two()).status).toBe(200);
  await expect.poll(spent).toBe(12_000);
  for (const ask of [one, two]) {
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ type: 'urn:aisle:problem:budget-spent' });
  }
  expect((await one(undefined, '/stores')).status).toBe(200);
});
