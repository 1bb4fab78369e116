import { afterAll, beforeAll, expect, it } from 'vitest';
import { listKnownLexemes } from './list-known-lexemes.ts';
import { publishDocument } from './publish-document.ts';
import { ensureSource } from './sources.ts';
import { ensureStore } from './stores.ts';
import { madeUpDocument } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const [storeId, text] of [
    ['shop', 'red tent'],
    ['other', 'blue boat'],
  ] as const) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
    await publishDocument(database.pool, madeUpDocument('page', [text, text], { storeId }));
  }
});
afterAll(() => database.close());

it('tells which words one store has, each once', async () => {
  expect([...(await listKnownLexemes(database.pool, 'shop', ['tent', 'boat', 'red', 'x']))].sort()).toEqual([
    'red',
    'tent',
  ]);
  expect([...(await listKnownLexemes(database.pool, 'other', ['tent', 'boat']))]).toEqual(['boat']);
  expect((await listKnownLexemes(database.pool, 'shop', [])).size).toBe(0);
});
