import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { orAborted } from '../or-aborted.ts';
import { type AnswerResponse, answerRequestSchema, answerResponseSchema } from '../schemas.ts';
import type { ServiceDeps, ServiceLimits } from '../service-deps.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { ResolveStore } from './resolve-store.ts';
import { streamAnswer } from './stream-answer.ts';

const eventStream = 'text/event-stream';

function makeRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/answer',
    operationId: 'answer',
    summary: 'Answer a question',
    description:
      'With `Accept: text/event-stream` the answer streams as server-sent events: `start` (ids), `delta` (`{text}`), ' +
      '`citation`, `products`, `done` (the whole response), or `error` (a problem). What has been streamed is never taken back.',
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: {
      body: { required: true, content: { 'application/json': { schema: answerRequestSchema } } },
    },
    responses: {
      ...problemResponses(...bodyProblems, 'unknown-store', 'model-unavailable', 'model-refused', 'timeout'),
      200: {
        description: 'The answer, with its proofs',
        content: {
          'application/json': { schema: answerResponseSchema },
          [eventStream]: { schema: z.string().openapi({ description: 'Server-sent events.' }) },
        },
      },
    },
  });
}

/** Adds `POST /answer`, as JSON and as server-sent events. */
export function addAnswerRoute(
  app: App,
  {
    answer,
    resolveStore,
    logger,
    limits,
  }: Pick<ServiceDeps, 'answer' | 'logger'> & {
    resolveStore: ResolveStore;
    limits: ServiceLimits;
  },
): void {
  app.openapi(makeRoute(limits), async (c) => {
    const { access, requestId } = c.var;
    const body = c.req.valid('json');
    const request = { ...body, store: await resolveStore(body.store) };
    access.store = request.store;
    const note = (response: AnswerResponse) => {
      access.answerStatus = response.status;
    };
    const deadline = AbortSignal.timeout(limits.answerTimeoutMs);
    const signal = AbortSignal.any([c.req.raw.signal, deadline]);

    if (prefersStream(c.req.header('accept'))) {
      const { response, finished } = await streamAnswer({
        run: (options) => answer(request, options),
        signal,
        heartbeatMs: limits.heartbeatMs,
        requestId,
        logger,
        onAnswer: note,
      });
      access.streamed = finished;
      return response;
    }
    const response = await orAborted(answer(request, { signal }), signal);
    note(response);
    return c.json(response, 200);
  });
}

function prefersStream(accept: string | undefined): boolean {
  return accept?.split(',').some((part) => part.split(';')[0]?.trim().toLowerCase() === eventStream) ?? false;
}
