import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { ProblemError } from './problem.ts';
import type { Readiness } from './service-deps.ts';

/** What is asked of a service that is being stopped all the same: who runs it wants to see it go. */
const ALWAYS = new Set(['/health', '/ready', '/metrics']);

/**
 * The end of a service, in three steps: it says that it is not ready, so that no more is sent to it; it refuses what is sent
 * all the same, while what is under way ends; and what has not ended by then is told so.
 */
export interface Drain {
  /** Counts what is under way, and refuses from the second step on. Before every route. */
  middleware: MiddlewareHandler<AppEnv>;
  /** Readiness as it is, but for a service that is being stopped. */
  checkReady(check: () => Promise<Readiness>): Promise<Readiness>;
  /** Aborted at the third step, with a problem for clients as its reason. */
  readonly ending: AbortSignal;
  /** Requests under way, streams included. */
  readonly underWay: number;
  /** Goes through the steps; resolves when nothing is under way, or the grace is over. */
  run(times: DrainTimes): Promise<void>;
}

/** In milliseconds. */
export interface DrainTimes {
  /** New requests are still answered, until whoever sends them has seen that the service is not ready. */
  noticeMs: number;
  /** What is under way may end. */
  graceMs: number;
}

export function makeDrain(): Drain {
  let step: 'serving' | 'notice' | 'refusing' = 'serving';
  let underWay = 0;
  const idle = Promise.withResolvers<void>();
  const ending = new AbortController();
  const leave = () => {
    underWay -= 1;
    if (underWay === 0 && step === 'refusing') idle.resolve();
  };

  return {
    middleware: async (c, next) => {
      if (ALWAYS.has(c.req.path)) return next();
      if (step === 'refusing') throw stopping();
      underWay += 1;
      try {
        await next();
      } finally {
        const { streamed } = c.var.access;
        if (streamed) void streamed.then(leave);
        else leave();
      }
    },
    async checkReady(check) {
      if (step === 'serving') return check();
      const service = { ok: false, detail: 'The service is being stopped.' };
      return { ok: false, checks: { service } };
    },
    ending: ending.signal,
    get underWay() {
      return underWay;
    },
    async run({ noticeMs, graceMs }) {
      step = 'notice';
      await sleep(noticeMs);
      step = 'refusing';
      if (underWay > 0) {
        const over = new AbortController();
        await Promise.race([
          idle.promise,
          sleep(graceMs, undefined, { signal: over.signal }).catch(() => undefined),
        ]);
        over.abort();
      }
      ending.abort(stopping());
    },
  };
}

function stopping(): ProblemError {
  return new ProblemError('stopping', {
    detail: 'The service is being stopped, as for a new version. Ask again in a few seconds.',
    headers: { 'retry-after': '5', connection: 'close' },
  });
}
