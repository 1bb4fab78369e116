import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { answerRequestSchema, answerResponseSchema } from '../schemas.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { answerFormat } from '../wire/answer-format.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { Reply } from './reply.ts';

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
export function addAnswerRoute(app: App, { reply, limits }: { reply: Reply; limits: ServiceLimits }): void {
  app.openapi(makeRoute(limits), async (c) => {
    const request = c.req.valid('json');
    if (prefersStream(c.req.header('accept'))) return reply.streamed(c, request, answerFormat);
    return c.json(await reply.whole(c, request), 200);
  });
}

function prefersStream(accept: string | undefined): boolean {
  return accept?.split(',').some((part) => part.split(';')[0]?.trim().toLowerCase() === eventStream) ?? false;
}
