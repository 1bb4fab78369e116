import type { AnswerEvent } from '../answer-question.ts';
import type { AnswerContent } from './made-up.ts';

/** One way in which a question can go. */
export interface Scenario {
  /** As the header `X-Mock-Scenario` and `#name` in a question choose it. */
  name: string;
  /** What a frontend gets to see. */
  shows: string;
  /** A word in a question that chooses it too, whatever its case. */
  word?: string;
  /** What may be asked to see it, in order. */
  questions: readonly [string, ...string[]];
  /**
   * What is answered; the events too where they are not just the words, then the citations.
   * @param turn of a scenario of several questions: how many came before this one in the conversation
   * @param now the time that is shown
   * @throws instead of answering, before anything is said
   */
  respond: (turn: number, now: Date) => { content: AnswerContent; events?: readonly AnswerEvent[] };
  /** Breaks off after the first word with what this makes. */
  breaksOff?: () => Error;
  /** Only every second question of the same words fails or breaks off, so that trying again can be seen to work. */
  mends?: true;
  /** Whether the first word is long in coming, and each one after it too. */
  slow?: true;
  /** Whether a person takes the conversation with it: what the shopper says from then on is for them. */
  isTaken?: true;
  /** Thrown for whatever is requested, where the header chooses it: a question need not be asked. */
  refuses?: () => never;
}

/** The header that chooses a scenario for any request. */
export const SCENARIO_HEADER = 'x-mock-scenario';

/**
 * The scenario of a question: the one that was chosen, else by its recorded words, `#name`, or a word; else the first. Pure.
 * @param chosen the name out of the header
 */
export function chooseScenario(
  scenarios: readonly [Scenario, ...Scenario[]],
  question: string,
  chosen: string | null,
): Scenario {
  const named = chosen ?? /#([a-z][a-z0-9-]*)/.exec(question)?.[1];
  const asked = normalize(question);
  return (
    scenarios.find(({ name }) => name === named) ??
    scenarios.find(({ questions }) => questions.some((each) => normalize(each) === asked)) ??
    scenarios.find(({ word }) => word !== undefined && hasWord(question, word)) ??
    scenarios[0]
  );
}

function normalize(question: string): string {
  return question.trim().toLowerCase();
}

/** Also as `jackets`; not within another word. */
function hasWord(question: string, word: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${word}s?(?![\p{L}\p{N}])`, 'iu').test(question);
}
