import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import type { IngestDeps } from '../../../ingest/run/run-ingest.ts';
import { makeSafeFetch } from '../../../ingest/safe-fetch.ts';
import { type Database, openDatabase } from '../../../sql/database.ts';
import { migrate } from '../../../sql/migrate.ts';
import type { BenchContext } from '../benchmark.ts';
import { withFolder } from '../with-folder.ts';

/** Gives `work` a new embedded database, empty and not migrated, which is removed when it has ended. */
export function withEmptyDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  return withFolder(async (dataDir) => {
    const database = await openDatabase({ url: null, dataDir, command: 'npm run bench', whenHeld: 'refuse' });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

/** Gives `work` all that a run works with, on a new embedded database. */
export function withIngestDeps<T>(
  { logger, signal }: Pick<BenchContext, 'logger' | 'signal'>,
  embeddingModel: EmbeddingModel,
  work: (deps: IngestDeps) => Promise<T>,
): Promise<T> {
  return withEmptyDatabase(async (database) => {
    await migrate(database.pool);
    const safeFetchFor = (allowHosts: string[]) => makeSafeFetch({ allowHosts });
    return work({ database, embeddingModel, logger, signal, safeFetchFor });
  });
}
