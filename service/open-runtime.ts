import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import type { AisleConfig } from '../ingest/config/load-config.ts';
import { type EmbeddingModels, makeEmbeddingModels } from '../ingest/embedding/embedding-models.ts';
import type { Environment } from '../ingest/environment.ts';
import { scheduledSources } from '../ingest/run/plan-jobs.ts';
import { openDatabase } from '../sql/database.ts';
import type { Database, DatabaseOptions } from '../sql/database-options.ts';
import { migrate } from '../sql/migrate.ts';
import { ensureStore, listStores, type StoreRow } from '../sql/stores.ts';
import { type ModelOfStore, makeModelOfStore } from './answer/retrieve/model-of-store.ts';
import { startModelChange } from './change-models.ts';
import { makeRetention } from './conversations/retention.ts';
import { startRetention } from './conversations/start-retention.ts';
import { readHandoffSettings } from './handoff/handoff-settings.ts';
import { makeHandoffs } from './handoff/handoffs.ts';
import { startDeliveries } from './handoff/start-deliveries.ts';
import { readWebhooks } from './handoff/webhook.ts';
import { openService } from './open-service.ts';
import { provideSampleStore } from './provide-sample-store.ts';
import { SAMPLE_EXAMPLES, SAMPLE_STORE } from './sample-store.ts';
import { makeIngestChild } from './schedule/ingest-child.ts';
import { startSchedules } from './schedule/start-schedules.ts';
import type { ServiceDeps } from './service-deps.ts';
import { makeChatModelWatch } from './watch-chat-model.ts';

/** Everything open that answers need. */
export interface Runtime {
  deps: ServiceDeps;
  /** The store of a question that names none; undefined where several stand side by side. */
  defaultStore: string | undefined;
  /** Where the sample store's pages are; null without it. */
  sampleUrl: string | null;
  /** What a report's header says: database and models. */
  info: Record<string, string>;
  /** Closes in reverse order. */
  close(): Promise<void>;
}

export interface RuntimeOptions extends Pick<DatabaseOptions, 'command' | 'whenHeld'> {
  environment: Environment;
  /** Null: the sample store is served. */
  config: AisleConfig | null;
  logger: Logger;
  /** Standard error, for what takes long; null for silence. */
  progress: NodeJS.WriteStream | null;
  signal?: AbortSignal;
  /**
   * For a service that runs on: stores change to the configured embedding model meanwhile, one whose model does not
   * work is searched by words, sources are ingested by their schedules, and the chat model's server is asked whether it takes
   * the key. Otherwise a model that does not work is an error, and nothing changes by itself.
   */
  runsOn?: boolean;
  /** Reads an environment variable that the configuration names: the secret of a webhook. */
  readVariable?: (name: string) => string | undefined;
  /** Looks at the database once it is migrated, before anything that takes long; what it throws ends the opening. */
  checkDatabase?: (database: Database) => Promise<void>;
  /** Sends every request to a model; default: each client's own. */
  modelFetch?: typeof fetch | undefined;
}

/** A thing to close when opening fails half-way or when all is over. */
type Closer = () => Promise<void>;

/**
 * Opens the database, migrates it, opens the models, and makes the stores ready.
 * @throws an Error with a message for people; what was opened by then is closed again.
 */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closers: Closer[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await openAll(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(
  {
    environment,
    config,
    logger,
    progress,
    signal,
    runsOn = false,
    readVariable = () => undefined,
    checkDatabase,
    modelFetch,
    ...rest
  }: RuntimeOptions,
  closers: Closer[],
): Promise<Omit<Runtime, 'close'>> {
  // Not `signal`: questions under way are answered after it.
  const closing = new AbortController();
  const webhooks = runsOn ? readWebhooks(config?.stores ?? [], readVariable) : new Map();
  const models = makeEmbeddingModels(environment, { signal: closing.signal, fetch: modelFetch });
  const database = await openDatabase({
    url: environment.databaseUrl,
    dataDir: environment.dataDir,
    onProgress: (message) => progress?.write(`${message}\n`),
    ...rest,
  });
  closers.push(() => database.close());
  await migrate(database.pool);
  await checkDatabase?.(database);
  for (const store of config?.stores ?? []) await ensureStore(database.pool, store.id, store.name ?? null);
  const sample =
    config === null
      ? await provideSampleStore({
          database,
          environment,
          showProgress: progress !== null,
          staysUp: runsOn,
          signal,
        })
      : null;
  if (sample !== null) closers.push(() => sample.close());
  const modelOfStore = makeModelOfStore({ models, logger });
  const modelNames = await openStoreModels(
    await listStores(database.pool),
    models,
    runsOn ? modelOfStore : null,
  );
  const defaultStore =
    config === null ? SAMPLE_STORE : config.stores.length === 1 ? config.stores[0]?.id : undefined;
  const chatModelWatch = makeChatModelWatch(environment, logger);
  const retentionMs = makeRetention(config?.stores ?? []);
  const handoffSettings = readHandoffSettings(config?.stores ?? []);
  const deps = await openService({
    retentionMs,
    handoffSettings,
    cached: runsOn,
    synonyms: new Map(config?.stores.map(({ id, synonyms = [] }) => [id, synonyms])),
    examples: new Map(
      config?.stores.map(({ id, examples = {} }) => [id, examples]) ?? [[SAMPLE_STORE, SAMPLE_EXAMPLES]],
    ),
    database,
    environment,
    embeddingModel: modelOfStore,
    logger,
    defaultStore,
    chatModelWatch,
    modelFetch,
  });
  if (runsOn) {
    void chatModelWatch.ask(closing.signal);
    const change = startModelChange({ pool: database.pool, models, logger });
    closers.push(() => change.stop());
    const retention = startRetention({ pool: database.pool, retentionMs, logger });
    closers.push(() => retention.stop());
    const handoffs = makeHandoffs({ pool: database.pool, settingsOf: handoffSettings });
    const deliveries = startDeliveries({ pool: database.pool, webhooks, handoffs, logger });
    closers.push(() => deliveries.stop());
  }
  const scheduled = runsOn && config !== null ? scheduledSources(config) : [];
  if (config !== null && scheduled.length > 0) {
    const ingest = makeIngestChild({ configFile: join(config.folder, basename(config.file)) });
    const schedules = startSchedules({ pool: database.pool, sources: scheduled, ingest, logger, signal });
    closers.push(() => schedules.stop());
  }
  closers.push(async () => closing.abort(new Error('the service is stopped')));
  return {
    deps,
    defaultStore,
    sampleUrl: sample?.server?.url ?? null,
    info: {
      database: `${database.kind} (${database.location})`,
      embeddingModel: modelNames.join(', '),
      chatModel: environment.chatModel,
    },
  };
}

/**
 * Opens the models that stores use before the first question does.
 * @param lenient opens a model without an error where it does not work; null: that is one.
 * @returns their names.
 */
async function openStoreModels(
  stores: StoreRow[],
  models: EmbeddingModels,
  lenient: ModelOfStore | null,
): Promise<string[]> {
  const used = new Map(stores.map((store) => [store.embeddingModel, store]));
  if (lenient !== null) {
    await Promise.all([...used.values()].map(lenient));
    return [...used.keys()].map((name) => name ?? models.setting);
  }
  const names = used.size === 0 ? [null] : [...used.keys()];
  const opened = await Promise.all(
    names.map((name) => (name === null ? models.configured() : models.named(name))),
  );
  return [...new Set(opened.map(({ name }) => name))];
}
