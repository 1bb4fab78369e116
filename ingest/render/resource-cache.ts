import type { SafeResponse } from '../safe-fetch.ts';

/** Scripts and style sheets that a site's pages share, so that its server is asked for each once in a run. */
export interface ResourceCache {
  /** @param load called when the cache has none, or may not keep it. */
  get(key: string, load: () => Promise<SafeResponse>): Promise<SafeResponse>;
}

/** Makes a cache that lives as long as a run; beyond `maxBytes` it forgets what was used longest ago. */
export function makeResourceCache(maxBytes: number): ResourceCache {
  const kept = new Map<string, SafeResponse>();
  let bytes = 0;

  function keep(key: string, response: SafeResponse): void {
    if (!isKept(response) || response.body.length > maxBytes || kept.has(key)) return;
    kept.set(key, response);
    bytes += response.body.length;
    for (const [oldest, { body }] of kept) {
      if (bytes <= maxBytes) return;
      kept.delete(oldest);
      bytes -= body.length;
    }
  }

  return {
    async get(key, load) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const response = await load();
      keep(key, response);
      return response;
    },
  };
}

/** RFC 9111 leaves out what says so; a run is too short for what merely grows old. */
function isKept({ status, headers }: SafeResponse): boolean {
  return status === 200 && !/\bno-(?:store|cache)\b|\bprivate\b/i.test(headers['cache-control'] ?? '');
}
