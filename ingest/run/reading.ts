import type { Database } from '../../sql/database.ts';
import { findDocument } from '../../sql/find-document.ts';
import type { KnownDocument } from '../../sql/list-documents.ts';
import { embeddingCost } from '../embedding/embedding-cost.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { type PreparedDocument, prepareDocument } from '../prepare-document.ts';
import { withoutSecrets } from '../safe-fetch/without-secrets.ts';
import { describeSuspicion } from '../safety/describe-suspicion.ts';
import { checkDocumentSize } from './check-document-size.ts';
import { diffDocuments } from './diff-documents.ts';
import { languageProblem } from './language-problem.ts';
import { makeChangeLedger } from './plan-changes.ts';
import type { RunProgress } from './progress-state.ts';
import { makePublisher, type PublishEntry } from './publish-batches.ts';
import type { Recall } from './recall.ts';
import type { DocumentDiff, IngestPlan, RunTally } from './report.ts';
import type { IngestJob } from './run-ingest.ts';
import type { ReadContext, SourceEvent, Trace } from './source-event.ts';
import type { VisitLog } from './visit-log.ts';

/** Documents that wait for the end of the run, at most; a site that has moved whole is published as it comes. */
const MAX_HELD = 100;

/** Reading one source into the index. */
export interface Reading {
  /** For the source's reader. */
  context: Pick<ReadContext, 'known' | 'readBefore' | 'onFound' | 'onQueue'>;
  /** Takes all that comes, and resolves when it is published. @returns how the source ended. */
  read(events: AsyncIterable<SourceEvent>): Promise<{ complete: boolean; reason: string | null }>;
  /** Documents that were found. */
  documents(): number;
  found(): { kept: ReadonlySet<string>; gone: ReadonlySet<string> };
  /** Publishes documents that have taken the place of one that is about to be removed. */
  settle(removed: ReadonlySet<string>): Promise<void>;
  plan(remove: KnownDocument[]): IngestPlan;
}

