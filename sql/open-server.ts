import pg from 'pg';
import type { Database } from './database-options.ts';
import { DatabaseProblem } from './database-problem.ts';
import { poolTypes } from './pool-types.ts';
import { errorCode, SQLSTATE } from './sqlstate.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;

/**
 * Opens a PostgreSQL server by its URL.
 * @throws DatabaseProblem naming the host, never the password.
 */
export async function openServer(url: string): Promise<Database> {
  const location = describeLocation(url);
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    max: 10,
    // A server that vanishes without a word is noticed by probes, not by waiting for an answer for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    application_name: 'aisle',
    types: poolTypes(),
  });
  // A connection that dies while idle must not end the process; the next query reports it.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseProblem(explainConnection(error, location), { cause: error });
  }
  return { pool, kind: 'server', location, recover: null, close: () => pool.end() };
}

/** @throws DatabaseProblem when `url` is not a PostgreSQL URL. */
function describeLocation(url: string): string {
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error(parsed.protocol);
    const socket = parsed.searchParams.get('host');
    return `${socket ?? `${parsed.hostname}:${parsed.port || '5432'}`}${parsed.pathname}`;
  } catch {
    throw new DatabaseProblem(
      'DATABASE_URL is not a PostgreSQL URL. Expected postgresql://user:password@host:5432/database, or nothing for the embedded database.',
    );
  }
}

/** Says what to do about a failed first connection. */
function explainConnection(error: unknown, location: string): string {
  const code = errorCode(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The host of DATABASE_URL does not resolve (${location}). Check its spelling.`;
  if (code === SQLSTATE.invalidPassword || code === SQLSTATE.invalidAuthorization)
    return `PostgreSQL at ${location} refused the user or password of DATABASE_URL.`;
  if (code === SQLSTATE.invalidCatalogName)
    return `PostgreSQL at ${location} has no such database. Create it (createdb), or correct DATABASE_URL.`;
  if (code === SQLSTATE.cannotConnectNow)
    return `PostgreSQL at ${location} is starting up or shutting down. Try again in a moment.`;
  return `PostgreSQL at ${location} cannot be reached (${code ?? (error instanceof Error ? error.message : 'no answer')}). Check that it runs and that DATABASE_URL is right, or leave DATABASE_URL empty to use the embedded database.`;
}
