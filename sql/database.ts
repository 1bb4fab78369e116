import type { Database, DatabaseOptions } from './database-options.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { openServer } from './open-server.ts';

/**
 * Opens the database without migrating it.
 * @throws DatabaseProblem when it cannot be reached or is held by another process.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === null ? openEmbedded(options) : openServer(options.url);
}

export type { Database, DatabaseOptions } from './database-options.ts';
