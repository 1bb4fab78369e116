import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from '../app-env.ts';
import { makeBoundOpenAnswers, type OpenAnswerLimits } from '../limits/bound-open-answers.ts';
import { makeLimitRequests } from '../limits/limit-requests.ts';
import { makeNoteAddress } from '../limits/note-address.ts';
import { makeNoteQuestion } from '../limits/note-question.ts';
import { makeCountRequests } from '../metrics/count-requests.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { makeAuthenticate } from './authenticate.ts';
import { OPEN_CALLER } from './caller.ts';
import { makeClosedPage } from './closed-page.ts';
import { makeCors } from './cors.ts';
import type { Gate } from './gate.ts';

const open: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('caller', OPEN_CALLER);
  await next();
};

/**
 * What each request goes through before its route, in order: counted, let in from other origins, known, within its limits.
 * @param gate null: whoever reaches the app may do everything, as in tests and in the same process
 */
export function makeAdmission({
  gate,
  limits,
  metrics,
  logger,
}: {
  gate: Gate | null;
  limits: OpenAnswerLimits & Pick<ServiceLimits, 'maxBodyBytes'>;
  metrics: Metrics;
  logger: Logger;
}): MiddlewareHandler<AppEnv>[] {
  const count = makeCountRequests(metrics);
  const noteQuestion = makeNoteQuestion(limits.maxBodyBytes);
  const bound = makeBoundOpenAnswers(limits, metrics.openAnswers);
  if (gate === null) return [count, open, noteQuestion, bound];
  return [
    count,
    makeNoteAddress(gate.trustProxy, logger),
    makeCors(gate.readKeys),
    makeAuthenticate(gate),
    makeClosedPage(gate),
    noteQuestion,
    makeLimitRequests({ ...gate, logger, onRefused: metrics.rateLimited }),
    bound,
  ];
}
