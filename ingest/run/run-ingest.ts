import type { Logger } from 'pino';
import type { Database } from '../../sql/database.ts';
import { findSourceLocale } from '../../sql/find-source-locale.ts';
import { type KnownDocument, listDocuments } from '../../sql/list-documents.ts';
import { makePatient } from '../../sql/patience.ts';
import { removeDocuments } from '../../sql/publish-document.ts';
import { deleteOldRunChanges } from '../../sql/run-changes.ts';
import { deleteOldRuns, finishRun } from '../../sql/runs.ts';
import { refreshStore } from '../../sql/stores.ts';
import { deleteUnusedVectors } from '../../sql/vectors.ts';
import { adoptVisits, forgetOldVisits, listVisits } from '../../sql/visits.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { openBlockLesson } from './block-lesson.ts';
import { openHeldPages } from './held-pages.ts';
import { failureOf } from './judge-run.ts';
import { describeConflict } from './merge/describe-conflict.ts';
import { mergeProducts } from './merge-products.ts';
import { type OpenRun, openRun } from './open-run.ts';
import { openSource } from './open-source.ts';
import { planRemovals } from './plan-removals.ts';
import type { RunProgress } from './progress-state.ts';
import { makeReading } from './reading.ts';
import { recall } from './recall.ts';
import { makeRunTally, type RunReport, type RunTally } from './report.ts';
import { NO_SOURCE_MEMORY, openSourceMemory } from './source-memory.ts';
import type { SourceSpec } from './source-spec.ts';
import { makeVisitLog, NO_VISIT_LOG } from './visit-log.ts';

/** What a run works with. */
export interface IngestDeps {
  /** Open and migrated. */
  database: Database;
  embeddingModel: EmbeddingModel;
  /** Makes what a source is fetched with, such as `makeSafeFetch`; closed when the run ends. */
  safeFetchFor: (allowHosts: string[]) => SafeFetch & { close(): Promise<void> };
  logger: Logger;
  /** Chromium's program, for sources that are rendered; default: looked for in the usual places. */
  browserPath?: string | null | undefined;
  onProgress?: ((progress: RunProgress) => void) | undefined;
  /** Ends the run as failed; what is published stays. */
  signal?: AbortSignal | undefined;
}

/** One ingest of one source. */
export interface IngestJob {
  storeId: string;
  storeName?: string | null | undefined;
  source: SourceSpec;
  /** Only plans: nothing is written. */
  dryRun: boolean;
  /** Instead of the source's own limit. */
  maxPages?: number | null | undefined;
  /** Reads every page anew, also those whose server would say that they have not changed. */
  refresh?: boolean | undefined;
  /** Removes documents even when there are many of them. */
  acceptRemoval: boolean;
}

/**
 * Brings a store's index up to date with one source. Each document is published by itself, so that a run which is
 * killed, or fails in the middle, leaves a valid index, and the next one finds what is done already. A database that goes
 * away is waited for, up to a minute.
 *
 * @returns the report, whose status says how it went: a source that cannot be read is a failed run, not an error.
 * @throws when the run cannot even be begun, as with a database that is down.
 */
export async function runIngest(deps: IngestDeps, job: IngestJob): Promise<RunReport> {
  const { logger, signal = new AbortController().signal } = deps;
  const { storeId, dryRun } = job;
  const source = { ...job.source, maxPages: job.maxPages ?? job.source.maxPages };
  const tally = makeRunTally();
  const place = { store: storeId, source: source.id };
  const onWait = (message: string) => logger.warn(place, message);
  const database = makePatient(deps.database, { signal, onWait });
  const run = await openRun(database.pool, job);
  const { runId } = run;
  const known = await listDocuments(database.pool, storeId, source.id);

  let outcome: Outcome;
  const log = logger.child({ runId, ...place });
  log.debug({ known: known.length, dryRun }, 'ingest started');
  try {
    outcome = await ingest({ ...deps, database, signal }, { ...job, source }, { known, tally, run });
  } catch (error) {
    const reason = signal.aborted ? abortReason(signal) : messageOf(error);
    if (!signal.aborted) log.debug({ err: error }, 'ingest failed');
    tally.note({ url: source.location, stage: signal.aborted ? 'stop' : 'run', reason });
    outcome = { status: 'failed', complete: false, resumes: null };
  }
  const report: RunReport = {
    ...tally.report({
      runId,
      store: storeId,
      source,
      embeddingModel: deps.embeddingModel,
    }),
    ...outcome,
  };
  if (run.isBegun()) {
    await finishRun(database.pool, { storeId, runId, status: report.status, report }).catch((error) => {
      const reason = `The database could not note that this run has ended, so the next one goes on with it: ${messageOf(error)}`;
      report.status = 'failed';
      report.problems.push({ url: source.location, stage: 'report', reason });
    });
  }
  log.debug({ status: report.status, seconds: report.seconds }, 'ingest finished');
  return report;
}

type Outcome = Pick<RunReport, 'status' | 'complete' | 'resumes' | 'plan'>;

