import type { CheerioAPI } from 'cheerio';

/** How a crawl first met a URL. */
export interface Via {
  by: 'start' | 'sitemap' | 'link' | 'known' | 'redirect' | 'canonical' | 'hreflang';
  /** The page, sitemap or robots.txt that led to it; null where nothing of this crawl did. */
  from: string | null;
}

/** What the server answered when the URL was asked for. */
export interface Fetched {
  status: number;
  /** Size of the body, decompressed. */
  bytes: number;
  etag: string | null;
  lastModified: string | null;
}

/** What every event that is about a URL says of it. */
interface Visited {
  /** Null for a problem of the whole site. */
  via: Via | null;
  /** Null when it was never asked for, or no answer came. */
  fetched: Fetched | null;
}

/** A web page that is to be read. */
export interface PageEvent extends Visited {
  type: 'page';
  /** Canonical and normalised: the key of the document. */
  url: string;
  /** Where the crawl first met it; differs from `url` after a redirect. */
  requestedUrl: string;
  status: number;
  /** MIME type without parameters. */
  contentType: string;
  /** The page, decoded and parsed. */
  $: CheerioAPI;
  /** Size of the body, decompressed. */
  bytes: number;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601. */
  fetchedAt: string;
  /** When a sitemap says that it was last changed, as written; left out: none says. */
  listedDate?: string;
  /** Pages of this site that it links to, normalised. */
  links: string[];
}

/** A document of the site that is no web page: PDF, DOCX, plain text, Markdown. */
export interface FileEvent extends Visited {
  type: 'file';
  url: string;
  requestedUrl: string;
  /** MIME type without parameters. */
  contentType: string;
  /** The Content-Type header as sent, which may name a charset. */
  contentTypeHeader: string | null;
  body: Buffer;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601. */
  fetchedAt: string;
  /** When a sitemap says that it was last changed, as written; left out: none says. */
  listedDate?: string;
}

/** A known page or file whose server says that it is as it was (304). */
export interface UnchangedEvent extends Visited {
  type: 'unchanged';
  url: string;
  /** False for a page that was known to be no document: a noindex listing, an empty category. */
  isDocument: boolean;
}

/** The server says that there is no such page (any more). */
export interface GoneEvent extends Visited {
  type: 'gone';
  url: string;
  status: 404 | 410;
}

/** Something could not be read, so that nothing follows from its absence. */
export interface ProblemEvent extends Visited {
  type: 'problem';
  url: string;
  stage: 'discover' | 'fetch' | 'robots' | 'limit' | 'render';
  /** What was expected, what was found, what to do. */
  reason: string;
  /** Whether the next run may succeed without anyone doing anything. */
  retryable: boolean;
}

/** Why a page is left out on purpose. */
export type SkipRule =
  | 'robots'
  | 'noindex'
  | 'canonical'
  | 'redirect'
  | 'soft-404'
  | 'off-site'
  | 'content-type'
  | 'filter'
  | 'trap';

/** A page that is left out on purpose; not a document of this source, even if it was one. */
export interface SkippedEvent extends Visited {
  type: 'skipped';
  url: string;
  rule: SkipRule;
  reason: string;
  /** Where it redirects to, or what it is a copy of, on this site. */
  target: string | null;
}

/** The last event of every crawl. */
export interface DoneEvent {
  type: 'done';
  /** True when the whole site was seen: only then does a page's absence prove anything. */
  complete: boolean;
  /** Why it is not complete. */
  reason: string | null;
  pages: number;
  files: number;
  /** Documents; other pages that are as they were are counted nowhere. */
  unchanged: number;
  gone: number;
  skipped: number;
  problems: number;
}

/** What a crawl reports, in the order in which it happens. */
export type CrawlEvent =
  | PageEvent
  | FileEvent
  | UnchangedEvent
  | GoneEvent
  | ProblemEvent
  | SkippedEvent
  | DoneEvent;
