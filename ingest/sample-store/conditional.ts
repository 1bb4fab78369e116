/**
 * Whether the client's copy is still good (RFC 9110, section 13.2.2): `If-None-Match` decides if it is there,
 * else `If-Modified-Since`, to the second.
 */
export function isNotModified(
  request: { ifNoneMatch?: string | undefined; ifModifiedSince?: string | undefined },
  current: { etag: string; lastModified: string | null },
): boolean {
  if (request.ifNoneMatch !== undefined) {
    const tags = request.ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(current.etag);
  }
  if (request.ifModifiedSince === undefined || current.lastModified === null) return false;
  return Date.parse(request.ifModifiedSince) >= Date.parse(current.lastModified);
}

/** Whether `Accept-Encoding` (RFC 9110, section 12.5.3) allows gzip. */
export function acceptsGzip(header: string | undefined): boolean {
  const weights = new Map<string, number>();
  for (const entry of (header ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(coding, q === undefined ? 1 : Number(q.slice(2)));
  }
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
