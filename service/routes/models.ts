import { createRoute, z } from '@hono/zod-openapi';
import { maySee } from '../access/caller.ts';
import type { App } from '../app-env.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { FindModel } from './find-model.ts';
import { openAiResponses } from './openai-responses.ts';

const modelSchema = z
  .object({
    id: z.string().openapi({ description: 'The id of the store.', example: 'sample' }),
    object: z.literal('model'),
    created: z.int().openapi({ description: 'Seconds since 1970: since when this service serves it.' }),
    owned_by: z.string(),
  })
  .openapi('Model');

const listRoute = createRoute({
  method: 'get',
  path: '/v1/models',
  operationId: 'listModels',
  summary: "The stores, as OpenAI's clients list models",
  responses: {
    ...openAiResponses(),
    200: {
      description: 'A model for each store',
      content: {
        'application/json': {
          schema: z.object({ object: z.literal('list'), data: z.array(modelSchema) }).openapi('Models'),
        },
      },
    },
  },
});

const oneRoute = createRoute({
  method: 'get',
  // A name may have a slash in it, and clients escape it or not.
  path: '/v1/models/{id}',
  operationId: 'getModel',
  summary: "A store, as OpenAI's clients look a model up",
  request: { params: z.object({ id: z.string().min(1).max(200).openapi({ example: 'sample' }) }) },
  responses: {
    ...openAiResponses('invalid-request', 'unknown-store'),
    200: { description: 'The model', content: { 'application/json': { schema: modelSchema } } },
  },
});

/** Adds `GET /v1/models` and `GET /v1/models/{id}`. */
export function addModelsRoutes(
  app: App,
  { listStores, findModel }: Pick<ServiceDeps, 'listStores'> & { findModel: FindModel },
): void {
  const created = Math.floor(Date.now() / 1000);
  const model = (id: string) => ({ id, object: 'model' as const, created, owned_by: 'aisle' });
  app.openapi(listRoute, async (c) => {
    const stores = (await listStores('newest')).filter(({ id }) => maySee(c.var.caller, id));
    return c.json({ object: 'list' as const, data: stores.map(({ id }) => model(id)) }, 200);
  });
  app.openapi(oneRoute, async (c) =>
    c.json(model(await findModel(c.req.valid('param').id, c.var.caller)), 200),
  );
  app.get('/v1/models/aisle/:id', async (c) =>
    c.json(model(await findModel(c.req.param('id'), c.var.caller)), 200),
  );
}
