/** A request that a page wants to make, as the browser describes it. */
export interface PageRequest {
  method: string;
  url: string;
  /** Playwright's `Request.resourceType()`. */
  type: string;
}

/** Whether a page's request is served; a refusal with reason null is the rule and not worth a word. */
export type Ruling = { serve: true } | { serve: false; reason: string | null };

/** What text can depend on. Frames are left out: what they show belongs to other pages. */
const SERVED = new Set(['script', 'stylesheet', 'xhr', 'fetch']);
/** What pages wait for in vain, so that the report should say that it was refused. */
const REPORTED: Record<string, string> = {
  eventsource: 'event streams are not opened',
  websocket: 'web sockets are not opened',
};

/** Decides about a request for anything but the page itself. Pure. */
export function judgeRequest({ method, url, type }: PageRequest): Ruling {
  if (!SERVED.has(type)) return { serve: false, reason: REPORTED[type] ?? null };
  // What a page sends may change something at the server, and nobody has pressed a button.
  if (method !== 'GET') return { serve: false, reason: `only GET is sent for a page, found ${method}` };
  if (!/^https?:/i.test(url)) return { serve: false, reason: 'only http and https are fetched' };
  return { serve: true };
}

/** Headers that name the visitor, or that only the connection to the server can settle. */
const WITHHELD =
  /^(?:cookie|host|connection|content-length|user-agent|accept-encoding|if-|sec-|proxy-|upgrade|:)/;

/** The request headers of a page that go on to the server. Names are in lower case. */
export function headersToSend(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !WITHHELD.test(name)));
}

/** Headers that spoke of the bytes as sent, or that would make the browser do more than show the page. */
const STRIPPED = new Set(
  `content-encoding content-length transfer-encoding connection keep-alive set-cookie refresh link content-disposition
  report-to reporting-endpoints nel strict-transport-security alt-svc clear-site-data speculation-rules`.split(
    /\s+/,
  ),
);

/** The response headers that the browser gets to see. Names are in lower case. */
export function headersToShow(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !STRIPPED.has(name)));
}

/**
 * Whether the Fetch standard's CORS check lets a page read a response. Playwright would let all pass.
 * @param origin the request's Origin header, which is there when the check applies.
 */
export function passesCors(
  origin: string | undefined,
  url: string,
  headers: Record<string, string>,
): boolean {
  if (origin === undefined || origin === URL.parse(url)?.origin) return true;
  const allowed = headers['access-control-allow-origin']?.trim();
  return allowed === '*' || allowed === origin;
}
