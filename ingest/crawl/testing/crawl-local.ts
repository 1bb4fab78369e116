import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeSafeFetch } from '../../safe-fetch.ts';
import type { CrawlEvent, DoneEvent, PageEvent } from '../crawl-event.ts';
import type { CrawlOptions } from '../crawl-options.ts';
import { crawlSite } from '../crawl-site.ts';
import { makeFakeClock } from '../fake-clock.ts';
import { type LocalServer, startLocalServer } from '../local-server.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, visit: number) => void;
type Pages = Record<string, string | Handler>;

/** What a test has opened; {@link closeAll} closes it. */
export const opened: { close(): Promise<void> }[] = [];
export async function closeAll(): Promise<void> {
  for (const thing of opened.splice(0).reverse()) await thing.close();
}

export const html = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
export const links = (...paths: string[]) =>
  html(paths.map((path) => `<a href="${path}">${path}</a>`).join(''));
export const send = (
  status: number,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Handler => {
  return (_, response) => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
};
export const redirect = (location: string) => send(302, { location });

/** Serves pages by path; `*` answers all others, which else are 404. `ORIGIN` in a page is the server's own. */
export async function serve(pages: Pages): Promise<LocalServer> {
  const visits = new Map<string, number>();
  const server = await startLocalServer((request, response) => {
    const path = request.url ?? '';
    const page = pages[path] ?? pages['*'];
    visits.set(path, (visits.get(path) ?? 0) + 1);
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(request, response, visits.get(path) ?? 0);
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(page.replaceAll('ORIGIN', server.origin));
  });
  opened.push(server);
  return server;
}

interface Crawled {
  events: CrawlEvent[];
  pages: string[];
  done: DoneEvent;
  problems: string[];
  skipped: Record<string, string>;
  clock: ReturnType<typeof makeFakeClock>;
}

/** Crawls a server without waiting, and sorts what came. */
export async function crawl(server: LocalServer, options: Partial<CrawlOptions> = {}): Promise<Crawled> {
  const safeFetch = makeSafeFetch({ allowHosts: [server.host] });
  opened.push(safeFetch);
  const clock = makeFakeClock();
  const start = new URL(server.origin);
  const events: CrawlEvent[] = [];
  for await (const event of crawlSite({ start, safeFetch, clock, random: () => 0, ...options }))
    events.push(event);
  const path = (url: string) => url.replace(server.origin, '');
  const done = events.at(-1);
  if (done?.type !== 'done') throw new Error(`expected done as the last event, got ${done?.type}`);
  return {
    events,
    done,
    clock,
    pages: events
      .filter((event) => event.type === 'page')
      .map((event) => path(event.url))
      .sort(),
    problems: events.filter((event) => event.type === 'problem').map((event) => event.reason),
    skipped: Object.fromEntries(
      events.filter((event) => event.type === 'skipped').map((event) => [path(event.url), event.rule]),
    ),
  };
}

export const pageAt = (crawled: Crawled, path: string): PageEvent => {
  const page = crawled.events.find((event) => event.type === 'page' && event.url.endsWith(path));
  if (page?.type !== 'page') throw new Error(`expected a page ${path}, got ${crawled.pages.join(' ')}`);
  return page;
};
