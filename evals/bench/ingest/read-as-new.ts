import { type PreparedDocument, prepareDocument } from '../../../ingest/prepare-document.ts';
import { openSource } from '../../../ingest/run/open-source.ts';
import type { ReadContext } from '../../../ingest/run/source-event.ts';
import type { SourceSpec } from '../../../ingest/run/source-spec.ts';
import { makeSafeFetch } from '../../../ingest/safe-fetch.ts';

/** Fetches, extracts and chunks a source of which nothing is known yet, as a first run does, and keeps nothing of it. */
export async function* readAsNew(
  source: SourceSpec,
  { signal, onProblem }: { signal: AbortSignal; onProblem: () => void },
): AsyncGenerator<PreparedDocument, void, undefined> {
  const safeFetch = makeSafeFetch({ allowHosts: source.allowHosts });
  const context: ReadContext = {
    known: new Map(),
    readBefore: new Set(),
    onFound: () => {},
    onQueue: () => {},
    browserPath: null,
    signal,
  };
  try {
    for await (const event of openSource(source, { ...context, safeFetch })) {
      signal.throwIfAborted();
      if (event.type === 'problem') onProblem();
      if (event.type !== 'document') continue;
      const { document, etag, lastModified, fetchedAt } = event;
      yield prepareDocument(document, {
        storeId: 'bench',
        sourceId: source.id,
        etag,
        lastModified,
        fetchedAt,
      });
    }
  } finally {
    await safeFetch.close();
  }
}
