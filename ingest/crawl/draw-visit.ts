import type { SafeResponse } from '../safe-fetch.ts';
import type { PageEvent } from './crawl-event.ts';
import type { Drawing } from './crawl-options.ts';
import type { FrontierEntry } from './frontier.ts';
import { problemAt } from './problem-at.ts';
import type { Visit } from './read-response.ts';

/** Draws a page that shows nothing without scripts; see `CrawlOptions.draw`. */
export type DrawPage = (page: PageEvent) => Promise<Drawing>;

/**
 * Reads a page as a browser shows it, its links and directives with it, where scripts draw it.
 * @param visit what came of `response`.
 * @param read reads another response in its place.
 */
export async function drawVisit(
  entry: FrontierEntry,
  visit: Visit,
  {
    draw,
    response,
    read,
  }: { draw: DrawPage; response: SafeResponse; read: (response: SafeResponse) => Visit },
): Promise<Visit> {
  if (visit.type !== 'document' || visit.event.type !== 'page') return visit;
  const drawing = await draw(visit.event);
  if (drawing.type === 'none') return visit;
  if (drawing.type === 'drawn') return read(drawn(response, drawing.html));
  const { via, fetched } = visit.event;
  const problem = problemAt(entry.url, drawing.reason, { stage: 'render', retryable: true, via, fetched });
  return { type: 'failed', kind: 'cannot be rendered', problem };
}

/** The validators of a page that scripts fill say nothing of what they fill it with. */
function drawn(response: SafeResponse, html: string): SafeResponse {
  const { etag: _etag, 'last-modified': _modified, ...rest } = response.headers;
  const headers = { ...rest, 'content-type': 'text/html; charset=utf-8' };
  return { ...response, headers, body: Buffer.from(html) };
}
