import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import type { SafeResponse } from '../safe-fetch.ts';
import { openIsolatedWorld } from './isolated-world.ts';
import { raceAbort } from './page-deadline.ts';
import { RenderProblem } from './render-problem.ts';
import { headersToShow } from './request-rules.ts';
import { measurePage, serialisePage } from './serialise-page.ts';
import type { PageServer } from './serve-page-requests.ts';
import { settle } from './settle.ts';

/** Tall, so that what is drawn when it is scrolled into view is drawn. */
const VIEWPORT = { width: 1280, height: 5_000 };
/** A context whose page answers closes in a hundredth of it. */
const CLOSE_MS = 3_000;

/** How Chromium says that the document that was looked at is no longer there. */
const CONTEXT_GONE =
  /cannot find (?:default execution )?context|context was destroyed|inspected target navigated/i;

/** What became of a page: it was drawn, or its script sends the visitor elsewhere. */
export type PageOutcome = { type: 'drawn'; html: string; settled: boolean } | { type: 'moves'; to: URL };

/** One page in one browser. */
export interface RenderPageOptions {
  server: PageServer;
  /** Aborted at the page's deadline; its reason is thrown. */
  signal: AbortSignal;
  /** `performance.now()` at which a page that has not come to rest is read as it is. */
  settleBy: number;
  maxHtmlLength: number;
  /** BCP 47; what `navigator.language` says. */
  locale: string;
  /** Called when the page's context cannot be closed any more, so that the browser has to go. */
  onStuck: () => Promise<void>;
}

/**
 * Shows a fetched page in a fresh context and reads what its scripts have drawn.
 * @throws {RenderProblem} `crashed`, `too-large` or `moved`; the signal's reason; Playwright's errors when the browser dies.
 */
export async function renderPage(
  browser: Browser,
  document: SafeResponse,
  options: RenderPageOptions,
): Promise<PageOutcome> {
  const { server, signal, onStuck } = options;
  const opening = browser.newContext({
    viewport: VIEWPORT,
    locale: options.locale,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: false,
    userAgent: userAgentOf(browser),
  });
  async function show(): Promise<PageOutcome> {
    const context = await opening;
    const page = await context.newPage();
    const crashed = crashOf(page, document.url);
    crashed.catch(() => {});
    const { moves } = await intercept(context, page, document, server);
    const flooded = server.flooded.then((requests): never => {
      const found = `expected a page that comes to rest, found one that made ${requests} requests and went on`;
      throw new RenderProblem('too-many-requests', `render ${document.url}: ${found}. It is left out.`);
    });
    const drawn = draw(page, document.url, options);
    return Promise.race([drawn, moves, crashed, flooded]);
  }
  try {
    return await raceAbort(show(), signal);
  } finally {
    const closing = opening.then((context) => context.close());
    if (!(await endsWithin(CLOSE_MS, closing))) await onStuck();
  }
}

/** @returns whether the work has ended, well or not, within so many milliseconds. */
async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const ended = work.then(
    () => true,
    () => true,
  );
  const timer = new AbortController();
  const late = delay(ms, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([ended, late]);
  timer.abort();
  return inTime;
}

/** As other crawlers that draw pages name themselves: scripts look for a browser they know, people for the bot. */
function userAgentOf(browser: Browser): string {
  const major = browser.version().split('.')[0];
  return `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; AisleBot/0.1) Chrome/${major}.0.0.0 Safari/537.36`;
}

async function draw(page: Page, url: string, options: RenderPageOptions): Promise<PageOutcome> {
  const { server, signal, settleBy, maxHtmlLength } = options;
  await page.goto(url, { waitUntil: 'commit', timeout: 0 });
  const world = await openIsolatedWorld(page);
  const left = () => Math.max(1, settleBy - performance.now());
  const probe = () => world.run(measurePage, 0, left() + 1_000);
  const gone = (cause?: unknown) => {
    const found = `found that its scripts replaced it by ${page.url().slice(0, 200)}`;
    return new RenderProblem(
      'moved',
      `render ${url}: expected a page that stays, ${found}. It is left out.`,
      cause,
    );
  };
  let html: string | null;
  let settled: boolean;
  try {
    settled = await settle({ probe, traffic: server.traffic, until: settleBy, signal });
    html = await world.run(serialisePage, maxHtmlLength, left() + 2_000);
  } catch (error) {
    throw CONTEXT_GONE.test(String(error)) ? gone(error) : error;
  }
  // Such as about:blank, which is no request and so meets no rule.
  if (!/^https?:/.test(page.url())) throw gone();
  if (html !== null) return { type: 'drawn', html, settled };
  throw new RenderProblem(
    'too-large',
    `render ${url}: expected at most ${maxHtmlLength} characters of HTML, found more once its scripts had run. It is left out.`,
  );
}

/**
 * Puts the page server in place of the network, and closes what opens.
 * @returns `moves`: where the page's scripts send the visitor; pends if they do not.
 */
async function intercept(
  context: BrowserContext,
  page: Page,
  document: SafeResponse,
  server: PageServer,
): Promise<{ moves: Promise<PageOutcome> }> {
  const { promise: moves, resolve: move } = Promise.withResolvers<PageOutcome>();
  let shown = false;

  async function answer(route: Route): Promise<void> {
    const request = route.request();
    const [url, method] = [request.url(), request.method()];
    if (!request.isNavigationRequest()) {
      const response = await server.serve({
        method,
        url,
        type: request.resourceType(),
        headers: request.headers(),
      });
      return response === null ? route.abort('blockedbyclient') : fulfill(route, response);
    }
    if (!isMainNavigation(request, page)) return route.abort('blockedbyclient');
    if (!shown) {
      shown = true;
      return fulfill(route, document);
    }
    // This error alone leaves the page in place that asked.
    await route.abort('aborted');
    const to = URL.parse(url);
    if (to === null || method !== 'GET' || !/^https?:$/.test(to.protocol))
      return server.refuse(url, `the page tried to go there by ${method}`);
    to.hash = '';
    if (to.href === document.url) return server.refuse(url, 'the page tried to load itself again');
    move({ type: 'moves', to });
  }

  // Rejections are those of a page that has been closed meanwhile.
  await context.route(/(?:)/, (route) => answer(route).catch(() => {}));
  await context.routeWebSocket(/(?:)/, (socket) => {
    server.refuse(socket.url(), 'web sockets are not opened');
    socket.close().catch(() => {});
  });
  context.on('page', (popup) => {
    server.refuse(popup.url(), 'pop-ups are closed');
    popup.close().catch(() => {});
  });
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => {}));
  return { moves };
}

function fulfill(route: Route, { status, headers, body }: SafeResponse): Promise<void> {
  return route.fulfill({ status, headers: headersToShow(headers), body });
}

function isMainNavigation(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    // A pop-up that has no frame yet.
    return false;
  }
}

function crashOf(page: Page, url: string): Promise<never> {
  return new Promise((_, reject) => {
    page.on('crash', () =>
      reject(
        new RenderProblem(
          'crashed',
          `render ${url}: expected scripts that a browser can run, found that its process crashed, most likely for want of memory or by elements nested too deep. It is left out.`,
        ),
      ),
    );
  });
}
