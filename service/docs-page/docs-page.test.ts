import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { ApiDocument, JsonSchema, Operation } from '../openapi/api-types.ts';
import { makeFakeApp, servedDocument } from '../openapi/fake-app.fixture.ts';
import { curlOf } from './curl.ts';
import { renderDocs } from './render-docs.ts';

test('each operation and schema has its place, and every link within the page leads somewhere', async () => {
  const document = await servedDocument();
  const $ = load(renderDocs(document));
  const ids = new Set(
    $('[id]')
      .map((_, one) => $(one).attr('id'))
      .get(),
  );
  expect(ids.size).toBe($('[id]').length);
  for (const methods of Object.values(document.paths))
    for (const { operationId } of Object.values(methods)) expect(ids).toContain(operationId);
  for (const name of Object.keys(document.components.schemas)) expect(ids).toContain(`schema-${name}`);
  const links = $('a[href^="#"]')
    .map((_, one) => $(one).attr('href')?.slice(1))
    .get();
  expect(links.length).toBeGreaterThan(100);
  for (const link of links) expect(ids).toContain(link);
});

test('it is a page without scripts and inline styles, under the policy of all pages', async () => {
  const response = await makeFakeApp().request('/docs');
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const $ = load(await response.text());
  expect($('script, style, [style], [onclick]').length).toBe(0);
  for (const href of $('link')
    .map((_, one) => $(one).attr('href'))
    .get())
    expect((await makeFakeApp().request(href)).status).toBe(200);
});

test('whatever a description says is shown as text', async () => {
  const hostile = '<img src=x onerror=alert(1)> & `<script>` "quoted"';
  const document = await servedDocument();
  const rename = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(rename);
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === 'description' && typeof value === 'string' ? hostile : rename(value),
      ]),
    );
  };
  const $ = load(renderDocs(rename(document) as ApiDocument));
  expect($('img, script').length).toBe(0);
  expect($('main').text()).toContain('<img src=x onerror=alert(1)>');
});

const post = (example: unknown): Operation => ({
  operationId: 'x',
  summary: 'x',
  requestBody: { content: { 'application/json': { schema: {}, example } } },
  responses: {},
});

test('a shell reads the example call as it is meant', async () => {
  const question = 'Can\'t I return `it` for $5 & "more"?\\';
  const text = curlOf({ method: 'post', path: '/answer', operation: post({ question }) }, {});
  const args = await promisify(execFile)('sh', [
    '-c',
    `curl() { printf '%s\\n' "$@"; }\nAISLE_KEY=k\n${text}`,
  ]);
  const lines = args.stdout.trimEnd().split('\n');
  expect(lines).toContain('http://localhost:8787/answer');
  expect(lines).toContain('Authorization: Bearer k');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ question });
});

test('what refers to itself ends', () => {
  const tree: Record<string, JsonSchema> = {
    Tree: {
      type: 'object',
      required: ['under'],
      properties: { under: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Tree' } } },
    },
  };
  const operation = post(undefined);
  operation.requestBody = {
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } },
  };
  const text = curlOf({ method: 'post', path: '/x', operation }, tree);
  expect(text).toContain('under');
});
