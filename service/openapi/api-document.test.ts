import type { JsonSchemaType } from '@modelcontextprotocol/sdk/validation';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { routeNeeds } from '../access/route-needs.ts';
import { type ApiDocument, type JsonSchema, refName } from './api-types.ts';
import { makeFakeApp, servedDocument } from './fake-app.fixture.ts';
import { openApiShape } from './openapi-shape.fixture.ts';
import { sampleValue } from './sample-value.ts';

/** Served, but no part of the API: pages with their files, and the document itself. */
const NOT_DESCRIBED = /^\/($|page\/|widget\/|widget\.js$|docs($|\/)|openapi\.json$)/;
/** Another spelling of `/v1/models/{id}`. */
const ALIASES = ['/v1/models/aisle/:id'];

const app = makeFakeApp();
let document: ApiDocument;
beforeAll(async () => {
  document = await servedDocument(app);
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** Checks by a schema of the document; the document's references are followed. */
function checkerOf(schema: JsonSchema) {
  const rooted = { ...schema, components: document.components } as unknown as JsonSchemaType;
  return new AjvJsonSchemaValidator().getValidator(rooted);
}

test('it is an OpenAPI 3.1 document', () => {
  const { error } = openApiShape.safeParse(document);
  expect(error?.issues ?? []).toEqual([]);
});

test('every reference leads to a schema, and every schema is referred to', () => {
  const text = JSON.stringify(document);
  const refs = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref));
  for (const ref of refs) expect(document.components.schemas).toHaveProperty([refName(ref)]);
  expect(
    Object.keys(document.components.schemas).filter((name) => !refs.has(`#/components/schemas/${name}`)),
  ).toEqual([]);
});

test('every schema is a JSON Schema, and allows what is made of it', () => {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const sample = sampleValue(schema, document.components.schemas, true);
    expect([name, checkerOf({ $ref: `#/components/schemas/${name}` })(sample)]).toMatchObject([
      name,
      { valid: true },
    ]);
  }
});

test('operations have ids of their own, and the parameters that their paths name', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
    expect([path, declared]).toEqual([path, named]);
  }
});

test('every route is described, or is no part of the API', () => {
  const described = new Set(operations().map(({ path, method }) => `${method} ${path}`));
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !NOT_DESCRIBED.test(path));
  expect(routes.length).toBeGreaterThan(10);
  for (const { method, path } of routes) {
    if (ALIASES.includes(path)) continue;
    expect(described).toContain(`${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  }
});

test('it says which key each route asks for, and how it is refused', () => {
  for (const { path, operation } of operations()) {
    const needs = routeNeeds(path);
    expect([path, operation['x-aisle-scope'] ?? null]).toEqual([path, needs?.scope ?? null]);
    expect([path, operation.security?.length === 0]).toEqual([path, needs === null]);
    if (needs !== null)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403', '429']));
  }
});

describe('examples', () => {
  test('are what their schemas allow', () => {
    const shown = operations().flatMap(({ operation }) => [
      ...Object.entries(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses).flatMap(({ content }) => Object.entries(content ?? {})),
    ]);
    const checked = shown.filter(([, { example, schema }]) => example !== undefined && schema !== undefined);
    expect(checked.length).toBeGreaterThan(5);
    for (const [, { example, schema = {} }] of checked)
      expect([example, checkerOf(schema)(example)]).toMatchObject([example, { valid: true }]);
  });

  test('sent as they are get what the document says', async () => {
    for (const { path, method, operation } of operations()) {
      const media = operation.requestBody?.content['application/json'];
      const body = media && (media.example ?? sampleValue(media.schema ?? {}, document.components.schemas));
      const address = path.replace(/\{\w+\}/g, (name) => {
        const one = operation.parameters?.find((parameter) => `{${parameter.name}}` === name);
        return String(sampleValue(one?.schema ?? {}, document.components.schemas));
      });
      const response = await makeFakeApp().request(address, {
        method: method.toUpperCase(),
        headers: {
          accept: path === '/mcp' ? 'application/json, text/event-stream' : '*/*',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const where = `${method} ${path} → ${response.status}`;
      const described = operation.responses[response.status];
      expect([where, described !== undefined]).toEqual([where, true]);
      expect([where, response.status === 400]).toEqual([where, false]);
      const type = response.headers.get('content-type')?.split(';')[0];
      if (type === undefined) continue;
      expect([where, Object.keys(described?.content ?? {})]).toEqual([where, expect.arrayContaining([type])]);
      if (!type.includes('json')) continue;
      const result = checkerOf(described?.content?.[type]?.schema ?? {})(await response.json());
      expect([where, result]).toMatchObject([where, { valid: true }]);
    }
  });
});

test('the document is written once, and sent again only where it is not known', async () => {
  const first = await app.request('/openapi.json');
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  const again = await app.request('/openapi.json', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});
