import type { ProductFacts } from './document.ts';
import type { Queryable } from './queryable.ts';

/** What tells whether two documents state the same product, and whether they were merged as they are. */
export interface ProductIdentity {
  documentId: string;
  sourceId: string;
  /** `site`, `feed` or `files`. */
  sourceKind: string;
  locale: string;
  /** ISO 3166-1 alpha-2: the country whose shoppers its source is for; null or left out: all. */
  market?: string | null;
  url: string;
  sku: string;
  gtin: string | null;
  name: string;
  brand: string | null;
  currency: string | null;
  /** One a line: there may be a hundred thousand products in memory, where one text is far smaller than a list. */
  variantSkus: string;
  /** Milliseconds since 1970. */
  asOf: number;
  /** Of the facts that the document states. */
  statedHash: string;
  primaryId: string | null;
  mergeHash: string | null;
}

/** What one document states of a product. */
export interface ProductStatement {
  documentId: string;
  sourceId: string;
  sourceKind: string;
  locale: string;
  /** Where its source is: a URL or a path. */
  location: string;
  facts: Omit<ProductFacts, 'asOf'>;
  asOf: Date;
}

/** What a product's row becomes. */
export interface MergedRow {
  documentId: string;
  /** The document that answers searches in its place; null when it does so itself. */
  primaryId: string | null;
  /** The document that states the price and the availability; null when it does so itself. */
  offerId: string | null;
  /** Null when there is nothing to merge it with. */
  mergeHash: string | null;
  facts: Omit<ProductFacts, 'asOf'>;
  /** As JSON; null when there are none. */
  conflicts: unknown;
}

/**
 * Keeps products as they are until the end of the transaction, for all but this one. To be called before anything else:
 * a lock of the whole table, taken first, cannot end in a deadlock with the transactions that publish, as row locks can.
 */
export async function lockProducts(db: Queryable): Promise<void> {
  await db.query('lock table products in share row exclusive mode');
}

/** Rows that are on their way from the database at once. */
const PAGE = 1000;

/** @returns every product of the store, by document. */
export async function listProductIdentities(db: Queryable, storeId: string): Promise<ProductIdentity[]> {
  const found: ProductIdentity[] = [];
  const texts = new Map<string, string>();
  let rows: ProductIdentity[];
  do {
    const result = await db.query<ProductIdentity>(
      `select p.document_id as "documentId", d.source_id as "sourceId", s.kind as "sourceKind", d.locale,
         s.market, p.stated->>'url' as url, p.stated->>'sku' as sku, p.stated->>'gtin' as gtin, p.stated->>'name' as name,
         p.stated->>'brand' as brand, p.stated->>'currency' as currency,
         (select coalesce(string_agg(v->>'sku', e'\\n'), '') from jsonb_array_elements(p.stated->'variants') as v)
           as "variantSkus",
         floor(extract(epoch from p.as_of) * 1000)::float8 as "asOf",
         md5(p.stated::text) as "statedHash", p.primary_id as "primaryId", p.merge_hash as "mergeHash"
       from products p
       join documents d on d.store_id = p.store_id and d.document_id = p.document_id
       join sources s on s.store_id = d.store_id and s.source_id = d.source_id
       where p.store_id = $1::text and p.document_id > $2::text order by p.document_id limit $3::int`,
      [storeId, found.at(-1)?.documentId ?? '', PAGE],
    );
    rows = result.rows;
    for (const row of rows) found.push(withSharedTexts(row, texts));
  } while (rows.length === PAGE);
  return found;
}

/** The driver makes a new text for each value; of those that most rows share one is enough. */
function withSharedTexts(row: ProductIdentity, texts: Map<string, string>): ProductIdentity {
  const shared = <Text extends string | null>(text: Text): Text => {
    if (text === null || texts.size > MOST_SHARED) return text;
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return (known ?? text) as Text;
  };
  const { sourceId, sourceKind, locale, brand, currency } = row;
  return Object.assign(row, {
    sourceId: shared(sourceId),
    sourceKind: shared(sourceKind),
    locale: shared(locale),
    brand: shared(brand),
    currency: shared(currency),
  });
}

/** A store of more brands than this shares few of them. */
const MOST_SHARED = 10_000;

/** @returns what these documents state themselves, in no order. */
export async function listStatements(
  db: Queryable,
  storeId: string,
  documentIds: string[],
): Promise<ProductStatement[]> {
  const result = await db.query<ProductStatement>(
    `select p.document_id as "documentId", d.source_id as "sourceId", s.kind as "sourceKind", d.locale,
       s.location, p.stated as facts, p.as_of as "asOf"
     from products p
     join documents d on d.store_id = p.store_id and d.document_id = p.document_id
     join sources s on s.store_id = d.store_id and s.source_id = d.source_id
     where p.store_id = $1::text and p.document_id = any($2::text[]) and d.document_id = any($2::text[])`,
    [storeId, documentIds],
  );
  return result.rows;
}

/** Puts merged facts into the rows of products; what the documents state themselves stays. */
export async function saveMergedRows(db: Queryable, storeId: string, rows: MergedRow[]): Promise<void> {
  await db.query(
    `update products p set primary_id = m.primary_id, offer_id = m.offer_id, merge_hash = m.merge_hash,
       conflicts = m.conflicts,
       sku = f.sku, gtin = f.gtin, name = f.name, brand = f.brand, category = f.category, price = f.price,
       price_max = f."priceMax", list_price = f."listPrice", currency = f.currency, availability = f.availability,
       rating = f.rating, rating_count = f."ratingCount", image = f.image, url = f.url, attributes = f.attributes,
       variants = f.variants
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[])
       as m(document_id, primary_id, offer_id, merge_hash, facts, conflicts),
       jsonb_to_record(m.facts) as f(sku text, gtin text, name text, brand text, category text, price numeric,
         "priceMax" numeric, "listPrice" numeric, currency text, availability text, rating real, "ratingCount" int,
         image text, url text, attributes jsonb, variants jsonb)
     where p.store_id = $1::text and p.document_id = m.document_id`,
    [
      storeId,
      rows.map((row) => row.documentId),
      rows.map((row) => row.primaryId),
      rows.map((row) => row.offerId),
      rows.map((row) => row.mergeHash),
      rows.map((row) => JSON.stringify(row.facts)),
      rows.map((row) => (row.conflicts === null ? null : JSON.stringify(row.conflicts))),
    ],
  );
}

/** @returns the conflicts that were saved with products, by the products' URLs. */
export async function listSavedConflicts(db: Queryable, storeId: string): Promise<unknown[]> {
  const result = await db.query<{ conflicts: unknown[] }>(
    'select conflicts from products where store_id = $1::text and conflicts is not null order by url, document_id',
    [storeId],
  );
  return result.rows.flatMap(({ conflicts }) => conflicts);
}

/** Tells caches of the store that its products have changed. */
export async function noteMergedProducts(db: Queryable, storeId: string): Promise<void> {
  await db.query('update stores set revision = revision + 1 where store_id = $1::text', [storeId]);
}
