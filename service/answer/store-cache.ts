import { listCatalogVocabulary } from '../../sql/list-catalog-vocabulary.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { findStore, type StoreRow } from '../../sql/stores.ts';
import { buildVocabulary, type Vocabulary } from './catalog/vocabulary.ts';

/** A store with what is derived from its index. */
export interface LoadedStore {
  store: StoreRow;
  vocabulary: Vocabulary;
}

/**
 * Returns a function that loads a store with its catalog's vocabulary, which is read anew only when the store's
 * revision has changed; null when there is no such store.
 */
export function makeStoreCache(db: Queryable): (storeId: string) => Promise<LoadedStore | null> {
  const vocabularies = new Map<string, { revision: number; vocabulary: Promise<Vocabulary> }>();
  return async (storeId) => {
    const store = await findStore(db, storeId);
    if (store === null) return null;
    let cached = vocabularies.get(storeId);
    if (cached?.revision !== store.revision) {
      const vocabulary = readVocabulary(db, store);
      cached = { revision: store.revision, vocabulary };
      vocabularies.set(storeId, cached);
      // A failed read must not stay; a newer one may.
      vocabulary.catch(() => {
        if (vocabularies.get(storeId)?.vocabulary === vocabulary) vocabularies.delete(storeId);
      });
    }
    return { store, vocabulary: await cached.vocabulary };
  };
}

async function readVocabulary(db: Queryable, store: StoreRow): Promise<Vocabulary> {
  return buildVocabulary(await listCatalogVocabulary(db, store.storeId), store.locales[0] ?? 'en');
}
