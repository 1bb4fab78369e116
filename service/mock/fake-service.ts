import { setTimeout as sleep } from 'node:timers/promises';
import { makeId } from '../answer/compose/ids.ts';
import type { AnswerEvent, AnswerQuestion } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { readRecorded } from '../wire/recorded/recorded-conversation.ts';
import { mockDocuments } from './documents.ts';
import { makeFakeSearch } from './fake-search.ts';
import { makeKeptConversations } from './kept-conversations.ts';
import { makeKeptHandoffs } from './kept-handoffs.ts';
import { AS_OF, withPerson } from './made-up.ts';
import { PERSON, personSays } from './person-script.ts';
import { chooseScenario, type Scenario } from './scenario.ts';
import { makeScenarios } from './scenarios.ts';

/** What the fake service was told, for tests to look at. */
export interface FakeRecord {
  feedback: unknown[];
  handoffs: unknown[];
  questions: { question: string; store: string; conversationId?: string | undefined }[];
  /** Answers whose signal was aborted. */
  aborted: number;
}

export interface FakeServiceOptions {
  /** Pause between two streamed words, in milliseconds. */
  delayMs?: number;
  /** Pause before the first word of a slow answer; a tenth of it between the others. */
  slowMs?: number;
  stores?: string[];
  /** How long a person takes for a message. */
  personMs?: number;
  /** Whether ids are counted and times always the same, or as those of the service. */
  fixed?: boolean;
  /** Questions that an empty page offers. */
  examples?: string[];
  /** The same in Spanish. */
  spanishExamples?: string[];
  /** The name of the scenario that the request under way is to show, if it has chosen one. */
  chosen?: () => string | null;
}

/**
 * The service without a database or a model, for tests of the HTTP layer and of pages, and for `npm run mock`. The scenarios
 * say which questions do what; any other is answered with two citations.
 */
