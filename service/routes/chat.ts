import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { ProblemError } from '../problem.ts';
import { text } from '../schemas/fields.ts';
import { storeIdSchema } from '../schemas/store.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { FROM_BEGINNING } from '../streams/event-id.ts';
import { chatRequestSchema, readChatRequest } from '../wire/ui-stream/chat-request.ts';
import { makeUiStreamFormat } from '../wire/ui-stream/ui-stream-format.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { Reply } from './reply.ts';

const stream = {
  'text/event-stream': { schema: z.string().openapi({ description: 'Server-sent events.' }) },
};

function makeChatRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/chat',
    operationId: 'chat',
    summary: "Answer a chat's last message, for the AI SDK's `useChat`",
    description:
      "Speaks the AI SDK's UI message stream: the text with its `[n]` marks, `source-url` for each page, and `data-citation`, `data-products`, `data-clarify`, `data-handoff` and `data-answer` parts. The message's metadata has the `conversationId`.",
    middleware: [jsonBody({ maxBytes: limits.maxChatBodyBytes })] as const,
    request: { body: { required: true, content: { 'application/json': { schema: chatRequestSchema } } } },
    responses: {
      ...problemResponses(...bodyProblems, 'unknown-store', 'model-unavailable', 'model-refused', 'timeout'),
      200: { description: 'A UI message stream', content: stream },
    },
  });
}

const resumeRoute = createRoute({
  method: 'get',
  path: '/chat/{id}/stream',
  operationId: 'resumeChat',
  summary: 'Go on with the answer that a conversation waits for',
  description:
    "What `useChat({ resume: true })` asks. The id is the `conversationId`, not the client's own name of the chat.",
  request: {
    params: z.object({ id: text(512).openapi({ example: 'cnv_8f14e45f' }) }),
    query: z.object({ store: storeIdSchema.optional() }),
  },
  responses: {
    ...problemResponses('invalid-request', 'unknown-store'),
    200: { description: 'The UI message stream from its beginning', content: stream },
    204: { description: 'Nothing is being answered' },
  },
});

/** Adds `POST /chat` and `GET /chat/{id}/stream`. */
export function addChatRoutes(app: App, { reply, limits }: { reply: Reply; limits: ServiceLimits }): void {
  app.openapi(makeChatRoute(limits), (c) =>
    reply.streamed(c, readChatRequest(c.req.valid('json')), makeUiStreamFormat()),
  );
  app.openapi(resumeRoute, async (c) => {
    const { store } = c.req.valid('query');
    const name = { conversationId: c.req.valid('param').id, store };
    try {
      return await reply.resumed(c, name, FROM_BEGINNING, makeUiStreamFormat());
    } catch (error) {
      // The client asks at each start whether there is something; that there is not is no error.
      if (error instanceof ProblemError && error.kind === 'unknown-stream') return c.body(null, 204);
      throw error;
    }
  });
}
