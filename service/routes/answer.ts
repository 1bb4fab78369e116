import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { ProblemError } from '../problem.ts';
import { answerRequestSchema } from '../schemas/answer-request.ts';
import { answerResponseSchema } from '../schemas/answer-response.ts';
import { storeIdSchema } from '../schemas/store.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { FROM_BEGINNING, readEventId } from '../streams/event-id.ts';
import { answerFormat } from '../wire/answer-format.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { Reply } from './reply.ts';

const eventStream = 'text/event-stream';

const lastEventId = z
  .string()
  .max(200)
  .optional()
  .openapi({ description: 'Goes on with a stream after this event, the `id` of the last one that arrived.' });
const headers = z.object({ 'last-event-id': lastEventId });

function makeRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/answer',
    operationId: 'answer',
    summary: 'Answer a question',
    description:
      'With `Accept: text/event-stream` the answer streams as server-sent events: `start` (ids), `delta` (`{text}`), ' +
      '`citation`, `products`, `done` (the whole response), or `error` (a problem). What has been streamed is never taken back. ' +
      'A client that loses the connection sends the same request with `Last-Event-ID`, and gets the rest: within a few ' +
      'seconds while the answer is made, within a minute after its end.',
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: {
      headers,
      body: { required: true, content: { 'application/json': { schema: answerRequestSchema } } },
    },
    responses: {
      ...problemResponses(
        ...bodyProblems,
        'unknown-store',
        'unknown-stream',
        'conversation-busy',
        'model-unavailable',
        'model-refused',
        'stopping',
        'timeout',
      ),
      204: { description: 'A stream that was gone on with had nothing left to send' },
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

const eventsRoute = createRoute({
  method: 'get',
  path: '/answer/{id}/events',
  operationId: 'resumeAnswer',
  summary: 'Go on with the stream of an answer',
  description:
    'The events of an answer after `Last-Event-ID`, or all of them, for the caller who asked: while it is made and for a ' +
    'minute after its end. Another instance than the one that makes it waits for its end. An EventSource that reconnects by itself is served.',
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^ans_[\w-]{1,64}$/, { error: 'the id of an answer' })
        .openapi({ example: 'ans_3c59dc048e8850243be807' }),
    }),
    query: z.object({ store: storeIdSchema.optional() }),
    headers,
  },
  responses: {
    ...problemResponses('invalid-request', 'unknown-store', 'unknown-stream'),
    200: {
      description: 'The events',
      content: { [eventStream]: { schema: z.string().openapi({ description: 'Server-sent events.' }) } },
    },
    204: { description: 'It has ended, and there is nothing left to send' },
  },
});

/** Adds `POST /answer`, as JSON and as server-sent events, and `GET /answer/{id}/events` to go on with those. */
export function addAnswerRoute(app: App, { reply, limits }: { reply: Reply; limits: ServiceLimits }): void {
  app.openapi(makeRoute(limits), async (c) => {
    const request = c.req.valid('json');
    if (!prefersStream(c.req.header('accept'))) return c.json(await reply.whole(c, request), 200);
    const given = c.req.header('last-event-id');
    if (!given) return reply.streamed(c, request, answerFormat);
    const { answerId, place } = eventOf(given);
    return reply.resumed(c, { answerId, store: request.store }, place, answerFormat);
  });
  app.openapi(eventsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const given = c.req.header('last-event-id');
    const { answerId, place } = given ? eventOf(given) : { answerId: id, place: FROM_BEGINNING };
    if (answerId !== id) throw wrongEventId();
    return reply.resumed(c, { answerId, store: c.req.valid('query').store }, place, answerFormat);
  });
}

/** @throws ProblemError when it is none of ours. */
function eventOf(given: string): NonNullable<ReturnType<typeof readEventId>> {
  const event = readEventId(given);
  if (event === null) throw wrongEventId();
  return event;
}

function wrongEventId(): ProblemError {
  return new ProblemError('invalid-request', {
    detail: 'Last-Event-ID is none of this stream. Send the "id" of its last event as it arrived.',
    errors: [{ path: 'header.last-event-id', expected: 'an id such as ans_…/12.340.2', got: 'another text' }],
  });
}

function prefersStream(accept: string | undefined): boolean {
  return accept?.split(',').some((part) => part.split(';')[0]?.trim().toLowerCase() === eventStream) ?? false;
}
