import type { Fetched, Via } from './crawl-event.ts';

/** A URL that waits to be fetched. */
export interface FrontierEntry {
  /** Normalised, within the site; the key of the page. */
  url: string;
  /** What is sent to the server when it insists on a spelling other than `url`. */
  fetchUrl: string;
  /** The URL that first led here, by redirects or a canonical link. */
  requestedUrl: string;
  /** How the crawl met it. */
  via: Via;
  /** Redirects on the way from `requestedUrl`. */
  hops: number;
  /** The canonical link of this page has led to nothing, so the page stands for itself. */
  ignoreCanonical: boolean;
  /** What came when it was last fetched. */
  fetched: Fetched | null;
}

/** Which URLs come first: it matters when a limit ends the crawl before all have been fetched. */
export type Rank = 'first' | 'later' | 'last';

/** The URLs to fetch, each once, by rank and then first come first served. */
export interface Frontier {
  /** @returns false when the URL has been seen, or when the limit of URLs is reached. */
  add(entry: FrontierEntry, rank?: Rank): boolean;
  /** Puts a URL back that has been fetched before. */
  addAgain(entry: FrontierEntry): void;
  next(): FrontierEntry | undefined;
  hasSeen(url: string): boolean;
  /** Marks a URL as seen without queueing it; false when it was seen before. */
  see(url: string): boolean;
  readonly size: number;
  /** Whether URLs were dropped because of the limit. */
  readonly overflowed: boolean;
}

/** An entry for a URL that was found as it is. */
export function entryFor(url: string, via: Via): FrontierEntry {
  return { url, fetchUrl: url, requestedUrl: url, via, hops: 0, ignoreCanonical: false, fetched: null };
}

/**
 * @param maxSeen how many URLs are remembered, about 200 bytes each.
 * @param onAdd told of each URL that is new, once.
 */
export function makeFrontier(maxSeen: number, onAdd: (url: string, via: Via) => void = () => {}): Frontier {
  const seen = new Set<string>();
  const queues = { first: makeQueue(), later: makeQueue(), last: makeQueue() };
  let overflowed = false;

  function see(url: string): boolean {
    if (seen.has(url)) return false;
    if (seen.size >= maxSeen) {
      overflowed = true;
      return false;
    }
    seen.add(url);
    return true;
  }

  return {
    see,
    add(entry, rank = 'first') {
      const isNew = see(entry.url);
      if (isNew) {
        queues[rank].push(entry);
        onAdd(entry.url, entry.via);
      }
      return isNew;
    },
    addAgain: (entry) => queues.first.push(entry),
    next: () => queues.first.shift() ?? queues.later.shift() ?? queues.last.shift(),
    hasSeen: (url) => seen.has(url),
    get size() {
      return queues.first.size() + queues.later.size() + queues.last.size();
    },
    get overflowed() {
      return overflowed;
    },
  };
}

/** A queue whose `shift` does not move all that waits. */
function makeQueue() {
  let entries: FrontierEntry[] = [];
  let head = 0;
  return {
    size: () => entries.length - head,
    push(entry: FrontierEntry): void {
      entries.push(entry);
    },
    shift(): FrontierEntry | undefined {
      const entry = entries[head];
      if (entry === undefined) return undefined;
      head += 1;
      if (head > 1024 && head * 2 > entries.length) {
        entries = entries.slice(head);
        head = 0;
      }
      return entry;
    },
  };
}
