import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { conversationSchema, deletedConversationSchema } from '../schemas/conversation.ts';
import { storeIdSchema } from '../schemas/store.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { Streams } from '../streams/streams.ts';
import { problemResponses } from './problem-responses.ts';
import type { ResolveStore } from './resolve-store.ts';

const params = z.object({
  id: z.string().min(1).max(128).openapi({ example: 'cnv_8f14e45fceea167a5a36de' }),
});
const problems = problemResponses('invalid-request', 'unknown-store', 'unknown-conversation');

const readRoute = createRoute({
  method: 'get',
  path: '/conversations/{id}',
  operationId: 'getConversation',
  summary: 'What was asked and answered in a conversation',
  description:
    'For who holds its id, which cannot be guessed. The last turns come first to hand; `before` pages back.',
  request: {
    params,
    query: z.object({
      store: storeIdSchema.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50).openapi({ description: 'Turns at most.' }),
      before: z
        .string()
        .regex(/^ans_[\w-]{1,64}$/, { error: 'the id of an answer' })
        .optional()
        .openapi({ description: 'Only the turns before the one with this answer.' }),
    }),
  },
  responses: {
    ...problems,
    200: {
      description: 'The conversation',
      content: { 'application/json': { schema: conversationSchema } },
    },
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/conversations/{id}',
  operationId: 'deleteConversation',
  summary: 'Delete a conversation',
  description:
    'Deletes its questions and answers, ratings and comments, and what was passed on to people from it. An answer that is being made in it is stopped.',
  request: { params, query: z.object({ store: storeIdSchema.optional() }) },
  responses: {
    ...problems,
    200: {
      description: 'It is deleted; how much of what',
      content: { 'application/json': { schema: deletedConversationSchema } },
    },
  },
});

/** Adds `GET` and `DELETE /conversations/{id}?store=`. */
export function addConversationRoutes(
  app: App,
  {
    conversations,
    resolveStore,
    streams,
  }: Pick<ServiceDeps, 'conversations'> & { resolveStore: ResolveStore; streams: Streams },
): void {
  app.openapi(readRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { store: given, ...page } = c.req.valid('query');
    const store = await resolveStore(given, c.var.caller);
    c.var.access.store = store;
    const conversation = await conversations.read(store, id, page);
    if (conversation === null) throw unknownConversation();
    c.header('cache-control', 'no-store');
    return c.json(conversation, 200);
  });
  app.openapi(deleteRoute, async (c) => {
    const { id } = c.req.valid('param');
    const store = await resolveStore(c.req.valid('query').store, c.var.caller);
    c.var.access.store = store;
    streams.forget(store, id);
    const deleted = await conversations.delete(store, id);
    if (deleted === null) throw unknownConversation();
    return c.json(deleted, 200);
  });
}

function unknownConversation(): ProblemError {
  return new ProblemError('unknown-conversation', {
    detail:
      'There is no such conversation: its time is over, it was deleted, or its id is of another store. POST /answer without a conversationId begins one.',
  });
}
