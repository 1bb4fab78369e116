import type { Availability, ProductFacts } from './document.ts';
import { PRODUCT_JSON } from './product-json.ts';
import type { Queryable } from './queryable.ts';

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
  /** For each attribute any of the values, lower case: `{ color: ['red'], size: ['m'] }`. */
  attributes: Record<string, string[]>;
  /** None of these values of these attributes, lower case. */
  notAttributes: Record<string, string[]>;
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
    attributes: {},
    notAttributes: {},
  };
}

export type ProductSort = 'relevance' | 'price_asc' | 'price_desc' | 'rating';

export interface ProductQuery {
  storeId: string;
  /** What the product is called or described by; with `required`, only products that have the word somewhere. */
  lexemes: { lexeme: string; weight: number; required: boolean }[];
  filter: ProductFilter;
  sort: ProductSort;
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
}

/**
 * Products of the market's own sources, products of other sources that state the same, and documents of other markets'
 * sources. Only where a market is asked for: planning them takes longer than a small store's search.
 */
const MARKET_SOURCES = `), own as materialized (
       select d.document_id, pr.sku, pr.gtin, lower(pr.name) as name, lower(pr.brand) as brand
       from sources so join documents d on d.store_id = so.store_id and d.source_id = so.source_id
       join products pr on pr.store_id = d.store_id and pr.document_id = d.document_id
       where so.store_id = $1::text and so.market = $14::text
     ), shadowed as materialized (
       select pr.document_id from products pr join own on own.gtin = pr.gtin where pr.store_id = $1::text
       union
       select pr.document_id from products pr
       join own on own.sku = pr.sku and (own.name = lower(pr.name) or own.brand = lower(pr.brand))
       where pr.store_id = $1::text
     ), elsewhere as materialized (
       select d.document_id from sources so join documents d on d.store_id = so.store_id and d.source_id = so.source_id
       where so.store_id = $1::text and so.market <> $14::text
     `;

const OF_THE_MARKET = `and coalesce(pr.offer_id, pr.document_id) not in (select document_id from elsewhere)
         and (coalesce(pr.offer_id, pr.document_id) in (select document_id from own)
           or pr.document_id not in (select document_id from shadowed))`;

/**
 * Finds products by their facts. Words are matched anywhere in the product's documents, and count by their rarity
 * among products; within a product one mention says as much as ten. Of documents that state the same product one answers,
 * with the passage of the one that states its current price.
 */
export async function searchProducts(db: Queryable, query: ProductQuery): Promise<FoundProduct[]> {
  const { filter, market = null } = query;
  const order: Record<ProductSort, string> = {
    relevance: 'score desc',
    price_asc: 'price asc nulls last, score desc',
    price_desc: 'price desc nulls last, score desc',
    rating: 'rating desc nulls last, score desc',
  };
  // Products are scored, filtered and cut first; only those that are left are read whole. Those that have the words are
  // reached from their scores, for the planner takes these for few and would compare each product with each of them.
  const result = await db.query<FoundProduct>(
    `with query as (
       select lexeme, weight, required from unnest($2::text[], $3::float8[], $4::bool[]) as q(lexeme, weight, required)
     ), catalog as materialized (
       select count(*)::float8 as n from products where store_id = $1::text and primary_id is null
     ), hits as materialized (
       select distinct coalesce(pr.primary_id, pr.document_id) as document_id, po.lexeme
       from query q join postings po on po.store_id = $1::text and po.lexeme = q.lexeme
       join passages ps on ps.store_id = po.store_id and ps.passage_id = po.passage_id
       join products pr on pr.store_id = ps.store_id and pr.document_id = ps.document_id
     ), weights as materialized (
       select q.lexeme, q.weight * ln(1 + (c.n - h.n + 0.5) / (h.n + 0.5)) as weight
       from query q cross join catalog c
       cross join lateral (select count(*) as n from hits where hits.lexeme = q.lexeme) h
     ), scores as materialized (
       select h.document_id, sum(w.weight) as score, array_agg(h.lexeme) as matched
       from hits h join weights w on w.lexeme = h.lexeme group by h.document_id
     ${market === null ? '' : MARKET_SOURCES}), candidates as (
       select pr.*, s.score, s.matched from scores s
       join products pr on pr.store_id = $1::text and pr.document_id = s.document_id
       union all
       select pr.*, 0, '{}'::text[] from products pr
       where pr.store_id = $1::text and not exists (select from query q where q.required)
         and pr.document_id not in (select document_id from scores)
     ), best as materialized (
       select pr.document_id, pr.score, pr.matched, pr.price, pr.rating, pr.name
       from candidates pr
       where pr.primary_id is null
         and not exists (select from query q where q.required and not q.lexeme = any(pr.matched))
         and ($5::numeric is null or pr.price >= $5::numeric)
         and ($6::numeric is null or pr.price <= $6::numeric)
         and (cardinality($7::text[]) = 0 or pr.availability = any($7::text[]))
         and (not $8::bool or pr.list_price > pr.price)
         and ($9::real is null or pr.rating >= $9::real)
         and (cardinality($10::text[]) = 0 or lower(pr.brand) = any($10::text[]))
         and ($11::jsonb = '{}' or not exists (
           select from jsonb_each($11::jsonb) as wanted(name, options)
           where not exists (
             select from jsonb_array_elements_text(coalesce(pr.attributes->wanted.name, '[]')) as had(value)
             where exists (
               select from jsonb_array_elements_text(wanted.options) as option(value)
               where lower(had.value) = option.value))))
         and ($12::jsonb = '{}' or not exists (
           select from jsonb_each($12::jsonb) as unwanted(name, options),
             jsonb_array_elements_text(coalesce(pr.attributes->unwanted.name, '[]')) as had(value)
           where exists (
             select from jsonb_array_elements_text(unwanted.options) as option(value)
             where lower(had.value) = option.value)))
         ${market === null ? 'and $14::text is null' : OF_THE_MARKET}
       order by ${order[query.sort]}, pr.name, pr.document_id
       limit $13::int
     )
     select d.document_id as "documentId", d.title, d.locale, so.market, d.content_hash as "contentHash",
       d.fetched_at as "fetchedAt", ${PRODUCT_JSON} as product, f.text, f.start_offset as start, f.end_offset as "end",
       f.heading, b.score, b.matched
     from best b
     join products pr on pr.store_id = $1::text and pr.document_id = b.document_id
     join documents d on d.store_id = pr.store_id and d.document_id = coalesce(pr.offer_id, pr.document_id)
     join sources so on so.store_id = d.store_id and so.source_id = d.source_id
     join lateral (
       select * from passages p where p.store_id = d.store_id and p.document_id = d.document_id
       order by p.shape = 'facts' desc, p.ordinal limit 1
     ) f on true
     order by ${order[query.sort].replace(/\b(score|price|rating)\b/g, 'b.$1')}, b.name, b.document_id`,
    [
      query.storeId,
      query.lexemes.map((one) => one.lexeme),
      query.lexemes.map((one) => one.weight),
      query.lexemes.map((one) => one.required),
      filter.minPrice,
      filter.maxPrice,
      filter.availability,
      filter.onSale,
      filter.minRating,
      filter.brands,
      JSON.stringify(filter.attributes),
      JSON.stringify(filter.notAttributes),
      query.limit,
      query.market ?? null,
    ],
  );
  return result.rows;
}
