import type pg from 'pg';
import { deleteHeld, type HeldDocument, listHeld, saveHeld } from '../../sql/held-documents.ts';
import type { DocumentEvent } from './drop-repeated.ts';
import type { OpenRun } from './open-run.ts';
import type { SourceEvent } from './source-event.ts';

/** They are written so many at a time; what is killed loses no more. */
const BATCH = 8;

/** Pages that a run holds back to learn from, kept where a run that goes on with it finds them. */
export interface HeldPages {
  /** Addresses that an interrupted run has read and held back. */
  readonly urls: ReadonlySet<string>;
  /** Its pages first, then the source's own events. */
  replay(events: AsyncIterable<SourceEvent>): AsyncGenerator<SourceEvent, void, undefined>;
  /** A page is held back. */
  hold(event: DocumentEvent): Promise<void>;
  /** Writes what has not been written yet, as before a run is broken off. */
  flush(): Promise<void>;
  /** The run is over, and all that it held is published. */
  clear(): Promise<void>;
}

/**
 * Opens what is held back of a source.
 * @param options.from the run to go on with, and since when what it read counts; null to begin anew.
 * @param options.published addresses of which nothing is to be replayed.
 * @param options.onWritten told when pages have been written, so that how they were found is written too.
 */
export async function openHeldPages(
  pool: pg.Pool,
  run: OpenRun,
  options: {
    from: { runId: string; since: Date } | null;
    published: ReadonlySet<string>;
    dryRun: boolean;
    onWritten: () => Promise<void>;
  },
): Promise<HeldPages> {
  const { from, published, dryRun, onWritten } = options;
  const { storeId, sourceId } = run;
  const left =
    from === null
      ? []
      : await listHeld<DocumentEvent>(pool, { storeId, sourceId, runId: from.runId }, from.since);
  const replayed = left.filter(({ url }) => !published.has(url));
  let batch: HeldDocument<DocumentEvent>[] = [];

  async function flush(): Promise<void> {
    const held = batch;
    batch = [];
    if (held.length === 0) return;
    await run.begin();
    await saveHeld(pool, run, held);
    await onWritten();
  }

  return {
    flush,
    urls: new Set(replayed.map(({ url }) => url)),
    async *replay(events) {
      for (const { event } of replayed) yield event;
      yield* events;
    },
    async hold(event) {
      if (dryRun) return;
      batch.push({ url: event.document.url, event });
      if (batch.length >= BATCH) await flush();
    },
    async clear() {
      batch = [];
      if (run.isBegun()) await deleteHeld(pool, run, new Date());
    },
  };
}
