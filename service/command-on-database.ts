import type pg from 'pg';
import { UsageProblem } from '../ingest/config/usage-problem.ts';
import type { Environment } from '../ingest/environment.ts';
import type { CommandOutput } from '../ingest/run/ingest-options.ts';
import { openMigrated } from '../sql/open-migrated.ts';

/**
 * Runs a command over the database, through the service that runs on the same embedded one if there is one. What goes wrong
 * is told on standard error.
 * @param command as it is typed, for messages
 * @param prepare what is to be read before the database is opened; its result works on that.
 * @returns the work's exit status, 1 when it failed, 2 for a setting that cannot be used.
 */
export async function commandOnDatabase<E extends Pick<Environment, 'databaseUrl' | 'dataDir'>>(
  command: string,
  { environment, stderr }: Pick<CommandOutput, 'stderr'> & { environment: () => E },
  prepare: (environment: E) => Promise<(pool: pg.Pool) => Promise<number>>,
): Promise<number> {
  try {
    const settings = environment();
    const work = await prepare(settings);
    const database = await openMigrated({
      url: settings.databaseUrl,
      dataDir: settings.dataDir,
      command,
      whenHeld: 'join',
      onProgress: (message) => stderr(`${message}\n`),
    });
    try {
      return await work(database.pool);
    } finally {
      await database.close();
    }
  } catch (error) {
    stderr(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UsageProblem ? 2 : 1;
  }
}
