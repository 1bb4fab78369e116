import type pg from 'pg';
import type { Logger } from 'pino';
import type { EmbeddingModel } from '../../ingest/embedding/embedding-model.ts';
import { saveAnswer, type Turn } from '../../sql/answers.ts';
import type {
  AnswerEvent,
  AnswerQuestion,
  ResolvedAnswerRequest,
  RetrievedPassage,
} from '../answer-question.ts';
import type { AnswerCache } from '../cache/answer-cache.ts';
import { sayAgain } from '../cache/say-again.ts';
import { isAutomatic, isEcho } from '../handoff/automatic.ts';
import { ProblemError } from '../problem.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { HandoffOffer } from '../schemas/handoff.ts';
import { answerTurn } from './answer-turn.ts';
import {
  type Answerer,
  addUsage,
  type DraftSentence,
  type Evidence,
  NO_USAGE,
  type Usage,
  type Verify,
} from './answerer.ts';
import { makeId } from './compose/ids.ts';
import { earlierTurns } from './follow-up/earlier-turns.ts';
import type { WordSimilarity } from './rank/rank-units.ts';
import type { RerankDeps } from './rerank-endpoint/rerank-evidence.ts';
import type { ModelOfStore } from './retrieve/model-of-store.ts';
import { type LoadedStore, makeStoreCache } from './retrieve/store-cache.ts';
import { complaintTurn } from './turns/complaint-turn.ts';
import { dangerTurn } from './turns/danger-turn.ts';
import type { HandoffReason } from './turns/offer-handoff.ts';
import { automaticTurn, personTurn, smallTalkTurn, type TurnResult } from './turns/plain-turns.ts';
import type { UnderstandPart } from './turns/rehearse.ts';
import { severalQuestionsTurn } from './turns/several-questions.ts';
import { correctQuestion } from './understand/correct-question.ts';
import { readDanger } from './understand/danger.ts';
import { detectLocale } from './understand/detect-locale.ts';
import { readIntent } from './understand/intent.ts';
import { type Understanding, understand } from './understand/understand.ts';

/** What the pipeline is made of. */
export interface AnswerDeps extends RerankDeps {
  pool: pg.Pool;
  /** One for all stores, or what finds a store's own. */
  embeddingModel: EmbeddingModel | ModelOfStore;
  similarity: WordSimilarity;
  verify: Verify;
  extractive: Answerer;
  /** The chat model's answerer; null when answers are extractive. */
  llm: Answerer | null;
  /** Makes a follow-up stand alone with the chat model; null for the rules alone. */
  rewrite: Rewrite | null;
  logger: Logger;
  /** Each store's own lines of synonyms, by its id. */
  synonyms?: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Left out: one of its own. Shared with what else looks into the stores. */
  loadStore?: ReturnType<typeof makeStoreCache>;
  /** How a store offers people; left out: as Aisle words it itself. */
  offerPerson?: (storeId: string, locale: string, reason: HandoffReason) => HandoffOffer;
  /** Answers to give again where the same is asked first in a conversation; left out: each is made anew. */
  cache?: AnswerCache;
}

/** Gives the question as it is where there is nothing to add; `usage` is of the model's call. */
export type Rewrite = (
  question: string,
  history: Turn[],
  signal: AbortSignal,
) => Promise<{ question: string; usage: Usage }>;

/** One turn of a conversation, as the steps after understanding see it. */
export interface TurnContext {
  deps: AnswerDeps;
  request: ResolvedAnswerRequest;
  understood: Understanding;
  loaded: LoadedStore;
  history: Turn[];
  signal: AbortSignal;
  emit: (event: AnswerEvent) => Promise<void>;
  /** Told of each sentence that was verified and said, with the evidence that it quotes. */
  onSaid?: (sentence: DraftSentence, evidence: Evidence[]) => void;
  onRetrieved?: ((passages: RetrievedPassage[]) => void) | undefined;
  /** Told when something that fails makes this answer poorer than the next one may be. */
  onDegraded?: () => void;
}

/**
 * Returns the pipeline of an answer: understand, retrieve, answer, verify, log.
 * @throws ProblemError from the returned function for an unknown store; database errors as they are.
 */