/** Makes the part of a run that reads, compares and publishes. */
export function makeReading(deps: {
  database: Database;
  embeddingModel: EmbeddingModel;
  onProgress?: ((progress: RunProgress) => void) | undefined;
  signal: AbortSignal;
  job: IngestJob;
  runId: string;
  known: KnownDocument[];
  recalled: Recall;
  visitLog: VisitLog;
  tally: RunTally;
  /** Makes what documents hang on; awaited before the first of them. */
  begin: () => Promise<void>;
}): Reading {
  const { job, runId, known, recalled, visitLog, tally, signal, begin } = deps;
  const { storeId, source, dryRun } = job;
  const { counts } = tally;
  const ledger = makeChangeLedger(known);
  const held: { prepared: PreparedDocument; of: string }[] = [];
  const planned = { add: [] as string[], change: [] as string[], keep: [] as string[] };
  const diffs: DocumentDiff[] = [];
  const documentUrls = new Set(known.map(({ url }) => url));
  const traces = new Map<string, Trace>();
  let read = 0;
  let queued = 0;
  let published = 0;

  const publisher = makePublisher({
    ...deps,
    storeId,
    dryRun,
    onEmbedded(texts, tokens) {
      counts.embedded += texts;
      counts.tokens += tokens;
    },
    onPublished({ prepared, change }) {
      const { url, passages } = prepared.document;
      for (const suspicion of prepared.suspicions)
        tally.flag({ url, stage: 'safety', reason: describeSuspicion(suspicion) });
      settleTraced(url, 'indexed', null, null);
      counts[COUNTERS[change]] += 1;
      counts.passages += passages.length;
      published += 1;
      if (dryRun) planned[change].push(url);
    },
    onRefused({ prepared }, reason) {
      const { url } = prepared.document;
      tally.fail({ url, stage: 'publish', reason });
      settleTraced(url, 'failed', 'publish', reason);
    },
    onBatch: visitLog.flush,
  });

  /** Writes down what became of a document that a site led to; rows of a feed are found in the index itself. */
  function settleTraced(
    url: string,
    outcome: 'indexed' | 'skipped' | 'failed',
    stage: string | null,
    reason: string | null,
  ): void {
    const trace = traces.get(url);
    traces.delete(url);
    if (trace !== undefined) visitLog.settle({ url, outcome, stage, reason }, trace);
  }

  async function takeDocument(event: SourceEvent & { type: 'document' }): Promise<void> {
    const { document, etag, lastModified, fetchedAt, listedDate = null, via, fetched } = event;
    const { url } = document;
    if (via || fetched) traces.set(url, { via: via ?? null, fetched: fetched ?? null });
    const foreign = languageProblem(document.locale, source.languages);
    if (foreign !== null) {
      tally.skip({ url, stage: 'language', reason: foreign });
      settleTraced(url, 'skipped', 'language', foreign);
      return;
    }
    let prepared: PreparedDocument;
    try {
      checkDocumentSize(document);
      const origin = { storeId, sourceId: source.id, runId, etag, lastModified, fetchedAt };
      prepared = prepareDocument(document, origin, listedDate);
    } catch (error) {
      ledger.failed(url);
      const reason = error instanceof Error ? error.message : String(error);
      tally.fail({ url, stage: 'chunk', reason });
      settleTraced(url, 'failed', 'chunk', reason);
      return;
    }
    await begin();
    const { contentHash } = prepared.document;
    const change = ledger.judge(url, contentHash);
    if (dryRun && change.type === 'change') {
      const before = await findDocument(deps.database.pool, storeId, change.known.documentId);
      if (before !== null) diffs.push(diffDocuments(before, prepared.document));
    }
    if (change.type === 'duplicate') skipDuplicate(url, change.of);
    else if (change.type !== 'held') await publisher.add({ prepared, change: change.type });
    else if (held.length < MAX_HELD) held.push({ prepared, of: change.of });
    else await release(prepared);
  }

  function release(prepared: PreparedDocument): Promise<void> {
    const change = ledger.release(prepared.document.url, prepared.document.contentHash);
    return publisher.add({ prepared, change: change.type as PublishEntry['change'] });
  }

  function skipDuplicate(url: string, of: string): void {
    const reason =
      url === of ? 'came twice; the first one is kept' : `has the same content as ${of}, which is kept`;
    tally.skip({ url, stage: 'duplicate', reason });
    if (url !== of) settleTraced(url, 'skipped', 'duplicate', reason);
  }

  function countUnchanged({ url, passages }: KnownDocument): void {
    counts.unchanged += 1;
    counts.passages += passages;
    if (dryRun) planned.keep.push(url);
  }

  async function takeUnchanged(url: string): Promise<void> {
    const before = ledger.unchanged(url);
    visitLog.keep(url);
    if (before === null) {
      if (skipAgain(url)) return;
      const reason =
        'expected a page, found that its server says "not modified" of one that is not known. Run again.';
      tally.fail({ url, stage: 'fetch', reason });
      return;
    }
    countUnchanged(before);
    const { documentId, etag, lastModified } = before;
    await publisher.touch({ documentId, etag, lastModified, fetchedAt: new Date().toISOString() });
  }

  /** A page that is no document is as it was, and so is the reason why it is none. @returns whether it is such a page. */
  function skipAgain(url: string): boolean {
    const before = recalled.others.get(url);
    if (before?.outcome !== 'skipped') return false;
    tally.skip({ url, stage: before.stage ?? 'skipped', reason: before.reason ?? 'as before' });
    return true;
  }

  /** What an interrupted run has read stands as that run left it. */
  function takeReadBefore(): void {
    for (const url of recalled.readBefore.keys()) {
      const before = ledger.unchanged(url);
      if (before === null) skipAgain(url);
      else countUnchanged(before);
      read += 1;
    }
  }

  function takeGone(url: string, status: number, trace: Trace): void {
    ledger.gone(url);
    const reason = `there is no such page (${status}): repair the link to it`;
    visitLog.settle({ url, outcome: 'gone', stage: 'gone', reason }, trace);
    if (documentUrls.has(url)) return;
    // One that only memory leads to has no link that could be repaired.
    if (trace.via?.by !== 'known') tally.skip({ url, stage: 'gone', reason });
  }

  function takeSkipped(event: SourceEvent & { type: 'skipped' }): void {
    const { url, stage, reason, target = null } = event;
    tally.skip(event);
    if (event.via || event.fetched)
      visitLog.settle({ url, outcome: 'skipped', stage, reason, target }, event);
  }

  function takeProblem(event: SourceEvent & { type: 'problem' }): void {
    const { url, stage, reason } = event;
    if (OF_THE_SOURCE.has(stage)) tally.note(event);
    else {
      ledger.failed(url);
      tally.fail(event);
      visitLog.settle({ url, outcome: 'failed', stage, reason }, event);
    }
  }

  async function take(event: Exclude<SourceEvent, { type: 'done' }>): Promise<void> {
    if (event.type === 'document') await takeDocument(event);
    else if (event.type === 'unchanged') await takeUnchanged(event.url);
    else if (event.type === 'gone') takeGone(event.url, event.status, event);
    else if (event.type === 'skipped') takeSkipped(event);
    else takeProblem(event);
    await visitLog.flushIfDue();
    if (event.type !== 'skipped') read += 1;
    deps.onProgress?.({
      store: storeId,
      source: withoutSecrets(source.location),
      read,
      queued,
      known: known.length,
      published,
      embedded: counts.embedded,
    });
  }

  return {
    context: {
      known: recalled.known,
      readBefore: new Set(recalled.readBefore.keys()),
      onFound: visitLog.found,
      onQueue: (waiting) => {
        queued = waiting;
      },
    },
    async read(events) {
      let end = { complete: false, reason: null as string | null };
      takeReadBefore();
      try {
        for await (const event of events) {
          signal.throwIfAborted();
          if (event.type === 'done') end = event;
          else await take(event);
        }
        await publisher.finish();
      } finally {
        await publisher.idle();
      }
      return end;
    },
    documents: () => counts.added + counts.changed + counts.unchanged + held.length,
    found: () => ({ kept: ledger.kept, gone: ledger.goneUrls }),
    async settle(removed) {
      for (const { prepared, of } of held.splice(0)) {
        if (removed.has(of)) await release(prepared);
        else skipDuplicate(prepared.document.url, of);
      }
      await publisher.finish();
    },
    plan: (remove) => ({
      ...planned,
      diffs,
      remove: remove.map(({ url }) => url),
      pages: planned.add.length + planned.change.length + planned.keep.length,
      passages: counts.passages,
      embeddings: counts.embedded,
      tokens: counts.tokens,
      costUsd: embeddingCost(deps.embeddingModel, counts.tokens),
    }),
  };
}

/** Stages of problems that are no document's. */
const OF_THE_SOURCE = new Set(['discover', 'limit']);

const COUNTERS = { add: 'added', change: 'changed', keep: 'unchanged' } as const;
