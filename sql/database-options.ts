import type pg from 'pg';

/** An open database. Both kinds are one `pg.Pool` that takes the same SQL. */
export interface Database {
  pool: pg.Pool;
  kind: 'server' | 'embedded';
  /** Where it is, without a password. */
  location: string;
  /**
   * Looks where the database is now, once it does not answer: another process may serve it, or this one has to. Null
   * where it can only be waited for.
   * @throws DatabaseProblem when there is no use in waiting.
   */
  recover: (() => Promise<void>) | null;
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
