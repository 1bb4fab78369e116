import { OpenAPIHono, type z } from '@hono/zod-openapi';

type Json = Record<string, unknown>;

/**
 * The JSON Schema of a tool's arguments or result, with the descriptions that the API's document has. It refers to nothing:
 * some clients hand it to a model as it is. Pure.
 */
export function toolSchema(schema: z.ZodType): { type: 'object' } & Json {
  const scratch = new OpenAPIHono();
  scratch.openAPIRegistry.register('Tool', schema);
  const document = scratch.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } });
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  return { ...(inline(schemas.Tool ?? {}, schemas) as Json), type: 'object' };
}

function inline(node: unknown, schemas: Record<string, Json>): unknown {
  if (Array.isArray(node)) return node.map((one) => inline(one, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as Json;
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inline(value, schemas)]));
  if (typeof $ref !== 'string') return own;
  const target = schemas[$ref.replace('#/components/schemas/', '')] ?? {};
  return { ...(inline(target, schemas) as Json), ...own };
}
