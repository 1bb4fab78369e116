import { routeNeeds } from '../access/route-needs.ts';
import type { App } from '../app-env.ts';
import type { ApiDocument, Operation } from './api-types.ts';
import { API_VERSION } from './api-version.ts';
import { requestExamples, responseExamples } from './examples.ts';
import { tagOf, tags } from './tags.ts';

const DESCRIPTION =
  "Answers shoppers' questions from a store's own pages and catalog, and proves every answer with checked quotes. Errors are problem documents (RFC 9457); under `/v1/` they have OpenAI's shape.";

const RATE_LIMIT_HEADERS = {
  RateLimit: {
    description:
      'What is left of each limit, such as `"minute";r=59;t=60` (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    description: 'The limits, such as `"minute";q=60;w=60`.',
    schema: { type: 'string' },
  },
};
const RETRY_AFTER = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } };

/** The OpenAPI 3.1 document of the routes that an app has, made of the schemas that check requests. */
export function makeApiDocument(app: App): ApiDocument {
  const { openAPIRegistry } = app;
  openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key: `pk_…` stands in pages and works from its own origins, `sk_…` is for servers.',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'header', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Aisle-Key',
    description: 'The same where `Authorization` is taken.',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Aisle',
      version: API_VERSION,
      description: DESCRIPTION,
      license: { name: 'MIT' },
    },
    servers: [{ url: '/', description: 'The service that this document comes from.' }],
    tags: [...tags],
    security: [{ bearer: [] }, { header: [] }],
  }) as unknown as ApiDocument;
  for (const [path, operations] of Object.entries(document.paths))
    for (const operation of Object.values(operations)) complete(path, operation);
  return document;
}

/** Adds what holds of a route by its address: its group, the key that it asks for, examples. */
function complete(path: string, operation: Operation): void {
  const needs = routeNeeds(path);
  operation.tags = [tagOf(path)];
  if (needs === null) operation.security = [];
  else {
    operation['x-aisle-scope'] = needs.scope;
    operation['x-aisle-publishable'] = needs.publishable;
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const limited = needs === null ? {} : RATE_LIMIT_HEADERS;
    const headers = { ...limited, ...(status === '429' || status === '503' ? RETRY_AFTER : {}) };
    if (Object.keys(headers).length > 0) response.headers = { ...headers, ...response.headers };
    for (const [type, media] of Object.entries(response.content ?? {})) {
      const example = status.startsWith('2') ? responseExamples[operation.operationId]?.[type] : undefined;
      if (example !== undefined) media.example = example;
    }
  }
  const example = requestExamples[operation.operationId];
  const body = operation.requestBody?.content['application/json'];
  if (body !== undefined && example !== undefined) body.example = example;
}
