import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NewDocument, publishDocument, touchDocuments } from './publish-document.ts';
import { failRuns, finishRun, listRunningRuns, startRun } from './runs.ts';
import { ensureSource } from './sources.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';
import { deleteUnusedVectors, findEmbedded, holdVectors, saveVectors } from './vectors.ts';

let database: TestDatabase;

const document = (id: string, hashes: string[]): NewDocument => ({
  storeId: 'shop',
  sourceId: 'site',
  documentId: id,
  url: `https://s.example/${id}`,
  kind: 'product',
  locale: 'en',
  title: id,
  text: 'Price: $5.00',
  contentHash: `sha256-${id}`,
  etag: null,
  lastModified: null,
  fetchedAt: '2026-11-01T00:00:00Z',
  passages: hashes.map((embedHash) => ({
    start: 0,
    end: 12,
    text: 'Price: $5.00',
    heading: [],
    shape: 'facts',
    embedHash,
    postings: new Map([['price', 1]]),
    length: 1,
  })),
  product: {
    sku: id,
    gtin: null,
    name: id,
    brand: null,
    category: null,
    price: 5,
    priceMax: 5,
    listPrice: null,
    currency: 'USD',
    availability: 'in_stock',
    rating: null,
    ratingCount: null,
    image: null,
    url: `https://s.example/${id}`,
    attributes: {},
    variants: [],
    asOf: '2026-11-01T00:00:00Z',
  },
});

const save = (model: string, ...hashes: string[]) =>
  saveVectors(
    database.pool,
    'shop',
    model,
    hashes.map((hash) => ({ hash, vector: [1, 2] })),
  );
const age = (hours: number) =>
  database.pool.query(`update vectors set needed_at = now() - $1::interval`, [`${hours} hours`]);
const left = async () => [...(await findEmbedded(database.pool, 'shop', 'm', ['a', 'b', 'c']))].sort();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  await ensureStore(database.pool, 'shop', null);
  await ensureSource(database.pool, { storeId: 'shop', sourceId: 'site', kind: 'site', location: 'x' });
});

describe('unused vectors', () => {
  it('go once no run has needed them for an hour, and stay while a passage uses them', async () => {
    await save('m', 'a', 'b');
    await publishDocument(database.pool, document('one', ['a']));
    expect(await deleteUnusedVectors(database.pool, 'shop')).toBe(0);
    await age(2);
    expect(await deleteUnusedVectors(database.pool, 'shop')).toBe(1);
    expect(await left()).toEqual(['a']);
  });

  it('stay for a run that has saved, saved again or found them, and is yet to publish', async () => {
    await save('m', 'a', 'b', 'c');
    await age(2);
    await save('m', 'a');
    await holdVectors(database.pool, 'shop', 'm', ['b']);
    expect(await deleteUnusedVectors(database.pool, 'shop')).toBe(1);
    expect(await left()).toEqual(['a', 'b']);
  });
});

describe('touchDocuments', () => {
  it('says of a document and of its product’s facts when they were seen', async () => {
    await publishDocument(database.pool, document('one', []));
    await publishDocument(database.pool, document('two', []));
    const fetchedAt = '2026-11-22T09:00:00.000Z';
    await touchDocuments(database.pool, 'shop', [
      { documentId: 'one', etag: '"1"', lastModified: null, fetchedAt },
    ]);
    const { rows } = await database.pool.query(
      `select d.document_id as id, d.etag, d.fetched_at, p.as_of from documents d join products p using (store_id, document_id)
       order by id`,
    );
    expect(rows[0]).toEqual({
      id: 'one',
      etag: '"1"',
      fetched_at: new Date(fetchedAt),
      as_of: new Date(fetchedAt),
    });
    expect(rows[1].as_of).toEqual(new Date('2026-11-01T00:00:00Z'));
  });
});

describe('runs', () => {
  it('are listed while they run, and keep how they ended', async () => {
    const run = (runId: string) => ({ storeId: 'shop', sourceId: 'site', runId });
    for (const id of ['r1', 'r2', 'r3'])
      await startRun(database.pool, { ...run(id), place: { host: 'h', pid: 7 } });
    await finishRun(database.pool, { ...run('r1'), status: 'done', report: {} });
    const running = await listRunningRuns(database.pool, 'shop', 'site');
    expect(running.map(({ runId, host, pid }) => [runId, host, pid])).toEqual([
      ['r2', 'h', 7],
      ['r3', 'h', 7],
    ]);
    await failRuns(database.pool, 'shop', ['r1', 'r2']);
    const { rows } = await database.pool.query('select run_id, status from runs order by run_id');
    expect(rows.map(({ status }) => status)).toEqual(['done', 'failed', 'running']);
  });
});
