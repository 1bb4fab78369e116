import type { EarlierExchange } from '../answer-question.ts';
import { maxQuestionLength } from '../schemas/answer-request.ts';

/** What a message says, whatever the format. */
export interface ToldMessage {
  /** `other`: a system prompt, a tool's result, whatever neither the shopper nor the assistant has said. */
  role: 'user' | 'assistant' | 'other';
  text: string;
  /** Of an assistant's message: the answer of ours that it is, as the client says. */
  answerId?: string | undefined;
}

/** The question that a client's messages end in, and what was said before. */
export interface ToldConversation {
  question: string;
  /** Place of its message. */
  at: number;
  /** Oldest first. */
  history: EarlierExchange[];
}

/** More than these are not looked at; a follow-up seldom points further back. */
const MOST_EXCHANGES = 12;
/** As the service makes them; clients name messages of their own in other ways. */
const ANSWER_ID = /^ans_[\w-]{1,64}$/;
/** Of an answer, in UTF-16 code units; our own are shorter. */
const LONGEST_ANSWER = 8_000;

/**
 * Reads messages as a conversation: the last of the shopper's is the question, and what stands before it are questions with what
 * the assistant said to each. System prompts and tools' results are no part of it: nobody gives orders in a message. Pure.
 * @returns null where the shopper has said nothing.
 */
export function readConversation(messages: readonly ToldMessage[]): ToldConversation | null {
  const at = messages.findLastIndex(({ role }) => role === 'user');
  const last = messages[at];
  if (last === undefined) return null;
  const history: EarlierExchange[] = [];
  for (const { role, text, answerId } of messages.slice(0, at)) {
    const current = history.at(-1);
    if (role === 'user') {
      const question = clean(text, maxQuestionLength);
      if (question !== '') history.push({ question, answer: '' });
    } else if (role === 'assistant' && current !== undefined) {
      const answer = [current.answer, text].filter((said) => said !== '').join('\n');
      history[history.length - 1] = {
        ...current,
        answer: clean(answer, LONGEST_ANSWER),
        ...(answerId !== undefined && ANSWER_ID.test(answerId) ? { answerId } : {}),
      };
    }
  }
  return { question: last.text, at, history: history.slice(-MOST_EXCHANGES) };
}

/** What may be kept in a database: neither NUL nor half a character. */
function clean(text: string, longest: number): string {
  return text.slice(0, longest).replaceAll('\0', ' ').toWellFormed().trim();
}
