import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { ensureSource } from '../../../sql/sources.ts';
import { ensureStore } from '../../../sql/stores.ts';
import { fillStore, whileFilling } from '../../../sql/testing/fill-store.ts';
import { makeDice } from '../ingest/made-up/dice.ts';
import { type ExactSearch, makeExactSearch } from './exact-search.ts';
import { type MadeUpPassage, makePassageMaker } from './made-up-passages.ts';

/** Passages written at once. */
const BATCH = 4_000;
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
  const embed = (phrases: string[]) => model.embeddings.embedDocuments(phrases);
  const make = await makePassageMaker(texts, embed, makeDice(SEED));
  const searches = new Map(kept.map((index) => [index, makeExactSearch()]));

  async function fill(index: number, size: number): Promise<void> {
    const store = { storeId: `store-${index}`, sourceId: 'site', model: model.name };
    await ensureStore(db, store.storeId, null);
    await ensureSource(db, { ...store, kind: 'site', location: 'https://shop.example/' });
    let written: Promise<void> = Promise.resolve();
    for (let first = 0; first < size; first += BATCH) {
      signal.throwIfAborted();
      onProgress(`filling store ${index + 1} of ${sizes.length}: ${first} of ${size} passages`);
      const passages: MadeUpPassage[] = Array.from({ length: Math.min(BATCH, size - first) }, make);
      for (const passage of passages) searches.get(index)?.add(passage);
      // The next ones are made while the server writes these.
      await written;
      written = fillStore(db, store, passages, first);
    }
    await written;
  }

  await whileFilling(db, async () => {
    for (const [index, size] of sizes.entries()) await fill(index, size);
    onProgress('making indexes');
  });
  return searches;
}
