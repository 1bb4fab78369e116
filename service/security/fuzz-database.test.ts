import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { readEnvironment } from '../../ingest/environment.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { testGate } from '../access/gate.fixture.ts';
import { publishStore } from '../answer/made-up-store.fixture.ts';
import { makeApp } from '../app.ts';
import type { App } from '../app-env.ts';
import { openService } from '../open-service.ts';
import { recordedStore } from '../wire/recorded/recorded-store.fixture.ts';
import { type FuzzedRequest, fuzzedRequest } from './fuzz-requests.fixture.ts';
import { listRoutes } from './routes.fixture.ts';
import { sendFuzzed } from './send-fuzzed.fixture.ts';
import { adminKey, pageKey, revokedKey, rivalKey, shopKey } from './strict-service.fixture.ts';

const ASKING = new Set(['/answer', '/chat', '/v1/chat/completions', '/mcp']);

let database: TestDatabase;
let app: App;
/** Ids that there are, in place of those that the requests make up. */
let real: Record<string, string> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  const embeddingModel = openLocalEmbeddingModel();
  await publishStore(database.pool, embeddingModel, 'shop', recordedStore);
  const deps = await openService({
    database,
    environment: readEnvironment({}),
    embeddingModel,
    logger: pino({ level: 'silent' }),
    defaultStore: 'shop',
  });
  app = makeApp({ ...deps, gate: testGate([shopKey, pageKey, adminKey, rivalKey, revokedKey]) });
  const post = async (path: string, body: object) =>
    (
      await app.request(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${shopKey.text}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  const { id, conversationId, citations } = await post('/answer', { question: 'Can I return unworn items?' });
  const handoff = await post('/handoff', { contact: 'a@shop.example', message: 'Help', conversationId });
  real = { ans_1: id, cnv_1: conversationId, doc_returns: citations[0].documentId, hnd_1: handoff.id };
});
afterAll(() => database.close());

/** The same request about what there is. */
function withRealIds({ path, body, ...rest }: FuzzedRequest): FuzzedRequest {
  const replace = (text: string) => text.replace(/ans_1|cnv_1|doc_returns|hnd_1/g, (id) => real[id] ?? id);
  const text = body?.toString('latin1');
  return {
    ...rest,
    path: replace(path),
    body: text === undefined ? null : Buffer.from(replace(text), 'latin1'),
  };
}

test.each([
  ['what asks no question', 2_000, (pattern: string) => !ASKING.has(pattern)],
  ['what asks', 500, (pattern: string) => ASKING.has(pattern)],
])('the real pipeline and database fail at nothing either: %s', async (_what, numRuns, isOne) => {
  const routes = listRoutes(app).filter(
    ({ pattern }) => isOne(pattern) && !/^\/(page|widget|docs)/.test(pattern),
  );
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fuzzedRequest(routes), async (request) => {
      const { status, wrong } = await sendFuzzed(app, withRealIds(request));
      statuses.add(status);
      expect(wrong).toBeNull();
    }),
    { numRuns },
  );
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
});
