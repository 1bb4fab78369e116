import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBlockLesson } from '../../sql/repeated-blocks.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { BOXES, repeatingShop } from '../extract/repeating-shop.fixture.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { openBlockLesson } from './block-lesson.ts';
import type { SourceEvent } from './source-event.ts';

const shop = repeatingShop();
const source = { storeId: 'shop', sourceId: 'site' };
const first = { known: 0, refresh: false, dryRun: false };
const next = { ...first, known: shop.length };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('delete from stores'));

async function begin(): Promise<void> {
  await ensureStore(database.pool, 'shop', null);
  await ensureSource(database.pool, { ...source, kind: 'site', location: 'x' });
}
const open = (run: typeof first) => openBlockLesson(database, { ...source, ...run, begin });
const stored = () => findBlockLesson(database.pool, 'shop', 'site');

async function* streamOf(documents: SourceDocument[]): AsyncGenerator<SourceEvent> {
  for (const document of documents)
    yield { type: 'document', document, etag: null, lastModified: null, fetchedAt: '2026-11-01T00:00:00Z' };
  yield { type: 'done', complete: true, reason: null };
}

/** Runs pages through a lesson. @returns the texts that would be indexed */
async function ingest(
  run: typeof first,
  documents: SourceDocument[] = shop,
  settle = true,
): Promise<string[]> {
  const lesson = await open(run);
  const texts: string[] = [];
  for await (const event of lesson.clean(streamOf(documents)))
    if (event.type === 'document') texts.push(event.document.text);
  if (settle) await lesson.settle();
  return texts;
}
describe('openBlockLesson', () => {
  it('learns in the first run of a source, and later runs use it without reading all anew', async () => {
    expect((await open(first)).readAnew).toBe(false);
    const texts = await ingest(first);
    expect(await stored()).toMatchObject({ state: 'settled', documents: shop.length, enough: false });
    expect((await open(next)).readAnew).toBe(false);
    expect(await ingest(next)).toEqual(texts);
    // A few changed pages, as a run sees whose other pages are unchanged.
    const some = shop.slice(40);
    expect(await ingest(next, some)).toEqual(texts.slice(40));
  });

  it('has saved what it learned before it lets the first page go', async () => {
    const lesson = await open(first);
    for await (const event of lesson.clean(streamOf(shop))) {
      expect(event.type).toBe('document');
      expect((await stored())?.blocks.length).toBeGreaterThan(0);
      break;
    }
  });

  it('writes nothing in a dry run, not even the store', async () => {
    const texts = await ingest({ ...first, dryRun: true });
    expect(texts.filter((text) => text.includes(BOXES.newsletter))).toHaveLength(1);
    expect((await database.pool.query('select 1 from stores')).rows).toEqual([]);
    expect(await stored()).toBeNull();
  });

  it('reads all anew what was indexed before anything was learned, until that is done', async () => {
    await begin();
    expect((await open(next)).readAnew).toBe(true);
    await ingest(next, shop, false);
    const lesson = await stored();
    expect(lesson).toMatchObject({ state: 'unsettled' });
    expect((await open(next)).readAnew).toBe(true);
    // Learned anew, it would come from one document less.
    await ingest(
      next,
      shop.filter(({ url }) => !url.endsWith('/care-3')),
    );
    expect(await stored()).toEqual({ ...lesson, state: 'settled' });
    expect((await open(next)).readAnew).toBe(false);
  });

  it('learns anew when asked to, and when a block has lost the page that kept it', async () => {
    await ingest(first);
    expect((await open({ ...next, refresh: true })).readAnew).toBe(true);
    const withoutShipping = shop.filter(({ url }) => !url.endsWith('/shipping'));
    await ingest({ ...next, dryRun: true }, withoutShipping);
    expect(await stored()).toMatchObject({ state: 'settled' });
    await ingest({ ...next, dryRun: true, refresh: true }, withoutShipping);
    expect(await stored()).toMatchObject({ state: 'settled', documents: shop.length });
    await ingest(next, withoutShipping);
    expect(await stored()).toMatchObject({ state: 'stale' });
    expect((await open(next)).readAnew).toBe(true);
    const texts = await ingest(next, withoutShipping);
    expect(texts.filter((text) => text.includes(BOXES.delivery))).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: 'settled' });
  });

  it('learns anew when the source has outgrown a small sample, or nothing was published by it', async () => {
    await ingest(first, shop.slice(0, 10));
    expect((await open({ ...first, known: 19 })).readAnew).toBe(false);
    expect((await open({ ...first, known: 20 })).readAnew).toBe(true);
    await ingest(first, shop.slice(0, 12));
    expect(await stored()).toMatchObject({ documents: 12 });
  });

  it('never reads all of a small source again because it has too little to learn from', async () => {
    await ingest(first, shop.slice(0, 3));
    expect((await open({ ...first, known: 3 })).readAnew).toBe(false);
  });
});
