import type { AnswerStatus } from '../../service/schemas/answer-response.ts';
import type { Expectation } from '../suite.ts';

/** Passing a shopper to people is an abstention too: the service did not answer. */
export function isAbstention(status: AnswerStatus): boolean {
  return status === 'abstained' || status === 'handoff';
}

/** Whether a case wants its question answered: it accepts no other status, or it names what the answer shall hold. */
export function expectsAnswer({ status, facts, answers, citations, quotes, products }: Expectation): boolean {
  if (status !== undefined) return status.every((one) => one === 'answered');
  return [facts, answers, citations, quotes, products].some((wanted) => wanted !== undefined);
}

/**
 * Whether a case wants an abstention; null where it leaves that open: it says neither, or it accepts an abstention as
 * well as something else.
 */
export function expectsAbstention(expect: Expectation): boolean | null {
  if (expect.status !== undefined) {
    const accepted = new Set(expect.status.map(isAbstention));
    return accepted.size === 1 ? accepted.has(true) : null;
  }
  return expectsAnswer(expect) ? false : null;
}
