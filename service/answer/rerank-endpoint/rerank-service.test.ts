import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { makeApp } from '../../app.ts';
import { type Listening, listen } from '../../listen.ts';
import { openService } from '../../open-service.ts';
import { type AnswerResponse, answerResponseSchema } from '../../schemas/answer-response.ts';
import { makePage, publishStore } from '../made-up-store.fixture.ts';
import { type FakeRerank, type FakeRerankServer, startFakeRerankServer } from './fake-rerank-server.ts';

const QUESTION = 'How long does delivery take?';
const embeddingModel = openLocalEmbeddingModel();
const PAGES = [
  makePage('parcels', 'Parcels', { 'Delivery times': 'Delivery takes 3 to 5 working days.' }),
  makePage('pallets', 'Pallets', { 'Delivery times': 'Delivery takes 9 to 12 working days.' }),
];
const prefers = (word: string): FakeRerank => ({
  kind: 'scores',
  form: 'tei',
  score: (text) => (text.includes(word) ? 0.98 : 0.02),
});

let database: TestDatabase;
let reranker: FakeRerankServer;
let service: Listening;
const logged: string[] = [];
const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'heron', PAGES);
});
afterAll(() => database.close());
beforeEach(async () => {
  reranker = await startFakeRerankServer(prefers('Parcels'));
  service = await serve(true);
  logged.length = 0;
});
afterEach(async () => {
  await service.close(1_000);
  await reranker.close();
});

async function serve(withEndpoint: boolean): Promise<Listening> {
  const environment = readEnvironment(
    withEndpoint ? { RERANK_URL: reranker.url, RERANK_API_KEY: 'hunter2' } : {},
  );
  const options = { database, environment, embeddingModel, logger, defaultStore: 'heron' };
  return listen(makeApp(await openService(options)), 0, '127.0.0.1');
}

async function ask(): Promise<AnswerResponse> {
  const response = await fetch(`${service.url}/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: QUESTION }),
  });
  expect(response.status).toBe(200);
  return answerResponseSchema.parse(await response.json());
}

describe('a rerank endpoint behind POST /answer', () => {
  it.each(['Parcels', 'Pallets'])('decides which of two like passages comes first: %s', async (word) => {
    reranker.become(prefers(word));
    const response = await ask();
    expect(response.status).toBe('answered');
    expect(response.citations[0]?.title).toBe(word);
    expect(response.timings.rerank).toBeGreaterThan(0);
    expect(reranker.calls[0]?.body.query).toBe(QUESTION);
  });

  it.each<[string, FakeRerank]>([
    ['status 500', { kind: 'status', status: 500 }],
    ['a broken connection', { kind: 'hangs-up' }],
    ['a body without end', { kind: 'endless' }],
    ['NaN', { kind: 'body', body: '[{"index":0,"score":NaN},{"index":1,"score":1}]' }],
    ['an index that is none', { kind: 'body', body: '[{"index":1e9,"score":1},{"index":1,"score":1}]' }],
    [
      '5,000 scores',
      { kind: 'body', body: JSON.stringify([...Array(5_000).keys()].map((index) => ({ index, score: 1 }))) },
    ],
  ])('that answers with %s changes nothing but the log', async (_, behaviour) => {
    reranker.become(behaviour);
    const response = await ask();
    await service.close(1_000);
    service = await serve(false);
    const without = await ask();
    expect(without.timings).not.toHaveProperty('rerank');
    expect([response.status, response.answer, response.confidence]).toEqual([
      without.status,
      without.answer,
      without.confidence,
    ]);
    expect(without.status).toBe('answered');
    expect(logged.filter((line) => line.includes('The rerank endpoint failed'))).toHaveLength(1);
    expect(logged.join('')).not.toMatch(/UPSTREAM|hunter2|delivery/i);
  });
});
