import { createRoute, z } from '@hono/zod-openapi';
import { maySee } from '../access/caller.ts';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { ProblemError } from '../problem.ts';
import { feedbackRequestSchema } from '../schemas/feedback.ts';
import type { ServiceDeps, ServiceLimits } from '../service-deps.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { ResolveStore } from './resolve-store.ts';

const receiptSchema = z
  .object({ answerId: z.string(), status: z.literal('received') })
  .openapi('FeedbackReceipt');

function makeRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/feedback',
    operationId: 'giveFeedback',
    summary: 'Rate an answer',
    description: 'A later rating of the same answer replaces the earlier one.',
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: {
      body: { required: true, content: { 'application/json': { schema: feedbackRequestSchema } } },
    },
    responses: {
      ...problemResponses(...bodyProblems, 'unknown-store', 'unknown-answer'),
      200: { description: 'Kept', content: { 'application/json': { schema: receiptSchema } } },
    },
  });
}

/** Adds `POST /feedback`. Without `store` the answer is looked for in each store, one at a time. */
export function addFeedbackRoute(
  app: App,
  {
    saveFeedback,
    listStores,
    resolveStore,
    limits,
  }: Pick<ServiceDeps, 'saveFeedback' | 'listStores'> & { resolveStore: ResolveStore; limits: ServiceLimits },
): void {
  app.openapi(makeRoute(limits), async (c) => {
    const feedback = c.req.valid('json');
    const stores =
      feedback.store === undefined
        ? (await listStores()).map(({ id }) => id).filter((id) => maySee(c.var.caller, id))
        : [await resolveStore(feedback.store, c.var.caller)];
    for (const store of stores) {
      if (await saveFeedback({ ...feedback, store })) {
        c.var.access.store = store;
        return c.json({ answerId: feedback.answerId, status: 'received' as const }, 200);
      }
    }
    const detail = `There is no answer ${JSON.stringify(feedback.answerId)}. Send the "id" of a response of POST /answer.`;
    throw new ProblemError('unknown-answer', { detail });
  });
}
