import type { Queryable } from './queryable.ts';

/**
 * Makes the source, or notes where it is read from now and for which market it is. Another market changes what is
 * found, so caches of the store are let know.
 * @param source.market ISO 3166-1 alpha-2, upper case; null or left out: all.
 */
export async function ensureSource(
  db: Queryable,
  source: { storeId: string; sourceId: string; kind: string; location: string; market?: string | null },
): Promise<void> {
  await db.query(
    `with before as (
       select market from sources where store_id = $1::text and source_id = $2::text
     ), told as (
       update stores set revision = revision + 1
       where store_id = $1::text and exists (select from before where market is distinct from $5::text)
     )
     insert into sources (store_id, source_id, kind, location, market)
     values ($1::text, $2::text, $3::text, $4::text, $5::text)
     on conflict (store_id, source_id) do update
       set kind = excluded.kind, location = excluded.location, market = excluded.market`,
    [source.storeId, source.sourceId, source.kind, source.location, source.market ?? null],
  );
}

/** A source as it was last ingested. */
export interface SourceRow {
  sourceId: string;
  kind: string;
  location: string;
}

/** @returns a store's sources by id. */
export async function listSources(db: Queryable, storeId: string): Promise<SourceRow[]> {
  const result = await db.query<SourceRow>(
    'select source_id as "sourceId", kind, location from sources where store_id = $1::text order by source_id',
    [storeId],
  );
  return result.rows;
}

/** A market that a store has sources for. */
export interface StoreMarket {
  /** ISO 3166-1 alpha-2. */
  market: string;
  /** Of the documents of those sources. */
  languages: string[];
}

/** @returns the markets that the store has documents for. */
export async function listMarkets(db: Queryable, storeId: string): Promise<StoreMarket[]> {
  const result = await db.query<StoreMarket>(
    `select s.market, array_agg(distinct split_part(d.locale, '-', 1)) as languages
     from sources s join documents d on d.store_id = s.store_id and d.source_id = s.source_id
     where s.store_id = $1::text and s.market is not null group by s.market order by s.market`,
    [storeId],
  );
  return result.rows;
}

/** A region of pages' locales that tells which market they are for. */
export interface StoreRegion {
  /** ISO 3166-1 alpha-2, upper case. */
  region: string;
  /** ISO 639. */
  language: string;
}

/**
 * @returns the regions that the pages of sources for all markets name and other pages of the same language do not: `es-mx`
 *   beside `es`, `en-gb` beside `en-us`. One that all pages name says nothing of whom they are for.
 */
export async function listRegions(db: Queryable, storeId: string): Promise<StoreRegion[]> {
  const result = await db.query<StoreRegion>(
    `with named as (
       select distinct split_part(d.locale, '-', 1) as language, split_part(d.locale, '-', 2) as region
       from documents d join sources s on s.store_id = d.store_id and s.source_id = d.source_id
       where d.store_id = $1::text and d.kind <> 'product' and s.market is null
     )
     select upper(region) as region, language from named n
     where region ~ '^[a-z]{2}$'
       and exists (select from named o where o.language = n.language and o.region <> n.region)
     order by region, language`,
    [storeId],
  );
  return result.rows;
}
