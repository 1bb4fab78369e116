import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import {
  emptyFilter,
  type FoundProduct,
  type ProductFilter,
  searchProducts,
} from '../../../sql/search-products.ts';
import type { CatalogQuery } from './read-catalog-query.ts';

/** So many are compared by what their texts say of the words that are left open. */
const MOST_COMPARED = 24;
/** A product that has less than this share of what the best one matches is another kind of thing. */
const LEAST_MATCH = 0.6;

/** What of a question was given up for something to be found, as the response's constraints name it. */
export type Relaxed =
  | 'words'
  | 'price'
  | 'minRating'
  | 'availability'
  | 'onSale'
  | 'brands'
  | 'notBrands'
  | 'categories'
  | 'without'
  | 'notCalled'
  | (string & {});

/** Products that a question asks for. */
export interface CatalogFindings {
  /** Best first, or in the order asked for. */
  products: FoundProduct[];
  /** How many pass in all, of which these are the first. */
  total: number;
  /**
   * What nothing of the kind has: of attributes their names (`color`). Where it is not empty, the products are what there
   * is without it, and not what was asked for. Empty also where nothing was found at all.
   */
  relaxed: Relaxed[];
  /** Lexemes asked for that nothing of the best product speaks of, where they are among what was given up. */
  lacks?: string[];
}

/** Whether the products are all that was asked for: of several words in their name one may be missing, no more. Pure. */
export function isAllAskedFor({ relaxed }: Pick<CatalogFindings, 'relaxed'>): boolean {
  return relaxed.every((one) => one === 'words');
}

type Search = (words: CatalogQuery['lexemes'], filter: ProductFilter) => Promise<FoundProduct[]>;

/**
 * Finds products that are what the shopper asked for, and where there are none those that lack as little as possible of it.
 * @param market the shopper's, ISO 3166-1 alpha-2; null: products of all markets.
 */
export async function searchCatalog(
  db: Queryable,
  storeId: string,
  query: CatalogQuery,
  market: string | null = null,
): Promise<CatalogFindings> {
  const search: Search = (words, filter) =>
    searchProducts(db, {
      storeId,
      lexemes: words,
      filter,
      sort: query.sort,
      order: query.order ?? null,
      market,
      limit: MOST_COMPARED,
    });
  const anyWord = query.lexemes.map((word) => ({ ...word, required: false }));
  const found = await stated(search, query.lexemes, query.filter);
  if (found.length > 0) return findings(found, query, []);
  // No product has every name in it ("kids hiking boots"): then what has most of them, if it is all that is wrong.
  const words = anyWord.length > 0 ? await stated(search, anyWord, query.filter) : [];
  const named = query.lexemes.some((word) => word.required);
  const ofTheKind = words.filter(
    ({ matched }) => !named || matched.some((lexeme) => isRequired(query, lexeme)),
  );
  if (ofTheKind.length > 0) {
    // Of many words most must be there, or another thing is meant.
    const most = findings(ofTheKind, query, ['words']);
    if (query.lexemes.filter(({ required }) => required).length > 1) return most;
  }
  for (const { name, filter } of relaxations(query.filter)) {
    const without = await search(query.lexemes, filter);
    if (without.length > 0) return findings(without, query, name);
  }
  return findings(ofTheKind, query, ofTheKind.length > 0 ? ['words'] : []);
}

/** Of what must be without something those that say so, if any do: that milk does not speak of lactose proves nothing. */
async function stated(
  search: Search,
  words: CatalogQuery['lexemes'],
  filter: ProductFilter,
): Promise<FoundProduct[]> {
  if (filter.without.length === 0) return search(words, filter);
  const found = await search(words, { ...filter, withoutStated: true });
  return found.length > 0 ? found : search(words, filter);
}

function isRequired({ lexemes: words }: CatalogQuery, lexeme: string): boolean {
  return words.some((word) => word.required && word.lexeme === lexeme);
}