export function makeFakeService({
  delayMs = 0,
  slowMs = 60_000,
  personMs = 0,
  stores = ['sample'],
  fixed = true,
  examples = ['Can I return a worn jacket?', 'How long does shipping take?'],
  spanishExamples = ['¿Puedo devolver una chaqueta usada?'],
  chosen = () => null,
}: FakeServiceOptions = {}) {
  const conversations = readRecorded();
  const scenarios = makeScenarios(conversations);
  const documents = mockDocuments(conversations);
  const record: FakeRecord = { feedback: [], handoffs: [], questions: [], aborted: 0 };
  const now = () => (fixed ? AS_OF : new Date().toISOString());
  const kept = makeKeptConversations(now, () => handoffs);
  let messages = 0;
  const handoffs = makeKeptHandoffs({
    now: fixed ? () => 0 : Date.now,
    shown: () => new Date(now()),
    makeHandoffId: () => (fixed ? `hnd_${handoffs.list().length + 1}` : makeId('hnd')),
    makeMessageId: () => (fixed ? `msg_${++messages}` : makeId('msg')),
    toldIn: kept.toldIn,
  });
  const failed = new Set<string>();

  const failsNow = (scenario: Scenario, question: string): boolean => {
    if (scenario.mends && failed.delete(question)) return false;
    failed.add(question);
    return true;
  };

  const begun = new Set<string>();
  /** As in the service, an id that is not known begins a conversation; tests make up ids of their own. */
  const conversationOf = (given: string | undefined): string => {
    if (given !== undefined && (fixed || begun.has(given))) return given;
    const id = fixed ? `cnv_${begun.size + 1}` : makeId('cnv');
    begun.add(id);
    return id;
  };

  const answer: AnswerQuestion = async (request, { signal, onEvent }) => {
    const { question, store, history = [] } = request;
    record.questions.push({ question, store, conversationId: request.conversationId });
    signal.addEventListener('abort', () => (record.aborted += 1));
    const { conversationId: given = '' } = request;
    const taker = handoffs.takerOf(store, given);
    const scenario = taker !== null ? silence : chooseScenario(scenarios, question, chosen());
    const asked = scenario.questions.indexOf(question);
    const within = kept.countTurns(store, request.conversationId) + history.length;
    const turn = asked >= 0 ? asked : within;
    const time = new Date(now());
    const { content, events = [] } =
      scenario.mends && !failsNow(scenario, question)
        ? scenarios[0].respond(turn, time)
        : scenario.respond(turn, time);
    const base = {
      id: fixed ? `ans_${record.questions.length}` : makeId('ans'),
      conversationId: conversationOf(request.conversationId),
      store,
    };
    const response: AnswerResponse = {
      ...base,
      locale: 'en',
      status: 'answered',
      answer: '',
      parts: [],
      citations: [],
      products: [],
      clarify: null,
      handoff: null,
      conflicts: [],
      confidence: 0.9,
      suggestions: [],
      model: 'fake',
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
      timings: { embed: 0, search: 0, generate: 0, verify: 0, total: 0 },
      ...content,
      ...base,
    };
    await onEvent?.({ type: 'start', ...base, locale: response.locale });
    if (scenario.slow) await sleep(slowMs, undefined, { signal });
    const pauseMs = scenario.slow ? slowMs / 10 : delayMs;
    for (const event of inWords(events.length > 0 ? events : eventsOf(response))) {
      signal.throwIfAborted();
      await onEvent?.(event);
      if (event.type !== 'delta') continue;
      if (pauseMs > 0) await sleep(pauseMs, undefined, { signal });
      if (scenario.breaksOff) throw scenario.breaksOff();
    }
    kept.add(question, response);
    if (scenario.isTaken) {
      const { conversationId } = response;
      if (taker === null) handoffs.take(store, conversationId, PERSON);
      // Who plays the person by hand is not helped.
      const isScripted = handoffs.takerOf(store, conversationId) === PERSON;
      const said = handoffs.countSaid(store, conversationId);
      const script = isScripted ? personSays(said, fixed ? 0 : personMs) : [];
      handoffs.pass(store, conversationId, question, script);
    }
    return response;
  };

  const deps: Omit<ServiceDeps, 'logger'> = {
    answer,
    ...makeFakeSearch(conversations),
    findDocument: async (store, id) => {
      const document = documents.get(id);
      return document !== undefined && stores.includes(store) ? { ...document, store } : null;
    },
    // Any answer of the first store is taken as one that was given.
    saveFeedback: async (feedback) => {
      if (!feedback.answerId.startsWith('ans_') || feedback.store !== stores[0]) return false;
      record.feedback.push(feedback);
      kept.rate(feedback);
      return true;
    },
    requestHandoff: async (request, key) => {
      const receipt = await handoffs.request(request, key);
      record.handoffs.push(request);
      return receipt;
    },
    handoffs,
    conversations: kept,
    listStores: async () =>
      stores.map((id) => ({
        ...{ id, name: `Store ${id}`, locales: ['en', 'es'], examples },
        examplesByLocale: { en: examples, es: spanishExamples },
      })),
    checkReady: async () => ({ ok: true, checks: { database: { ok: true } } }),
  };
  return { deps, record, scenarios, handoffs };
}

/** While a person has the conversation. */
const silence: Scenario = {
  name: 'silence',
  shows: 'that what the shopper says is passed on',
  questions: [''],
  respond: () => ({ content: withPerson }),
  isTaken: true,
};

function eventsOf({ answer, citations, products }: AnswerResponse): AnswerEvent[] {
  return [
    { type: 'delta', text: answer },
    ...citations.map((citation) => ({ type: 'citation' as const, citation })),
    ...(products.length > 0 ? [{ type: 'products' as const, products }] : []),
  ];
}

/** The events after `start`, their text a word at a time. */
function* inWords(events: readonly AnswerEvent[]): Generator<AnswerEvent> {
  for (const event of events) {
    if (event.type === 'start') continue;
    if (event.type !== 'delta') yield event;
    else for (const text of event.text.split(/(?<=\s|\[)/)) yield { type: 'delta', text };
  }
}
