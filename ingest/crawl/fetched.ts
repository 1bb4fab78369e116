import type { SafeResponse } from '../safe-fetch.ts';
import type { Fetched } from './crawl-event.ts';

/** What an event says of a response. */
export function fetchedOf({ status, headers, body }: SafeResponse): Fetched {
  return {
    status,
    bytes: body.length,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  };
}
