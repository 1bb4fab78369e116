import { z } from '@hono/zod-openapi';

// OpenAPI 3.1.0, 4.8: the objects that this API's document uses, and no field that they do not have.
const schema = z.union([z.boolean(), z.looseObject({})]);
const mediaType = z.strictObject({ schema: schema.optional(), example: z.unknown().optional() });
const content = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), mediaType);
const header = z.strictObject({ description: z.string().optional(), schema });
const parameter = z
  .strictObject({
    name: z.string().min(1),
    in: z.enum(['path', 'query', 'header', 'cookie']),
    required: z.boolean().optional(),
    description: z.string().optional(),
    schema,
  })
  .refine((one) => one.in !== 'path' || one.required === true, { error: 'a path parameter is required' });
const response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), header).optional(),
  content: content.optional(),
});
const security = z.array(z.partialRecord(z.enum(['bearer', 'header']), z.array(z.string())));
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  summary: z.string().min(1),
  description: z.string().optional(),
  tags: z.array(z.string()).length(1),
  security: security.optional(),
  'x-aisle-scope': z.enum(['answer', 'ingest', 'admin']).optional(),
  'x-aisle-publishable': z.boolean().optional(),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean().optional(), content }).optional(),
  responses: z.record(z.string().regex(/^([1-5]\d\d|default)$/), response),
});
const method = z.enum(['get', 'put', 'post', 'delete', 'options', 'head', 'patch']);

/** What an OpenAPI 3.1 document is, as far as this API's uses it. */
export const openApiShape = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string(),
    license: z.strictObject({ name: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  security,
  webhooks: z.record(z.string(), z.never()).optional(),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(method, operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schema),
    parameters: z.record(z.string(), z.unknown()).optional(),
    securitySchemes: z.record(
      z.string(),
      z.union([
        z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), description: z.string() }),
        z.strictObject({
          type: z.literal('apiKey'),
          in: z.literal('header'),
          name: z.string(),
          description: z.string(),
        }),
      ]),
    ),
  }),
});
