import { handoffMatch } from '../metrics/handoff-match.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** People are offered exactly where that is wanted, for the reason that is named. */
export const checkHandoff: AnswerCheck = ({ handoff }, { response }) => {
  if (handoff === undefined) return null;
  const reason = typeof handoff === 'boolean' ? undefined : handoff.reason;
  return {
    name: 'handoff',
    passed: handoffMatch(handoff, response).value === 1,
    expected: handoff === false ? 'no handoff' : `a handoff${reason === undefined ? '' : ` for ${reason}`}`,
    got: response.handoff === null ? 'no handoff' : `a handoff for ${response.handoff.reason}`,
  };
};
