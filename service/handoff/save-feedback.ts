import { findCitationIds, saveFeedback } from '../../sql/feedback.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { ProblemError } from '../problem.ts';
import type { FeedbackRequest } from '../schemas/feedback.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Keeps what shoppers think of answers.
 * @throws ProblemError `invalid-request` from the returned function, for a citation that the answer does not have.
 */
export function makeSaveFeedback(db: Queryable): ServiceDeps['saveFeedback'] {
  return async ({ store: storeId, answerId, rating, comment = null, citations = [] }) => {
    // Whatever is no id of ours is nobody's, and the database is not asked about it.
    if (!/^[\w-]+$/.test(answerId)) return false;
    const wrongCitations = citations.map(({ id }) => id);
    if (wrongCitations.length > 0) {
      const known = await findCitationIds(db, storeId, answerId);
      if (known === null) return false;
      checkCitations(wrongCitations, known);
    }
    return saveFeedback(db, { storeId, answerId, rating: stars(rating), comment, wrongCitations });
  };
}

function checkCitations(given: readonly number[], known: readonly number[]): void {
  const expected =
    known.length === 0
      ? 'no citations, for the answer has none'
      : `one of its citations: ${known.join(', ')}`;
  const errors = given.flatMap((id, at) =>
    known.includes(id) ? [] : [{ path: `citations[${at}].id`, expected, got: String(id) }],
  );
  if (errors.length === 0) return;
  const detail = errors.map(({ path, got }) => `${path}: expected ${expected}, got ${got}`).join('; ');
  throw new ProblemError('invalid-request', { detail: `${detail}.`, errors });
}

function stars(rating: FeedbackRequest['rating']): number {
  if (rating === 'up') return 5;
  return rating === 'down' ? 1 : rating;
}
