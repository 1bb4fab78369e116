import type { Queryable } from './queryable.ts';

/** What became of an address that a run met. `waiting`: found, not asked for yet. */
export type VisitOutcome = 'waiting' | 'indexed' | 'skipped' | 'failed' | 'gone';

/** One address of a source, as the last run that met it left it. */
export interface Visit {
  url: string;
  outcome: VisitOutcome;
  /** Which rule or step decided: `robots`, `noindex`, `duplicate`, `fetch`, …; null for what is indexed or waits. */
  stage: string | null;
  reason: string | null;
  /** Where a redirect leads, and what a copy is a copy of. */
  target: string | null;
  /** HTTP status and decompressed size in bytes of the last answer; null when none came. */
  status: number | null;
  bytes: number | null;
  etag: string | null;
  lastModified: string | null;
  /** How it was found first: `start`, `sitemap`, `link`, …; null where that is not known. */
  foundBy: string | null;
  /** The page or sitemap that it was found in. */
  foundOn: string | null;
}

/** What a next run needs to know of an address. */
export type KnownVisit = Omit<Visit, 'bytes'> & { runId: string; seenAt: Date };

/** Notes addresses that are going to be asked for. What is known of one that was met before stays. */
export async function saveFound(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  found: readonly Pick<Visit, 'url' | 'foundBy' | 'foundOn'>[],
): Promise<void> {
  if (found.length === 0) return;
  await db.query(
    `insert into visits (store_id, source_id, run_id, url, outcome, found_by, found_on)
     select $1::text, $2::text, $3::text, f.url, 'waiting', f.found_by, f.found_on
     from unnest($4::text[], $5::text[], $6::text[]) as f(url, found_by, found_on)
     on conflict (store_id, source_id, url) do nothing`,
    [
      run.storeId,
      run.sourceId,
      run.runId,
      found.map((each) => each.url),
      found.map((each) => each.foundBy),
      found.map((each) => each.foundOn),
    ],
  );
}

/**
 * Notes what became of addresses. One that was found before keeps how it was found first. A URL may stand in `visits`
 * once.
 */
export async function saveVisits(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  visits: readonly Visit[],
): Promise<void> {
  if (visits.length === 0) return;
  await db.query(
    `insert into visits (store_id, source_id, run_id, url, outcome, stage, reason, target, status, bytes, etag,
       last_modified, found_by, found_on)
     select $1::text, $2::text, $3::text, v.* from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::int[], $10::int[], $11::text[], $12::text[], $13::text[], $14::text[]) as v
     on conflict (store_id, source_id, url) do update set run_id = excluded.run_id, seen_at = now(),
       since = case when visits.outcome = excluded.outcome and visits.stage is not distinct from excluded.stage
         then visits.since else now() end,
       outcome = excluded.outcome, stage = excluded.stage, reason = excluded.reason,
       target = excluded.target,
       status = excluded.status, bytes = excluded.bytes,
       etag = excluded.etag, last_modified = excluded.last_modified,
       found_by = coalesce(visits.found_by, excluded.found_by), found_on = coalesce(visits.found_on, excluded.found_on)`,
    [
      run.storeId,
      run.sourceId,
      run.runId,
      visits.map((visit) => visit.url),
      visits.map((visit) => visit.outcome),
      visits.map((visit) => visit.stage),
      visits.map((visit) => visit.reason),
      visits.map((visit) => visit.target),
      visits.map((visit) => visit.status),
      visits.map((visit) => visit.bytes),
      visits.map((visit) => visit.etag),
      visits.map((visit) => visit.lastModified),
      visits.map((visit) => visit.foundBy),
      visits.map((visit) => visit.foundOn),
    ],
  );
}

/** Notes that addresses are as the last run left them, such as pages whose server says "not modified". */
export async function keepVisits(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  urls: readonly string[],
): Promise<void> {
  if (urls.length === 0) return;
  await db.query(
    `update visits set run_id = $3::text, seen_at = now()
     where store_id = $1::text and source_id = $2::text and url = any($4::text[])`,
    [run.storeId, run.sourceId, run.runId, urls],
  );
}

/** @returns all addresses of a source that runs have met. */
export async function listVisits(db: Queryable, storeId: string, sourceId: string): Promise<KnownVisit[]> {
  const result = await db.query<KnownVisit>(
    `select url, outcome, stage, reason, target, status, etag, last_modified as "lastModified", found_by as "foundBy",
       found_on as "foundOn", run_id as "runId", seen_at as "seenAt"
     from visits where store_id = $1::text and source_id = $2::text order by url`,
    [storeId, sourceId],
  );
  return result.rows;
}

/** Takes over what an interrupted run has met since a time; when it was seen stays as it is. */
export async function adoptVisits(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  from: { runId: string; since: Date },
): Promise<void> {
  await db.query(
    `update visits set run_id = $3::text
     where store_id = $1::text and source_id = $2::text and run_id = $4::text and seen_at >= $5::timestamptz`,
    [run.storeId, run.sourceId, run.runId, from.runId, from.since],
  );
}

/**
 * Forgets addresses that a complete run did not meet, for nothing leads there any more, and those that have been gone for a
 * month. What a run that goes on at the same time has met stays.
 */
export async function forgetOldVisits(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
): Promise<void> {
  await db.query(
    `delete from visits v using runs r
     where r.store_id = $1::text and r.run_id = $3::text and v.store_id = $1::text and v.source_id = $2::text
       and ((v.run_id <> $3::text and v.seen_at < r.started_at)
         or (v.outcome = 'gone' and v.since < now() - interval '30 days'))`,
    [run.storeId, run.sourceId, run.runId],
  );
}

/** An address with all that is known of how it came to be indexed, or not. */
export type ExplainedVisit = Visit & {
  sourceId: string;
  runId: string;
  seenAt: Date;
  since: Date;
  /** How the run ended that met it last; `running` when it has not. */
  runStatus: string | null;
};

/** @returns what runs have met under any of these spellings of an address, the latest first. */
export async function findVisits(
  db: Queryable,
  storeId: string,
  urls: readonly string[],
): Promise<ExplainedVisit[]> {
  const result = await db.query<ExplainedVisit>(
    `select v.url, v.outcome, v.stage, v.reason, v.target, v.status, v.bytes, v.etag, v.last_modified as "lastModified",
       v.found_by as "foundBy", v.found_on as "foundOn", v.source_id as "sourceId", v.run_id as "runId",
       v.seen_at as "seenAt", v.since, r.status as "runStatus"
     from visits v left join runs r on r.store_id = v.store_id and r.run_id = v.run_id
     where v.store_id = $1::text and v.url = any($2::text[]) order by v.seen_at desc, v.source_id, v.url`,
    [storeId, urls],
  );
  return result.rows;
}
