import type { FrontierEntry } from './frontier.ts';

/** What came of an entry that waited for its canonical page. */
export interface Settlement {
  entry: FrontierEntry;
  target: string;
  /** True: the canonical page came to nothing, so this one stands for itself and is to be fetched again. */
  retry: boolean;
}

/** Pages that name another page as canonical, until it is known whether that one is a document. */
export interface CanonicalLedger {
  /** The entry's page says that it is a copy of `target`. */
  copyOf(entry: FrontierEntry, target: string): Settlement[];
  /** The page at `url` redirects to `target`. */
  moved(url: string, target: string): Settlement[];
  /** @param isDocument false when there is nothing to read at `url`. */
  settle(url: string, isDocument: boolean): Settlement[];
  /** What still waits when the crawl ends. */
  rest(): Settlement[];
}

/**
 * Makes a ledger. Without it a page is lost whose canonical link leads to a dead or forbidden page, or two pages that
 * name each other.
 */
export function makeCanonicalLedger(): CanonicalLedger {
  const settled = new Map<string, boolean>();
  const moves = new Map<string, string>();
  const waiting = new Map<string, FrontierEntry[]>();

  function place(entry: FrontierEntry, target: string): Settlement[] {
    const seen = new Set<string>();
    let end = target;
    for (let next = moves.get(end); next !== undefined && !seen.has(end); next = moves.get(end)) {
      seen.add(end);
      end = next;
    }
    const isDocument = settled.get(end);
    if (isDocument !== undefined) return [{ entry, target, retry: !isDocument }];
    if (end === entry.url || seen.has(end)) return [{ entry, target, retry: true }];
    waiting.set(end, [...(waiting.get(end) ?? []), entry]);
    return [];
  }

  function release(url: string): FrontierEntry[] {
    const entries = waiting.get(url) ?? [];
    waiting.delete(url);
    return entries;
  }

  function moved(url: string, target: string): Settlement[] {
    moves.set(url, target);
    return release(url).flatMap((entry) => place(entry, target));
  }

  return {
    moved,
    copyOf(entry, target) {
      const released = moved(entry.url, target);
      // A cycle has just sent one of its pages back, and that one has no canonical page any more.
      for (const { entry: back, retry } of released) if (retry) moves.delete(back.url);
      return [...released, ...place(entry, target)];
    },
    settle(url, isDocument) {
      settled.set(url, isDocument);
      moves.delete(url);
      const [first, ...others] = release(url);
      if (first === undefined) return [];
      if (isDocument) return [first, ...others].map((entry) => ({ entry, target: url, retry: false }));
      moves.delete(first.url);
      const later = others.flatMap((entry) => place(entry, first.url));
      return [{ entry: first, target: url, retry: true }, ...later];
    },
    rest: () =>
      [...waiting].flatMap(([target, entries]) => entries.map((entry) => ({ entry, target, retry: false }))),
  };
}
