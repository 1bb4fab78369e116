import type { AnswerDeps } from '../../answer/make-answer-question.ts';
import { type LoadedStore, makeStoreCache } from '../../answer/retrieve/store-cache.ts';
import { ProblemError } from '../../problem.ts';
import { findProduct } from './find-product.ts';
import { searchCatalog } from './search-catalog.ts';
import { searchPolicies } from './search-policies.ts';
import type { StoreSearch } from './store-search.ts';

/** The searches over what the answers of a service are made from. */
export function makeStoreSearch(deps: AnswerDeps): StoreSearch {
  const loadStore = deps.loadStore ?? makeStoreCache(deps.pool, deps.synonyms);
  const load = async (store: string): Promise<LoadedStore> => {
    const loaded = await loadStore(store);
    if (loaded !== null) return loaded;
    throw new ProblemError('unknown-store', { detail: `There is no store ${JSON.stringify(store)}.` });
  };
  return {
    searchPolicies: async (request, signal) =>
      searchPolicies(deps, await load(request.store), request, signal),
    searchCatalog: async (request, signal) => searchCatalog(deps, await load(request.store), request, signal),
    findProduct: (request) => findProduct(deps.pool, request),
  };
}
