import type pg from 'pg';
import type { DocumentGenre, DocumentKind, PassageShape, ProductFacts, Voice } from './document.ts';
import { type Queryable, withTransaction } from './queryable.ts';

/** A passage ready to be stored. */
export interface NewPassage {
  /** UTF-16 offsets into the document's text. */
  start: number;
  end: number;
  text: string;
  heading: string[];
  shape: PassageShape;
  /** Default: `store`. */
  voice?: Voice;
  /** Gives orders to whoever answers from it; default: no. */
  suspect?: boolean;
  /** Key of its vector. */
  embedHash: string;
  /** Lexeme to its weighted count in the passage and its headings. */
  postings: ReadonlyMap<string, number>;
  /** BM25's document length: the sum of the counts. */
  length: number;
}

/** A document ready to be published. */
export interface NewDocument {
  storeId: string;
  sourceId: string;
  /** The run that publishes it, which then notes that it has added or changed it. */
  runId?: string | undefined;
  documentId: string;
  url: string;
  kind: DocumentKind;
  /** Default: null, no special one. */
  genre?: DocumentGenre | null;
  locale: string;
  title: string;
  text: string;
  contentHash: string;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601. */
  fetchedAt: string;
  /** When the page was written or last changed, ISO 8601; default: null, unknown. */
  modifiedAt?: string | null;
  passages: NewPassage[];
  product: ProductFacts | null;
}

/** Puts a document in place of its earlier version, in one transaction: a reader sees the one or the other. */
export async function publishDocument(pool: pg.Pool, document: NewDocument): Promise<void> {
  await withTransaction(pool, async (client) => {
    await upsertDocument(client, document);
    await deletePassages(client, document.storeId, [document.documentId]);
    await insertPassages(client, document);
    await replaceProduct(client, document);
    await client.query(
      `update stores set passage_count = passage_count + $2::bigint, lexeme_count = lexeme_count + $3::bigint,
         revision = revision + 1
       where store_id = $1::text`,
      [document.storeId, document.passages.length, sum(document.passages.map((passage) => passage.length))],
    );
  });
}

/**
 * Notes that a document was found unchanged: its validators and when it was last seen, which is when its source last
 * stated its product's facts.
 * Many at a time, for this is what most of a second run does.
 */
export async function touchDocuments(
  db: Queryable,
  storeId: string,
  seen: {
    documentId: string;
    etag: string | null;
    lastModified: string | null;
    fetchedAt: string;
    /** Left out or null: what is known stays. */
    modifiedAt?: string | null;
  }[],
): Promise<void> {
  if (seen.length === 0) return;
  await db.query(
    `with s as (
       select * from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
         as s(document_id, etag, last_modified, fetched_at, modified_at)
     ), stated as (
       update products p set as_of = s.fetched_at from s
       where p.store_id = $1::text and p.document_id = s.document_id
     )
     update documents d set etag = s.etag, last_modified = s.last_modified, fetched_at = s.fetched_at,
       modified_at = coalesce(s.modified_at, d.modified_at)
     from s
     where d.store_id = $1::text and d.document_id = s.document_id`,
    [
      storeId,
      seen.map((one) => one.documentId),
      seen.map((one) => one.etag),
      seen.map((one) => one.lastModified),
      seen.map((one) => one.fetchedAt),
      seen.map((one) => one.modifiedAt ?? null),
    ],
  );
}

/**
 * Removes documents with all that hangs on them, in one transaction.
 * @param runId the run that does it, which notes what they were; it is in the database.
 */
export async function removeDocuments(
  pool: pg.Pool,
  storeId: string,
  documentIds: string[],
  runId?: string,
): Promise<void> {
  if (documentIds.length === 0) return;
  await withTransaction(pool, async (client) => {
    if (runId !== undefined) {
      await client.query(
        `insert into run_changes (store_id, run_id, document_id, change, url)
         select store_id, $3::text, document_id, 'removed', url from documents
         where store_id = $1::text and document_id = any($2::text[])
         on conflict (store_id, run_id, document_id) do update set change = excluded.change, url = excluded.url`,
        [storeId, documentIds, runId],
      );
    }
    await deletePassages(client, storeId, documentIds);
    await client.query('delete from documents where store_id = $1::text and document_id = any($2::text[])', [
      storeId,
      documentIds,
    ]);
    await client.query('update stores set revision = revision + 1 where store_id = $1::text', [storeId]);
  });
}

async function upsertDocument(client: Queryable, document: NewDocument): Promise<void> {
  // All parts of the statement see what was there before it.
  await client.query(
    `with noted as (
       insert into run_changes (store_id, run_id, document_id, change)
       select $1::text, $15::text, $2::text, case when exists (
         select from documents where store_id = $1::text and document_id = $2::text) then 'changed' else 'added' end
       where $15::text is not null
       on conflict (store_id, run_id, document_id) do nothing
     )
     insert into documents (store_id, document_id, source_id, url, kind, locale, title, text, content_hash, etag,
       last_modified, fetched_at, genre, modified_at)
     values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text,
       $11::text, $12::timestamptz, $13::text, $14::timestamptz)
     on conflict (store_id, document_id) do update set source_id = excluded.source_id, url = excluded.url,
       kind = excluded.kind, locale = excluded.locale, title = excluded.title, text = excluded.text,
       content_hash = excluded.content_hash, etag = excluded.etag, last_modified = excluded.last_modified,
       fetched_at = excluded.fetched_at, genre = excluded.genre, modified_at = excluded.modified_at,
       published_at = now()`,
    [
      document.storeId,
      document.documentId,
      document.sourceId,
      document.url,
      document.kind,
      document.locale,
      document.title,
      document.text,
      document.contentHash,
      document.etag,
      document.lastModified,
      document.fetchedAt,
      document.genre ?? null,
      document.modifiedAt ?? null,
      document.runId ?? null,
    ],
  );
}

