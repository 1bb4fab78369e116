import { createHash } from 'node:crypto';
import { type LocalServer, startLocalServer } from '../../crawl/local-server.ts';

/** A site of a few pages whose content a test may change between two runs. */
export interface SmallSite extends LocalServer {
  /** Path to the page's text, or the whole page, or to the status that it answers. */
  pages: Map<string, string | number>;
  /** Statuses in order of the requests, robots.txt and sitemaps left out. */
  statuses: number[];
  /** After so many answers it no longer answers. */
  stallAfter: number;
}

/** Serves `pages` with ETags; the home page links to all of them. */
export async function startSmallSite(pages: Record<string, string | number>): Promise<SmallSite> {
  const content = new Map(Object.entries(pages));
  const statuses: number[] = [];
  const site = { pages: content, statuses, stallAfter: Number.POSITIVE_INFINITY };
  const server = await startLocalServer((request, response) => {
    if (statuses.length >= site.stallAfter) return;
    const path = request.url ?? '/';
    const page = path === '/' ? home([...content.keys()]) : content.get(path);
    const html = typeof page === 'string' ? render(path, page) : '';
    const etag = `"${createHash('sha256').update(html).digest('hex').slice(0, 16)}"`;
    const unchanged = html !== '' && request.headers['if-none-match'] === etag;
    const status = unchanged ? 304 : typeof page === 'string' ? 200 : (page ?? 404);
    if (!/robots|sitemap/.test(path)) statuses.push(status);
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', etag });
    response.end(status === 200 ? html : '');
  });
  return Object.assign(site, server);
}

function home(paths: string[]): string {
  return `<p>Welcome to the shop that sells tents, stoves and boots for every season.</p>
    <ul>${paths.map((path) => `<li><a href="${path}">The page ${path}</a> tells more about it.</li>`).join('')}</ul>`;
}

function render(path: string, body: string): string {
  if (body.startsWith('<!doctype')) return body;
  return `<!doctype html><html lang="en"><head><title>Page ${path}</title></head><body><main><h1>Page ${path}</h1>
    ${body}</main></body></html>`;
}

/** A paragraph that no other topic has. */
export function paragraph(topic: string): string {
  return `<p>All about ${topic}: you can bring back ${topic} within thirty days. The money for ${topic} is paid back
    within one week, and we answer every question about ${topic} by telephone.</p>`;
}
