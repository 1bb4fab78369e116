import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Database } from '../../sql/database-options.ts';
import type { Quota } from './quotas.ts';

/** How much of a quota is left. */
export interface Standing {
  quota: Quota;
  /** Whole points, at least 0. */
  left: number;
  /** Until the quota is whole again, in milliseconds. */
  resetMs: number;
  exceeded: boolean;
}

/** Counts what quotas are used. */
export interface Counters {
  /** Uses one point, also of a quota that is used up. */
  use: (quota: Quota) => Promise<Standing>;
  /** How it stands, without using any of it. */
  look: (quota: Quota) => Promise<Standing>;
  /** Uses points, however many are left. */
  add: (quota: Quota, points: number) => Promise<void>;
}

/** Subjects that one process remembers at most; beyond, those that were silent for longest begin anew. */
const REMEMBERED = 50_000;
const TABLE = 'rate_limits';

/**
 * Counts in memory on the embedded database, which one service has for itself, and in the database where several may share one.
 * While that does not answer each process counts for itself.
 */
export function makeCounters(database: Pick<Database, 'kind' | 'pool'> | null): Counters {
  const pool = database?.kind === 'server' ? database.pool : null;
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = ({ name, points, seconds }: Quota): RateLimiterAbstract => {
    const id = `${name} ${points}`;
    const known = limiters.get(id);
    if (known !== undefined) return known;
    const inMemory = makeMemoryLimiter(name, points, seconds);
    // One of them clears the table of all.
    const made = pool === null ? inMemory : makeTableLimiter(pool, inMemory, limiters.size === 0);
    limiters.set(id, made);
    return made;
  };
  return {
    use: async (quota) => {
      const limiter = limiterOf(quota);
      const result = await limiter.consume(quota.subject).catch((refusal: unknown) => {
        if (refusal instanceof RateLimiterRes) return refusal;
        throw refusal;
      });
      const exceeded = result.consumedPoints > quota.points || isBlocked(result);
      return {
        quota,
        left: exceeded ? 0 : result.remainingPoints,
        resetMs: Math.max(0, result.msBeforeNext),
        exceeded,
      };
    },
    look: async (quota) => {
      const result = await limiterOf(quota).get(quota.subject);
      if (result === null) return { quota, left: quota.points, resetMs: 0, exceeded: false };
      const exceeded = result.consumedPoints >= quota.points;
      return { quota, left: result.remainingPoints, resetMs: Math.max(0, result.msBeforeNext), exceeded };
    },
    add: async (quota, points) => {
      await limiterOf(quota).penalty(quota.subject, points);
    },
  };
}

/** A refusal out of this process's memory of what was used up says nothing of how much was used. */
function isBlocked({ consumedPoints, msBeforeNext }: RateLimiterRes): boolean {
  return consumedPoints === 0 && msBeforeNext > 0;
}

function makeMemoryLimiter(keyPrefix: string, points: number, duration: number): RateLimiterMemory {
  const limiter = new RateLimiterMemory({ keyPrefix, points, duration });
  const subjects = new LRUCache<string, true>({
    max: REMEMBERED,
    dispose: (_value, subject) => void limiter.delete(subject),
  });
  const { consume, penalty } = limiter;
  limiter.consume = (subject, ...rest) => {
    subjects.set(String(subject), true);
    return consume.call(limiter, subject, ...rest);
  };
  limiter.penalty = (subject, ...rest) => {
    subjects.set(String(subject), true);
    return penalty.call(limiter, subject, ...rest);
  };
  return limiter;
}

function makeTableLimiter(
  pool: pg.Pool,
  insurance: RateLimiterMemory,
  clearExpiredByTimeout: boolean,
): RateLimiterPostgres {
  const { keyPrefix, points, duration } = insurance;
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    insuranceLimiter: insurance,
    clearExpiredByTimeout,
    // What is used up is refused without asking the database again.
    inMemoryBlockOnConsumed: points + 1,
  });
}
