import { matchesUrl } from '../metrics/matches-url.ts';
import type { CaseResult } from '../score/case-result.ts';
import type { SuiteCase } from '../suite.ts';

/** What an ingest does to the documents of a suite's sources: their URLs. */
export interface DocumentChanges {
  added: string[];
  changed: string[];
  removed: string[];
  /** Whether a file of products is among the sources that changed. */
  catalog: boolean;
}

/**
 * Why a case is to be asked again after its store has changed; null where it is not. A new document may answer anything.
 * A changed one concerns the cases that cite it or whose expectation names it; products are named by their SKU, so that
 * a changed catalog concerns every case that expects some or was shown some. Pure.
 *
 * @param last the case's record of the run before; null where there is none.
 */
export function whyAffected(
  entry: SuiteCase,
  last: Pick<CaseResult, 'citations' | 'products'> | null,
  { added, changed, removed, catalog }: DocumentChanges,
): string | null {
  if (last === null) return 'it was not asked yet';
  if (added.length > 0) return 'a new document appeared';
  const touched = new Set([...changed, ...removed]);
  if (touched.size === 0) return null;
  if (last.citations.some(({ url }) => touched.has(url))) return 'it cites a changed document';
  const { citations = [], relevant = {}, products, notProducts } = entry.expect;
  const globs = [...citations, ...Object.keys(relevant)];
  if (globs.some((glob) => [...touched].some((url) => matchesUrl(url, glob)))) {
    return 'it expects a changed document';
  }
  const ofProducts = products !== undefined || notProducts !== undefined || last.products.length > 0;
  return catalog && ofProducts ? 'it is about products, and the catalog has changed' : null;
}
