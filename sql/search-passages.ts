import { toSql } from 'pgvector';
import { PASSAGE_VERSION, type PassageRow, readPassageRows } from './passage-rows.ts';
import type { Queryable } from './queryable.ts';

/**
 * BM25's saturation and length normalisation: the values of Robertson & Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond" (2009), section 3.2, and of Lucene.
 */
const K1 = 1.2;
const B = 0.75;
/**
 * The best by words and the best by vector that are scored by both, for each passage asked for. In stores of 60,000 and
 * 24,000 passages the best 24 of 48 are then those that 8 find, and so are 99.7 % of the 48; with 1 it is 99.8 % of the 24
 * and 91 % of the 48. A search with 2 takes a sixth less of the processor than with 3.
 */
const CANDIDATES_EACH = 2;
/** What is looked for once more where copies, or other countries' passages, have taken the candidates' places. */
const WIDER = 8;
/** Letters that a misspelled word and the word that is meant begin with. */
const PREFIX = 2;
/** They differ by so many letters in length at most. */
const LENGTH_DIFFERENCE = 2;

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
  /** Documents of which the best `limit` passages are found besides, whatever else is better. */
  documentIds: string[];
  /**
   * ISO 3166-1 alpha-2: documents of sources for another market are left out, and those of sources for all have their
   * score multiplied by `noMarketFactor`. Null or left out: all alike.
   */
  market?: string | null;
  /** ISO 3166-1 alpha-2: regions of pages' locales that tell a market, as `listRegions` gives them. */
  regions?: readonly string[];
  noMarketFactor?: number;
  /** Words of letters alone that are looked up among the store's, should no passage have them. */
  spelled?: string[];
  limit: number;
}

/** A passage as found, with its document's metadata and its scores. */
export interface FoundPassage extends PassageRow {
  /** The one that its source is for; null: all. */
  market: string | null;
  bm25: number;
  cosine: number;
  /** Of the best of its copies. */
  score: number;
}

export interface PassageSearch {
  /** Best first; of passages with the same text one. */
  passages: FoundPassage[];
  /** Whether there may be more than the limit let through. */
  full: boolean;
  /** Passages of the store, and in how many of them each of the query's lexemes occurs. */
  total: number;
  frequencies: Map<string, number>;
  /** Words of the store that may be meant by those of `spelled` that no passage has. */
  nearWords: NearWord[];
}

/** A word of a store: as indexed, or of a product's name that begins as the shopper's word does. */
export interface NearWord {
  lexeme: string;
  passages: number;
  /** Whether it is a word of a product's name, as written there and in lower case. */
  name: boolean;
}

/**
 * Finds passages by BM25 over the postings and by cosine over the vectors, fused as
 * `(1 − w) · bm25 / max(bm25) + w · cosine`. Every posting of the question's words is scored; of the
 * vectors those whose signs are nearest to the question's. Of copies the best source's is kept: the shopper's market and
 * language, a policy before a page before a product, the newer before the older. Passages that this process has met are not
 * read again; where some are new it takes a second round trip.
 */
export async function searchPassages(db: Queryable, query: PassageQuery): Promise<PassageSearch> {
  const candidates = CANDIDATES_EACH * query.limit;
  const search = await searchAmong(db, query, candidates);
  if (search.passages.length >= query.limit || search.total <= candidates) return search;
  return searchAmong(db, query, candidates * WIDER);
}

async function searchAmong(db: Queryable, query: PassageQuery, candidates: number): Promise<PassageSearch> {
  const result = await db.query<{
    passageId: number | null;
    version: string;
    market: string | null;
    bm25: number;
    cosine: number;
    score: number;
    total: number;
    frequencies: Record<string, number> | null;
    nearWords: NearWord[] | null;
  }>(SEARCH, [
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
    query.documentIds,
    query.limit,
    query.market ?? null,
    query.noMarketFactor ?? 1,
    candidates,
    query.spelled ?? [],
    PREFIX,
    LENGTH_DIFFERENCE,
    (query.regions ?? []).map((region) => region.toLowerCase()),
  ]);
  const [first] = result.rows;
  const found = result.rows.flatMap(({ passageId, version, market, bm25, cosine, score }) =>
    passageId === null ? [] : [{ passageId, version, market, bm25, cosine, score }],
  );
  const rows = await readPassageRows(db, query.storeId, found);
  const passages = found.flatMap(({ passageId, version: _, ...scored }) => {
    const row = rows.get(passageId);
    return row === undefined ? [] : [{ ...row, ...scored }];
  });
  return {
    passages,
    full: found.length >= query.limit,
    total: first?.total ?? 0,
    frequencies: new Map(Object.entries(first?.frequencies ?? {})),
    nearWords: first?.nearWords ?? [],
  };
}

