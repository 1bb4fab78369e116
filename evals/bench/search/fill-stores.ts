import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { ensureSource } from '../../../sql/sources.ts';
import { ensureStore, refreshStore } from '../../../sql/stores.ts';
import { fillStore, settleTables } from '../../../sql/testing/fill-store.ts';
import { makeDice } from '../ingest/made-up/dice.ts';
import { type ExactSearch, makeExactSearch } from './exact-search.ts';
import { makePassageMaker } from './made-up-passages.ts';

/** Passages written at once. */
const BATCH = 2_000;
const SEED = 7;

/**
 * Fills stores `store-0` and on with passages made up from texts, the same every time.
 * @param sizes passages of each store.
 * @param kept numbers of the stores of which an exact search is kept in memory.
 * @returns those searches by the store's number.
 */
export async function fillStores(
  db: Queryable,
  model: EmbeddingModel,
  {
    sizes,
    texts,
    kept,
    signal,
    onProgress,
  }: {
    sizes: readonly number[];
    texts: readonly string[];
    kept: readonly number[];
    signal: AbortSignal;
    onProgress: (message: string) => void;
  },
): Promise<Map<number, ExactSearch>> {
  const make = makePassageMaker(texts, makeDice(SEED));
  const searches = new Map<number, ExactSearch>();
  for (const [index, size] of sizes.entries()) {
    const store = { storeId: `store-${index}`, sourceId: 'site', model: model.name };
    await ensureStore(db, store.storeId, null);
    await ensureSource(db, { ...store, kind: 'site', location: 'https://shop.example/' });
    const search = makeExactSearch();
    if (kept.includes(index)) searches.set(index, search);
    for (let first = 0; first < size; first += BATCH) {
      signal.throwIfAborted();
      onProgress(`filling store ${index + 1} of ${sizes.length}: ${first} of ${size} passages`);
      const passages = Array.from({ length: Math.min(BATCH, size - first) }, make);
      const vectors = await model.embeddings.embedDocuments(passages.map(({ text }) => text));
      const whole = passages.map((passage, at) => ({ ...passage, vector: vectors[at] ?? [] }));
      await fillStore(db, store, whole, first);
      if (kept.includes(index))
        for (const passage of whole) search.add(passage, Float32Array.from(passage.vector));
    }
  }
  await refreshStore(db, 'store-0');
  await settleTables(db);
  return searches;
}
