import type { Logger } from 'pino';
import type { EmbeddingModel } from '../ingest/embedding/embedding-model.ts';
import { wordSimilarity } from '../ingest/embedding/load-word-vectors.ts';
import type { Environment } from '../ingest/environment.ts';
import type { Database } from '../sql/database-options.ts';
import { findDocument } from '../sql/find-document.ts';
import { isMigrated } from '../sql/migrate.ts';
import { listStores } from '../sql/stores.ts';
import { openGate } from './access/gate.ts';
import { makeExtractiveAnswerer } from './answer/extractive/extractive-answerer.ts';
import { type AnswerDeps, makeAnswerQuestion } from './answer/make-answer-question.ts';
import { makeScorePassages } from './answer/rerank-endpoint/make-score-passages.ts';
import { rerankSettings } from './answer/rerank-endpoint/rerank-settings.ts';
import type { ModelOfStore } from './answer/retrieve/model-of-store.ts';
import { makeStoreCache } from './answer/retrieve/store-cache.ts';
import { makeVerify } from './answer/verify/verify.ts';
import { makeAnswerCache } from './cache/answer-cache.ts';
import { makeConversations } from './conversations/conversations.ts';
import { makeConversing } from './conversations/conversing.ts';
import { type HandoffSettings, readHandoffSettings } from './handoff/handoff-settings.ts';
import { makeHandoffs } from './handoff/handoffs.ts';
import { offerPerson } from './handoff/offer-person.ts';
import { makeSaveFeedback } from './handoff/save-feedback.ts';
import { makeWithPeople } from './handoff/with-people.ts';
import { keepFresh } from './keep-fresh.ts';
import { makeStoreSearch } from './mcp/search/make-store-search.ts';
import { openChatModels } from './open-models.ts';
import type { Readiness, ReadinessCheck, ServiceDeps } from './service-deps.ts';
import { type ConfiguredExamples, storesWithExamples } from './stores-with-examples.ts';
import { makeFindFinished } from './streams/find-finished.ts';
import { type ChatModelWatch, makeChatModelWatch } from './watch-chat-model.ts';

/** Stores change with an ingest, requests come by the hundred. In milliseconds. */
const STORES = { freshMs: 1_000, staleMs: 10_000 };

/** What the service is built over: a database that is open and migrated, and the models as configured. */
export interface OpenServiceOptions {
  database: Database;
  environment: Environment;
  /** One for all stores, or what finds a store's own. */
  embeddingModel: EmbeddingModel | ModelOfStore;
  logger: Logger;
  defaultStore: string | undefined;
  /** Each store's own lines of synonyms, by its id. */
  synonyms?: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Questions that an empty chat offers, as each store has configured them, by its id. */
  examples?: ReadonlyMap<string, ConfiguredExamples>;
  /** How long each store keeps a conversation that nothing is asked in, in milliseconds; null: for ever. */
  retentionMs?: (storeId: string) => number | null;
  /** How each store passes shoppers to people. */
  handoffSettings?: (storeId: string) => HandoffSettings;
  /** Whether a question that was answered before is answered with that again; evals want each one made. */
  cached?: boolean;
  /** Is told how requests to the chat model go; one of its own by default. */
  chatModelWatch?: ChatModelWatch;
  /** Sends what is asked of the chat model and the rerank endpoint; default: their own. */
  modelFetch?: typeof fetch | undefined;
}

/**
 * Builds everything that the HTTP service stands on.
 * @throws ModelUnavailable when the configured chat model cannot be used.
 */
export async function openService({
  database,
  environment,
  embeddingModel,
  logger,
  defaultStore,
  synonyms = new Map(),
  examples = new Map(),
  retentionMs = () => null,
  handoffSettings: settingsOf = readHandoffSettings([]),
  cached = false,
  chatModelWatch = makeChatModelWatch(environment, logger),
  modelFetch,
}: OpenServiceOptions): Promise<ServiceDeps> {
  const { pool } = database;
  const verify = makeVerify(wordSimilarity);
  const chat = await openChatModels(environment, verify, logger, chatModelWatch.note, modelFetch);
  const rerank = rerankSettings(environment);
  const answerDeps: AnswerDeps = {
    loadStore: makeStoreCache(pool, synonyms),
    pool,
    embeddingModel,
    similarity: wordSimilarity,
    verify,
    extractive: makeExtractiveAnswerer(),
    ...chat,
    scorePassages: rerank === null ? null : makeScorePassages(rerank, logger, { fetch: modelFetch }),
    logger,
    synonyms,
    offerPerson: (storeId, locale, reason) => offerPerson(settingsOf(storeId), locale, reason, new Date()),
    ...(cached && { cache: makeAnswerCache() }),
  };
  const handoffs = makeHandoffs({ pool, settingsOf });
  const withPeople = makeWithPeople({ pool, answer: makeAnswerQuestion(answerDeps), settingsOf });
  return {
    answer: makeConversing({ pool, answer: withPeople }),
    ...makeStoreSearch(answerDeps),
    conversations: makeConversations({ pool, retentionMs, readPeople: handoffs.readPeople }),
    findFinished: makeFindFinished({ pool, isAlone: database.kind === 'embedded' }),
    findDocument: async (storeId, id) => {
      const document = await findDocument(pool, storeId, id);
      if (document === null) return null;
      const { documentId, sourceId: _, product: _product, fetchedAt, ...rest } = document;
      return { id: documentId, store: storeId, ...rest, fetchedAt: fetchedAt.toISOString() };
    },
    saveFeedback: makeSaveFeedback(pool),
    requestHandoff: handoffs.request,
    handoffs,
    listStores: keepFresh(() => storesWithExamples(pool, examples), STORES),
    checkReady: () =>
      checkReady(database, () => describeModels(database, embeddingModel), chatModelWatch.describe()),
    logger,
    defaultStore,
    gate: openGate({ database, environment, logger }),
  };
}

async function checkReady(
  { pool }: Database,
  describeModel: () => Promise<string>,
  chatModel: ReadinessCheck | null,
): Promise<Readiness> {
  const database = await pool
    .query('select 1')
    .then(() => ({ ok: true }))
    .catch(() => ({
      ok: false,
      detail: 'The database does not answer. Check that it runs and that DATABASE_URL is right.',
    }));
  const migrations = !database.ok
    ? { ok: false, detail: 'Unknown while the database does not answer.' }
    : (await isMigrated(pool))
      ? { ok: true }
      : {
          ok: false,
          detail: 'The schema is older than this version. Start the service or an ingest again to migrate.',
        };
  // A store whose model cannot be used is searched by words, so that it is ready all the same.
  const detail = migrations.ok ? await describeModel() : 'Unknown while the schema is.';
  const checks: Readiness['checks'] = {
    database,
    migrations,
    model: { ok: true, detail },
    ...(chatModel === null ? {} : { chatModel }),
  };
  return { ok: Object.values(checks).every((check) => check.ok), checks };
}

/** Which models questions are asked with. */
async function describeModels(
  { pool }: Database,
  embeddingModel: OpenServiceOptions['embeddingModel'],
): Promise<string> {
  if (typeof embeddingModel !== 'function') return embeddingModel.name;
  const models = await Promise.all(
    (await listStores(pool)).map(async (store) => {
      const model = await embeddingModel(store);
      return model?.name ?? `${store.embeddingModel ?? 'the configured one'} (not to be had: words alone)`;
    }),
  );
  return [...new Set(models)].join(', ') || 'no store yet';
}
