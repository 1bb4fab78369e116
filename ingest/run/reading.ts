import type { Database } from '../../sql/database.ts';
import type { KnownDocument } from '../../sql/list-documents.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { type PreparedDocument, prepareDocument } from '../prepare-document.ts';
import { makeChangeLedger } from './plan-changes.ts';
import type { RunProgress } from './progress-state.ts';
import { makePublisher, type PublishEntry } from './publish-batches.ts';
import type { IngestPlan, RunTally } from './report.ts';
import type { IngestJob } from './run-ingest.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';

/** Documents that wait for the end of the run, at most; a site that has moved whole is published as it comes. */
const MAX_HELD = 100;

/** Reading one source into the index. */
export interface Reading {
  /** For the source's reader. */
  context: Pick<ReadContext, 'known' | 'onQueue'>;
  /** Takes all that comes, and resolves when it is published. @returns how the source ended. */
  read(events: AsyncIterable<SourceEvent>): Promise<{ complete: boolean; reason: string | null }>;
  /** Documents that were found. */
  documents(): number;
  found(): { kept: ReadonlySet<string>; gone: ReadonlySet<string> };
  /** Publishes documents that have taken the place of one that is about to be removed. */
  settle(removed: ReadonlySet<string>): Promise<void>;
  plan(remove: KnownDocument[], usdPerMillionTokens: number): IngestPlan;
}

/** Makes the part of a run that reads, compares and publishes. */
export function makeReading(deps: {
  database: Database;
  embeddingModel: EmbeddingModel;
  onProgress?: ((progress: RunProgress) => void) | undefined;
  signal: AbortSignal;
  job: IngestJob;
  known: KnownDocument[];
  /** URLs of known documents that lack vectors of the model: they are read anew, for "not modified" has no text to embed. */
  unembedded: ReadonlySet<string>;
  tally: RunTally;
  /** Makes what documents hang on; awaited before the first of them. */
  begin: () => Promise<void>;
}): Reading {
  const { job, known, unembedded, tally, signal, begin } = deps;
  const { storeId, source, dryRun } = job;
  const { counts } = tally;
  const ledger = makeChangeLedger(known);
  const held: { prepared: PreparedDocument; of: string }[] = [];
  const planned = { add: [] as string[], change: [] as string[], keep: [] as string[] };
  const knownUrls = new Map(
    known.map(({ url, etag, lastModified }) => [
      url,
      job.refresh || unembedded.has(url) ? { etag: null, lastModified: null } : { etag, lastModified },
    ]),
  );
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
      counts[COUNTERS[change]] += 1;
      counts.passages += passages.length;
      published += 1;
      if (dryRun) planned[change].push(url);
    },
    onRefused({ prepared }, reason) {
      tally.fail({ url: prepared.document.url, stage: 'publish', reason });
    },
  });

  async function takeDocument(event: SourceEvent & { type: 'document' }): Promise<void> {
    const { document, etag, lastModified, fetchedAt } = event;
    const { url } = document;
    let prepared: PreparedDocument;
    try {
      prepared = prepareDocument(document, { storeId, sourceId: source.id, etag, lastModified, fetchedAt });
    } catch (error) {
      ledger.failed(url);
      tally.fail({ url, stage: 'chunk', reason: error instanceof Error ? error.message : String(error) });
      return;
    }
    await begin();
    const { contentHash } = prepared.document;
    const change = ledger.judge(url, contentHash);
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
  }

  async function takeUnchanged(url: string): Promise<void> {
    const before = ledger.unchanged(url);
    if (before === null) {
      const reason =
        'expected a page, found that its server says "not modified" of one that is not known. Run again.';
      tally.fail({ url, stage: 'fetch', reason });
      return;
    }
    const { documentId, etag, lastModified, passages } = before;
    counts.unchanged += 1;
    counts.passages += passages;
    if (dryRun) planned.keep.push(url);
    await publisher.touch({ documentId, etag, lastModified, fetchedAt: new Date().toISOString() });
  }

  function takeGone(url: string, status: number): void {
    ledger.gone(url);
    if (knownUrls.has(url)) return;
    tally.skip({ url, stage: 'gone', reason: `there is no such page (${status}): repair the link to it` });
  }

  async function take(event: Exclude<SourceEvent, { type: 'done' }>): Promise<void> {
    if (event.type === 'document') await takeDocument(event);
    else if (event.type === 'unchanged') await takeUnchanged(event.url);
    else if (event.type === 'gone') takeGone(event.url, event.status);
    else if (event.type === 'skipped') tally.skip(event);
    else if (OF_THE_SOURCE.has(event.stage)) tally.note(event);
    else {
      ledger.failed(event.url);
      tally.fail(event);
    }
    if (event.type !== 'skipped') read += 1;
    deps.onProgress?.({
      store: storeId,
      source: source.location,
      read,
      queued,
      known: known.length,
      published,
      embedded: counts.embedded,
    });
  }

  return {
    context: {
      known: knownUrls,
      onQueue: (waiting) => {
        queued = waiting;
      },
    },
    async read(events) {
      let end = { complete: false, reason: null as string | null };
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
    plan: (remove, usdPerMillionTokens) => ({
      ...planned,
      remove: remove.map(({ url }) => url),
      pages: planned.add.length + planned.change.length + planned.keep.length,
      passages: counts.passages,
      embeddings: counts.embedded,
      tokens: counts.tokens,
      costUsd: (counts.tokens / 1_000_000) * usdPerMillionTokens,
    }),
  };
}

/** Stages of problems that are no document's. */
const OF_THE_SOURCE = new Set(['discover', 'limit']);

const COUNTERS = { add: 'added', change: 'changed', keep: 'unchanged' } as const;
