import type { SourceDocument } from '../extract/source-document.ts';

/** What reading a source brings, in the order in which it comes; `done` is the last, unless reading throws. */
export type SourceEvent =
  | {
      type: 'document';
      document: SourceDocument;
      etag: string | null;
      lastModified: string | null;
      /** ISO 8601. */
      fetchedAt: string;
    }
  /** As it was when it was last read, says its server. */
  | { type: 'unchanged'; url: string }
  /** Its server says that it is no more. */
  | { type: 'gone'; url: string; status: number }
  /** It may well be there, but could not be read: nothing follows from that. */
  | { type: 'problem'; url: string; stage: string; reason: string }
  /** Left out on purpose. */
  | { type: 'skipped'; url: string; stage: string; reason: string }
  /** `complete` when all of the source was seen: only then does a document's absence prove anything. */
  | { type: 'done'; complete: boolean; reason: string | null };

/** What a reader needs besides the source itself. */
export interface ReadContext {
  /** Validators of earlier runs by URL. */
  known: Map<string, { etag: string | null; lastModified: string | null }>;
  /** Told how many URLs or files still wait. */
  onQueue: (queued: number) => void;
  signal: AbortSignal;
}
