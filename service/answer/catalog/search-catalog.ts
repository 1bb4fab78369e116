import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { readProducts } from '../../../sql/read-products.ts';
import {
  emptyFilter,
  type FoundProduct,
  type ProductFilter,
  searchProducts,
} from '../../../sql/search-products.ts';
import { calledAs } from './called-as.ts';
import { kindAt } from './kind-words.ts';
import { mergeFound } from './merge-found.ts';
import type { CatalogQuery } from './read-catalog-query.ts';
import type { CatalogWord } from './take-words.ts';

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

/** What is told around a thing helps to choose among those that there are. */
const BESIDE = 0.15;

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
  /** Whether these are only made for what was asked for, or called after it: a keyboard stand for a keyboard. */
  isOther?: boolean;
  /** Whether these are for whom or what the thing is wanted for, rather than of its kind: a dog pack for "a backpack for my dog". */
  isForIt?: boolean;
  /** Lexemes asked for that nothing of the best product speaks of, where they are among what was given up. */
  lacks?: string[];
}

/** Whether the products are all that was asked for: of several words in their name one may be missing, no more. Pure. */
export function isAllAskedFor({ relaxed }: Pick<CatalogFindings, 'relaxed'>): boolean {
  return relaxed.every((one) => one === 'words');
}

/** So many other names of a kind of thing are searched for. */
const MOST_NAMES = 3;

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
  if (query.only !== undefined) {
    const only = await readProducts(db, storeId, [...query.only]);
    const matched = query.lexemes.map(({ lexeme }) => lexeme);
    return { products: only.map((one) => ({ ...one, matched })), total: only.length, relaxed: [] };
  }
  const searchFor: Search = (words, filter) =>
    searchProducts(db, {
      storeId,
      // What a thing is wanted for ranks, and shuts nothing out.
      lexemes: words.flatMap(({ lexeme, weight, required, beside = false, meets = [] }) => [
        { lexeme, weight: beside ? BESIDE * weight : weight, required },
        ...(required ? [] : meets.filter((one) => !words.some((word) => word.lexeme === one))).map((one) => ({
          lexeme: one,
          weight: beside ? BESIDE * weight : weight,
          required: false,
        })),
      ]),
      filter,
      sort: query.sort,
      order: query.order ?? null,
      market,
      limit: MOST_COMPARED,
    });
  const search: Search = async (words, filter) => {
    const found = await searchFor(words, filter);
    const named = words.find(({ head, also, required }) => head === true && required && also !== undefined);
    // A skillet is a pan: what the catalog calls otherwise is asked for as well.
    if (named === undefined) return found;
    const others = await Promise.all(
      (named.also ?? []).slice(0, MOST_NAMES).map((lexeme) =>
        searchFor(
          words.map((word) => (word === named ? { ...word, lexeme } : word)),
          filter,
        ),
      ),
    );
    return mergeFound(found, others.flat(), named.lexeme, query, MOST_COMPARED);
  };
  // What the thing is must be said; the other words for it need not: of knives few say that they are kitchen knives.
  const anyWord = query.lexemes.map((word) => ({ ...word, required: word.head === true }));
  const noWord = query.lexemes.map((word) => ({ ...word, required: false }));
  const found = await stated(search, query.lexemes, query.filter);
  if (found.length > 0) return findings(found, query, []);
  // No product has every name in it ("kids hiking boots"): then what has most of them, if it is all that is wrong.
  const headed = anyWord.some(({ required }) => required) ? await stated(search, anyWord, query.filter) : [];
  // "A backpack for my dog": what the shop has for dogs is nearer to it than a backpack that is not for dogs.
  const wanted = query.lexemes.filter(({ isFor, required }) => isFor && required);
  const isForIt = headed.some(({ matched }) => wanted.every(({ lexeme }) => matched.includes(lexeme)));
  const ofHead = isForIt ? headed : [];
  const words =
    ofHead.length > 0 || noWord.length === 0 ? ofHead : await stated(search, noWord, query.filter);
  // Of what it is for nothing of the kind speaks, nor is there anything like it for that: then that only ranks.
  if (!isForIt && wanted.length > 0 && !words.some((one) => isLikeFor(one, query, wanted))) {
    const soft = query.lexemes.map((word) => (wanted.includes(word) ? asBeside(word) : word));
    const ofKindAlone = await stated(search, soft, query.filter);
    if (ofKindAlone.length > 0) return findings(ofKindAlone, { ...query, lexemes: soft }, []);
  }
  const named = query.lexemes.some((word) => word.required);
  const ofTheKind = words.filter(
    ({ matched }) => !named || matched.some((lexeme) => isRequired(query, lexeme)),
  );
  if (ofTheKind.length > 0) {
    // Of many words most must be there, or another thing is meant.
    const asFound = ofHead.length > 0 ? query : withoutHead(query);
    const most = { ...findings(ofTheKind, asFound, ['words']), isForIt: ofHead.length === 0 };
    if (query.lexemes.filter(({ required }) => required).length > 1) return most;
  }
  for (const { name, filter } of relaxations(query.filter)) {
    const without = await search(query.lexemes, filter);
    if (without.length > 0) return findings(without, query, name);
  }
  return findings(ofTheKind, query, ofTheKind.length > 0 ? ['words'] : []);
}