/** Deletes passages with their postings, and takes them out of the store's sums. */
async function deletePassages(client: Queryable, storeId: string, documentIds: string[]): Promise<void> {
  await client.query(
    `with gone as (
       delete from passages where store_id = $1::text and document_id = any($2::text[]) returning length
     ), total as (select count(*) as passages, coalesce(sum(length), 0) as lexemes from gone)
     update stores set passage_count = passage_count - total.passages, lexeme_count = lexeme_count - total.lexemes
     from total where store_id = $1::text and total.passages > 0`,
    [storeId, documentIds],
  );
}

async function insertPassages(client: Queryable, document: NewDocument): Promise<void> {
  const { passages } = document;
  if (passages.length === 0) return;
  const inserted = await client.query<{ id: number; ordinal: number }>(
    `insert into passages (store_id, document_id, ordinal, start_offset, end_offset, text, heading, shape, embed_hash, length,
       voice, suspect)
     select $1::text, $2::text, p.ordinal, p.start_offset, p.end_offset, p.text,
       array(select jsonb_array_elements_text(p.heading::jsonb)), p.shape, p.embed_hash, p.length, p.voice, p.suspect
     from unnest($3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[],
       $11::text[], $12::bool[])
       as p(ordinal, start_offset, end_offset, text, heading, shape, embed_hash, length, voice, suspect)
     returning passage_id as id, ordinal`,
    [
      document.storeId,
      document.documentId,
      passages.map((_, ordinal) => ordinal),
      passages.map((passage) => passage.start),
      passages.map((passage) => passage.end),
      passages.map((passage) => passage.text),
      passages.map((passage) => JSON.stringify(passage.heading)),
      passages.map((passage) => passage.shape),
      passages.map((passage) => passage.embedHash),
      passages.map((passage) => Math.round(passage.length)),
      passages.map((passage) => passage.voice ?? 'store'),
      passages.map((passage) => passage.suspect ?? false),
    ],
  );
  const idOf = new Map(inserted.rows.map((row) => [row.ordinal, row.id]));
  const postings = passages.flatMap((passage, ordinal) =>
    [...passage.postings].map(([lexeme, tf]) => ({
      lexeme,
      tf,
      id: idOf.get(ordinal),
      length: Math.round(passage.length),
    })),
  );
  await client.query(
    `insert into postings (store_id, lexeme, passage_id, tf, length)
     select $1::text, p.lexeme, p.passage_id, p.tf, p.length
     from unnest($2::text[], $3::bigint[], $4::real[], $5::int[]) as p(lexeme, passage_id, tf, length)`,
    [
      document.storeId,
      postings.map((posting) => posting.lexeme),
      postings.map((posting) => posting.id),
      postings.map((posting) => posting.tf),
      postings.map((posting) => posting.length),
    ],
  );
}

/**
 * Puts a product's facts in the place of the earlier ones. A row that another one answers for stays so until the run's
 * end, when all that state the product are merged anew: else it would be found twice meanwhile.
 */
async function replaceProduct(client: Queryable, document: NewDocument): Promise<void> {
  const { product } = document;
  if (product === null) {
    await client.query('delete from products where store_id = $1::text and document_id = $2::text', [
      document.storeId,
      document.documentId,
    ]);
    return;
  }
  const { asOf, ...stated } = product;
  await client.query(
    `insert into products (store_id, document_id, sku, gtin, name, brand, category, price, price_max, list_price,
       currency, availability, rating, rating_count, image, url, attributes, variants, as_of, stated)
     values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::numeric, $9::numeric,
       $10::numeric, $11::text, $12::text, $13::real, $14::int, $15::text, $16::text, $17::jsonb, $18::jsonb,
       $19::timestamptz, $20::jsonb)
     on conflict (store_id, document_id) do update set sku = excluded.sku, gtin = excluded.gtin, name = excluded.name,
       brand = excluded.brand, category = excluded.category, price = excluded.price, price_max = excluded.price_max,
       list_price = excluded.list_price, currency = excluded.currency, availability = excluded.availability,
       rating = excluded.rating, rating_count = excluded.rating_count, image = excluded.image, url = excluded.url,
       attributes = excluded.attributes, variants = excluded.variants, as_of = excluded.as_of, stated = excluded.stated,
       offer_id = null, merge_hash = null, conflicts = null`,
    [
      document.storeId,
      document.documentId,
      product.sku,
      product.gtin,
      product.name,
      product.brand,
      product.category,
      product.price,
      product.priceMax,
      product.listPrice,
      product.currency,
      product.availability,
      product.rating,
      product.ratingCount,
      product.image,
      product.url,
      JSON.stringify(product.attributes),
      JSON.stringify(product.variants),
      asOf,
      JSON.stringify(stated),
    ],
  );
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + Math.round(value), 0);
}
