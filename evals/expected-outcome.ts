import type { AnswerStatus } from '../service/schemas.ts';
import type { Expectation } from './suite.ts';

/** Passing a shopper to people is an abstention too: the service did not answer. */
export function isAbstention(status: AnswerStatus): boolean {
  return status === 'abstained' || status === 'handoff';
}

/** Whether a case wants its question answered: it says so, or it names what the answer shall hold. */
export function expectsAnswer({ status, facts, citations, products }: Expectation): boolean {
  if (status !== undefined) return status === 'answered';
  return facts !== undefined || citations !== undefined || products !== undefined;
}

/** Whether a case wants an abstention; null where it leaves that open (only `forbidden` or `locale`). */
export function expectsAbstention(expect: Expectation): boolean | null {
  if (expect.status !== undefined) return isAbstention(expect.status);
  return expectsAnswer(expect) ? false : null;
}
