import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishDocument } from './publish-document.ts';
import { ensureSource } from './sources.ts';
import { ensureStore, findStore } from './stores.ts';
import { madeUpDocument } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';
import { saveVectors } from './vectors.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('takes the model of most passages for the own one of a store that was there before', async () => {
  const { pool } = database;
  for (const storeId of ['shop', 'empty']) await ensureStore(pool, storeId, null);
  await ensureSource(pool, { storeId: 'shop', sourceId: 'site', kind: 'site', location: 'x' });
  await publishDocument(pool, madeUpDocument('a', ['tent', 'lamp']));
  const vectors = (...hashes: string[]) => hashes.map((hash) => ({ hash, vector: [1] }));
  await saveVectors(pool, 'shop', 'half', vectors('tent', 'unused', 'unused too'));
  await saveVectors(pool, 'shop', 'whole', vectors('tent', 'lamp'));
  await pool.query('alter table stores drop column embedding_model');
  await pool.query('drop table store_models');
  await pool.query(readFileSync(new URL('./migrations/0004_embedding_model.sql', import.meta.url), 'utf8'));
  expect((await findStore(pool, 'shop'))?.embeddingModel).toBe('whole');
  expect((await findStore(pool, 'empty'))?.embeddingModel).toBeNull();
});
