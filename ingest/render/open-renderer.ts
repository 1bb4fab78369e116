import PQueue from 'p-queue';
import { isSameSite } from '../crawl/site-scope.ts';
import type { SafeFetch, SafeResponse } from '../safe-fetch.ts';
import { makeFetchDocument } from './fetch-document.ts';
import { findBrowser } from './find-browser.ts';
import { keepBrowser } from './keep-browser.ts';
import { launchBrowser, loadPlaywright } from './launch-browser.ts';
import { type PageDeadline, raceAbort, startPageDeadline } from './page-deadline.ts';
import { type PageOutcome, renderPage } from './render-page.ts';
import { RenderProblem } from './render-problem.ts';
import { makeResourceCache } from './resource-cache.ts';
import { type AllowsUrl, makePageServer, type PageServer, type Refusal } from './serve-page-requests.ts';

/** Scripts may send a visitor on as often as servers may. */
const MAX_MOVES = 5;
const CACHE_BYTES = 32 * 1024 * 1024;
const DEFAULT_LOCALE = 'en-US';

/** How {@link openRenderer} is set up. */
export interface RendererOptions {
  /** Fetches every document and every request of a page; its limits and address checks are the browser's. */
  safeFetch: SafeFetch;
  /** Chromium's program (CHROMIUM_PATH); default: looked for in the usual places. */
  executablePath?: string | undefined;
  /** For one page, from its fetch to its text; default 20,000. */
  timeoutMs?: number;
  /** Of all that one page loads, decompressed; default 20 MiB. */
  maxBytes?: number;
  /** Beside the document, default 200; a page that asks for five times as many is given up. */
  maxRequests?: number;
  /** Of the HTML that is read, in characters; default 5,000,000. */
  maxHtmlLength?: number;
  /** Pages at the same time; default 2. */
  concurrency?: number;
  /** Ends all, the browser too. */
  signal?: AbortSignal;
}

/** What one page may reach, as its source has it. */
export interface RenderOptions {
  /** Asked for each request of the page, its document and redirects included; default: everything. */
  allows?: AllowsUrl;
  /** Asked when a server or a script sends the visitor elsewhere; default: within the site. */
  followRedirect?: (to: URL, from: URL) => boolean;
  /** BCP 47, by which pages choose their language; default `en-US`. */
  locale?: string;
  signal?: AbortSignal;
}

/** A page as a visitor sees it. */
export interface RenderedPage {
  /** The URL of the document, after redirects of servers and scripts. */
  url: string;
  status: number;
  /** Without scripts; what open shadow roots show is in its place. */
  html: string;
  /** Of the document and all that it loaded, decompressed. */
  bytes: number;
  /** False when the page was still changing or loading at its deadline, and was read as it was. */
  settled: boolean;
  /** Requests that were not made, and why: the first twenty. What never bears text (images, fonts, frames) is not among them. */
  refusals: readonly Refusal[];
}

/** Renders pages in one browser that all share. */
export interface Renderer {
  /**
   * @throws {RenderProblem}, also when it has been closed; {FetchProblem} when the document cannot be fetched.
   */
  render(url: string, options?: RenderOptions): Promise<RenderedPage>;
  /** Ends the renders that run, and the browser. Does not throw. */
  close(): Promise<void>;
}

/**
 * Finds a Chromium, which is started with the first page that needs it. It reaches nothing by itself: whatever a page asks
 * for is fetched by `safeFetch`, GET only, without cookies; web sockets, frames, pop-ups and downloads are refused.
 * @throws {RenderProblem} `no-browser`.
 */
export async function openRenderer(options: RendererOptions): Promise<Renderer> {
  const { safeFetch, timeoutMs = 20_000, maxBytes = 20 * 1024 * 1024, maxRequests = 200 } = options;
  const { executablePath, maxHtmlLength = 5_000_000, concurrency = 2 } = options;
  const playwrightPath = async () => (await loadPlaywright()).chromium.executablePath();
  const path = await findBrowser({ executablePath, playwrightPath });
  const fetchDocument = makeFetchDocument({ safeFetch, maxBytes, timeoutMs });
  const keeper = keepBrowser(() => launchBrowser(path));
  const cache = makeResourceCache(CACHE_BYTES);
  const queue = new PQueue({ concurrency });
  const closing = new AbortController();
  let closed: Promise<void> | null = null;

  function close(): Promise<void> {
    closing.abort();
    closed ??= queue.onIdle().then(() => keeper.close());
    return closed;
  }
  options.signal?.addEventListener('abort', close, { once: true });
  if (options.signal?.aborted) closing.abort();

  /** A browser that dies takes the pages of others with it: those get another try. */
  async function draw(document: SafeResponse, server: PageServer, locale: string, deadline: PageDeadline) {
    for (let tries = 1; ; tries++) {
      const browser = await raceAbort(keeper.get(), deadline.signal);
      try {
        return await renderPage(browser, document, {
          server,
          signal: deadline.signal,
          settleBy: deadline.settleBy,
          maxHtmlLength,
          locale,
          onStuck: () => keeper.discard(browser),
        });
      } catch (error) {
        if (error instanceof RenderProblem || deadline.signal.aborted) throw error;
        const died = !browser.isConnected() || /has been closed/.test(String(error));
        if (died && tries === 1) continue;
        const found = died ? 'that its process ended' : String(error).split('\n')[0]?.slice(0, 300);
        throw new RenderProblem('crashed', `render ${document.url}: expected a page, found ${found}.`, error);
      }
    }
  }

  async function follow(first: string, page: RenderOptions, deadline: PageDeadline): Promise<RenderedPage> {
    const { followRedirect = isSameSite, allows = () => true, locale = DEFAULT_LOCALE } = page;
    const seen = new Set<string>();
    let at = new URL(first);
    for (;;) {
      const document = await fetchDocument(at, { allows, followRedirect, locale, signal: deadline.signal });
      seen.add(at.href).add(document.url);
      const server = makePageServer({
        safeFetch,
        cache,
        maxBytes: maxBytes - document.body.length,
        maxRequests,
        allows,
        signal: deadline.signal,
      });
      const outcome: PageOutcome = await draw(document, server, locale, deadline);
      if (outcome.type === 'drawn') {
        const { url, status, body } = document;
        const { html, settled } = outcome;
        return { url, status, html, bytes: body.length + server.bytes(), settled, refusals: server.refusals };
      }
      const from = new URL(document.url);
      const end = seen.has(outcome.to.href) || seen.size > MAX_MOVES * 2;
      if (end || !followRedirect(outcome.to, from)) {
        const found = `found that its scripts go to ${outcome.to.href}${end ? ' without end' : ''}`;
        throw new RenderProblem('moved', `render ${from.href}: expected a page that stays, ${found}.`);
      }
      at = outcome.to;
    }
  }

  async function renderOne(url: string, page: RenderOptions): Promise<RenderedPage> {
    const outer = [closing.signal, ...(page.signal ? [page.signal] : [])];
    const deadline = startPageDeadline(url, timeoutMs, outer);
    try {
      deadline.signal.throwIfAborted();
      return await follow(url, page, deadline);
    } catch (error) {
      if (!deadline.signal.aborted || error instanceof RenderProblem) throw error;
      throw deadline.signal.reason;
    } finally {
      deadline.end();
    }
  }

  return { render: (url, page = {}) => queue.add(() => renderOne(url, page)), close };
}