function asBeside(word: CatalogWord): CatalogWord {
  return { ...word, required: false, beside: true };
}

/** "Dog Pack" for "a backpack for my dog": it is called after what it is for, and nearly as the thing is. */
function isLikeFor(
  { product: { name, category }, locale }: FoundProduct,
  { lexemes: words }: CatalogQuery,
  wanted: readonly CatalogWord[],
): boolean {
  const own = lexemes(name, locale);
  const isLike = (kind: string): boolean =>
    own.some((lexeme) => lexeme.length >= SHORTEST_LIKE && (kind.includes(lexeme) || lexeme.includes(kind)));
  return (
    wanted.every(({ lexeme }) => calledAs({ name, category }, locale, new Set([lexeme])) > 0) &&
    words.some(({ head, lexeme, also = [] }) => head === true && [lexeme, ...also].some(isLike))
  );
}
const SHORTEST_LIKE = 4;

function withoutHead(query: CatalogQuery): CatalogQuery {
  return { ...query, lexemes: query.lexemes.map((word) => ({ ...word, head: false })) };
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
  const { kind, isOther } = ofKind(found, query);
  const best = Math.max(0, ...kind.map((product) => product.score));
  // What meets a need in more words of its text meets it no better.
  const byNeed = query.open === true && query.lexemes.some(({ meets }) => meets !== undefined);
  const close = byNeed ? kind : kind.filter((product) => product.score >= LEAST_MATCH * best);
  const dropped = found.length - close.length;
  // Where the last ones match too little, so do all that come after them; of those not looked at none may be of the kind.
  const isCut = (query.sort === 'relevance' && kind.length > close.length) || kind.length < found.length;
  const total = isCut ? close.length : Math.max(close.length, (found[0]?.total ?? 0) - dropped);
  return { products: close, total, relaxed, ...(isOther ? { isOther } : {}) };
}

/**
 * Of products that have the words, those that are called so: socks whose page speaks of tents are no tents, nor is a knife
 * block a knife.
 */
function ofKind(
  found: FoundProduct[],
  { lexemes: words }: CatalogQuery,
): { kind: FoundProduct[]; isOther: boolean } {
  const heads = words.filter(({ head }) => head === true);
  const required = (heads.length > 0 ? heads : words.filter((word) => word.required)).flatMap(
    ({ lexeme, also = [] }) => [lexeme, ...also],
  );
  const kinds = new Set(required);
  const places = found.map(({ product, locale }) => ({
    place: calledAs(product, locale, kinds),
    isOfBrand: lexemes(product.brand ?? '', locale).some((lexeme) => kinds.has(lexeme)),
  }));
  const called = found.filter((_, at) => (places[at]?.place ?? 0) > 0 || places[at]?.isOfBrand);
  const within = found.filter((_, at) => places[at]?.place === 2);
  if (heads.length > 0)
    return within.length > 0
      ? { kind: within, isOther: false }
      : {
          kind: called.length > 0 ? called : found,
          isOther:
            !places.some(({ isOfBrand }) => isOfBrand) &&
            (called.length > 0 ||
              // Ukuleles that state how many strings they have are none.
              required.some((lexeme) => kindAt([lexeme], 0) !== null) ||
              !found.some(({ matched }) => matched.some((lexeme) => kinds.has(lexeme)))),
        };
  // Unless one of another kind has more of what was asked for: weighted keys, of the pianos beside the keyboards.
  const best = (some: FoundProduct[]): number => Math.max(0, ...some.map(({ score }) => score));
  const isWithin = within.length > 0 && best(within) >= best(called);
  return { kind: isWithin ? within : called.length > 0 ? called : found, isOther: false };
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
