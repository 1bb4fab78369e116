import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { orAborted } from '../or-aborted.ts';
import type { AnswerRequest, AnswerResponse } from '../schemas.ts';
import type { ServiceDeps, ServiceLimits } from '../service-deps.ts';
import { streamAnswer } from '../wire/stream-answer.ts';
import type { WireFormat } from '../wire/wire-format.ts';
import type { ResolveStore } from './resolve-store.ts';

/** Answers a question for any route: the one way from a checked request to the pipeline. */
export interface Reply {
  /** @throws what the pipeline throws, the store's problems, and a timeout. */
  whole: (c: Context<AppEnv>, request: AnswerRequest) => Promise<AnswerResponse>;
  /** The same as server-sent events, written as the format says. @throws what fails before the first event. */
  streamed: (c: Context<AppEnv>, request: AnswerRequest, format: WireFormat) => Promise<Response>;
}

export function makeReply({
  answer,
  resolveStore,
  logger,
  limits,
}: Pick<ServiceDeps, 'answer' | 'logger'> & { resolveStore: ResolveStore; limits: ServiceLimits }): Reply {
  const prepare = async (c: Context<AppEnv>, body: AnswerRequest) => {
    const { access, caller } = c.var;
    const store = await resolveStore(body.store, caller);
    access.store = store;
    const deadline = AbortSignal.timeout(limits.answerTimeoutMs);
    return {
      request: { ...body, store },
      signal: AbortSignal.any([c.req.raw.signal, deadline]),
      note: (response: AnswerResponse) => {
        access.answerStatus = response.status;
      },
    };
  };
  return {
    whole: async (c, body) => {
      const { request, signal, note } = await prepare(c, body);
      const response = await orAborted(answer(request, { signal }), signal);
      note(response);
      return response;
    },
    streamed: async (c, body, format) => {
      const { request, signal, note } = await prepare(c, body);
      const { response, finished } = await streamAnswer({
        run: (options) => answer(request, options),
        format,
        signal,
        heartbeatMs: limits.heartbeatMs,
        requestId: c.var.requestId,
        logger,
        onAnswer: note,
      });
      c.var.access.streamed = finished;
      return response;
    },
  };
}
