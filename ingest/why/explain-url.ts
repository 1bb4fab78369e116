import { findDocumentsByUrl, type IndexedDocument } from '../../sql/find-documents-by-url.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { findLastRun, type LastRun } from '../../sql/runs.ts';
import { listSources } from '../../sql/sources.ts';
import { type ExplainedVisit, findVisits } from '../../sql/visits.ts';
import { isSameSite } from '../crawl/site-scope.ts';
import type { SourceSpec } from '../run/source-spec.ts';
import { makeSourceSpec } from '../run/source-spec.ts';
import type { NowFinding } from './look-now.ts';
import { spellingsOf } from './spellings.ts';

/** What is known of an address in one source. */
export interface SourceFinding {
  store: string;
  source: string;
  location: string;
  document: IndexedDocument | null;
  visit: ExplainedVisit | null;
  /** The source's last run, which says whether all of it was seen. */
  lastRun: Pick<LastRun, 'runId' | 'status' | 'startedAt'> & { complete: boolean | null };
  /** What would come of it now; null where that was not asked. */
  now: NowFinding | null;
}

/** Everything that is known of an address. */
export interface Explanation {
  url: string;
  indexed: boolean;
  findings: SourceFinding[];
}

/**
 * Gathers what the index, the runs and, where that does not say it, the site itself tell of an address.
 * @param deps.lookNow asks the site; null to stay offline.
 * @param deps.specs the configured sources of a store, whose rules the look at the site follows.
 */
export async function explainUrl(
  url: string,
  storeIds: readonly string[],
  deps: {
    db: Queryable;
    specs: (storeId: string) => SourceSpec[];
    lookNow: ((url: string, spec: SourceSpec) => Promise<NowFinding>) | null;
  },
): Promise<Explanation> {
  const spellings = spellingsOf(url);
  const findings: SourceFinding[] = [];
  for (const store of storeIds) {
    const documents = await findDocumentsByUrl(deps.db, store, spellings);
    const visits = await findVisits(deps.db, store, spellings);
    for (const { sourceId, kind, location } of await listSources(deps.db, store)) {
      const document = documents.find((one) => one.sourceId === sourceId) ?? null;
      const visit = visits.find((one) => one.sourceId === sourceId) ?? null;
      const covered = kind === 'site' && onSite(url, location);
      if (document === null && visit === null && !covered) continue;
      const lastRun = await findLastRun(deps.db, store, sourceId);
      if (lastRun === null) continue;
      const { runId, status, startedAt, report } = lastRun;
      const complete = typeof report?.complete === 'boolean' ? report.complete : null;
      const spec =
        deps.specs(store).find(({ id }) => id === sourceId) ??
        makeSourceSpec({ id: sourceId, kind: 'site', location });
      const known = document !== null || visit?.outcome === 'skipped';
      const now = covered && !known && deps.lookNow !== null ? await deps.lookNow(url, spec) : null;
      findings.push({
        store,
        source: sourceId,
        location,
        document,
        visit,
        lastRun: { runId, status, startedAt, complete },
        now,
      });
    }
  }
  return { url, indexed: findings.some(({ document }) => document !== null), findings };
}

function onSite(url: string, location: string): boolean {
  const [asked, site] = [URL.parse(url), URL.parse(location)];
  return asked !== null && site !== null && isSameSite(asked, site);
}
