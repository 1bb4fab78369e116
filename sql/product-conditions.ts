import type { ProductChoice, ProductFilter, ProductOrder } from './search-products.ts';

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

/**
 * What one version of a product must be at once: price, availability, attributes. Of a product without versions its own
 * facts count, and of a version the product's where it states none. Nothing where one fact alone is asked for, which the
 * product's own facts tell.
 */
export function versionConditions(filter: ProductFilter, parameter: Parameter): Conditions {
  const choices: ProductChoice[] = [
    ...Object.entries(filter.attributes).map(([name, values]) => ({
      said: name,
      attributes: { [name]: values },
      names: [],
      lexemes: [],
    })),
    ...filter.choices,
  ];
  const unwanted = Object.entries(filter.notAttributes).flatMap(([attribute, values]) =>
    values.map((value) => ({ attribute, value })),
  );
  const { minPrice, maxPrice, availability } = filter;
  const tables: string[] = [];
  const where: string[] = [];
  if (choices.length > 0) {
    tables.push(...choiceTables(choices, parameter));
    where.push(CHOICES_HOLD);
  }
  if (unwanted.length > 0) {
    tables.push(`unwanted as materialized (
      select * from unnest(${parameter(
        unwanted.map(({ attribute }) => attribute),
        'text[]',
      )}, ${parameter(
        unwanted.map(({ value }) => value),
        'text[]',
      )}) as u(attribute, value))`);
    where.push(NOTHING_UNWANTED);
  }
  const needsVersions =
    where.length > 0 || minPrice !== null || (maxPrice !== null && availability.length > 0);
  if (!needsVersions) return { tables: [], where: [] };
  if (minPrice !== null) where.push(`offer.price >= ${parameter(minPrice, 'numeric')}`);
  if (maxPrice !== null) where.push(`offer.price <= ${parameter(maxPrice, 'numeric')}`);
  if (availability.length > 0) where.push(`offer.availability = any(${parameter(availability, 'text[]')})`);
  return {
    tables,
    where: [
      `exists (
        select from (
          select coalesce(pr.attributes || (
              select jsonb_object_agg(own.name, jsonb_build_array(own.value))
              from jsonb_each_text(version->'attributes') as own(name, value)), pr.attributes) as attributes,
            coalesce((version->>'price')::numeric, pr.price) as price,
            coalesce(version->>'availability', pr.availability) as availability
          from jsonb_array_elements(case when pr.variants = '[]' then '[{}]' else pr.variants end) as v(version)
        ) as offer
        where ${where.join('\n          and ')})`,
    ],
  };
}

/** One row a choice, and one an option: there may be thousands, as where a weight is asked for. */
function choiceTables(choices: ProductChoice[], parameter: Parameter): string[] {
  const options = choices.flatMap(({ attributes }, choice) =>
    Object.entries(attributes).flatMap(([attribute, values]) =>
      values.map((value) => ({ choice, attribute, value })),
    ),
  );
  const columns = [
    parameter(
      options.map(({ choice }) => choice),
      'int[]',
    ),
    parameter(
      options.map(({ attribute }) => attribute),
      'text[]',
    ),
    parameter(
      options.map(({ value }) => value),
      'text[]',
    ),
  ];
  const rows = choices.map(({ attributes, names, lexemes }, choice) => ({
    choice,
    attributes: Object.keys(attributes),
    names,
    lexemes,
  }));
  return [
    `choices as materialized (
      select * from jsonb_to_recordset(${parameter(JSON.stringify(rows), 'jsonb')})
        as c(choice int, attributes text[], names text[], lexemes text[]))`,
    `options as materialized (
      select * from unnest(${columns.join(', ')}) as o(choice, attribute, value))`,
  ];
}

const CHOICES_HOLD = `not exists (
            select from choices c where not (
              exists (
                select from unnest(c.attributes) as n(attribute)
                cross join lateral jsonb_array_elements_text(coalesce(offer.attributes->n.attribute, '[]')) as v(value)
                where (c.choice, n.attribute, lower(v.value)) in (select choice, attribute, value from options))
              or exists (select from unnest(c.names) as n(name) where position(n.name in lower(pr.name)) > 0)
              or (not offer.attributes ?| c.attributes and c.lexemes && pr.matched)))`;

const NOTHING_UNWANTED = `not exists (
            select from (select distinct attribute from unwanted) as n
            cross join lateral jsonb_array_elements_text(coalesce(offer.attributes->n.attribute, '[]')) as v(value)
            where (n.attribute, lower(v.value)) in (select attribute, value from unwanted))`;

/** How much each product has of what is sorted by. */
export function amountTables({ values }: ProductOrder, store: string, parameter: Parameter): string[] {
  const columns = [
    parameter(
      values.map(({ attribute }) => attribute),
      'text[]',
    ),
    parameter(
      values.map(({ value }) => value),
      'text[]',
    ),
    parameter(
      values.map(({ amount }) => amount),
      'float8[]',
    ),
    parameter(
      values.map(({ rank }) => rank),
      'int[]',
    ),
  ];
  return [
    `measured as materialized (
      select * from unnest(${columns.join(', ')}) as m(attribute, value, amount, rank))`,
    `amounts as materialized (
      select distinct on (pr.document_id) pr.document_id, m.amount
      from products pr
      cross join (select distinct attribute from measured) as n
      cross join lateral jsonb_array_elements_text(coalesce(pr.attributes->n.attribute, '[]')) as v(value)
      join measured m on m.attribute = n.attribute and m.value = lower(v.value)
      where pr.store_id = ${store}
      order by pr.document_id, m.rank, m.amount)`,
  ];
}

/**
 * Products of the market's own sources, products of other sources that state the same, and documents of other markets'
 * sources. Only where a market is asked for: planning them takes longer than a small store's search.
 */
export function marketConditions(market: string | null, store: string, parameter: Parameter): Conditions {
  if (market === null) return { tables: [], where: [] };
  const own = parameter(market, 'text');
  return {
    tables: [
      `own as materialized (
       select d.document_id, pr.sku, pr.gtin, lower(pr.name) as name, lower(pr.brand) as brand
       from sources so join documents d on d.store_id = so.store_id and d.source_id = so.source_id
       join products pr on pr.store_id = d.store_id and pr.document_id = d.document_id
       where so.store_id = ${store} and so.market = ${own}
     )`,
      `shadowed as materialized (
       select pr.document_id from products pr join own on own.gtin = pr.gtin where pr.store_id = ${store}
       union
       select pr.document_id from products pr
       join own on own.sku = pr.sku and (own.name = lower(pr.name) or own.brand = lower(pr.brand))
       where pr.store_id = ${store}
     )`,
      `elsewhere as materialized (
       select d.document_id from sources so join documents d on d.store_id = so.store_id and d.source_id = so.source_id
       where so.store_id = ${store} and so.market <> ${own}
     )`,
    ],
    where: [
      'coalesce(pr.offer_id, pr.document_id) not in (select document_id from elsewhere)',
      `(coalesce(pr.offer_id, pr.document_id) in (select document_id from own)
           or pr.document_id not in (select document_id from shadowed))`,
    ],
  };
}
