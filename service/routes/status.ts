import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { publicProblemResponses } from './problem-responses.ts';

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'health',
  summary: 'Whether the process is alive',
  responses: {
    200: {
      description: 'Alive',
      content: { 'application/json': { schema: z.object({ status: z.literal('ok') }).openapi('Health') } },
    },
  },
});

const checkSchema = z
  .object({
    ok: z.boolean(),
    state: z.enum(['ok', 'refused', 'unknown']).optional().openapi({
      description:
        'Of `chatModel`, which is there where CHAT_MODEL names one: whether it takes its key. While it refuses, answers are extractive, and the service stays ready.',
    }),
    detail: z.string().optional(),
  })
  .openapi('ReadyCheck');

const readyRoute = createRoute({
  method: 'get',
  path: '/ready',
  operationId: 'ready',
  summary: 'Whether questions can be answered: database reachable, migrated, model loaded',
  responses: {
    ...publicProblemResponses('not-ready'),
    200: {
      description: 'Ready',
      content: {
        'application/json': {
          schema: z
            .object({ status: z.literal('ready'), checks: z.record(z.string(), checkSchema) })
            .openapi('Ready'),
        },
      },
    },
  },
});

/** Adds `GET /health` and `GET /ready`. */
export function addStatusRoutes(app: App, { checkReady }: Pick<ServiceDeps, 'checkReady'>): void {
  app.openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(readyRoute, async (c) => {
    const { ok, checks } = await checkReady();
    if (ok) return c.json({ status: 'ready' as const, checks }, 200);
    const failing = Object.entries(checks).filter(([, check]) => !check.ok);
    const detail = failing.map(([name, check]) => `${name}: ${check.detail ?? 'not ready'}`).join('; ');
    throw new ProblemError('not-ready', { detail, checks, headers: { 'retry-after': '5' } });
  });
}
