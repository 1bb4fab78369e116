/** A URL that waits to be fetched. */
export interface FrontierEntry {
  /** Normalised, within the site; the key of the page. */
  url: string;
  /** What is sent to the server when it insists on a spelling other than `url`. */
  fetchUrl: string;
  /** The URL that first led here, by redirects or a canonical link. */
  requestedUrl: string;
  /** Redirects on the way from `requestedUrl`. */
  hops: number;
  /** The canonical link of this page has led to nothing, so the page stands for itself. */
  ignoreCanonical: boolean;
}

/** The URLs to fetch, each once, first come first served. */
export interface Frontier {
  /** @returns false when the URL has been seen, or when the limit of URLs is reached. */
  add(entry: FrontierEntry): boolean;
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
export function entryFor(url: string): FrontierEntry {
  return { url, fetchUrl: url, requestedUrl: url, hops: 0, ignoreCanonical: false };
}

/** @param maxSeen how many URLs are remembered, about 200 bytes each. */
export function makeFrontier(maxSeen: number): Frontier {
  const seen = new Set<string>();
  let queue: FrontierEntry[] = [];
  let head = 0;
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
    add(entry) {
      const isNew = see(entry.url);
      if (isNew) queue.push(entry);
      return isNew;
    },
    addAgain(entry) {
      queue.push(entry);
    },
    next() {
      const entry = queue[head];
      if (entry === undefined) return undefined;
      head += 1;
      if (head > 1024 && head * 2 > queue.length) {
        queue = queue.slice(head);
        head = 0;
      }
      return entry;
    },
    hasSeen: (url) => seen.has(url),
    get size() {
      return queue.length - head;
    },
    get overflowed() {
      return overflowed;
    },
  };
}