// Candidates' rows are looked up by key in lateral queries of one row each: the planner then does not join whole tables
// where it takes candidates for many, and it has few orders of joins to compare.
const SEARCH = `with store as materialized (
  select passage_count::float8 as n, lexeme_count::float8 / greatest(passage_count, 1) as mean_length
  from stores where store_id = $1::text
), query as materialized (
  select q.lexeme, f.df,
    q.weight * ln(1 + (store.n - f.df + 0.5) / (f.df + 0.5)) * ($4::float8 + 1) as weight,
    $4::float8 * (1 - $5::float8) as base, $4::float8 * $5::float8 / greatest(store.mean_length, 1e-9) as per_word
  from store cross join unnest($2::text[], $3::float8[]) as q(lexeme, weight)
  cross join lateral (
    select count(*)::float8 as df from postings p where p.store_id = $1::text and p.lexeme = q.lexeme
  ) as f
), lexical as materialized (
  select p.passage_id, sum(q.weight * p.tf / (p.tf + q.base + q.per_word * p.length)) as bm25
  from query q join postings p on p.store_id = $1::text and p.lexeme = q.lexeme group by p.passage_id
), best as materialized (
  select greatest(max(bm25), 1e-9) as bm25 from lexical
), near as materialized (
  select embed_hash from vectors
  where scope = hashtextextended($1::text || ' ' || $7::text, 0) and $6::vector is not null
  order by signs <~> (select binary_quantize($6::vector)::bit varying) limit $15::int
), candidates as materialized (
  (select passage_id from lexical order by bm25 desc limit $15::int)
  union
  select p.passage_id from near cross join lateral (
    select passage_id from passages p where p.store_id = $1::text and p.embed_hash = near.embed_hash offset 0
  ) as p
  union
  select passage_id from passages where store_id = $1::text and document_id = any($11::text[])
), markets as materialized (
  select coalesce(array_agg(source_id) filter (where market = $13::text), '{}') as own,
    coalesce(array_agg(source_id) filter (where market <> $13::text), '{}') as other
  from sources where store_id = $1::text and $13::text is not null
), compared as materialized (
  -- A vector of zeros, as of a text without words, has no cosine; NaN would be the greatest of all.
  select p.passage_id, p.document_id, p.text_hash, p.shape, p.voice, l.bm25, v.cosine is not null as has_vector,
    nullif(v.cosine, 'NaN') as cosine
  from candidates c cross join lateral (
    select * from passages p where p.store_id = $1::text and p.passage_id = c.passage_id limit 1
  ) as p
  left join lexical l on l.passage_id = c.passage_id
  left join lateral (
    select 1 - (v.vector <=> $6::vector) as cosine from vectors v
    where $6::vector is not null and v.store_id = $1::text and v.model = $7::text and v.embed_hash = p.embed_hash limit 1
  ) as v on true
), scored as (
  select c.passage_id, c.document_id, c.text_hash, c.shape, c.voice, d.source_id, d.kind, d.genre, d.modified_at,
    coalesce(c.bm25, 0) as bm25, coalesce(c.cosine, 0) as cosine,
    ((1 - $8::float8) * coalesce(c.bm25, 0) / best.bm25 + $8::float8 * greatest(coalesce(c.cosine, 0), 0))
      * case when split_part(d.locale, '-', 1) = $9::text then 1 else $10::float8 end
      * case when $13::text is null or d.source_id = any(markets.own) or r.market = $13::text then 1 else $14::float8 end as score,
    split_part(d.locale, '-', 1) = $9::text as own_locale,
    (d.source_id = any(markets.own) or r.market = $13::text) is true as own_market,
    c.document_id = any($11::text[]) as named
  from compared c cross join best cross join markets cross join lateral (
    select * from documents d where d.store_id = $1::text and d.document_id = c.document_id limit 1
  ) as d
  cross join lateral (
    -- A page's own region, where its source is for all.
    select case when d.kind <> 'product' and not d.source_id = any(markets.own)
      and split_part(d.locale, '-', 2) = any($19::text[]) then upper(split_part(d.locale, '-', 2)) end as market
  ) as r
  where (c.bm25 is not null or c.has_vector) and not d.source_id = any(markets.other)
    and ($13::text is null or r.market is null or r.market = $13::text)
), told as (
  select s.*, max(score) over copies as best_score,
    row_number() over (copies order by own_market desc, own_locale desc, genre nulls first,
      array_position('{policy,faq,page,file,product}', kind), modified_at desc nulls last, score desc, passage_id) as copy
  from scored s
  -- Facts of two products are not about the same thing, however alike; nor is a customer's word the store's.
  window copies as (partition by named, text_hash, voice, case when shape = 'facts' then document_id end)
), ranked as (
  select t.*, row_number() over (order by best_score desc, passage_id) as place,
    row_number() over (partition by named order by best_score desc, passage_id) as own_place
  from told t where copy = 1
), found as (
  select r.passage_id as "passageId", ${PASSAGE_VERSION} as version,
    coalesce(so.market, case when d.kind <> 'product' and split_part(d.locale, '-', 2) = any($19::text[])
      then upper(split_part(d.locale, '-', 2)) end) as market, r.bm25, r.cosine, r.best_score as score, r.place
  from ranked r
  cross join lateral (select xmin, * from passages p where p.store_id = $1::text and p.passage_id = r.passage_id limit 1) as p
  cross join lateral (select xmin, * from documents d where d.store_id = $1::text and d.document_id = r.document_id limit 1) as d
  cross join lateral (select * from sources so where so.store_id = $1::text and so.source_id = r.source_id limit 1) as so
  left join lateral (select xmin, * from products pr where pr.store_id = $1::text and pr.document_id = r.document_id limit 1) as pr on true
  where r.place <= $12::int or (r.named and r.own_place <= $12::int)
), unknown as (
  select q.lexeme from query q where q.df = 0 and q.lexeme = any($16::text[])
), near_words as (
  select w.lexeme, w.passages, false as name
  from (select distinct left(lexeme, $17::int) as prefix from unknown) as u
  join words w on w.store_id = $1::text and w.lexeme >= u.prefix and w.lexeme < u.prefix || chr(1114111)
    and exists (select from unknown where abs(length(unknown.lexeme) - length(w.lexeme)) <= $18::int)
  union all
  select word[1], 1, true from unknown u
  join products pr on pr.store_id = $1::text
  cross join lateral regexp_matches(lower(pr.name), '\\m' || u.lexeme || '\\w*', 'g') as word
  group by word[1]
)
select f.*, store.n as total,
  (select jsonb_object_agg(lexeme, df) from query where df > 0) as frequencies,
  (select jsonb_agg(near_words) from near_words) as "nearWords"
from store left join found f on true order by f.place`;
