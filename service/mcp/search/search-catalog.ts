import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { emptyFilter } from '../../../sql/search-products.ts';
import { type JudgedProducts, judgeProducts } from '../../answer/catalog/judge-products.ts';
import { comesNear } from '../../answer/catalog/near-products.ts';
import { productCard } from '../../answer/catalog/product-card.ts';
import { type CatalogQuery, readCatalogQuery } from '../../answer/catalog/read-catalog-query.ts';
import { searchCatalog as search } from '../../answer/catalog/search-catalog.ts';
import type { AnswerDeps } from '../../answer/make-answer-question.ts';
import { findForMarket } from '../../answer/retrieve/find-for-market.ts';
import type { LoadedStore } from '../../answer/retrieve/store-cache.ts';
import { applyFilters } from '../../answer/understand/apply-filters.ts';
import { shopperMarket } from '../../answer/understand/shopper-market.ts';
import { type Understanding, understand } from '../../answer/understand/understand.ts';
import { wordLightness } from '../../answer/words/light-words.ts';
import type { FoundProducts } from './found-products.ts';
import type { CatalogSearch } from './search-requests.ts';

/** Cards where the request does not say how many. */
const CARDS = 8;

type Request = CatalogSearch & { store: string };

/**
 * Finds products as an answer to the same question would, by words, facts and likeness, whether or not a page answers it too.
 * What filters say is never given up without saying so.
 */
export async function searchCatalog(
  deps: AnswerDeps,
  loaded: LoadedStore,
  request: Request,
  signal: AbortSignal,
): Promise<FoundProducts> {
  const { store, query, limit = CARDS } = request;
  const { products, total, almost } =
    query === undefined
      ? await listFiltered(deps, loaded, request, limit)
      : await searchAsAnswered(deps, loaded, { ...request, query }, limit, signal);
  const cards = (some: JudgedProducts['products']) => some.map(({ product }) => productCard(product));
  const near = almost === null ? null : { products: cards(almost.products), without: almost.relaxed };
  return { store, products: cards(products), total: products.length === 0 ? 0 : total, near };
}

type Judged = Pick<JudgedProducts, 'products' | 'total' | 'almost'>;

async function searchAsAnswered(
  deps: AnswerDeps,
  loaded: LoadedStore,
  { query, sort, limit: _, ...request }: Request & { query: string },
  limit: number,
  signal: AbortSignal,
): Promise<Judged> {
  const asked = { ...request, question: query };
  const understood = await understand(asked, [], loaded, deps.similarity);
  const read = asCatalogQuery(understood, loaded, deps.similarity);
  const catalog = sort === undefined ? read : { ...read, sort };
  const found = await findForMarket({
    deps,
    request: asked,
    understood: { ...understood, catalog, named: null },
    loaded,
    history: [],
    signal,
    emit: async () => {},
  });
  // Nobody asks the catalog for a page.
  const pages = { ranked: [], units: found.settled, terms: found.terms, confidence: 0 };
  const filtered = { ...catalog, filter: applyFilters(catalog.filter, request.filters) };
  const { almost, ...judged } = judgeProducts(found.catalog, filtered, pages, limit);
  return { ...judged, almost: almost !== null && comesNear(almost, understood.terms) ? almost : null };
}

/** Without words there is nothing to judge by: whatever passes the filters is what was asked for, else what nearly does. */
async function listFiltered(
  { pool }: Pick<AnswerDeps, 'pool'>,
  loaded: LoadedStore,
  { store, filters, sort = 'relevance', market: given }: Request,
  limit: number,
): Promise<Judged> {
  const market = shopperMarket({ market: given });
  const found = await search(
    pool,
    store,
    { ...byWords([]), filter: applyFilters(emptyFilter(), filters), sort },
    market !== null && loaded.markets.has(market) ? market : null,
  );
  const products = found.products.slice(0, limit);
  return found.relaxed.length === 0
    ? { products, total: found.total, almost: null }
    : { products: [], total: 0, almost: { ...found, products } };
}

/** What was understood as a question for products; other words are read as one that asks for what they say, or for a name. */
function asCatalogQuery(
  { catalog, named, terms, locale, standalone }: Understanding,
  { vocabulary }: LoadedStore,
  similarity: AnswerDeps['similarity'],
): CatalogQuery {
  if (catalog !== null) return catalog;
  const [name, ...others] = named?.missing === undefined ? (named?.names ?? []) : [];
  const read = named === null ? readCatalogQuery(standalone, locale, vocabulary, similarity, true) : null;
  if (read !== null) return read;
  // "Sell" and "need" say nothing of the product.
  const asked = terms.flatMap(({ lexeme, word }) => (wordLightness(word, locale) < 1 ? [] : [lexeme]));
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
