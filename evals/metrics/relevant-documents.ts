import type { Expectation } from '../suite.ts';
import { matchesUrl } from './matches-url.ts';

/** A ranking of documents in the form in which the ranking metrics take it. */
export interface JudgedRanking {
  /** Best first. An id is the glob that a document is relevant by, or its own URL. */
  ranked: string[];
  /** Relevance of every glob that the case names, retrieved or not. */
  grades: Map<string, number>;
  /** Globs with a grade above 0. */
  relevant: Set<string>;
}

type Judgement = Pick<Expectation, 'relevant' | 'citations' | 'citationsMode'>;

/** Any of them will do, so they are one thing to find. */
const ANY_CITATION = 'any of the expected citations';

/**
 * Judges retrieved documents by a case's `relevant` globs with their grades, or else by its `citations`, each of grade 1
 * (with `citationsMode: any` all of them together are one thing to find). What is to be found are the globs: a document
 * stands for the best graded glob that it matches and that none before it has found; a further document of a glob that is
 * found already counts as the same, so a page in two languages neither gains nor costs. Several passages of one document
 * count at the rank of its best, the usual way from passages to documents (Dai & Callan 2019, "MaxP"). Pure.
 *
 * @param urls of the retrieved passages, best first.
 * @returns null where the case names no relevant document.
 */
export function judgeRanking(urls: readonly string[], expect: Judgement): JudgedRanking | null {
  const judged = globsOf(expect);
  const grades = new Map(judged.map(({ id, grade }) => [id, grade]));
  const relevant = new Set(judged.flatMap(({ id, grade }) => (grade > 0 ? [id] : [])));
  if (relevant.size === 0) return null;
  const found = new Set<string>();
  const ranked = [...new Set(urls)].map((url) => {
    const matching = judged.filter(({ glob }) => matchesUrl(url, glob));
    const id = (matching.find((one) => !found.has(one.id)) ?? matching[0])?.id ?? url;
    found.add(id);
    return id;
  });
  return { ranked, grades, relevant };
}

/** Best graded first. */
function globsOf({ relevant, citations = [], citationsMode }: Judgement) {
  if (relevant !== undefined) {
    return Object.entries(relevant)
      .map(([glob, grade]) => ({ id: glob, glob, grade }))
      .sort((a, b) => b.grade - a.grade);
  }
  return citations.map((glob) => ({ id: citationsMode === 'any' ? ANY_CITATION : glob, glob, grade: 1 }));
}
