import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { listCatalogVocabulary } from '../../../sql/list-catalog-vocabulary.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { listMarkets, listRegions } from '../../../sql/sources.ts';
import { findStore, type StoreRow } from '../../../sql/stores.ts';
import { buildVocabulary, type Vocabulary } from '../catalog/vocabulary.ts';
import { makeStoreSynonyms } from '../words/store-synonyms.ts';

/** A store with what is derived from its index. */
export interface LoadedStore {
  store: StoreRow;
  vocabulary: Vocabulary;
  /** ISO 3166-1 alpha-2 of the markets that it has sources or pages for, to the languages of their documents. */
  markets: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of those, the ones that pages name as the region of their language. */
  regions: readonly string[];
}

type Derived = Omit<LoadedStore, 'store'>;

/**
 * Returns a function that loads a store with its catalog's vocabulary and its markets, which are read anew only when the store's
 * revision has changed; null when there is no such store.
 * @param synonyms each store's own lines of them, by its id.
 */
export function makeStoreCache(
  db: Queryable,
  synonyms: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(),
): (storeId: string) => Promise<LoadedStore | null> {
  const cache = new Map<string, { revision: number; derived: Promise<Derived> }>();
  return async (storeId) => {
    const store = await findStore(db, storeId);
    if (store === null) return null;
    let cached = cache.get(storeId);
    if (cached?.revision !== store.revision) {
      const derived = derive(db, store, synonyms.get(storeId) ?? []);
      cached = { revision: store.revision, derived };
      cache.set(storeId, cached);
      // A failed read must not stay; a newer one may.
      derived.catch(() => {
        if (cache.get(storeId)?.derived === derived) cache.delete(storeId);
      });
    }
    return { store, ...(await cached.derived) };
  };
}

async function derive(
  db: Queryable,
  { storeId, locales }: StoreRow,
  synonyms: readonly (readonly string[])[],
): Promise<Derived> {
  const [terms, markets, regions] = await Promise.all([
    listCatalogVocabulary(db, storeId),
    listMarkets(db, storeId),
    listRegions(db, storeId),
  ]);
  const languages = new Map(markets.map(({ market, languages }) => [market, new Set(languages)]));
  for (const { region, language } of regions)
    languages.set(region, (languages.get(region) ?? new Set()).add(language));
  return {
    vocabulary: {
      ...buildVocabulary(terms, locales[0] ?? 'en'),
      synonyms: synonyms.length === 0 ? null : makeStoreSynonyms(synonyms, locales.map(languageOf)),
    },
    markets: languages,
    regions: [...new Set(regions.map(({ region }) => region))],
  };
}
