/** Statuses that send a GET elsewhere (RFC 9110, 15.4); 300 and 304 do not. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** All that another origin gets to see of a request; credentials, cookies and custom headers stay behind. */
const HARMLESS = new Set(['accept', 'accept-language', 'user-agent']);

/** Validators speak of the URL that was asked for, not of the one it leads to. */
const CONDITIONAL = new Set(['if-none-match', 'if-modified-since']);

/** Where a response sends the client: a URL without fragment; null when it does not, or when Location is no URL. */
export function redirectTarget(status: number, location: string | undefined, from: URL): URL | null {
  if (!REDIRECTS.has(status) || location === undefined) return null;
  const target = URL.parse(location.trim(), from);
  if (target !== null) target.hash = '';
  return target;
}

/** The headers to send on after a redirect. Names are in lower case. */
export function headersAfterRedirect(
  headers: Record<string, string>,
  from: URL,
  to: URL,
): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !CONDITIONAL.has(name) && (from.origin === to.origin || HARMLESS.has(name)),
  );
  return Object.fromEntries(kept);
}
