import { readSite } from '../run/read-site.ts';
import type { SourceEvent } from '../run/source-event.ts';
import type { SourceSpec } from '../run/source-spec.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { spellingsOf } from './spellings.ts';

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
  const spellings = new Set(spellingsOf(url));
  let instead: NowFinding | null = null;
  try {
    // The events of the address itself are what is asked for; the crawl also tells of what it links to.
    for await (const event of events) {
      if (event.type === 'done') break;
      if (spellings.has(event.type === 'document' ? event.document.url : event.url)) return findingOf(event);
      if (event.type === 'problem') instead ??= findingOf(event);
      if (event.type === 'document') instead ??= leadsTo(event.document.url);
    }
    return instead ?? { outcome: 'failed', stage: null, reason: 'nothing came of it' };
  } finally {
    stop.abort();
  }
}

function findingOf(event: Exclude<SourceEvent, { type: 'done' }>): NowFinding {
  switch (event.type) {
    case 'document': {
      const { title, kind, locale, text } = event.document;
      const reason = `it can be read: "${title}" (${kind}, ${locale}), ${text.length} characters`;
      return { outcome: 'document', stage: null, reason };
    }
    case 'skipped':
      return { outcome: 'skipped', stage: event.stage, reason: event.reason };
    case 'gone':
      return { outcome: 'failed', stage: 'gone', reason: `there is no such page (${event.status})` };
    case 'problem':
      return { outcome: 'failed', stage: event.stage, reason: event.reason };
    default:
      return { outcome: 'failed', stage: null, reason: 'its server says that it has not changed' };
  }
}

const leadsTo = (target: string): NowFinding => ({
  outcome: 'skipped',
  stage: 'redirect',
  reason: `redirects to ${target}`,
});
