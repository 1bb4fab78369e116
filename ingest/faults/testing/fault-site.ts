import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from '../../crawl/local-server.ts';

/** A page's body, a status, or whatever else a server may do instead of answering. */
export type FaultPage = string | number | ((request: IncomingMessage, response: ServerResponse) => void);

/** A shop whose pages a test may change while it is crawled. */
export interface FaultSite extends LocalServer {
  pages: Map<string, FaultPage>;
  /** Awaited before each answer, with how many requests came before it. */
  before: (path: string, count: number) => Promise<void>;
  /** Everything that is asked for meets this fault; null: none does. */
  down: 'reset' | 500 | null;
  /** Paths of pages that were asked for. */
  asked(): string[];
}

/**
 * Serves pages with ETags; the home page links to all of them.
 * @param port of a site that was here before.
 */
export async function startFaultSite(pages: Record<string, FaultPage>, port = 0): Promise<FaultSite> {
  let count = 0;
  const given = {
    pages: new Map(Object.entries(pages)),
    before: async (_path: string, _count: number) => {},
    down: null as FaultSite['down'],
  };
  const server = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    site.before(path, count++).then(() => answer(site, path, request, response));
  }, port);
  const asked = () => server.requests.filter((path) => !/^\/(robots\.txt|sitemap|aisle)/.test(path));
  const site: FaultSite = Object.assign(given, server, { asked });
  return site;
}

function answer(site: FaultSite, path: string, request: IncomingMessage, response: ServerResponse): void {
  if (site.down === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const page = path === '/' ? home([...site.pages.keys()]) : (site.pages.get(path) ?? 404);
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  if (typeof page === 'number' || site.down === 500) {
    response.writeHead(site.down ?? Number(page)).end();
    return;
  }
  const html = page.startsWith('<!doctype') ? page : render(path, page);
  const etag = `"${createHash('sha256').update(html).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(html);
}

function home(paths: string[]): string {
  const linked = paths.filter((path) => !/\.(txt|xml|gz)$/.test(path));
  const links = linked.map((path) => `<li><a href="${path}">The page ${path}</a> tells more about it.</li>`);
  return `<p>Welcome to the shop that sells tents, stoves and boots for every season.</p><ul>${links.join('')}</ul>`;
}

function render(path: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>Page ${path}</title></head><body><main><h1>Page ${path}</h1>
    ${body}</main></body></html>`;
}

/** A text that no other page has. */
export function topicPage(topic: string): string {
  return `<p>All about ${topic}: you can bring back ${topic} within thirty days. The money for ${topic} is paid back
    within one week, and we answer every question about ${topic} by telephone.</p>`;
}

/** A product's page with its facts as JSON-LD. */
export function productPage(name: string, price: number): string {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    sku: name.toUpperCase(),
    offers: { '@type': 'Offer', price, priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
  };
  return `${topicPage(name)}<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
}

/** So many pages of topics, `/prefix-0` and on. */
export function topicPages(prefix: string, count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`/${prefix}-${n}`, topicPage(`${prefix}-${n}`)]),
  );
}
