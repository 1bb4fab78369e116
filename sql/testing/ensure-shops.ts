import { ensureSource } from '../sources.ts';
import { ensureStore } from '../stores.ts';
import type { TestDatabase } from './open-test-database.ts';

/** Makes the store `shop` that made-up documents belong to, and `other`, whose documents it must never show. */
export async function ensureShops({ pool }: Pick<TestDatabase, 'pool'>): Promise<void> {
  for (const storeId of ['shop', 'other']) {
    await ensureStore(pool, storeId, null);
    await ensureSource(pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
  }
}
