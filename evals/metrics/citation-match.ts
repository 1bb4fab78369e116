import { matchesUrl } from './matches-url.ts';
import { type Score, share } from './score.ts';

const NONE_EXPECTED = 'no citations are expected';

/**
 * Citation recall: the share of the expected URL globs that at least one cited URL matches; in mode `any` the globs are
 * other pages that say the same, and one is enough. Range 0…1; 0 where nothing is cited. Not applicable without expected
 * globs. Recall and precision of citations after Liu et al. 2023, "Evaluating Verifiability in Generative Search
 * Engines", here against the pages that a case names.
 */
export function citationRecall(
  citedUrls: readonly string[],
  expectedGlobs: readonly string[],
  mode: 'all' | 'any' = 'all',
): Score {
  const found = expectedGlobs.filter((glob) => citedUrls.some((url) => matchesUrl(url, glob))).length;
  if (mode === 'any') return share(Math.min(found, 1), Math.min(expectedGlobs.length, 1), NONE_EXPECTED);
  return share(found, expectedGlobs.length, NONE_EXPECTED);
}

/**
 * Citation precision: the share of the distinct cited URLs that match an expected glob; several quotes of one page
 * count once. Range 0…1. Not applicable without expected globs, or where nothing is cited (recall is 0 then). A page
 * that supports the answer too but is not named by the case lowers it, so a gate on it wants a complete list.
 */
export function citationPrecision(citedUrls: readonly string[], expectedGlobs: readonly string[]): Score {
  const distinct = [...new Set(citedUrls)];
  const right = distinct.filter((url) => expectedGlobs.some((glob) => matchesUrl(url, glob))).length;
  const reason = expectedGlobs.length === 0 ? NONE_EXPECTED : 'nothing is cited';
  return share(right, expectedGlobs.length === 0 ? 0 : distinct.length, reason);
}
