import type { DocumentKind } from '../document.ts';
import type { Queryable } from '../queryable.ts';
import { toVectorArray } from './vector-array.ts';
import { withoutIndexes } from './without-indexes.ts';

/** A passage to be stored as it is; what no search looks at is left out. */
export interface FilledPassage {
  text: string;
  postings: ReadonlyMap<string, number>;
  length: number;
  vector: ArrayLike<number>;
}

/** Passages of a document. */
const PER_DOCUMENT = 8;
const KINDS: DocumentKind[] = ['product', 'product', 'page', 'policy', 'faq'];

/**
 * Runs `work`, which fills stores, without the indexes that would slow it down. What it filled is then read as after a
 * while of use: from indexes alone, and planned for its size.
 */
export async function whileFilling(db: Queryable, work: () => Promise<void>): Promise<void> {
  await withoutIndexes(db, ['postings', 'vectors'], work);
  await db.query(
    `insert into words (store_id, lexeme, passages)
     select store_id, lexeme, count(*) from postings group by store_id, lexeme
     on conflict (store_id, lexeme) do update set passages = excluded.passages`,
  );
  await db.query('vacuum analyze stores, sources, documents, passages, postings, vectors, words');
}

/**
 * Puts many passages into a store that exists, in documents of eight, without the care of a run.
 * @param first number of the first passage, a multiple of eight, for the documents' names.
 */
export async function fillStore(
  db: Queryable,
  store: { storeId: string; sourceId: string; model: string },
  passages: readonly FilledPassage[],
  first: number,
): Promise<void> {
  const { storeId, sourceId, model } = store;
  const name = (index: number) => `doc_${Math.floor((first + index) / PER_DOCUMENT)}`;
  const documents = [...new Set(passages.map((_, index) => name(index)))];
  await db.query(
    `insert into documents (store_id, document_id, source_id, url, kind, locale, title, text, content_hash, fetched_at)
     select $1::text, d.id, $2::text, 'https://shop.example/' || d.id, d.kind, 'en', d.id, '', d.id, now()
     from unnest($3::text[], $4::text[]) as d(id, kind)`,
    [storeId, sourceId, documents, documents.map((_, index) => KINDS[index % KINDS.length])],
  );
  const hashes = passages.map((_, index) => `${first + index}`.padStart(43, '0'));
  const inserted = await db.query<{ id: number; hash: string }>(
    `insert into passages (store_id, document_id, ordinal, start_offset, end_offset, text, heading, shape, embed_hash, length)
     select $1::text, p.document_id, p.ordinal, 0, length(p.text), p.text, '{}', 'prose', p.hash, p.length
     from unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::int[]) as p(document_id, ordinal, text, hash, length)
     returning passage_id as id, embed_hash as hash`,
    [
      storeId,
      passages.map((_, index) => name(index)),
      passages.map((_, index) => (first + index) % PER_DOCUMENT),
      passages.map(({ text }) => text),
      hashes,
      passages.map(({ length }) => length),
    ],
  );
  const idOf = new Map(inserted.rows.map((row) => [row.hash, row.id]));
  const postings = passages.flatMap(({ postings: counts, length }, index) =>
    [...counts].map(([lexeme, tf]) => ({ lexeme, tf, length, id: idOf.get(hashes[index] ?? '') })),
  );
  await db.query(
    `insert into postings (store_id, lexeme, passage_id, tf, length)
     select $1::text, p.* from unnest($2::text[], $3::bigint[], $4::real[], $5::int[]) as p`,
    [
      storeId,
      postings.map(({ lexeme }) => lexeme),
      postings.map(({ id }) => id),
      postings.map(({ tf }) => tf),
      postings.map(({ length }) => length),
    ],
  );
  const vectorType = await db.query<{ oid: number }>(`select 'vector'::regtype::oid::int as oid`);
  await db.query(
    `insert into vectors (store_id, model, embed_hash, vector)
     select $1::text, $2::text, v.hash, v.vector from unnest($3::text[], $4::vector[]) as v(hash, vector)`,
    [
      storeId,
      model,
      hashes,
      toVectorArray(
        passages.map(({ vector }) => vector),
        vectorType.rows[0]?.oid ?? 0,
      ),
    ],
  );
  await db.query(
    `update stores set passage_count = passage_count + $2::bigint, lexeme_count = lexeme_count + $3::bigint
     where store_id = $1::text`,
    [storeId, passages.length, passages.reduce((sum, { length }) => sum + length, 0)],
  );
}
