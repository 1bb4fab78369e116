import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { isConflict, isConnectionLost } from './connection-errors.ts';
import type { Database } from './database-options.ts';
import { DatabaseProblem } from './database-problem.ts';
import { errorCode, SQLSTATE } from './sqlstate.ts';

/** How long a database may be away, in milliseconds: a restart or a failover takes less. */
const LONGEST_WAIT_MS = 60_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;
/** Transactions that stood in each other's way are over in no time. */
const FIRST_CONFLICT_DELAY_MS = 20;

/** How a run waits for its database. */
export interface Patience {
  /** Ends the waiting. */
  signal: AbortSignal;
  /** Told when the database no longer answers, and when it does so again; for a person. */
  onWait: (message: string) => void;
  /** In milliseconds; default 60,000. */
  longestWaitMs?: number;
  /** For tests. */
  now?: () => number;
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** In 0…1, for the jitter. */
  random?: () => number;
}

/** Does something with the database, again when its connection broke or another transaction was in the way. */
type Repeat = <T>(attempt: () => Promise<T>) => Promise<T>;

const REPEAT = Symbol('repeat');

/** @returns how a pool's transactions are repeated: once, unless it was made patient. */
export function repeatOf(pool: pg.Pool): Repeat {
  return (pool as { [REPEAT]?: Repeat })[REPEAT] ?? ((attempt) => attempt());
}

/**
 * The same database for a caller that can wait, such as a run: each query, and each transaction as a whole, is repeated
 * while the database is away. A commit whose answer was lost is repeated as well, so what is written must be the same
 * when it is written twice. Others that use the database are not affected.
 * @returns a database whose queries reject with a DatabaseProblem when it was away for too long or its disk is full.
 */
export function makePatient(database: Database, patience: Patience): Database {
  const { pool } = database;
  const repeat = makeRepeat(database, patience);
  const query = (...args: unknown[]) => repeat(() => pool.query(...(args as [string, unknown[]])));
  const patient = new Proxy(pool, {
    get(target, key) {
      if (key === 'query') return query;
      if (key === REPEAT) return repeat;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...database, pool: patient };
}

function makeRepeat({ location, recover }: Database, patience: Patience): Repeat {
  const { signal, onWait, longestWaitMs = LONGEST_WAIT_MS, now = Date.now, random = Math.random } = patience;
  const { sleep = (ms, until) => delay(ms, undefined, { signal: until }) } = patience;
  /** Since when nothing has been answered; shared, so that one outage is waited for and told once. */
  let awaySince: number | null = null;

  function beAway(error: unknown): void {
    if (awaySince !== null) return;
    awaySince = now();
    onWait(
      `The database (${location}) does not answer: ${messageOf(error)}. Waiting up to ${longestWaitMs / 1000} s for it …`,
    );
  }

  function beBack(): void {
    if (awaySince === null) return;
    awaySince = null;
    onWait('The database answers again.');
  }

  return async (attempt) => {
    let since: number | null = null;
    for (let tries = 1; ; tries++) {
      try {
        const result = await attempt();
        beBack();
        return result;
      } catch (error) {
        const lost = isConnectionLost(error);
        if (!lost && !isConflict(error)) throw explain(error, location);
        if (lost) beAway(error);
        since ??= now();
        const waited = now() - Math.min(since, awaySince ?? since);
        if (waited >= longestWaitMs) throw lost ? goneProblem(location, waited, error) : error;
        if (signal.aborted) throw error;
        const first = lost ? FIRST_DELAY_MS : FIRST_CONFLICT_DELAY_MS;
        const wait = Math.min(first * 2 ** Math.min(tries - 1, 20), LONGEST_DELAY_MS) * (0.5 + random() / 2);
        await sleep(wait, signal).catch(() => {
          throw error;
        });
        if (lost) await recover?.();
      }
    }
  };
}

function goneProblem(location: string, waited: number, cause: unknown): DatabaseProblem {
  return new DatabaseProblem(
    `The database (${location}) has not answered for ${Math.round(waited / 1000)} s: ${messageOf(cause)}. What was published stays. Run again when it answers.`,
    { cause },
  );
}

function explain(error: unknown, location: string): unknown {
  if (errorCode(error) !== SQLSTATE.diskFull) return error;
  return new DatabaseProblem(
    `The disk of the database (${location}) is full: ${messageOf(error)}. What was published stays. Make room there, then run again.`,
    { cause: error },
  );
}

function messageOf(error: unknown): string {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  return message === '' || message === undefined ? (code ?? 'no reason given') : message;
}
