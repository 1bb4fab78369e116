import type { AnswerResponse } from '../../schemas/answer-response.ts';
import type { QuestionIntent } from '../../schemas/understood.ts';
import { type Evidence, NO_USAGE } from '../answerer.ts';
import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';
import type { SmallTalk } from '../understand/intent.ts';
import { knownTopics } from '../understand/known-topics.ts';
import { abstainWith } from './abstain-with.ts';
import { isForNoStore, offTopicTurn } from './off-topic-turn.ts';
import { offerAfterNothing, offerHandoff } from './offer-handoff.ts';
import { listLanguages } from './other-language.ts';

/** What a turn adds to the ids of a response. */
export type TurnResult = Omit<
  AnswerResponse,
  'id' | 'conversationId' | 'store' | 'locale' | 'understood' | 'timings'
> & {
  timings: Omit<AnswerResponse['timings'], 'total'>;
  /** Where the answer shows that the question was about something else than its words told. */
  intent?: QuestionIntent;
};

/** A turn that says nothing yet, to be filled. */
export function emptyTurn(model: string): TurnResult {
  return {
    status: 'abstained',
    answer: '',
    parts: [],
    citations: [],
    sourceLocale: null,
    products: [],
    conflicts: [],
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
export async function personTurn(context: TurnContext): Promise<TurnResult> {
  const handoff = offerHandoff(context, 'asked-for-a-person');
  await context.emit({ type: 'delta', text: handoff.message });
  return {
    ...emptyTurn(context.deps.extractive.model),
    status: 'handoff',
    answer: handoff.message,
    handoff,
    confidence: 1,
  };
}

/** An answering machine, or one's own words come back: no person is offered to it, or two machines would talk for ever. */
export async function automaticTurn(context: TurnContext): Promise<TurnResult> {
  const answer = messagesFor(context.understood.locale).automatic;
  const turn = { ...emptyTurn(context.deps.extractive.model), confidence: 1 };
  return { ...(await abstainWith(turn, { answer, handoff: null }, context)), intent: 'off_topic' };
}

/** What is said back to small talk. */
const REPLIES: Record<
  SmallTalk,
  'greeting' | 'thanks' | 'goodbye' | 'howAreYou' | 'whoAreYou' | 'whatCanYouDo'
> = {
  greeting: 'greeting',
  thanks: 'thanks',
  goodbye: 'goodbye',
  'how-are-you': 'howAreYou',
  'who-are-you': 'whoAreYou',
  'what-can-you-do': 'whatCanYouDo',
};

/** Small talk: nothing to prove, said back in a few words, and what can be asked is offered. */
export async function smallTalkTurn(context: TurnContext, kind: SmallTalk): Promise<TurnResult> {
  const { deps, understood, emit } = context;
  const messages = messagesFor(understood.locale);
  const answer = messages[REPLIES[kind]];
  await emit({ type: 'delta', text: answer });
  return {
    ...emptyTurn(deps.extractive.model),
    status: 'clarify',
    answer,
    clarify: {
      attribute: 'topic',
      question: kind === 'goodbye' || kind === 'thanks' ? answer : messages.askBack,
      options: await knownTopics(context),
    },
    confidence: 1,
  };
}

/** Pages that are named to a shopper whose question they do not answer. */
const MOST_NEARBY = 3;

/**
 * Nothing that was found answers: says so, names what is nearby, and offers a person. A question that is none for a store
 * is told so, and one in a language that nothing was found by is told which may be used.
 */
export async function abstain(turn: TurnResult, nearby: string[], context: TurnContext): Promise<TurnResult> {
  const { understood, loaded } = context;
  const messages = messagesFor(understood.locale);
  if (nearby.length === 0 && (await isForNoStore(context))) return offTopicTurn(turn, context);
  const titles = [...new Set(nearby)].slice(0, MOST_NEARBY);
  const answer = [
    ...(understood.complaint ? [messages.complaint] : []),
    messages.abstained,
    ...(understood.language === null
      ? []
      : [messages.speaks.replace('{languages}', listLanguages(loaded.store.locales, understood.locale))]),
    ...(titles.length > 0 ? [`${messages.nearby} ${titles.join('; ')}.`] : []),
    messages.offerPerson,
  ].join(' ');
  const handoff = understood.complaint ? offerHandoff(context, 'complaint') : offerAfterNothing(context);
  return abstainWith(turn, { answer, handoff }, context);
}

/**
 * Questions that the store's own headings put near this one, without those already answered. A customer's question is not the
 * store's, and what gives orders is never shown.
 */
export function suggestQuestions(evidence: Evidence[], citedHeadings: ReadonlySet<string>): string[] {
  const questions = evidence
    .filter(({ suspect, voice }) => suspect !== true && (voice ?? 'store') === 'store')
    .map((piece) => piece.heading.at(-1) ?? '')
    .filter((heading) => heading.endsWith('?') && !citedHeadings.has(heading));
  return [...new Set(questions)].slice(0, MOST_NEARBY);
}
