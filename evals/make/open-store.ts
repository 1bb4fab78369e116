import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { readEnvironment } from '../../ingest/environment.ts';
import { openMigrated } from '../../sql/open-migrated.ts';
import { listStores } from '../../sql/stores.ts';
import { UsageError } from '../usage-error.ts';
import type { CommandDeps } from './command-deps.ts';

/** A store whose index can be read. */
export interface OpenStore {
  pool: pg.Pool;
  store: string;
}

/** The store that sources are ingested as, in a database that is thrown away. */
const OWN_STORE = 'suite';

/**
 * Opens the configured database for one of its stores, and closes it when the work is done.
 *
 * @param wanted null: the only store there is.
 * @throws UsageError when there is no such store, or several to choose from; and what opening throws.
 */
export async function withStore<T>(
  { env }: Pick<CommandDeps, 'env'>,
  wanted: string | null,
  work: (store: OpenStore) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = readEnvironment(env);
  const database = await openMigrated({
    url: databaseUrl,
    dataDir,
    command: 'npm run eval',
    whenHeld: 'join',
  });
  try {
    const stores = (await listStores(database.pool)).map(({ storeId }) => storeId);
    const chosen = wanted ?? (stores.length === 1 ? (stores[0] ?? null) : null);
    if (chosen === null || !stores.includes(chosen)) {
      const got = stores.length === 0 ? 'a database without stores' : stores.join(', ');
      throw new UsageError(
        `--store: expected ${wanted === null ? 'one of the stores' : wanted} in ${database.location}, got ${got}`,
      );
    }
    return await work({ pool: database.pool, store: chosen });
  } finally {
    await database.close();
  }
}

/** Ingests sources into an embedded database in a temporary folder, which goes when the work is done. */
export async function withSources<T>(
  { env, ingestSources, signal }: Pick<CommandDeps, 'env' | 'ingestSources' | 'signal'>,
  sources: string[],
  work: (store: OpenStore) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-eval-'));
  try {
    const { DATABASE_URL: _, ...rest } = env;
    const own = { ...rest, AISLE_DATA: folder };
    await ingestSources({ env: own, store: OWN_STORE, sources, cwd: folder, signal });
    return await withStore({ env: own }, OWN_STORE, work);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
