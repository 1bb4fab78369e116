import type { Logger } from 'pino';
import type { AisleConfig } from '../ingest/config/load-config.ts';
import { openConfiguredModel } from '../ingest/embedding/open-configured-model.ts';
import type { Environment } from '../ingest/environment.ts';
import { openDatabase } from '../sql/database.ts';
import type { DatabaseOptions } from '../sql/database-options.ts';
import { migrate } from '../sql/migrate.ts';
import { ensureStore } from '../sql/stores.ts';
import { openService } from './open-service.ts';
import { provideSampleStore } from './provide-sample-store.ts';
import { SAMPLE_STORE } from './sample-store-ids.ts';
import type { ServiceDeps } from './service-deps.ts';

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
  { environment, config, logger, progress, signal, ...rest }: RuntimeOptions,
  closers: Closer[],
): Promise<Omit<Runtime, 'close'>> {
  const database = await openDatabase({
    url: environment.databaseUrl,
    dataDir: environment.dataDir,
    onProgress: (message) => progress?.write(`${message}\n`),
    ...rest,
  });
  closers.push(() => database.close());
  await migrate(database.pool);
  const embeddingModel = await openConfiguredModel(environment);
  for (const store of config?.stores ?? []) await ensureStore(database.pool, store.id, store.name ?? null);
  const sample =
    config === null
      ? await provideSampleStore({ database, environment, showProgress: progress !== null, signal })
      : null;
  if (sample !== null) closers.push(() => sample.close());
  const defaultStore =
    config === null ? SAMPLE_STORE : config.stores.length === 1 ? config.stores[0]?.id : undefined;
  return {
    deps: await openService({ database, environment, embeddingModel, logger, defaultStore }),
    defaultStore,
    sampleUrl: sample?.server?.url ?? null,
    info: {
      database: `${database.kind} (${database.location})`,
      embeddingModel: embeddingModel.name,
      chatModel: environment.chatModel,
    },
  };
}
