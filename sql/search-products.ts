import { amountOf } from './amount-of.ts';
import type { Availability, ProductFacts } from './document.ts';
import { FOUND_PRODUCT_COLUMNS, FOUND_PRODUCT_JOINS } from './found-product-sql.ts';
import { marketConditions } from './market-conditions.ts';
import { makeParameters, productConditions } from './product-conditions.ts';
import type { Queryable } from './queryable.ts';
import { versionConditions } from './version-conditions.ts';

/** What a product must be; null or empty where the shopper said nothing. */
export interface ProductFilter {
  minPrice: number | null;
  maxPrice: number | null;
  /** Any of these. */
  availability: Availability[];
  /** Reduced in price. */
  onSale: boolean;
  minRating: number | null;
  /** Any of these, lower case. */
  brands: string[];
  /** None of these, lower case. */
  notBrands: string[];
  /** Any of these: a whole path, or one of its levels, lower case. */
  categories: string[];
  /** For each attribute any of the values, lower case: `{ color: ['red'], size: ['m'] }`. */
  attributes: Record<string, string[]>;
  /** None of these values of these attributes, lower case. */
  notAttributes: Record<string, string[]>;
  /** Each must hold, where one attribute alone does not tell. */
  choices: ProductChoice[];
  /** Lexemes of kinds that are not wanted, as facts and headings call them. */
  notCalled: string[];
  /** Lexemes of what a product must not have: nothing of it may speak of them, unless to say that it is without. */
  without: string[];
  /** Whether only products count that say themselves that they are without. */
  withoutStated: boolean;
}

/** What may be told in several ways, of which one is enough. */
export interface ProductChoice {
  /** The attribute that it is mainly about. */
  said: string;
  /** Any of these values of any of these attributes, lower case. */
  attributes: Record<string, string[]>;
  /** Or the product's name has any of these in it, lower case. */
  names: string[];
  /** Or, where the product states none of the attributes, its texts have any of these lexemes of the query. */
  lexemes: string[];
}

/** @returns a filter that everything passes. */
export function emptyFilter(): ProductFilter {
  return {
    minPrice: null,
    maxPrice: null,
    availability: [],
    onSale: false,
    minRating: null,
    brands: [],
    notBrands: [],
    categories: [],
    attributes: {},
    notAttributes: {},
    choices: [],
    notCalled: [],
    without: [],
    withoutStated: false,
  };
}

export type ProductSort = 'relevance' | 'price_asc' | 'price_desc' | 'rating' | 'measure';

/** An order by an attribute whose values are quantities. */
export interface ProductOrder {
  /** Values as stated, lower case, with how much they are; of several that a product states the lowest rank counts. */
  values: { attribute: string; value: string; amount: number; rank: number }[];
  direction: 'asc' | 'desc';
}

export interface ProductQuery {
  storeId: string;
  /** What the product is called or described by; with `required`, only products that have the word somewhere. */
  lexemes: { lexeme: string; weight: number; required: boolean }[];
  filter: ProductFilter;
  sort: ProductSort;
  /** Needed for `sort: 'measure'`. */
  order?: ProductOrder | null;
  /**
   * ISO 3166-1 alpha-2: products of sources for another market are left out, and those of sources for all where the
   * market's own sources have the same product. Null or left out: all alike.
   */
  market?: string | null;
  limit: number;
}

/** A product as found, with the passage that states its facts. */
export interface FoundProduct {
  documentId: string;
  title: string;
  locale: string;
  /** The one that the source of its price is for; null: all. */
  market: string | null;
  contentHash: string;
  fetchedAt: Date;
  product: ProductFacts;
  /** The passage of its facts, and where it stands in the document's text. */
  text: string;
  start: number;
  end: number;
  heading: string[];
  /** Sum over the query's lexemes of idf · weight, for those that the document has. */
  score: number;
  matched: string[];
  /** Products in all that pass, of which these are the first: those whose facts and headings have every required word, if any do. */
  total: number;
}

/**
 * Finds products by their facts. Words are matched anywhere in the product's documents, and count by their rarity
 * among products; within a product one mention says as much as ten. Products whose facts and headings have every required
 * word go before those that only speak of them. What a product has in versions is asked of one version: red, size M and
 * in stock at once. Of documents that state the same product one answers, with the passage of the one that states its
 * current price.
 */
