import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  findBlockLesson,
  markLessonStale,
  type StoredLesson,
  saveBlockLesson,
  settleLesson,
} from './repeated-blocks.ts';
import { ensureSource } from './sources.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

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
  }
});

const block = (template: string, text: string) => ({
  template,
  hash: `hash of ${text}`,
  text,
  keptOn: `https://shop.example/${template}`,
});
const lesson = (given: Partial<StoredLesson> = {}): StoredLesson => ({
  documents: 60,
  enough: true,
  state: 'settled',
  blocks: [block('a', 'Free shipping'), block('b', 'Free shipping'), block('b', 'Secure “payment”')],
  ...given,
});
const save = (storeId: string, given: StoredLesson) =>
  saveBlockLesson(database.pool, { storeId, sourceId: 'site', ...given });

it('finds what was saved last, and only in its store', async () => {
  expect(await findBlockLesson(database.pool, 'shop', 'site')).toBeNull();
  await save('shop', lesson());
  expect(await findBlockLesson(database.pool, 'shop', 'site')).toEqual(lesson());
  expect(await findBlockLesson(database.pool, 'other', 'site')).toBeNull();
  const next = lesson({ documents: 9, enough: false, state: 'unsettled', blocks: [] });
  await save('shop', next);
  expect(await findBlockLesson(database.pool, 'shop', 'site')).toEqual(next);
});

it('settles what is unsettled, and leaves what is stale stale', async () => {
  await save('shop', lesson({ state: 'unsettled' }));
  await save('other', lesson({ state: 'unsettled' }));
  await settleLesson(database.pool, 'shop', 'site');
  const state = async (storeId: string) => (await findBlockLesson(database.pool, storeId, 'site'))?.state;
  expect(await state('shop')).toBe('settled');
  await markLessonStale(database.pool, 'shop', 'site');
  await settleLesson(database.pool, 'shop', 'site');
  expect([await state('shop'), await state('other')]).toEqual(['stale', 'unsettled']);
});

it('goes with its source, and keeps the earlier lesson when a new one cannot be saved', async () => {
  await save('shop', lesson());
  const twice = [block('a', 'Free shipping'), block('a', 'Free shipping')];
  await expect(save('shop', lesson({ documents: 1, blocks: twice }))).rejects.toThrow(/duplicate key/);
  expect(await findBlockLesson(database.pool, 'shop', 'site')).toEqual(lesson());
  await database.pool.query(`delete from sources where store_id = 'shop'`);
  const left = await database.pool.query('select count(*)::int as count from repeated_blocks');
  expect(left.rows).toEqual([{ count: 0 }]);
});
