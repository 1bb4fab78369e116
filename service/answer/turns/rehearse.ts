import type { Turn } from '../../../sql/answers.ts';
import type { AnswerEvent, RetrievedPassage } from '../../answer-question.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import type { Understanding } from '../understand/understand.ts';
import type { TurnResult } from './plain-turns.ts';

/** Understands a question of the conversation as if it had been asked after the turns given. */
export type UnderstandPart = (question: string, history: Turn[]) => Promise<Understanding>;

/** A turn that was taken in silence, with what it would have sent. */
export interface Rehearsed {
  turn: TurnResult;
  /** Of an answer its sentences, each with the evidence that it quotes; of anything else none. */
  said: { sentence: DraftSentence; evidence: Evidence[] }[];
  events: AnswerEvent[];
  passages: RetrievedPassage[];
}

/** Takes a turn and keeps what it would send. */
export async function rehearse(
  context: TurnContext,
  take: (context: TurnContext) => Promise<TurnResult>,
): Promise<Rehearsed> {
  const said: Rehearsed['said'] = [];
  const events: AnswerEvent[] = [];
  const passages: RetrievedPassage[] = [];
  const turn = await take({
    ...context,
    emit: async (event) => {
      events.push(event);
    },
    onSaid: (sentence, evidence) => {
      said.push({ sentence, evidence });
    },
    onRetrieved: (found) => {
      passages.push(...found);
    },
  });
  const isAnswer = turn.status === 'answered' || turn.status === 'clarify';
  return { turn, said: isAnswer ? said : [], events, passages };
}

/** Sends what a rehearsed turn would have sent. @returns the turn */
export async function replay(
  { turn, events, passages }: Rehearsed,
  { emit, onRetrieved }: Pick<TurnContext, 'emit' | 'onRetrieved'>,
): Promise<TurnResult> {
  onRetrieved?.(passages);
  for (const event of events) await emit(event);
  return turn;
}
