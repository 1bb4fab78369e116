import pg from 'pg';
import { openEmbedded } from './embedded/open-embedded.ts';
import { openServer } from './open-server.ts';

/** An open database. Both kinds are one `pg.Pool` that takes the same SQL. */
export interface Database {
  pool: pg.Pool;
  kind: 'server' | 'embedded';
  /** Where it is, without a password. */
  location: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL with pgvector; null for the embedded database. */
  url: string | null;
  /** Folder of the embedded database; made when missing. */
  dataDir: string;
  /** The command as a person knows it (`npm start`), told to whoever finds the folder in use. */
  command: string;
  /**
   * When another process holds the embedded folder: `join` works through that process, `refuse` throws.
   * What must outlive the other process, as the service does, refuses.
   */
  whenHeld: 'join' | 'refuse';
  /** Told what takes long, one line each. */
  onProgress?: (message: string) => void;
}

/**
 * Opens the database without migrating it.
 * @throws DatabaseProblem when it cannot be reached or is held by another process.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === null ? openEmbedded(options) : openServer(options.url);
}

/** `numeric` and `bigint` come as strings by default; Aisle's fit a double. */
const NUMERIC = 1700;
const BIGINT = 20;

/** The pool's settings that both kinds share. */
export function poolTypes(): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === NUMERIC || oid === BIGINT
        ? Number
        : format === 'binary'
          ? pg.types.getTypeParser(oid, 'binary')
          : pg.types.getTypeParser(oid, 'text')) as pg.CustomTypesConfig['getTypeParser'],
  };
}
