import { createRoute } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { handoffReceiptSchema, handoffRequestSchema } from '../schemas/handoff.ts';
import type { ServiceDeps, ServiceLimits } from '../service-deps.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { ResolveStore } from './resolve-store.ts';

function makeRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/handoff',
    operationId: 'requestHandoff',
    summary: "Pass a shopper to the store's people",
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: {
      body: { required: true, content: { 'application/json': { schema: handoffRequestSchema } } },
    },
    responses: {
      ...problemResponses(...bodyProblems, 'unknown-store'),
      202: {
        description: 'Kept, for people to answer',
        content: { 'application/json': { schema: handoffReceiptSchema } },
      },
    },
  });
}

/** Adds `POST /handoff`. */
export function addHandoffRoute(
  app: App,
  {
    requestHandoff,
    resolveStore,
    limits,
  }: Pick<ServiceDeps, 'requestHandoff'> & { resolveStore: ResolveStore; limits: ServiceLimits },
): void {
  app.openapi(makeRoute(limits), async (c) => {
    const request = c.req.valid('json');
    const store = await resolveStore(request.store, c.var.caller);
    c.var.access.store = store;
    const { id } = await requestHandoff({ ...request, store });
    return c.json({ id, status: 'received' as const }, 202);
  });
}
