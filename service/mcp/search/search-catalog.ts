import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { emptyFilter } from '../../../sql/search-products.ts';
import { applyFilters } from '../../answer/apply-filters.ts';
import { fitProducts } from '../../answer/catalog/fit-products.ts';
import type { CatalogQuery } from '../../answer/catalog/read-catalog-query.ts';
import { isAllAskedFor, searchCatalog as search } from '../../answer/catalog/search-catalog.ts';
import { wordLightness } from '../../answer/light-words.ts';
import type { AnswerDeps } from '../../answer/make-answer-question.ts';
import { productCard } from '../../answer/product-card.ts';
import { shopperMarket } from '../../answer/shopper-market.ts';
import type { LoadedStore } from '../../answer/store-cache.ts';
import { understand } from '../../answer/understand.ts';
import type { FoundProducts } from './found-products.ts';
import type { CatalogSearch } from './search-requests.ts';

/** Cards where the request does not say how many. */
const CARDS = 8;
/** What has less of the words asked for is another thing; what has no more than half of them is not even near. */
const LEAST_ASKED = 0.75;
const LEAST_NEAR = 0.5;

/** Finds products as an answer to the same question would. What filters say is never given up without saying so. */
export async function searchCatalog(
  { pool, similarity }: Pick<AnswerDeps, 'pool' | 'similarity'>,
  loaded: LoadedStore,
  { query, filters, sort, limit = CARDS, ...request }: CatalogSearch & { store: string },
): Promise<FoundProducts> {
  const read = await readQuery(query, request.locale, loaded, similarity);
  const asked: CatalogQuery = {
    ...read,
    filter: applyFilters(read.filter, filters),
    sort: sort ?? read.sort,
  };
  const market = shopperMarket(request);
  const found = await search(
    pool,
    request.store,
    asked,
    market !== null && loaded.markets.has(market) ? market : null,
  );
  const fitted = fitProducts(found.products, asked.lexemes, [], []);
  const share = Math.max(0, ...fitted.map((one) => one.share));
  const cards = found.products.slice(0, limit).map(({ product }) => productCard(product));
  const { store } = request;
  if (cards.length === 0 || share <= LEAST_NEAR) return { store, products: [], total: 0, near: null };
  if (isAllAskedFor(found) && share >= LEAST_ASKED)
    return { store, products: cards, total: found.total, near: null };
  const words = share < LEAST_ASKED ? ['words'] : [];
  return {
    store,
    products: [],
    total: 0,
    near: { products: cards, without: [...new Set([...found.relaxed, ...words])] },
  };
}

/** A query as a question for products; what is none, such as a bare name, is looked for by its words. */
async function readQuery(
  query: string | undefined,
  given: string | undefined,
  loaded: LoadedStore,
  similarity: AnswerDeps['similarity'],
): Promise<CatalogQuery> {
  if (query === undefined) return byWords([]);
  const request = { question: query, ...(given === undefined ? {} : { locale: given }) };
  const { catalog, named, terms, locale } = await understand(request, [], loaded, similarity);
  if (catalog !== null) return catalog;
  // "Sell" and "need" say nothing of the product.
  const asked = terms.flatMap(({ lexeme, word }) => (wordLightness(word, locale) < 1 ? [] : [lexeme]));
  const [name, ...others] = named?.missing === undefined ? (named?.names ?? []) : [];
  if (name === undefined || others.length > 0) return byWords(asked);
  // A name may be written in another way than the catalog writes it.
  return byWords([...lexemes(name, locale), ...asked.filter((lexeme) => !named?.lexemes.has(lexeme))]);
}

function byWords(words: readonly string[]): CatalogQuery {
  return {
    filter: emptyFilter(),
    sort: 'relevance',
    lexemes: [...new Set(words)].map((lexeme) => ({ lexeme, weight: 1, required: true })),
    constraints: {},
  };
}
