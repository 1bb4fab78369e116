import type { SafeFetch } from '../safe-fetch.ts';
import type { Clock } from './clock.ts';
import type { TrapLimits } from './trap-guard.ts';
import type { UrlFilterOptions } from './url-filter.ts';

/** What the server said of a document when it was last fetched. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** How far a crawl has come. */
export interface CrawlProgress {
  /** Pages, files and unchanged documents so far. */
  documents: number;
  /** URLs asked for so far. */
  fetched: number;
  /** URLs that wait. */
  queued: number;
}

/** One crawl of one site. */
export interface CrawlOptions extends UrlFilterOptions {
  start: URL;
  safeFetch: SafeFetch;
  /**
   * Documents of earlier runs by URL, and, with both validators null, any other URL worth another try. All of them
   * are visited: the links of an unchanged page are not seen again.
   */
  known?: Map<string, Validators>;
  /** Pages, files and unchanged documents together; default 5,000. */
  maxPages?: number;
  /** Requests at the same time; default 4. */
  concurrency?: number;
  /** Least milliseconds between the starts of two requests; a longer Crawl-delay wins. Default 0. */
  delayMs?: number;
  /** Default true. */
  respectRobots?: boolean;
  /** Whose robots.txt rules apply; give the one that `safeFetch` sends. */
  userAgent?: string;
  signal?: AbortSignal;
  onProgress?: (progress: CrawlProgress) => void;
  traps?: TrapLimits;
  /** Default: the machine's. */
  clock?: Clock;
  /** In 0…1; default Math.random. */
  random?: () => number;
}
