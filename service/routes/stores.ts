import { createRoute, z } from '@hono/zod-openapi';
import { maySee } from '../access/caller.ts';
import type { App } from '../app-env.ts';
import { storeSchema } from '../schemas/store.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { problemResponses } from './problem-responses.ts';

const route = createRoute({
  method: 'get',
  path: '/stores',
  operationId: 'listStores',
  summary: 'The stores that questions can be asked of',
  responses: {
    ...problemResponses(),
    200: {
      description: 'The stores; `default` is taken when a request names none',
      content: {
        'application/json': {
          schema: z
            .object({ stores: z.array(storeSchema), default: z.string().nullable() })
            .openapi('Stores'),
        },
      },
    },
  },
});

/** Adds `GET /stores`. */
export function addStoresRoute(
  app: App,
  { listStores, defaultStore }: Pick<ServiceDeps, 'listStores' | 'defaultStore'>,
): void {
  app.openapi(route, async (c) => {
    const stores = (await listStores('newest')).filter(({ id }) => maySee(c.var.caller, id));
    const only = stores.length === 1 ? stores[0]?.id : undefined;
    const configured = stores.find(({ id }) => id === defaultStore)?.id;
    return c.json({ stores, default: configured ?? only ?? null }, 200);
  });
}
