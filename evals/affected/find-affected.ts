import type { RunChange } from '../../sql/run-changes.ts';
import { matchesUrl } from '../metrics/matches-url.ts';
import type { CaseResult } from '../score/case-result.ts';
import type { SuiteCase } from '../suite.ts';

/** What of an earlier record of a case is looked at. */
export type LastRecord = Pick<CaseResult, 'citations' | 'products' | 'passed'>;

/**
 * Why a case is concerned by what a run did to documents; null where it is not. A case is by the documents that its last answer
 * cited and by those that its expectation names. A document that is new may hold what was not found before, so that it concerns
 * cases that expect no answer and those that failed. Products are named by their SKU, so that any product that has changed
 * concerns the cases that expect or were shown some. Pure.
 *
 * @param last the case's record of an earlier run; null where there is none.
 */
export function whyConcerned(
  { expect }: SuiteCase,
  last: LastRecord | null,
  changes: readonly RunChange[],
): string | null {
  const ids = new Map(changes.map((change) => [change.documentId, change]));
  const urls = new Map(changes.flatMap((change) => (change.url === null ? [] : [[change.url, change]])));
  const cited = last?.citations
    .map(({ documentId, url }) => ids.get(documentId) ?? urls.get(url))
    .find((change) => change !== undefined);
  if (cited !== undefined)
    return `it cites a document that was ${cited.change}: ${cited.url ?? cited.documentId}`;
  for (const glob of [...(expect.citations ?? []), ...Object.keys(expect.relevant ?? {})]) {
    const named = changes.find(({ url }) => url !== null && matchesUrl(url, glob));
    if (named !== undefined) return `it expects a document that was ${named.change}: ${named.url}`;
  }
  const ofProducts =
    expect.products !== undefined || expect.notProducts !== undefined || (last?.products.length ?? 0) > 0;
  const product = changes.find(({ isProduct }) => isProduct);
  if (ofProducts && product !== undefined) {
    return `it is about products, and one was ${product.change}: ${product.url}`;
  }
  const added = changes.find(({ change }) => change === 'added');
  if (added === undefined) return null;
  if (expect.status?.every((status) => status === 'abstained')) {
    return `it expects no answer, which a document that was added may hold: ${added.url ?? added.documentId}`;
  }
  return last !== null && !last.passed
    ? `it failed, and a document was added: ${added.url ?? added.documentId}`
    : null;
}
