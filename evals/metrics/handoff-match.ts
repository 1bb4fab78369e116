import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Expectation } from '../suite.ts';
import { normaliseText } from './normalise-text.ts';
import { notApplicable, type Score, scored } from './score.ts';

/**
 * Handoff match: 1 when people were offered exactly where the case wants that, for the reason that it names (compared as
 * `normaliseText` makes it); 1 as well when none is wanted and none was offered; else 0. An abstention that offers people
 * counts as an offer. Not applicable where the case does not say. Pure.
 */
export function handoffMatch(
  expected: Expectation['handoff'],
  { handoff }: Pick<AnswerResponse, 'handoff'>,
): Score {
  if (expected === undefined) return notApplicable('the case does not say whether to offer people');
  if (typeof expected === 'boolean') return scored((handoff !== null) === expected ? 1 : 0);
  if (handoff === null) return scored(0);
  const right =
    expected.reason === undefined || normaliseText(expected.reason) === normaliseText(handoff.reason);
  return scored(right ? 1 : 0);
}
