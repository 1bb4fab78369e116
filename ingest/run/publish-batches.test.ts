import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { openLocalEmbeddingModel } from '../embedding/local-embedding-model.ts';
import { prepareDocument } from '../prepare-document.ts';
import { makePublisher } from './publish-batches.ts';

const ORIGIN = {
  storeId: 'shop',
  sourceId: 'source',
  etag: null,
  lastModified: null,
  fetchedAt: '2026-01-02T03:04:05Z',
};

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await ensureStore(database.pool, 'shop', null);
  await ensureSource(database.pool, { storeId: 'shop', sourceId: 'source', kind: 'files', location: '/x' });
});
afterAll(() => database.close());

function prepare(url: string) {
  const text = `What the page ${url} says.`;
  const sections = [{ heading: [], start: 0, end: text.length, shape: 'prose' as const }];
  return prepareDocument(
    { url, title: url, kind: 'page', locale: 'en', text, sections, product: null },
    ORIGIN,
  );
}

it('leaves out a document that the database refuses, and publishes the others', async () => {
  const published: string[] = [];
  const refused: string[] = [];
  let embedded = 0;
  const publisher = makePublisher({
    database,
    embeddingModel: openLocalEmbeddingModel(),
    storeId: 'shop',
    dryRun: false,
    signal: new AbortController().signal,
    onEmbedded: (texts) => {
      embedded += texts;
    },
    onPublished: ({ prepared }) => published.push(prepared.document.url),
    onRefused: ({ prepared }, reason) => refused.push(`${prepared.document.url}: ${reason}`),
  });
  const bad = prepare('/bad');
  // Longer than any index entry may be, and random, so that compressing does not help.
  const word = randomBytes(9000).toString('hex');
  const passages = bad.document.passages.map((passage) => ({ ...passage, postings: new Map([[word, 1]]) }));
  for (const prepared of [
    prepare('/a'),
    { ...bad, document: { ...bad.document, passages } },
    prepare('/b'),
  ]) {
    await publisher.add({ prepared, change: 'add' });
  }
  await publisher.finish();
  expect(published).toEqual(['/a', '/b']);
  expect(refused).toEqual([
    expect.stringMatching(/^\/bad: expected a document that the database takes, found: /),
  ]);
  expect(embedded).toBe(3);
  const { rows } = await database.pool.query(
    "select url from documents where store_id = 'shop' order by url",
  );
  expect(rows).toEqual([{ url: '/a' }, { url: '/b' }]);
});

it('embeds what two documents share once, and stops at the first failure', async () => {
  const asked: string[] = [];
  const model = openLocalEmbeddingModel();
  const embeddings = Object.create(model.embeddings);
  embeddings.embedDocuments = async (texts: string[]) => {
    asked.push(...texts);
    return texts.map(() => [1]);
  };
  const publisher = makePublisher({
    database,
    embeddingModel: { ...model, embeddings },
    storeId: 'shop',
    dryRun: false,
    signal: new AbortController().signal,
    onEmbedded() {},
    onPublished() {},
    onRefused() {},
  });
  const first = prepare('/c');
  const second = { ...first, document: { ...first.document, documentId: 'doc_d', url: '/d' } };
  await publisher.add({ prepared: first, change: 'add' });
  await publisher.add({ prepared: second, change: 'add' });
  await expect(publisher.finish()).rejects.toThrow(
    /expected 1 vectors of \d+ numbers, found one of 1 numbers/,
  );
  expect(asked).toHaveLength(1);
  const { rowCount } = await database.pool.query("select from documents where url in ('/c', '/d')");
  expect(rowCount).toBe(0);
});
