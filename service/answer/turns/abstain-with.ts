import type { TurnContext } from '../make-answer-question.ts';
import type { TurnResult } from './plain-turns.ts';

/** Says something of Aisle's own, which quotes nothing of the store and answers nothing. */
export async function abstainWith(
  turn: TurnResult,
  { answer, handoff }: Pick<TurnResult, 'answer' | 'handoff'>,
  { emit }: Pick<TurnContext, 'emit'>,
): Promise<TurnResult> {
  await emit({ type: 'delta', text: answer });
  return { ...turn, status: 'abstained', answer, parts: [], citations: [], handoff };
}