export function makeAnswerQuestion(deps: AnswerDeps): AnswerQuestion {
  const { loadStore = makeStoreCache(deps.pool, deps.synonyms) } = deps;
  return async (request, { signal, onEvent, onRetrieved, turn: place }) => {
    const started = performance.now();
    const { store: storeId, conversationId = makeId('cnv') } = request;
    const loaded = await loadStore(storeId);
    if (loaded === null) throw unknownStore(storeId);
    const isFirst = place?.isNew ?? request.conversationId === undefined;
    const { cache } = deps;
    // Who wants to see the passages wants them looked for.
    const key = cache && isFirst && !onRetrieved ? cache.keyOf(request, loaded.store) : null;
    const said: AnswerEvent[] = [];
    const emit = async (event: AnswerEvent): Promise<void> => {
      if (key !== null) said.push(event);
      await onEvent?.(event);
    };
    const keep = async (response: AnswerResponse, standalone: string): Promise<AnswerResponse> => {
      // Whoever went away meanwhile asked for the turn to be stopped, and the next one may be under way.
      signal.throwIfAborted();
      const { id, locale, status, model, timings } = response;
      await saveAnswer(deps.pool, {
        storeId,
        answerId: id,
        conversationId,
        question: request.question,
        standalone,
        locale,
        status,
        model,
        totalMs: timings.total,
        response,
        turnHolder: place?.holder,
      });
      return response;
    };

    const kept = key === null ? undefined : cache?.find(key);
    if (kept !== undefined)
      return keep(await sayAgain(kept, { conversationId, emit, started }), kept.standalone);

    const history = await earlierTurns(deps, request, loaded, isFirst ? null : conversationId);
    const { understood, usage } = await understandTurn(deps, request, history, loaded, signal);
    const ids = { id: makeId('ans'), conversationId, store: storeId, locale: understood.locale };
    await emit({ type: 'start', ...ids });
    let degraded = false;
    const { intent = understood.intent, ...turn } = await takeTurn({
      deps,
      request,
      understood,
      loaded,
      history,
      signal,
      emit,
      onRetrieved,
      onDegraded: () => {
        degraded = true;
      },
    });
    const response: AnswerResponse = {
      ...ids,
      ...turn,
      usage: addUsage(usage, turn.usage),
      understood: {
        intent,
        ...(understood.complaint ? { complaint: true } : {}),
        ...(understood.language === null ? {} : { language: understood.language }),
        standalone: understood.standalone,
        ...(understood.catalog ? { constraints: understood.catalog.constraints } : {}),
      },
      timings: roundAll({ ...turn.timings, total: performance.now() - started }),
    };
    const { standalone } = understood;
    if (key !== null && !degraded) cache?.keep(key, { events: said.slice(1), response, standalone });
    return keep(response, standalone);
  };
}

/** What was understood of a question, and what a chat model has used for it. */
interface Understood {
  understood: Understanding;
  usage: Usage;
}

/** With a chat model, it makes the follow-up stand alone; the rules then have nothing left to carry over. */
async function understandTurn(
  { pool, rewrite, similarity }: AnswerDeps,
  request: ResolvedAnswerRequest,
  history: Turn[],
  loaded: LoadedStore,
  signal: AbortSignal,
): Promise<Understood> {
  const byRules = async (usage: Usage): Promise<Understood> => {
    const written = await understand(request, history, loaded, similarity);
    const question =
      written.wants === 'question'
        ? await correctQuestion(pool, request.store, request.question, written, loaded.vocabulary)
        : null;
    const understood =
      question === null ? written : await understand({ ...request, question }, history, loaded, similarity);
    return { understood, usage };
  };
  const previous = history.at(-1)?.locale;
  // Of small talk nothing is carried over, and "thanks" needs no model.
  if (rewrite === null || previous === undefined || readIntent(request.question) !== 'question')
    return byRules(NO_USAGE);
  const { question, usage } = await rewrite(request.question, history, signal);
  // It found nothing to add, or failed: the rules may.
  if (question === request.question) return byRules(usage);
  const locale = request.locale ?? (await detectLocale(request.question, loaded.store.locales, previous));
  return { understood: await understand({ ...request, question, locale }, [], loaded, similarity), usage };
}

async function takeTurn(context: TurnContext): Promise<TurnResult> {
  const { wants } = context.understood;
  const danger = readDanger(context.request.question);
  if (danger !== null) return dangerTurn(context, danger);
  if (isLooped(context)) return automaticTurn(context);
  if (wants === 'person') return personTurn(context);
  if (wants !== 'question') return smallTalkTurn(context, wants);
  const { complaint } = context.understood;
  if (complaint && context.deps.llm === null) return complaintTurn(context, partReader(context), answerAll);
  return answerAll(context);
}

/** All that a message asks. A chat model reads the whole of it by itself. */
async function answerAll(context: TurnContext): Promise<TurnResult> {
  const several = context.deps.llm === null ? await severalQuestionsTurn(context, partReader(context)) : null;
  return several ?? answerTurn(context);
}

/** Understands a part of a message by the rules, in the message's language. */
function partReader({ deps, request, understood, loaded, signal }: TurnContext): UnderstandPart {
  return async (question, history) => {
    const part = { ...request, question, locale: understood.locale };
    return (await understandTurn({ ...deps, rewrite: null }, part, history, loaded, signal)).understood;
  };
}

function isLooped({ request: { question }, history }: TurnContext): boolean {
  return (
    isAutomatic(question) ||
    isEcho(
      question,
      history.map(({ answer }) => answer),
    )
  );
}

function unknownStore(storeId: string): ProblemError {
  return new ProblemError('unknown-store', {
    detail: `There is no store "${storeId}". GET /stores lists those there are; npm run ingest -- <source> --store ${JSON.stringify(storeId)} makes one.`,
  });
}

function roundAll<T extends Record<string, number>>(timings: T): T {
  return Object.fromEntries(
    Object.entries(timings).map(([name, ms]) => [name, Math.round(ms * 10) / 10]),
  ) as T;
}
