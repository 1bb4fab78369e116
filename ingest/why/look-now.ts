import { readSite } from '../run/read-site.ts';
import type { SourceSpec } from '../run/source-spec.ts';
import type { SafeFetch } from '../safe-fetch.ts';

/** What a run would make of an address if it were asked for now. */
export interface NowFinding {
  /** `document` when it would be indexed, else what would keep it out. */
  outcome: 'document' | 'skipped' | 'failed';
  stage: string | null;
  reason: string;
}

/** Asks for one address of a site as the crawl does, with the rules of its source, and reads what comes. Writes nothing. */
export async function lookNow(
  url: string,
  spec: SourceSpec,
  { safeFetch, signal }: { safeFetch: SafeFetch; signal: AbortSignal },
): Promise<NowFinding> {
  const stop = new AbortController();
  const events = readSite(
    { ...spec, location: url, maxPages: 1 },
    {
      known: new Map(),
      readBefore: new Set(),
      onFound() {},
      onQueue() {},
      browserPath: null,
      safeFetch,
      signal: AbortSignal.any([signal, stop.signal]),
    },
  );
  try {
    // The first event is what came of the address itself; the site is not walked.
    for await (const event of events) {
      if (event.type === 'document') {
        const { title, kind, locale, text } = event.document;
        const reason = `it can be read: "${title}" (${kind}, ${locale}), ${text.length} characters`;
        return { outcome: 'document', stage: null, reason };
      }
      if (event.type === 'skipped') return { outcome: 'skipped', stage: event.stage, reason: event.reason };
      if (event.type === 'problem') return { outcome: 'failed', stage: event.stage, reason: event.reason };
      if (event.type === 'gone')
        return { outcome: 'failed', stage: 'gone', reason: `there is no such page (${event.status})` };
    }
    return { outcome: 'failed', stage: null, reason: 'nothing came of it' };
  } finally {
    stop.abort();
  }
}
