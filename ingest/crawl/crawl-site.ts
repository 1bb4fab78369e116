import { DEFAULT_USER_AGENT } from '../safe-fetch.ts';
import { systemClock } from './clock.ts';
import type { CrawlEvent } from './crawl-event.ts';
import type { CrawlOptions, KnownUrl } from './crawl-options.ts';
import { normalizeUrl } from './normalize-url.ts';
import { openSite } from './open-site.ts';
import { makePacer } from './pacer.ts';
import { makePoliteFetch } from './polite-fetch.ts';
import { makeTally } from './tally.ts';
import { walkSite } from './walk-site.ts';

/**
 * Crawls one site from its start page, sitemaps, links and known documents, and reports what it finds as it goes. It
 * fetches only a few pages ahead of its consumer, holds no more than those, and does not throw for what a site does:
 * every failure is an event. The last event is `done`; leaving the iteration early stops the crawl.
 *
 * @throws {RangeError} when a number among the options is out of range.
 */
export async function* crawlSite(options: CrawlOptions): AsyncGenerator<CrawlEvent, void, undefined> {
  checkNumbers(options);
  const stop = new AbortController();
  const onAbort = () => stop.abort(options.signal?.reason);
  if (options.signal?.aborted) onAbort();
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const tally = makeTally();
  try {
    for await (const event of openAndWalk(options, stop.signal)) {
      // What fails because the crawl was stopped is no problem of the site.
      if (stop.signal.aborted) break;
      tally.count(event);
      yield event;
    }
    yield tally.done(stop.signal.aborted);
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    stop.abort();
  }
}

async function* openAndWalk(
  options: CrawlOptions,
  signal: AbortSignal,
): AsyncGenerator<CrawlEvent, void, undefined> {
  const { safeFetch, userAgent = DEFAULT_USER_AGENT, respectRobots = true, delayMs = 0 } = options;
  const { clock = systemClock, random = Math.random } = options;
  const pacer = makePacer(clock);
  pacer.setDelay(delayMs);
  const fetch = makePoliteFetch({ safeFetch, pacer, clock, random, signal });
  const known = normalizeKeys(options.known);
  const site = await openSite(options.start, {
    fetch,
    userAgent,
    respectRobots,
    // Where nothing else is known, the links of the start page are all that there is to go by.
    validatorsOf: (url) => (known.size > 1 ? known.get(url) : undefined),
    onRobots: (robots) => pacer.setDelay(Math.max(delayMs, robots.crawlDelayMs)),
  });
  if ('problem' in site) yield site.problem;
  else yield* walkSite({ ...options, known }, site, { fetch, clock, random, signal });
}

function normalizeKeys(known: CrawlOptions['known']): Map<string, KnownUrl> {
  return new Map([...(known ?? [])].map(([url, each]) => [normalizeUrl(url) ?? url, each] as const));
}

function checkNumbers({ maxPages = 1, concurrency = 1, delayMs = 0 }: CrawlOptions): void {
  if (!Number.isInteger(maxPages) || maxPages < 1) {
    throw new RangeError(`maxPages: expected a whole number from 1, got ${maxPages}`);
  }
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`concurrency: expected a whole number from 1, got ${concurrency}`);
  }
  if (!(delayMs >= 0)) throw new RangeError(`delayMs: expected milliseconds from 0, got ${delayMs}`);
}
