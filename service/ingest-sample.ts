import { once } from 'node:events';
import { makeEmbeddingModels } from '../ingest/embedding/embedding-models.ts';
import type { Environment } from '../ingest/environment.ts';
import { makeLogger } from '../ingest/logger.ts';
import { makeStoreModelChange } from '../ingest/run/change-store-model.ts';
import { makeProgressDisplay } from '../ingest/run/progress.ts';
import { runIngest } from '../ingest/run/run-ingest.ts';
import type { SourceSpec } from '../ingest/run/source-spec.ts';
import { makeSafeFetch } from '../ingest/safe-fetch.ts';
import { openDatabase } from '../sql/database.ts';
import { SAMPLE_NAME, SAMPLE_STORE } from './sample-store.ts';

/** What the parent sends. */
export interface SampleOrder {
  environment: Environment;
  /** The sample store's pages. */
  source: SourceSpec;
  showProgress: boolean;
}

/** What is sent back: null when all went well, else what to tell a person. */
export type SampleReply = { problem: string | null };

// A process of its own, joined to its parent's database: what parsing and counting tokens leave behind in memory goes with
// it, and the service stays small.
const [order] = (await once(process, 'message')) as [SampleOrder];
const problem = await ingestSample(order).catch((error: unknown) =>
  error instanceof Error ? error.message : String(error),
);
process.send?.({ problem } satisfies SampleReply);
process.disconnect();

async function ingestSample({ environment, source, showProgress }: SampleOrder): Promise<string | null> {
  const database = await openDatabase({
    url: environment.databaseUrl,
    dataDir: environment.dataDir,
    command: 'npm start',
    whenHeld: 'join',
  });
  const progress = makeProgressDisplay(showProgress ? process.stderr : null);
  // The rest of a change of model is the service's: nobody waits for it to start.
  const change = makeStoreModelChange({
    pool: database.pool,
    models: makeEmbeddingModels(environment),
    signal: new AbortController().signal,
    dryRun: false,
    progress,
    tell: progress.message,
  });
  try {
    const report = await runIngest(
      {
        database,
        embeddingModel: await change.begin(SAMPLE_STORE),
        logger: makeLogger({ level: 'warn' }),
        safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
        onProgress: (state) => progress.update(state),
      },
      {
        storeId: SAMPLE_STORE,
        storeName: SAMPLE_NAME,
        source,
        dryRun: false,
        // At another port every page has another address, and the old ones open nothing.
        acceptRemoval: true,
      },
    );
    if (report.status !== 'done') return report.problems[0]?.reason ?? report.status;
    progress.message(
      `Ingested ${report.added} documents, ${report.passages} passages in ${report.seconds.toFixed(1)} s.\n`,
    );
    return null;
  } finally {
    progress.stop();
    await database.close();
  }
}
