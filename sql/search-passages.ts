import { toSql } from 'pgvector';
import type { DocumentKind, PassageShape, ProductFacts } from './document.ts';
import { PRODUCT_JSON } from './product-json.ts';
import type { Queryable } from './queryable.ts';

/**
 * BM25's saturation and length normalisation: the values of Robertson & Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond" (2009), section 3.2, and of Lucene.
 */
const K1 = 1.2;
const B = 0.75;

/** What passages to look for. */
export interface PassageQuery {
  storeId: string;
  /** The question's lexemes with their weights; a weight of 1 is a word as the shopper wrote it. */
  lexemes: { lexeme: string; weight: number }[];
  /** The question's vector, compared only with vectors of the same model; null to search by words alone. */
  vector: { model: string; values: number[] } | null;
  /** Weight of the cosine, 0…1, against BM25 divided by the best BM25 of this search. */
  fusionWeight: number;
  /** Language of the question; passages in another one have their score multiplied by `otherLocaleFactor`. */
  locale: string;
  otherLocaleFactor: number;
  /** Only documents of these kinds; null for all. */
  kinds: DocumentKind[] | null;
  /** Only these documents; null for all. */
  documentIds: string[] | null;
  /**
   * ISO 3166-1 alpha-2: documents of sources for another market are left out, and those of sources for all have their
   * score multiplied by `noMarketFactor`. Null or left out: all alike.
   */
  market?: string | null;
  noMarketFactor?: number;
  limit: number;
}

/** A passage as found, with its document's metadata and its scores. */
export interface FoundPassage {
  documentId: string;
  url: string;
  title: string;
  kind: DocumentKind;
  locale: string;
  /** The one that its source is for; null: all. */
  market: string | null;
  heading: string[];
  shape: PassageShape;
  text: string;
  start: number;
  end: number;
  contentHash: string;
  fetchedAt: Date;
  product: ProductFacts | null;
  bm25: number;
  cosine: number;
  score: number;
}

export interface PassageSearch {
  /** Best first. */
  passages: FoundPassage[];
  /** Passages of the store, and in how many of them each of the query's lexemes occurs. */
  total: number;
  frequencies: Map<string, number>;
}

/**
 * Finds passages by BM25 over the postings and by cosine over the vectors, fused as
 * `(1 − w) · bm25 / max(bm25) + w · cosine`, in one round trip.
 */
export async function searchPassages(db: Queryable, query: PassageQuery): Promise<PassageSearch> {
  const result = await db.query<FoundPassage & { total: number; frequencies: Record<string, number> | null }>(
    `with query as (
       select lexeme, weight from unnest($2::text[], $3::float8[]) as q(lexeme, weight)
     ), store as (
       select passage_count::float8 as n, lexeme_count::float8 / greatest(passage_count, 1) as mean_length
       from stores where store_id = $1::text
     ), matches as (
       select p.passage_id, p.lexeme, p.tf, p.length, q.weight, count(*) over (partition by p.lexeme)::float8 as df
       from postings p join query q on q.lexeme = p.lexeme where p.store_id = $1::text
     ), lexical as (
       select passage_id, sum(weight * ln(1 + (n - df + 0.5) / (df + 0.5)) * tf * ($4::float8 + 1)
         / (tf + $4::float8 * (1 - $5::float8 + $5::float8 * length / mean_length))) as bm25
       from matches, store group by passage_id
     ), semantic as (
       -- A vector of zeros, as of a text without words, has no cosine; NaN would be the greatest of all.
       select p.passage_id, 1 - nullif(v.vector <=> $6::vector, 'NaN') as cosine
       from passages p join vectors v on v.store_id = p.store_id and v.model = $7::text and v.embed_hash = p.embed_hash
       where p.store_id = $1::text and $6::vector is not null
     ), scored as (
       select passage_id, coalesce(l.bm25, 0) as bm25, coalesce(s.cosine, 0) as cosine
       from lexical l full join semantic s using (passage_id)
     ), best as (
       select greatest(max(bm25), 1e-9) as bm25 from scored
     ), markets as (
       select coalesce(array_agg(source_id) filter (where market = $14::text), '{}') as own,
         coalesce(array_agg(source_id) filter (where market <> $14::text), '{}') as other
       from sources where store_id = $1::text and $14::text is not null
     ), ranked as (
       select p.*, d.source_id, d.url, d.title, d.kind, d.locale, d.content_hash, d.fetched_at, scored.bm25, scored.cosine,
         ((1 - $8::float8) * scored.bm25 / best.bm25 + $8::float8 * greatest(scored.cosine, 0))
           * case when split_part(d.locale, '-', 1) = $9::text then 1 else $10::float8 end
           * case when $14::text is null or d.source_id = any(markets.own) then 1 else $15::float8 end as score
       from scored cross join best cross join markets
       join passages p on p.store_id = $1::text and p.passage_id = scored.passage_id
       join documents d on d.store_id = p.store_id and d.document_id = p.document_id
       where ($11::text[] is null or d.kind = any($11::text[]))
         and ($12::text[] is null or d.document_id = any($12::text[]))
         and not d.source_id = any(markets.other)
       order by score desc, p.passage_id limit $13::int
     )
     select r.document_id as "documentId", r.url, r.title, r.kind, r.locale, so.market, r.heading, r.shape, r.text,
       r.start_offset as start, r.end_offset as "end", r.content_hash as "contentHash", r.fetched_at as "fetchedAt",
       r.bm25, r.cosine, r.score, ${PRODUCT_JSON} as product, store.n as total,
       (select jsonb_object_agg(lexeme, df) from (select distinct lexeme, df from matches) as f) as frequencies
     from ranked r cross join store
     join sources so on so.store_id = r.store_id and so.source_id = r.source_id
     left join products pr on pr.store_id = r.store_id and pr.document_id = r.document_id
     order by r.score desc, r.passage_id`,
    [
      query.storeId,
      query.lexemes.map((one) => one.lexeme),
      query.lexemes.map((one) => one.weight),
      K1,
      B,
      query.vector === null ? null : toSql(query.vector.values),
      query.vector?.model ?? '',
      query.vector === null ? 0 : query.fusionWeight,
      query.locale.split('-')[0],
      query.otherLocaleFactor,
      query.kinds,
      query.documentIds,
      query.limit,
      query.market ?? null,
      query.noMarketFactor ?? 1,
    ],
  );
  const first = result.rows[0];
  return {
    passages: result.rows.map(({ total: _total, frequencies: _frequencies, ...passage }) => passage),
    total: first?.total ?? 0,
    frequencies: new Map(Object.entries(first?.frequencies ?? {})),
  };
}
