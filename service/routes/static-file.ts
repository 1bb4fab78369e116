import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

/** What a file is served with besides its bytes. */
interface ServedAs {
  contentType: string;
  /** `Cache-Control`. */
  caching: string;
  headers?: Record<string, string>;
}

/**
 * A handler that serves a text that does not change while the service runs, revalidated by ETag. It is compressed once for each
 * encoding, when that is first asked for.
 */
export function serveFile(text: string, { contentType, caching, headers: more = {} }: ServedAs) {
  const bytes = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const encoded = new Map<Encoding, Uint8Array<ArrayBuffer>>([['identity', bytes]]);
  const encode = (encoding: Encoding) => {
    const known = encoded.get(encoding);
    if (known !== undefined) return known;
    const made = new Uint8Array(
      encoding === 'br' ? brotliCompressSync(bytes) : gzipSync(bytes, { level: 9 }),
    );
    encoded.set(encoding, made);
    return made;
  };
  return (c: Context<AppEnv>): Response => {
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    // RFC 9110, 8.8.3.3: each encoding is a representation with a tag of its own.
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const headers = new Headers({ ...more, etag, 'cache-control': caching, 'content-type': contentType });
    headers.append('vary', 'Accept-Encoding');
    if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    return new Response(encode(encoding), { headers });
  };
}

type Encoding = 'br' | 'gzip' | 'identity';

/** RFC 9110, 12.5.3, of what browsers send: names, and those with `q=0` left out. */
function chooseEncoding(accepted = ''): Encoding {
  const names = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.replaceAll(/\s/g, ''))
    .filter((part) => !/;q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** RFC 9110, 13.1.2: a list of tags, weak ones count, `*` is any. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.some((tag) => tag === etag || tag === '*') ?? false;
}