async function ingest(
  deps: IngestDeps & { signal: AbortSignal },
  job: IngestJob,
  { known, tally, run }: { known: KnownDocument[]; tally: RunTally; run: OpenRun },
): Promise<Outcome> {
  const { database, signal } = deps;
  const { storeId, source, dryRun, acceptRemoval } = job;
  // A first run that was killed goes on; there is nothing yet that was read by other settings.
  const refresh = (job.refresh ?? false) || (run.readsOtherwise && run.lastRun?.status === 'done');
  const lesson =
    source.kind === 'site'
      ? await openBlockLesson(database, {
          ...run,
          known: known.length,
          refresh,
          dryRun,
        })
      : null;
  const recalled = recall({
    documents: known,
    visits: await listVisits(database.pool, storeId, source.id),
    lastRun: run.lastRun,
    refresh: refresh || (lesson?.readAnew ?? false),
    now: new Date(),
  });
  const { interrupted } = recalled;
  if (interrupted !== null && run.isBegun()) await adoptVisits(database.pool, run, interrupted);
  const visitLog = dryRun
    ? NO_VISIT_LOG
    : makeVisitLog({ pool: database.pool, run, ready: () => run.isBegun() });
  const held = await openHeldPages(database.pool, run, {
    from: interrupted,
    published: new Set(recalled.readBefore.keys()),
    dryRun,
    onWritten: visitLog.flush,
  });
  const reading = makeReading({
    ...deps,
    job,
    runId: run.runId,
    known,
    recalled,
    visitLog,
    tally,
    begin: run.begin,
  });
  const memory =
    source.kind === 'feed'
      ? await openSourceMemory(database.pool, { storeId, source, anew: refresh, dryRun })
      : NO_SOURCE_MEMORY;
  const safeFetch = deps.safeFetchFor(source.allowHosts);
  let end: { complete: boolean; reason: string | null };
  try {
    const { readBefore } = reading.context;
    const events = openSource(source, {
      ...reading.context,
      readBefore: new Set([...readBefore, ...held.urls]),
      safeFetch,
      memory,
      signal,
      browserPath: deps.browserPath ?? null,
      localeBefore: () => findSourceLocale(database.pool, storeId, source.id),
    });
    end = await reading.read(lesson?.clean(held.replay(events), readBefore, held.hold) ?? events);
  } finally {
    await safeFetch.close();
    // What was read is known to the run that goes on with this one, however it ended.
    await held.flush();
    await visitLog.flush();
  }
  signal.throwIfAborted();
  const failure = failureOf({
    documents: reading.documents(),
    unfetched: tally.unfetched,
    firstProblem: tally.firstProblem ?? tally.firstLeftOut,
    incomplete: end.reason,
  });
  const readFor = recalled.readBefore.size + held.urls.size;
  const { remove, stopped } =
    failure === null
      ? planRemovals(known, { ...reading.found(), complete: end.complete, acceptRemoval })
      : { remove: [], stopped: null };
  await reading.settle(new Set(remove.map(({ url }) => url)));
  if (failure !== null) tally.note({ url: source.location, stage: 'run', reason: failure });
  if (stopped !== null) {
    const reason = `expected to remove at most a fifth of the source's documents, found ${stopped.missing.length} of ${stopped.of} missing. Nothing was removed. If they are gone on purpose, run again with --yes.`;
    tally.note({ url: source.location, stage: 'remove', reason });
    // A plan lists them itself.
    for (const { url } of dryRun ? [] : stopped.missing)
      tally.note({ url, stage: 'missing', reason: 'was not found any more, and is kept' });
  }
  const removedIds = remove.map(({ documentId }) => documentId);
  if (!dryRun) await removeDocuments(database.pool, storeId, removedIds, run.runId);
  tally.counts.removed = remove.length;
  if (!dryRun) {
    await visitLog.flush();
    if (failure === null) await lesson?.settle();
    await held.clear();
    // What was read whole is as it was only once all of it is published and what was missing is gone.
    if (end.complete && failure === null && stopped === null && tally.counts.failed === 0)
      await memory.settle();
    if (end.complete && failure === null) await forgetOldVisits(database.pool, run);
    for (const conflict of await mergeProducts(database.pool, storeId)) {
      const isOurs = conflict.sides.some(({ sourceId }) => sourceId === source.id);
      if (isOurs) tally.note(describeConflict(conflict));
    }
    await deleteUnusedVectors(database.pool, storeId);
    await deleteOldRuns(database.pool, storeId, source.id);
    await deleteOldRunChanges(database.pool, storeId, source.id);
    await refreshStore(database.pool, storeId);
  }
  const outcome = {
    status:
      failure !== null ? ('failed' as const) : stopped !== null ? ('stopped' as const) : ('done' as const),
    complete: end.complete,
    resumes: interrupted === null || readFor === 0 ? null : { runId: interrupted.runId, pages: readFor },
  };
  if (!dryRun) return outcome;
  return { ...outcome, plan: reading.plan(stopped?.missing ?? remove) };
}

function abortReason(signal: AbortSignal): string {
  return signal.reason instanceof Error ? signal.reason.message : 'stopped';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
