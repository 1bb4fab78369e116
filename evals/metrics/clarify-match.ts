import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Expectation } from '../suite.ts';
import { normaliseText } from './normalise-text.ts';
import { notApplicable, type Score, scored } from './score.ts';

/**
 * Clarify match: 1 when a question back was asked exactly where the case wants one, about the attribute and with at least
 * the options that it names (compared as `normaliseText` makes them); 1 as well when none is wanted and none was asked;
 * else 0. Not applicable where the case does not say. Pure.
 */
export function clarifyMatch(
  expected: Expectation['clarify'],
  { status, clarify }: Pick<AnswerResponse, 'status' | 'clarify'>,
): Score {
  if (expected === undefined) return notApplicable('the case does not say whether to ask back');
  const asked = status === 'clarify' ? clarify : null;
  if (typeof expected === 'boolean') return scored((asked !== null) === expected ? 1 : 0);
  if (asked === null) return scored(0);
  const same = (a: string, b: string) => normaliseText(a) === normaliseText(b);
  const rightAttribute = expected.attribute === undefined || same(expected.attribute, asked.attribute);
  const missing = (expected.options ?? []).filter(
    (option) => !asked.options.some((one) => same(one, option)),
  );
  return scored(rightAttribute && missing.length === 0 ? 1 : 0);
}
