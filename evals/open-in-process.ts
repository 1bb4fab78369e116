import type { Logger } from 'pino';
import type { AisleConfig } from '../ingest/config/load-config.ts';
import type { Environment } from '../ingest/environment.ts';
import { openRuntime } from '../service/open-runtime.ts';
import { SAMPLE_STORE } from '../service/sample-store-ids.ts';
import type { InProcessService } from './in-process-target.ts';

/** A suite of another store than the sample wants no sample store beside it. */
const NO_STORES: AisleConfig = { file: '', folder: '', stores: [] };

/** Opens the service in this process for one store; the sample store is ingested when it is not there yet. */
export async function openInProcess(options: {
  environment: Environment;
  logger: Logger;
  store: string | null;
  progress: NodeJS.WriteStream | null;
}): Promise<InProcessService> {
  const store = options.store ?? SAMPLE_STORE;
  const runtime = await openRuntime({
    ...options,
    config: store === SAMPLE_STORE ? null : NO_STORES,
    command: 'npm run eval',
    whenHeld: 'join',
  });
  const { answer, findDocument } = runtime.deps;
  return { answer, findDocument, store, info: runtime.info, close: runtime.close };
}
