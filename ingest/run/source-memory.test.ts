import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { openSourceMemory } from './source-memory.ts';
import { makeSourceSpec, type SourceSpec } from './source-spec.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'feed', kind: 'feed', location: '/x.csv' });
  }
});

const READING = {
  bodyHash: 'abc',
  etag: '"1"',
  lastModified: null,
  leftOut: [{ url: '/x.csv#line=3', stage: 'catalog', reason: 'x.csv:3: a draft' }],
};

const open = (
  options: { storeId?: string; anew?: boolean; dryRun?: boolean; source?: Partial<SourceSpec> } = {},
) =>
  openSourceMemory(database.pool, {
    storeId: options.storeId ?? 'shop',
    source: makeSourceSpec({ id: 'feed', kind: 'feed', location: '/x.csv', ...options.source }),
    anew: options.anew ?? false,
    dryRun: options.dryRun ?? false,
  });

it('keeps what was read whole once that is settled, for the same store and settings', async () => {
  const memory = await open();
  expect(memory.last).toBeNull();
  memory.note(READING);
  expect((await open()).last).toBeNull();
  await memory.settle();
  expect((await open()).last).toMatchObject(READING);
  expect((await open({ storeId: 'other' })).last).toBeNull();
  expect((await open({ anew: true })).last).toBeNull();
  for (const source of [
    { currency: 'EUR' },
    { mapping: { name: 'titulo' } },
    { baseUrl: 'https://a.example/' },
  ])
    expect((await open({ source })).last).toBeNull();
  expect((await open({ source: { allowHosts: ['a:1'], maxPages: 3 } })).last).toMatchObject(READING);
});

it('knows nothing while another reading is under way, and after one that was not settled', async () => {
  const first = await open();
  first.note(READING);
  await first.settle();
  const second = await open();
  await second.forget();
  expect((await open()).last).toBeNull();
  const third = await open();
  await third.settle();
  expect((await open()).last).toBeNull();
});

it('changes nothing in a dry run', async () => {
  const first = await open();
  first.note(READING);
  await first.settle();
  const plan = await open({ dryRun: true });
  await plan.forget();
  plan.note({ ...READING, bodyHash: 'other' });
  await plan.settle();
  expect((await open()).last).toMatchObject(READING);
});
