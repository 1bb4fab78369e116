import type { KnownDocument } from '../../sql/list-documents.ts';
import type { LastRun } from '../../sql/runs.ts';
import type { KnownVisit } from '../../sql/visits.ts';
import type { Via } from '../crawl/crawl-event.ts';
import type { KnownUrl } from '../crawl/crawl-options.ts';

/** What an interrupted run has read counts as read for so long, in milliseconds. */
const FRESH_MS = 60 * 60 * 1000;

/** Rules that say nothing of the address itself: whether it is met again is for the site to say. */
const NOT_RECALLED = new Set(['trap', 'off-site']);

/** What a run knows of its source before it reads it. */
export interface Recall {
  /** Each is asked for, conditionally where there are validators. */
  known: Map<string, KnownUrl>;
  /** Addresses that the interrupted run has read, which are not asked for again. */
  readBefore: Map<string, KnownVisit>;
  /** The run that this one goes on with, and since when what it read counts; null when the last one came to its end. */
  interrupted: { runId: string; since: Date } | null;
  /** Visits by URL, of addresses that are no documents. */
  others: Map<string, KnownVisit>;
}

/**
 * Recalls what earlier runs left of a source. A run goes on with the one before it when that broke off less than an hour
 * ago, killed, stopped or failed half-way; what it has read is not read again. Pure.
 *
 * @param of.refresh reads everything anew.
 */
export function recall(of: {
  documents: readonly KnownDocument[];
  visits: readonly KnownVisit[];
  lastRun: LastRun | null;
  refresh: boolean;
  now: Date;
}): Recall {
  const { documents, visits, lastRun, refresh, now } = of;
  const documentUrls = new Set(documents.map(({ url }) => url));
  const recalled = visits.filter(({ stage }) => !NOT_RECALLED.has(stage ?? ''));
  const others = new Map(
    recalled.filter(({ url }) => !documentUrls.has(url)).map((visit) => [visit.url, visit]),
  );
  const known = new Map<string, KnownUrl>();
  const visitOf = new Map(visits.map((visit) => [visit.url, visit]));
  for (const { url, etag, lastModified } of documents) {
    known.set(url, {
      ...(refresh ? UNCONDITIONAL : { etag, lastModified }),
      ...remembered(visitOf.get(url)),
    });
  }
  for (const visit of others.values()) {
    const { url, outcome, stage, target, etag, lastModified } = visit;
    // A copy without a canonical link has to come again, for the page that it is a copy of may have changed.
    const conditional = !refresh && outcome === 'skipped' && stage !== 'duplicate';
    known.set(url, {
      ...(conditional ? { etag, lastModified } : UNCONDITIONAL),
      isDocument: false,
      ...(stage === 'canonical' && target !== null ? { copyOf: target } : {}),
      ...remembered(visit),
    });
  }

  const since = new Date(now.getTime() - FRESH_MS);
  // One that saw all of the site and failed for what it saw, such as blank pages, has left nothing to go on with.
  const goesOn =
    !refresh && lastRun !== null && lastRun.status === 'failed' && lastRun.report?.complete !== true;
  const readBefore = new Map(
    (goesOn ? visits : [])
      .filter(
        ({ url, outcome, status, runId, seenAt }) =>
          runId === lastRun?.runId &&
          seenAt >= since &&
          ((outcome === 'indexed' && documentUrls.has(url)) || (outcome === 'skipped' && status !== null)),
      )
      .map((visit) => [visit.url, visit]),
  );
  const interrupted = goesOn ? { runId: lastRun.runId, since } : null;
  return { known, readBefore, interrupted, others };
}

const UNCONDITIONAL = { etag: null, lastModified: null };

/** When an address was met, and how it was found first. */
function remembered(visit: KnownVisit | undefined): Pick<KnownUrl, 'fetchedAt' | 'via'> {
  if (visit === undefined) return {};
  const { seenAt, foundBy, foundOn } = visit;
  const via = isWay(foundBy) ? { via: { by: foundBy, from: foundOn } } : {};
  return { fetchedAt: seenAt.toISOString(), ...via };
}

function isWay(foundBy: string | null): foundBy is Via['by'] {
  return foundBy !== null && WAYS.has(foundBy);
}

const WAYS: ReadonlySet<string> = new Set<Via['by']>([
  'start',
  'sitemap',
  'link',
  'redirect',
  'canonical',
  'hreflang',
]);
