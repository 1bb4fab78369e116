import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerEvent, AnswerQuestion } from '../../answer-question.ts';
import type { AnswerResponse } from '../../schemas/answer-response.ts';

/** A question with what was said to it, word for word. */
export interface RecordedTurn {
  question: string;
  /** As the pipeline told them, `start` first. */
  events: AnswerEvent[];
  response: AnswerResponse;
}

/** A conversation with the real pipeline, kept to be replayed without a database. */
export interface RecordedConversation {
  name: string;
  turns: RecordedTurn[];
}

/** Reads the conversations that stand beside this file, by name. */
export function readRecorded(): RecordedConversation[] {
  const folder = import.meta.dirname;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** A pipeline that answers recorded questions as it did then, and throws for others. */
export function replayRecorded(conversations: readonly RecordedConversation[]): AnswerQuestion {
  const turns = new Map(conversations.flatMap((one) => one.turns).map((turn) => [turn.question, turn]));
  return async ({ question, store }, { signal, onEvent }) => {
    const turn = turns.get(question);
    if (turn === undefined) throw new Error(`nothing recorded for ${JSON.stringify(question)}`);
    for (const event of turn.events) {
      signal.throwIfAborted();
      await onEvent?.(event.type === 'start' ? { ...event, store } : event);
    }
    return { ...turn.response, store };
  };
}
