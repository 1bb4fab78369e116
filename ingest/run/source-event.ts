import type { Fetched, Via } from '../crawl/crawl-event.ts';
import type { KnownUrl } from '../crawl/crawl-options.ts';
import type { SourceDocument } from '../extract/source-document.ts';

/** How a page of a site was found, and what its server answered; other sources have none. */
export interface Trace {
  via?: Via | null;
  fetched?: Fetched | null;
}

/** What reading a source brings, in the order in which it comes; `done` is the last, unless reading throws. */
export type SourceEvent =
  | (Trace & {
      type: 'document';
      document: SourceDocument;
      etag: string | null;
      lastModified: string | null;
      /** ISO 8601. */
      fetchedAt: string;
      /** When a sitemap says that it was last changed, as written. */
      listedDate?: string;
    })
  /** As it was when it was last read, says its server. */
  | (Trace & { type: 'unchanged'; url: string })
  /** Its server says that it is no more. */
  | (Trace & { type: 'gone'; url: string; status: number })
  /** It may well be there, but could not be read: nothing follows from that. */
  | (Trace & { type: 'problem'; url: string; stage: string; reason: string })
  /** Left out on purpose. */
  | (Trace & { type: 'skipped'; url: string; stage: string; reason: string; target?: string | null })
  /** `complete` when all of the source was seen: only then does a document's absence prove anything. */
  | { type: 'done'; complete: boolean; reason: string | null };

/** What a reader needs besides the source itself. */
export interface ReadContext {
  /** What earlier runs have met, by URL, with its validators. */
  known: Map<string, KnownUrl>;
  /** What an interrupted run has just read and need not be asked for again. */
  readBefore: ReadonlySet<string>;
  /** Told of each address that will be asked for. */
  onFound: (url: string, via: Via) => void;
  /** Told how many URLs or files still wait. */
  onQueue: (queued: number) => void;
  /** Chromium's program, for sources that are rendered; null: looked for in the usual places. */
  browserPath: string | null;
  signal: AbortSignal;
}
