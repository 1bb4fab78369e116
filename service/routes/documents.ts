import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { documentResponseSchema } from '../schemas/document.ts';
import { identifier } from '../schemas/fields.ts';
import { storeIdSchema } from '../schemas/store.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { problemResponses } from './problem-responses.ts';
import type { ResolveStore } from './resolve-store.ts';

const route = createRoute({
  method: 'get',
  path: '/documents/{id}',
  operationId: 'getDocument',
  summary: 'The text that quotes are slices of',
  request: {
    params: z.object({ id: identifier.openapi({ example: 'doc_1f0e3dad' }) }),
    query: z.object({ store: storeIdSchema.optional() }),
  },
  responses: {
    ...problemResponses('invalid-request', 'unknown-store', 'unknown-document'),
    200: {
      description: 'The stored document',
      content: { 'application/json': { schema: documentResponseSchema } },
    },
  },
});

/** Adds `GET /documents/{id}?store=`, so that anyone can check a quote. */
export function addDocumentRoute(
  app: App,
  { findDocument, resolveStore }: Pick<ServiceDeps, 'findDocument'> & { resolveStore: ResolveStore },
): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const store = await resolveStore(c.req.valid('query').store, c.var.caller);
    c.var.access.store = store;
    const document = await findDocument(store, id);
    if (!document) {
      const detail = `The store ${JSON.stringify(store)} has no document ${JSON.stringify(id)}. It may have been removed since it was cited.`;
      throw new ProblemError('unknown-document', { detail });
    }
    return c.json(document, 200);
  });
}
