import type { Logger } from 'pino';
import type { AisleConfig } from '../../ingest/config/load-config.ts';
import type { Environment } from '../../ingest/environment.ts';
import { openRuntime } from '../../service/open-runtime.ts';
import { SAMPLE_STORE } from '../../service/sample-store.ts';
import { asReplayed } from '../cassettes/as-replayed.ts';
import type { InProcessService } from './in-process-target.ts';
import { requireStore } from './service-alive.ts';
import type { OpenTarget } from './target.ts';

/** A suite of another store than the sample wants no sample store beside it. */
const NO_STORES: AisleConfig = { file: '', folder: '', stores: [] };

/**
 * Opens the service in this process for one store; the sample store is ingested when it is not there yet.
 *
 * @throws UsageError when the database has no such store.
 */
export async function openInProcess({
  signal,
  cassette,
  ...options
}: {
  environment: Environment;
  cassette?: Parameters<OpenTarget>[2];
  logger: Logger;
  store: string | null;
  progress: NodeJS.WriteStream | null;
  signal?: AbortSignal | undefined;
}): Promise<InProcessService> {
  const store = options.store ?? SAMPLE_STORE;
  const runtime = await openRuntime({
    ...options,
    environment: cassette?.mode === 'replay' ? asReplayed(options.environment) : options.environment,
    modelFetch: cassette?.fetch,
    config: store === SAMPLE_STORE ? null : NO_STORES,
    command: 'npm run eval',
    whenHeld: 'join',
    ...(signal && { signal }),
  });
  const { answer, findDocument, listStores } = runtime.deps;
  try {
    const database = `the database ${runtime.info.database ?? ''}`;
    requireStore(database, store, { stores: await listStores(), default: null });
  } catch (error) {
    await runtime.close();
    throw error;
  }
  return { answer, findDocument, store, info: runtime.info, close: runtime.close };
}
