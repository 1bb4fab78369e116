import type { ProductFilter } from './search-products.ts';

/** Adds a value to a query's parameters and gives its place, cast: `$3::text[]`. */
export type Parameter = (value: unknown, type: string) => string;

/** Parts of a query that narrow products: common table expressions, and conditions on product `pr`. */
export interface Conditions {
  /** Each `name as (…)`. */
  tables: string[];
  /** Joined by `and`. */
  where: string[];
}

/** Collects the parameters of a query whose parts differ from call to call. */
export function makeParameters(): { parameter: Parameter; values: unknown[] } {
  const values: unknown[] = [];
  return { values, parameter: (value, type) => `$${values.push(value)}::${type}` };
}

/** What a product as a whole must be. Only what is asked for becomes a part of the query. */
export function productConditions(filter: ProductFilter, store: string, parameter: Parameter): Conditions {
  const tables: string[] = [];
  const where: string[] = [];
  const { minPrice, maxPrice, minRating } = filter;
  if (minPrice !== null) where.push(`greatest(pr.price_max, pr.price) >= ${parameter(minPrice, 'numeric')}`);
  if (maxPrice !== null) where.push(`pr.price <= ${parameter(maxPrice, 'numeric')}`);
  if (filter.availability.length > 0)
    where.push(`pr.availability = any(${parameter(filter.availability, 'text[]')})`);
  if (filter.onSale) where.push('pr.list_price > pr.price');
  if (minRating !== null) where.push(`pr.rating >= ${parameter(minRating, 'real')}`);
  if (filter.brands.length > 0) where.push(`lower(pr.brand) = any(${parameter(filter.brands, 'text[]')})`);
  if (filter.notBrands.length > 0)
    where.push(`(pr.brand is null or lower(pr.brand) <> all(${parameter(filter.notBrands, 'text[]')}))`);
  if (filter.categories.length > 0) {
    const categories = parameter(filter.categories, 'text[]');
    where.push(
      `(lower(pr.category) = any(${categories}) or string_to_array(lower(pr.category), ' > ') && ${categories})`,
    );
  }
  if (filter.notCalled.length > 0)
    where.push(`pr.document_id not in (
      select coalesce(named.primary_id, named.document_id) from postings po
      join passages ps on ps.store_id = po.store_id and ps.passage_id = po.passage_id and ps.shape = 'facts'
      join products named on named.store_id = ps.store_id and named.document_id = ps.document_id
      where po.store_id = ${store} and po.lexeme = any(${parameter(filter.notCalled, 'text[]')}))`);
  if (filter.without.length > 0) addWithout(filter, store, parameter, { tables, where });
  return { tables, where };
}

/**
 * Products that speak of what they must not have; `stated` where they say themselves that they are without it. A lexeme is
 * mostly the beginning of its words, which is what the patterns look for.
 */
function addWithout(
  { without, withoutStated }: ProductFilter,
  store: string,
  parameter: Parameter,
  { tables, where }: Conditions,
): void {
  const lexemes = parameter(without, 'text[]');
  tables.push(`spoken as materialized (
    select coalesce(pr.primary_id, pr.document_id) as document_id, po.lexeme,
      bool_or(ps.text ~* ('\\m(?:without|no|sin|non|free of|free from|libre de)[\\s-]+(?:an? |any |una? )?' || po.lexeme)
        or ps.text ~* ('\\m' || po.lexeme || '\\w*[\\s-]free\\M')) as stated
    from postings po
    join passages ps on ps.store_id = po.store_id and ps.passage_id = po.passage_id
    join products pr on pr.store_id = ps.store_id and pr.document_id = ps.document_id
    where po.store_id = ${store} and po.lexeme = any(${lexemes})
    group by 1, 2)`);
  where.push(
    withoutStated
      ? `(select count(*) from spoken sp where sp.document_id = pr.document_id and sp.stated) = cardinality(${lexemes})`
      : 'pr.document_id not in (select document_id from spoken where not stated)',
  );
}
