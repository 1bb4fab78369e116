import type { SafeFetch } from '../safe-fetch.ts';
import type { Clock } from './clock.ts';
import type { PageEvent, Via } from './crawl-event.ts';
import type { TrapLimits } from './trap-guard.ts';
import type { UrlFilterOptions } from './url-filter.ts';

/** What the server said of a page when it was last fetched. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What is known of a URL from an earlier run. */
export interface KnownUrl extends Validators {
  /** Whether it was a document; default true. Other pages are known so that they can answer 304, too. */
  isDocument?: boolean;
  /** Where its canonical link led, for a copy: should that come to nothing now, the copy is read. */
  copyOf?: string;
  /** ISO 8601; a sitemap's lastmod is held against it where there is no Last-Modified. */
  fetchedAt?: string;
  /** How that run met it, reported again where this one meets it in no other way; default `known`. */
  via?: Via;
}

/** How far a crawl has come. */
export interface CrawlProgress {
  /** Pages, files and unchanged documents so far, those of `readBefore` included. */
  documents: number;
  /** URLs asked for so far. */
  fetched: number;
  /** URLs that wait. */
  queued: number;
}

/** What became of a page that may have to be drawn by a browser before it can be read. */
export type Drawing =
  /** It can be read as it came. */
  { type: 'none' } | { type: 'drawn'; html: string } | { type: 'failed'; reason: string };

/** One crawl of one site. */
export interface CrawlOptions extends UrlFilterOptions {
  start: URL;
  safeFetch: SafeFetch;
  /**
   * Documents and other pages of earlier runs by URL, and, with both validators null, any other URL worth another
   * try. All of them are visited: the links of an unchanged page are not seen again. So the start page is asked for
   * conditionally only when something besides it is known.
   */
  known?: ReadonlyMap<string, KnownUrl>;
  /** What an interrupted run has just read: not asked for again, no event, but counted toward `maxPages`. */
  readBefore?: ReadonlySet<string>;
  /** Pages, files and unchanged documents together, those of `readBefore` included; default 5,000. */
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
  /** Told once of each URL that is to be fetched, so that a crawl that was killed can go on. */
  onFound?: (url: string, via: Via) => void;
  /**
   * Draws a page that shows nothing without scripts, so that its text and its links can be read; default: none is drawn.
   * @param allows whether robots.txt allows an address of the site.
   */
  draw?: (page: PageEvent, allows: (url: string) => boolean, signal: AbortSignal) => Promise<Drawing>;
  traps?: TrapLimits;
  /** Default: the machine's. */
  clock?: Clock;
  /** In 0…1; default Math.random. */
  random?: () => number;
}
