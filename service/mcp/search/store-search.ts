import type { FoundProducts, ProductDetails } from './found-products.ts';
import type { FoundPassages } from './search-policies.ts';
import type { CatalogSearch, PolicySearch, ProductSearch } from './search-requests.ts';

/** Looks for what a store knows, without answering: through the retrieval that answers are made from, and nothing is logged. */
export interface StoreSearch {
  /** Passages of pages, policies and files; of products none. */
  searchPolicies: (request: PolicySearch & { store: string }, signal: AbortSignal) => Promise<FoundPassages>;
  searchCatalog: (request: CatalogSearch & { store: string }, signal: AbortSignal) => Promise<FoundProducts>;
  /** @throws ProblemError `unknown-product`, or `invalid-request` where several are called so. */
  findProduct: (request: ProductSearch & { store: string }) => Promise<ProductDetails>;
}
