import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../../sql/database.ts';
import { type KnownDocument, listDocuments } from '../../sql/list-documents.ts';
import { listUnembeddedDocuments } from '../../sql/list-unembedded-documents.ts';
import { removeDocuments } from '../../sql/publish-document.ts';
import { finishRun, startRun } from '../../sql/runs.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore, findStore, refreshStore } from '../../sql/stores.ts';
import { deleteUnusedVectors } from '../../sql/vectors.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { endDeadRuns, thisPlace } from './end-dead-runs.ts';
import { failureOf } from './judge-run.ts';
import { openSource } from './open-source.ts';
import { planRemovals } from './plan-removals.ts';
import type { RunProgress } from './progress-state.ts';
import { makeReading } from './reading.ts';
import { makeRunTally, type RunReport, type RunTally } from './report.ts';
import type { SourceSpec } from './source-spec.ts';

/** What a run works with. */
export interface IngestDeps {
  /** Open and migrated. */
  database: Database;
  embeddingModel: EmbeddingModel;
  /** Makes what a source is fetched with, such as `makeSafeFetch`; closed when the run ends. */
  safeFetchFor: (allowHosts: string[]) => SafeFetch & { close(): Promise<void> };
  logger: Logger;
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
 * killed, or fails in the middle, leaves a valid index, and the next one finds what is done already.
 *
 * @returns the report, whose status says how it went: a source that cannot be read is a failed run, not an error.
 * @throws when the run cannot even be begun, as with a database that is down.
 */
export async function runIngest(deps: IngestDeps, job: IngestJob): Promise<RunReport> {
  const { database, logger, signal = new AbortController().signal } = deps;
  const { storeId, dryRun } = job;
  const source = { ...job.source, maxPages: job.maxPages ?? job.source.maxPages };
  const runId = `run_${randomBytes(9).toString('base64url')}`;
  const tally = makeRunTally();
  let begun = false;
  // A store that does not exist yet is made with its first document: a source that cannot be read leaves no empty one.
  const begin = async (): Promise<void> => {
    if (dryRun || begun) return;
    begun = true;
    await record(database, job, runId);
  };
  if ((await findStore(database.pool, storeId)) !== null) await begin();
  const known = await listDocuments(database.pool, storeId, source.id);

  let outcome: Outcome;
  const log = logger.child({ runId, store: storeId, source: source.id });
  log.debug({ known: known.length, dryRun }, 'ingest started');
  try {
    outcome = await ingest({ ...deps, signal }, { ...job, source }, { known, tally, begin });
  } catch (error) {
    const reason = signal.aborted ? abortReason(signal) : messageOf(error);
    if (!signal.aborted) log.debug({ err: error }, 'ingest failed');
    tally.note({ url: source.location, stage: signal.aborted ? 'stop' : 'run', reason });
    outcome = { status: 'failed' };
  }
  const report: RunReport = {
    ...tally.report({
      runId,
      store: storeId,
      source,
      usdPerMillionTokens: deps.embeddingModel.usdPerMillionTokens,
    }),
    ...outcome,
  };
  if (begun) await finishRun(database.pool, { storeId, runId, status: report.status, report });
  log.debug({ status: report.status, seconds: report.seconds }, 'ingest finished');
  return report;
}

type Outcome = Pick<RunReport, 'status' | 'plan'>;

async function record(
  { pool }: Database,
  { storeId, storeName = null, source }: IngestJob,
  runId: string,
): Promise<void> {
  await ensureStore(pool, storeId, storeName);
  const { id: sourceId, kind, location } = source;
  await ensureSource(pool, { storeId, sourceId, kind, location });
  await endDeadRuns(pool, { storeId, sourceId });
  await startRun(pool, { storeId, sourceId, runId, place: thisPlace() });
}

async function ingest(
  deps: IngestDeps & { signal: AbortSignal },
  job: IngestJob,
  { known, tally, begin }: { known: KnownDocument[]; tally: RunTally; begin: () => Promise<void> },
): Promise<Outcome> {
  const { database, signal } = deps;
  const { storeId, source, dryRun, acceptRemoval } = job;
  const model = deps.embeddingModel.name;
  const unembedded = await listUnembeddedDocuments(database.pool, storeId, source.id, model);
  const reading = makeReading({ ...deps, job, known, unembedded: new Set(unembedded), tally, begin });
  const safeFetch = deps.safeFetchFor(source.allowHosts);
  let end: { complete: boolean; reason: string | null };
  try {
    end = await reading.read(openSource(source, { ...reading.context, safeFetch, signal }));
  } finally {
    await safeFetch.close();
  }
  signal.throwIfAborted();
  const failure = failureOf({
    documents: reading.documents(),
    unfetched: tally.unfetched,
    firstProblem: tally.firstProblem,
    incomplete: end.reason,
  });
  const { remove, stopped } =
    failure === null
      ? planRemovals(known, { ...reading.found(), complete: end.complete, acceptRemoval })
      : { remove: [], stopped: null };
  await reading.settle(new Set(remove.map(({ url }) => url)));
  if (failure !== null) tally.note({ url: source.location, stage: 'run', reason: failure });
  if (stopped !== null) {
    const reason = `expected to remove at most a fifth of the source's documents, found ${stopped.count} of ${stopped.of} missing. Nothing was removed. If they are gone on purpose, run again with --yes.`;
    tally.note({ url: source.location, stage: 'remove', reason });
  }
  tally.counts.removed = remove.length;
  if (!dryRun) {
    await removeDocuments(
      database.pool,
      storeId,
      remove.map(({ documentId }) => documentId),
    );
    await deleteUnusedVectors(database.pool, storeId);
    await refreshStore(database.pool, storeId);
  }
  const status = failure !== null ? 'failed' : stopped !== null ? 'stopped' : 'done';
  if (!dryRun) return { status };
  return { status, plan: reading.plan(remove, deps.embeddingModel.usdPerMillionTokens) };
}

function abortReason(signal: AbortSignal): string {
  return signal.reason instanceof Error ? signal.reason.message : 'stopped';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
