import type { KnownDocument } from '../../sql/list-documents.ts';

/** What a document that was read means for the index. */
type Change =
  | { type: 'add' }
  | { type: 'change'; known: KnownDocument }
  | { type: 'keep'; known: KnownDocument }
  /** The same text stands under another URL, or the same URL came before. */
  | { type: 'duplicate'; of: string }
  /** A known document has the same text but has not come yet: whether this is its copy or its new place is told at the end. */
  | { type: 'held'; of: string };

/** What is known of a source's documents while it is read. */
export interface ChangeLedger {
  /** A document was read. */
  judge(url: string, contentHash: string): Change;
  /** Publishes a held document after all. */
  release(url: string, contentHash: string): Change;
  /** Its server says that it is as it was. @returns null when it was not known. */
  unchanged(url: string): KnownDocument | null;
  /** It could not be read, so that what is known of it stays. */
  failed(url: string): void;
  gone(url: string): void;
  /** Known documents that this run has found, or could not read, so that they stay. */
  readonly kept: ReadonlySet<string>;
  readonly goneUrls: ReadonlySet<string>;
}

/**
 * Compares what is read with what is known. Of two documents with the same content the one that is in the index
 * stays, so that two runs that meet them in another order agree. No I/O.
 */
export function makeChangeLedger(known: readonly KnownDocument[]): ChangeLedger {
  const byUrl = new Map(known.map((document) => [document.url, document]));
  const knownByHash = new Map(known.map((document) => [document.contentHash, document.url]));
  const read = new Set<string>();
  const ownerByHash = new Map<string, string>();
  const kept = new Set<string>();
  const goneUrls = new Set<string>();

  function accept(url: string, contentHash: string): Change {
    read.add(url);
    ownerByHash.set(contentHash, url);
    const before = byUrl.get(url);
    if (before === undefined) return { type: 'add' };
    kept.add(url);
    return { type: before.contentHash === contentHash ? 'keep' : 'change', known: before };
  }

  return {
    kept,
    goneUrls,
    judge(url, contentHash) {
      if (read.has(url)) return { type: 'duplicate', of: url };
      const owner = ownerByHash.get(contentHash);
      if (owner !== undefined) return { type: 'duplicate', of: owner };
      const rival = byUrl.has(url) ? undefined : knownByHash.get(contentHash);
      if (rival === undefined || goneUrls.has(rival) || read.has(rival)) return accept(url, contentHash);
      read.add(url);
      return { type: 'held', of: rival };
    },
    release: accept,
    unchanged(url) {
      const before = byUrl.get(url);
      if (before === undefined) return null;
      read.add(url);
      kept.add(url);
      if (!ownerByHash.has(before.contentHash)) ownerByHash.set(before.contentHash, url);
      return before;
    },
    failed(url) {
      if (byUrl.has(url)) kept.add(url);
    },
    gone(url) {
      goneUrls.add(url);
    },
  };
}
