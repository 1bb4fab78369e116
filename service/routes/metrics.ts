import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app-env.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { problemResponses } from './problem-responses.ts';

const route = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'metrics',
  summary: 'What the service counts about itself, for Prometheus',
  description:
    'Needs a secret key with the scope `admin`, or nothing where the service has no keys and listens on loopback.',
  responses: {
    ...problemResponses(),
    200: {
      description: "Prometheus' text format, 0.0.4",
      content: { 'text/plain': { schema: z.string() } },
    },
  },
});

/** Adds `GET /metrics`. */
export function addMetricsRoute(app: App, { render }: Pick<Metrics, 'render'>): void {
  app.openapi(route, async (c) => {
    const { contentType, text } = await render();
    return c.text(text, 200, { 'content-type': contentType });
  });
}
