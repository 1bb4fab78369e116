import type { Logger } from 'pino';
import type { ConflictReport } from '../../schemas/conflict.ts';
import type { Evidence } from '../answerer.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import { type Conflict, findConflicts } from './find-conflicts.ts';

/** What is left to answer from, and what the content team should look at. */
export interface Settled {
  ranked: RankedUnit[];
  conflicts: Conflict[];
}

/**
 * Leaves out what another page of the store contradicts and outranks, so that it is not quoted as if it also held; the
 * log tells of it, without the question.
 * @param ranked every unit of the evidence.
 */
export function settleConflicts(
  evidence: readonly Evidence[],
  ranked: readonly RankedUnit[],
  { logger, storeId }: { logger: Pick<Logger, 'warn'>; storeId: string },
): Settled {
  const conflicts = findConflicts(evidence);
  for (const { loser, winner, reason } of conflicts) {
    logger.warn(
      {
        store: storeId,
        url: loser.evidence.url,
        quote: loser.text,
        wins: winner.evidence.url,
        winningQuote: winner.text,
        reason,
      },
      'Two pages contradict each other. Correct the one that is wrong.',
    );
  }
  return { ranked: ranked.filter((unit) => !isContradicted(unit, conflicts)), conflicts };
}

/** Whether a stretch of a document has words of a statement that lost. Pure. */
export function isContradicted(
  { evidence, start, end }: { evidence: Pick<Evidence, 'documentId'>; start: number; end: number },
  conflicts: readonly Conflict[],
): boolean {
  return conflicts.some(
    ({ loser }) =>
      loser.evidence.documentId === evidence.documentId && start < loser.end && loser.start < end,
  );
}

/** As the response tells of them. */
export function reportConflicts(conflicts: readonly Conflict[]): ConflictReport[] {
  return conflicts.map(({ loser, winner, reason }) => ({
    url: loser.evidence.url,
    quote: loser.text,
    wins: winner.evidence.url,
    reason,
  }));
}