function findings(found: FoundProduct[], query: CatalogQuery, relaxed: Relaxed[]): CatalogFindings {
  const kind = ofKind(found, query);
  const best = Math.max(0, ...kind.map((product) => product.score));
  const close = kind.filter((product) => product.score >= LEAST_MATCH * best);
  const dropped = found.length - close.length;
  // Where the last ones match too little, so do all that come after them.
  const isCut = query.sort === 'relevance' && kind.length > close.length;
  const total = isCut ? close.length : Math.max(close.length, (found[0]?.total ?? 0) - dropped);
  return { products: close, total, relaxed };
}

/**
 * Of products that have the words, those that are called so: socks whose page speaks of tents are no tents. Where the
 * words name a category, a lamp of Table lamps is no table.
 */
function ofKind(found: FoundProduct[], { lexemes: words, constraints }: CatalogQuery): FoundProduct[] {
  const kinds = new Set(words.filter((word) => word.required).map((word) => word.lexeme));
  const called = found.filter(({ product, locale }) =>
    lexemes([product.name, product.category, product.brand].join(' '), locale).some((name) =>
      kinds.has(name),
    ),
  );
  const levels = new Set(constraints.categories ?? []);
  const within = called.filter(
    ({ product, locale }) =>
      product.category?.split(/\s*>\s*/).some((level) => levels.has(level)) ||
      isHead(lexemes(product.name, locale), kinds),
  );
  // Unless one of another kind has more of what was asked for: weighted keys, of the pianos beside the keyboards.
  const best = (some: FoundProduct[]): number => Math.max(0, ...some.map(({ score }) => score));
  if (within.length > 0 && best(within) >= best(called)) return within;
  return called.length > 0 ? called : found;
}

/** Whether a name is of a thing of that kind: its last word says so in English, its first in Spanish. */
function isHead(name: string[], kinds: ReadonlySet<string>): boolean {
  return kinds.has(name.at(0) ?? '') || kinds.has(name.at(-1) ?? '');
}

/** Sizes go last of the attributes: what does not fit is of no use. */
const SIZE = /size|talla/;

/**
 * The filter with one constraint less, what is given up most easily first; then without all attributes, then without any
 * constraint. Pure.
 */
export function relaxations(filter: ProductFilter): { name: Relaxed[]; filter: ProductFilter }[] {
  const empty = emptyFilter();
  const steps: { name: Relaxed; filter: ProductFilter }[] = [];
  const drop = (name: Relaxed, given: Partial<ProductFilter>): void => {
    steps.push({ name, filter: { ...filter, ...given } });
  };
  if (filter.onSale) drop('onSale', { onSale: false });
  if (filter.availability.length > 0) drop('availability', { availability: [] });
  if (filter.minRating !== null) drop('minRating', { minRating: null });
  const names = [
    ...new Set([...Object.keys(filter.attributes), ...filter.choices.map(({ said }) => said)]),
  ].sort((a, b) => Number(SIZE.test(a)) - Number(SIZE.test(b)));
  for (const name of names)
    drop(name, {
      attributes: omit(filter.attributes, name),
      choices: filter.choices.filter(({ said }) => said !== name),
    });
  for (const name of Object.keys(filter.notAttributes))
    drop(name, { notAttributes: omit(filter.notAttributes, name) });
  if (filter.without.length > 0) drop('without', { without: [] });
  if (filter.minPrice !== null || filter.maxPrice !== null) drop('price', { minPrice: null, maxPrice: null });
  if (filter.notBrands.length > 0) drop('notBrands', { notBrands: [] });
  if (filter.brands.length > 0) drop('brands', { brands: [] });
  if (filter.notCalled.length > 0) drop('notCalled', { notCalled: [] });
  if (filter.categories.length > 0) drop('categories', { categories: [] });
  const single = steps.map((step) => ({ name: [step.name], filter: step.filter }));
  if (steps.length < 2) return single;
  const properties = [...names, ...Object.keys(filter.notAttributes)];
  const bare = { attributes: {}, choices: [], notAttributes: {}, without: [] };
  return [
    ...single,
    ...(properties.length > 1 ? [{ name: [...new Set(properties)], filter: { ...filter, ...bare } }] : []),
    { name: [...new Set(steps.map(({ name }) => name))], filter: { ...empty } },
  ];
}

function omit(record: Record<string, string[]>, name: string): Record<string, string[]> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
