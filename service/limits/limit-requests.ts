import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { needsOf } from '../access/authenticate.ts';
import type { KeyLimits } from '../access/caller.ts';
import type { AppEnv } from '../app-env.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { Counters } from './counters.ts';
import { costUnits, type Quota, quotasFor } from './quotas.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { refusalOf } from './refuse.ts';

/** How much may be asked. */
export interface RequestLimits {
  counters: Counters;
  addressLimits: KeyLimits;
  logger: Logger;
  /** Is told of each refusal. */
  onRefused: (name: Quota['name']) => void;
}

/**
 * Refuses what is beyond a quota of its key or address, tells with every response what is left, and counts what an answer has
 * cost. Questions under way when a budget is spent are answered.
 */
export function makeLimitRequests({
  counters,
  addressLimits,
  logger,
  onRefused,
}: RequestLimits): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (needsOf(c) === null) return next();
    const { caller, access } = c.var;
    const { uses, budgets } = quotasFor(caller, access.address ?? null, addressLimits, access.asks ?? null);
    const [used, spent] = await Promise.all([
      Promise.all(uses.map(counters.use)),
      Promise.all(budgets.map(counters.look)),
    ]);
    const refusal = refusalOf([...used, ...spent]);
    if (refusal !== null) {
      onRefused(refusal.quota.name);
      Object.assign(refusal.problem.details.headers ?? {}, rateLimitHeaders(used));
      throw refusal.problem;
    }
    const charge = ({ usage, cached }: AnswerResponse): void => {
      const units = cached ? 0 : costUnits(usage.costUsd);
      if (units === 0) return;
      for (const budget of budgets) {
        counters.add(budget, units).catch((err: unknown) => {
          logger.warn({ err, quota: budget.name }, 'the cost of an answer was not counted');
        });
      }
    };
    access.answered = [...(access.answered ?? []), charge];
    await next();
    for (const [name, value] of Object.entries(rateLimitHeaders(used))) c.res.headers.set(name, value);
  };
}
