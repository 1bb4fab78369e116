import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countUnembedded, listUnembeddedPassages } from './list-unembedded-passages.ts';
import { releaseModelLease, takeModelLease } from './model-leases.ts';
import { publishDocument } from './publish-document.ts';
import { retireModels } from './retire-models.ts';
import { ensureSource } from './sources.ts';
import { ensureStore, findStore } from './stores.ts';
import { switchModel } from './switch-model.ts';
import { madeUpDocument, madeUpPassage } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';
import { findEmbedded, saveVectors } from './vectors.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
    await publish('a', ['tent', 'lamp'], storeId);
  }
});

const publish = (id: string, texts: string[], storeId = 'shop') =>
  publishDocument(database.pool, madeUpDocument(id, texts, { storeId, documentId: `${storeId}-${id}` }));
const save = (model: string, hashes: string[], storeId = 'shop') =>
  saveVectors(
    database.pool,
    storeId,
    model,
    hashes.map((hash) => ({ hash, vector: [1, 0] })),
  );
const activeModel = async () => (await findStore(database.pool, 'shop'))?.embeddingModel;
const page = (after: string, limit: number) =>
  listUnembeddedPassages(database.pool, 'shop', 'new', { after, limit });

it('takes the model of the first vectors for the store’s own, and no later one', async () => {
  expect(await activeModel()).toBeNull();
  await save('old', ['tent']);
  await save('new', ['tent']);
  expect(await activeModel()).toBe('old');
});

it('lists each text without a vector once, page by page, with what it is made from', async () => {
  await publish('b', ['lamp', 'rope']);
  await save('new', ['tent']);
  await save('new', ['lamp', 'rope'], 'other');
  const first = await page('', 1);
  expect(first).toEqual([{ embedHash: 'lamp', documentId: 'shop-a', title: 'a', heading: [], text: 'lamp' }]);
  expect((await page('lamp', 9)).map(({ embedHash }) => embedHash)).toEqual(['rope']);
  expect(await page('rope', 9)).toEqual([]);
  expect(await countUnembedded(database.pool, 'shop', 'new')).toBe(2);
});

describe('switching', () => {
  beforeEach(() => save('old', ['tent', 'lamp']));

  it('waits for the last vector, then changes the revision with the model', async () => {
    await save('new', ['tent']);
    const before = await findStore(database.pool, 'shop');
    expect(await switchModel(database.pool, 'shop', 'new')).toEqual({
      from: 'old',
      switched: false,
      missing: 1,
    });
    expect(await findStore(database.pool, 'shop')).toEqual(before);
    await save('new', ['lamp']);
    expect(await switchModel(database.pool, 'shop', 'new')).toEqual({
      from: 'old',
      switched: true,
      missing: 0,
    });
    const after = await findStore(database.pool, 'shop');
    expect(after).toMatchObject({ embeddingModel: 'new', revision: (before?.revision ?? 0) + 1 });
    expect(await switchModel(database.pool, 'shop', 'new')).toEqual({
      from: 'new',
      switched: false,
      missing: 0,
    });
    expect(await findStore(database.pool, 'shop')).toEqual(after);
    expect(await switchModel(database.pool, 'nowhere', 'new')).toMatchObject({ switched: false });
  });

  it('waits for a document that is being published, and counts its passages', async () => {
    await save('new', ['tent', 'lamp']);
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const { text, embedHash } = madeUpPassage('rope');
      await client.query(
        `insert into passages (store_id, document_id, ordinal, start_offset, end_offset, text, heading, shape, embed_hash, length)
         values ('shop', 'shop-a', 9, 0, 4, $1, '{}', 'prose', $2, 1)`,
        [text, embedHash],
      );
      const switching = switchModel(database.pool, 'shop', 'new');
      await client.query('commit');
      expect(await switching).toMatchObject({ switched: false, missing: 1 });
    } finally {
      client.release();
    }
  });
});

describe('the lease', () => {
  const lease = (holder: string) => ({ storeId: 'shop', model: 'new', holder });
  const take = (holder: string) => takeModelLease(database.pool, lease(holder));

  it('is held by one at a time, renewed, released and taken over from a silent holder', async () => {
    expect(await take('one')).toBe(true);
    expect(await take('two')).toBe(false);
    expect(await take('one')).toBe(true);
    await releaseModelLease(database.pool, lease('two'));
    expect(await take('two')).toBe(false);
    await releaseModelLease(database.pool, lease('one'));
    expect(await take('two')).toBe(true);
    await database.pool.query(`update store_models set held_until = now() - interval '1 second'`);
    expect(await take('three')).toBe(true);
    expect(await take('two')).toBe(false);
  });

  it('is no one’s for a store that is not there', async () => {
    expect(await takeModelLease(database.pool, { ...lease('one'), storeId: 'nowhere' })).toBe(false);
  });
});

describe('vectors of models that the store has left', () => {
  const left = (model: string, ago: string) =>
    database.pool.query('update store_models set retired_at = now() - $2::interval where model = $1', [
      model,
      ago,
    ]);
  const kept = async (model: string) =>
    [...(await findEmbedded(database.pool, 'shop', model, ['tent', 'lamp']))].length;

  it('are kept for a week, then deleted, the store’s own and the configured one’s never', async () => {
    await save('old', ['tent', 'lamp']);
    await save('new', ['tent', 'lamp']);
    await save('tried', ['tent']);
    await save('old', ['tent'], 'other');
    await switchModel(database.pool, 'shop', 'new');
    expect(await retireModels(database.pool, 'shop', 'next')).toBe(0);
    await left('old', '6 days');
    await left('tried', '8 days');
    await left('new', '8 days');
    expect(await retireModels(database.pool, 'shop', 'next')).toBe(1);
    expect([await kept('old'), await kept('new'), await kept('tried')]).toEqual([2, 2, 0]);
    await left('old', '8 days');
    expect(await retireModels(database.pool, 'shop', 'old')).toBe(0);
    expect(await retireModels(database.pool, 'shop', 'next')).toBe(2);
    expect(await findEmbedded(database.pool, 'other', 'old', ['tent'])).toEqual(new Set(['tent']));
  });

  it('are kept while a process is at work for that model', async () => {
    await save('old', ['tent', 'lamp']);
    await takeModelLease(database.pool, { storeId: 'shop', model: 'new', holder: 'one' });
    await save('new', ['tent']);
    await retireModels(database.pool, 'shop', 'old');
    const { rows } = await database.pool.query(`select model, retired_at from store_models`);
    expect(rows).toEqual([{ model: 'new', retired_at: null }]);
  });
});