export async function searchProducts(db: Queryable, query: ProductQuery): Promise<FoundProduct[]> {
  const { filter, sort, order = null, market = null } = query;
  const { parameter, values } = makeParameters();
  const store = parameter(query.storeId, 'text');
  const words = [
    parameter(
      query.lexemes.map((one) => one.lexeme),
      'text[]',
    ),
    parameter(
      query.lexemes.map((one) => one.weight),
      'float8[]',
    ),
    parameter(
      query.lexemes.map((one) => one.required),
      'bool[]',
    ),
  ];
  const conditions = [
    productConditions(filter, store, parameter),
    versionConditions(filter, parameter),
    marketConditions(market, store, parameter),
  ];
  const measured = sort === 'measure' && order !== null ? order : null;
  const tables = conditions.flatMap((one) => one.tables);
  const sorts: Record<ProductSort, string> = {
    relevance: 'score desc',
    price_asc: 'price asc nulls last, score desc',
    price_desc: 'price desc nulls last, score desc',
    rating: 'rating desc nulls last, score desc',
    measure: `amount ${order?.direction === 'desc' ? 'desc' : 'asc'} nulls last, score desc`,
  };
  const sorted = `called desc, ${sorts[measured === null && sort === 'measure' ? 'relevance' : sort]}`;
  // Products are scored, filtered and cut first; only those that are left are read whole. Those that have the words are
  // reached from their scores, for the planner takes these for few and would compare each product with each of them. Words
  // stand in the condition itself, where the planner sees how common they are.
  const result = await db.query<FoundProduct>(
    `with query as (
       select lexeme, weight, required from unnest(${words.join(', ')}) as q(lexeme, weight, required)
     ), catalog as materialized (
       select (select count(*) from products where store_id = ${store})::float8
         - (select count(*) from products where store_id = ${store} and primary_id is not null) as n
     ), spoken_in as materialized (
       select ps.document_id, po.lexeme, bool_or(ps.shape = 'facts') as in_facts
       from postings po join passages ps on ps.store_id = po.store_id and ps.passage_id = po.passage_id
       where po.store_id = ${store} and ps.store_id = ${store} and po.lexeme = any(${words[0]})
       group by 1, 2
     ), hits as materialized (
       select coalesce(pr.primary_id, pr.document_id) as document_id, si.lexeme, bool_or(si.in_facts) as in_facts
       from spoken_in si join products pr on pr.store_id = ${store} and pr.document_id = si.document_id
       group by 1, 2
     ), weights as materialized (
       select q.lexeme, q.required, q.weight * ln(1 + (c.n - h.n + 0.5) / (h.n + 0.5)) as weight
       from query q cross join catalog c
       cross join lateral (select count(*) as n from hits where hits.lexeme = q.lexeme) h
     ), scores as materialized (
       select h.document_id, sum(w.weight) as score, array_agg(h.lexeme) as matched,
         count(*) filter (where w.required) as required, count(*) filter (where w.required and h.in_facts) as called
       from hits h join weights w on w.lexeme = h.lexeme group by h.document_id
     ), needed as materialized (
       select count(distinct lexeme) filter (where required) as n from query
     ), ${tables.map((table) => `${table}, `).join('')}candidates as (
       select pr.*, s.score, s.matched, s.required, s.called from scores s
       join products pr on pr.store_id = ${store} and pr.document_id = s.document_id
       union all
       select pr.*, 0, '{}'::text[], 0, 0 from products pr
       where pr.store_id = ${store} and not exists (select from query q where q.required)
         and pr.document_id not in (select document_id from scores)
     ), passed as materialized (
       select pr.document_id, pr.score, pr.matched, pr.price, pr.rating, pr.name, pr.called >= n.n as called
         ${measured === null ? '' : `, ${amountOf(measured, parameter)} as amount`}
       from candidates pr cross join needed n
       where ${['pr.primary_id is null', 'pr.required >= n.n', ...conditions.flatMap((one) => one.where)].join('\n         and ')}
     ), best as materialized (
       select p.*, (select count(*)::int from passed where called or not exists (select from passed where called)) as total
       from passed p
       order by ${sorted}, name, document_id
       limit ${parameter(query.limit, 'int')}
     )
     select ${FOUND_PRODUCT_COLUMNS}, b.score, b.matched, b.total
     from best b
     join products pr on pr.store_id = ${store} and pr.document_id = b.document_id
     ${FOUND_PRODUCT_JOINS}
     order by ${sorted.replace(/\b(called|score|price|rating|amount)\b/g, 'b.$1')}, b.name, b.document_id`,
    values,
  );
  return result.rows;
}
