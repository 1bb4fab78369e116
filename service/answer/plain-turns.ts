import type { AnswerResponse } from '../schemas.ts';
import { type Evidence, NO_USAGE } from './answerer.ts';
import type { TurnContext } from './make-answer-question.ts';
import { messagesFor } from './messages.ts';

/** What a turn adds to the ids of a response. */
export type TurnResult = Omit<
  AnswerResponse,
  'id' | 'conversationId' | 'store' | 'locale' | 'understood' | 'timings'
> & {
  timings: Omit<AnswerResponse['timings'], 'total'>;
};

/** A turn that says nothing yet, to be filled. */
export function emptyTurn(model: string): TurnResult {
  return {
    status: 'abstained',
    answer: '',
    parts: [],
    citations: [],
    products: [],
    clarify: null,
    handoff: null,
    confidence: 0,
    suggestions: [],
    model,
    usage: { ...NO_USAGE },
    timings: { embed: 0, search: 0, generate: 0, verify: 0 },
  };
}

/** The shopper asked for a person. */
export async function personTurn({ deps, understood, emit }: TurnContext): Promise<TurnResult> {
  const message = messagesFor(understood.locale).handoff;
  await emit({ type: 'delta', text: message });
  return {
    ...emptyTurn(deps.extractive.model),
    status: 'handoff',
    answer: message,
    handoff: { reason: 'asked-for-a-person', message },
    confidence: 1,
  };
}

/** The shopper said hello or thank you: nothing to prove, and what can be asked is offered. */
export async function greetingTurn({ deps, understood, emit }: TurnContext): Promise<TurnResult> {
  const messages = messagesFor(understood.locale);
  await emit({ type: 'delta', text: messages.greeting });
  return {
    ...emptyTurn(deps.extractive.model),
    status: 'clarify',
    answer: messages.greeting,
    clarify: { attribute: 'topic', question: messages.greeting, options: messages.topics },
    confidence: 1,
  };
}

/** Pages that are named to a shopper whose question they do not answer. */
const MOST_NEARBY = 3;

/** Nothing that was found answers: says so, names what is nearby, and offers a person. */
export async function abstain(
  turn: TurnResult,
  nearby: string[],
  { understood, emit }: Pick<TurnContext, 'understood' | 'emit'>,
): Promise<TurnResult> {
  const messages = messagesFor(understood.locale);
  const titles = [...new Set(nearby)].slice(0, MOST_NEARBY);
  const answer = [
    messages.abstained,
    ...(titles.length > 0 ? [`${messages.nearby} ${titles.join('; ')}.`] : []),
    messages.offerPerson,
  ].join(' ');
  await emit({ type: 'delta', text: answer });
  return {
    ...turn,
    status: 'abstained',
    answer,
    parts: [],
    citations: [],
    handoff: { reason: 'not-found', message: messages.handoff },
  };
}

/** Questions that the store's own headings put near this one, without those already answered. */
export function suggestQuestions(evidence: Evidence[], citedHeadings: ReadonlySet<string>): string[] {
  const questions = evidence
    .map((piece) => piece.heading.at(-1) ?? '')
    .filter((heading) => heading.endsWith('?') && !citedHeadings.has(heading));
  return [...new Set(questions)].slice(0, MOST_NEARBY);
}
