import type pg from 'pg';
import { repeatOf } from './patience.ts';

/** What runs a query: the pool, or a client within a transaction. */
export type Queryable = Pick<pg.Pool, 'query'>;

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws.
 * Keep it short: on the embedded database everything else waits for it. With a patient pool (see `makePatient`) it is
 * repeated whole, so `work` must change nothing but the database.
 */
export function withTransaction<T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
  return repeatOf(pool)(() => runTransaction(pool, work));
}

async function runTransaction<T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks fails the query that is under way, or else the next one; as an event it would end the process.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause) => {
      broken = cause instanceof Error ? cause : new Error(String(cause));
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
