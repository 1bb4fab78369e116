import type { JsonSchemaType } from '@modelcontextprotocol/sdk/validation';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import fc from 'fast-check';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { testGate, testKey } from '../access/gate.fixture.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { readRecorded, replayRecorded } from '../wire/recorded/recorded-conversation.ts';
import { servePipeline } from '../wire/serve-pipeline.fixture.ts';
import { connectMcp } from './mcp-client.fixture.ts';

const recorded = replayRecorded(readRecorded());
const question = 'Do you have red jackets under $150?';

async function connect(headers: Record<string, string> = {}, ...served: Parameters<typeof servePipeline>) {
  const service = await servePipeline(...served);
  const connected = await connectMcp(service.url, headers);
  onTestFinished(() => connected.client.close());
  return { ...service, ...connected };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const initialize = (protocolVersion: string) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});

test('lists its tools with schemas that say what they take, and which of them only read', async () => {
  const { client } = await connect();
  expect(client.getInstructions()).toContain('answer');
  const { tools } = await client.listTools();
  const readOnly = tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]);
  expect(readOnly).toEqual([
    ['answer', false],
    ['search_policies', true],
    ['search_catalog', true],
    ['get_product', true],
  ]);
  const validator = new AjvJsonSchemaValidator();
  for (const { inputSchema, outputSchema } of tools) {
    expect(JSON.stringify([inputSchema, outputSchema])).not.toContain('$ref');
    const checkInput = validator.getValidator(inputSchema as JsonSchemaType);
    expect(checkInput({ nothing: 'that it has' }).valid).toBe(false);
    expect(outputSchema && validator.getValidator(outputSchema as JsonSchemaType)({}).valid).toBe(false);
  }
  expect(tools[0]?.inputSchema.required).toEqual(['question']);
  expect(JSON.stringify(tools[2]?.inputSchema)).toContain('waterproof jackets under $100');
});

test('each tool gives what its schema says, structured and as text, with links to where it stands', async () => {
  const { client, call } = await connect({}, { answer: recorded });
  // From here on the client itself checks results by the schemas.
  await client.listTools();
  const calls: [string, Record<string, unknown>][] = [
    ['answer', { question }],
    ['search_policies', { query: 'returning worn items', limit: 2 }],
    ['search_catalog', { query: 'red jacket', filters: { maxPrice: 150 } }],
    ['get_product', { sku: 'J-1' }],
  ];
  for (const [name, args] of calls) {
    const { content, structuredContent, isError } = await call(name, args);
    expect([name, isError]).toEqual([name, undefined]);
    const [text, ...links] = content;
    expect(text?.type === 'text' && JSON.parse(text.text)).toEqual(structuredContent);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatchObject({ type: 'resource_link', uri: expect.any(String) });
  }
});

test('wrong arguments are told as the result, so that a model can mend its call', async () => {
  const { call } = await connect();
  const wrong = await call('answer', { question: '', filters: { maxPrice: 'cheap' }, shop: 'x' });
  expect(wrong.isError).toBe(true);
  const [text] = wrong.content;
  expect(text).toMatchObject({ text: expect.stringContaining('question: expected at least 1 character') });
  expect(text).toMatchObject({ text: expect.stringContaining('shop: expected an argument that answer has') });
  expect(wrong._meta?.['aisle/problem']).toMatchObject({ type: 'urn:aisle:problem:invalid-request' });
  const neither = await call('get_product', {});
  expect(neither.content[0]).toMatchObject({ text: expect.stringContaining('either "sku" or "url"') });
  const unknown = await call('get_product', { sku: 'nothing' });
  expect(unknown.content[0]).toMatchObject({ text: expect.stringContaining('no product') });
  const nowhere = await call('search_policies', { query: 'returns', store: 'elsewhere' });
  expect(nowhere.content[0]).toMatchObject({
    text: expect.stringContaining('There is no store "elsewhere"'),
  });
});

test('what fails inside is told without its words', async () => {
  const answer: AnswerQuestion = () => Promise.reject(new Error('select secret from shoppers'));
  const { call } = await connect({}, { answer });
  const failed = await call('answer', { question });
  expect(failed.isError).toBe(true);
  expect(JSON.stringify(failed)).not.toContain('secret');
  expect(failed._meta?.['aisle/problem']).toMatchObject({ status: 500 });
});

test('an unknown tool or method is an error of the protocol', async () => {
  const { client, url } = await connect();
  await expect(client.callTool({ name: 'drop_tables', arguments: {} })).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining('There is no tool "drop_tables"'),
  });
  const response = await post(url, { jsonrpc: '2.0', id: 1, method: 'prompts/list' });
  expect(await response.json()).toMatchObject({ error: { code: -32601 } });
});

test('texts of documents are resources', async () => {
  const { client } = await connect();
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resourceTemplates[0]?.uriTemplate).toBe('aisle://stores/{store}/documents/{id}');
  const { contents } = await client.readResource({ uri: 'aisle://stores/sample/documents/doc_returns' });
  expect(contents[0]).toMatchObject({ text: expect.stringContaining("We can't accept items") });
  for (const uri of [
    'aisle://stores/elsewhere/documents/doc_returns',
    'aisle://stores/sample/documents/doc_none',
    'file:///etc/passwd',
  ])
    await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32002 });
});

test('the protocol version is negotiated: one that is known, else the newest', async () => {
  const { url } = await servePipeline();
  for (const [asked, given] of [
    ['2025-06-18', '2025-06-18'],
    ['2024-11-05', '2024-11-05'],
    ['1999-01-01', '2025-11-25'],
  ] as const) {
    const response = await post(url, initialize(asked));
    expect(await response.json()).toMatchObject({ result: { protocolVersion: given } });
    expect(response.headers.get('mcp-session-id')).toBeNull();
  }
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect((await post(url, list, { 'mcp-protocol-version': '1999-01-01' })).status).toBe(400);
  expect((await post(url, list, { 'mcp-protocol-version': '2025-06-18' })).status).toBe(200);
});

test('there are no sessions: neither a stream to open nor one to end', async () => {
  const { url, transport } = await connect();
  for (const method of ['GET', 'DELETE']) {
    const response = await fetch(`${url}/mcp`, { method, headers: { accept: 'text/event-stream' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  }
  expect(transport.sessionId).toBeUndefined();
  await transport.terminateSession();
});

test('what is no message is refused before anything is done', async () => {
  const { url, record } = await servePipeline({ limits: { maxBodyBytes: 2_000 } });
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'answer', arguments: { question } },
  };
  const statusOf = async (...args: Parameters<typeof post>) => (await post(...args)).status;
  expect(await statusOf(url, '{"jsonrpc"')).toBe(400);
  expect(await statusOf(url, [call, call])).toBe(400);
  expect(await statusOf(url, { id: 1, method: 'tools/call' })).toBe(400);
  expect(await statusOf(url, { ...call, params: { name: 'x'.repeat(3_000) } })).toBe(413);
  expect(await statusOf(url, call, { 'content-type': 'text/plain' })).toBe(415);
  expect(await statusOf(url, call, { accept: 'application/json' })).toBe(406);
  expect(record.questions).toEqual([]);
  expect(await statusOf(url, { jsonrpc: '2.0', method: 'notifications/initialized' })).toBe(202);
});

test('whatever is sent, it fails in words of its own', async () => {
  const { deps } = makeFakeService();
  const app = makeApp({ ...deps, logger: pino({ level: 'silent' }) });
  const names = ['answer', 'search_policies', 'search_catalog', 'get_product', 'x'];
  const value = fc.jsonValue({ maxDepth: 3 });
  const args = fc.oneof(
    value,
    fc.record(
      { question: value, query: value, store: value, filters: value, limit: value, sku: value, url: value },
      { requiredKeys: [] },
    ),
  );
  const message = fc.oneof(
    value,
    fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.oneof(fc.integer(), value),
      method: fc.oneof(
        fc.constantFrom('tools/call', 'tools/list', 'initialize', 'resources/read', 'ping'),
        fc.string(),
      ),
      params: fc.oneof(
        value,
        fc.record({ name: fc.constantFrom(...names), arguments: args, uri: fc.webUrl() }),
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(message, async (body) => {
      const response = await app.request('/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      expect([response.status < 500, /problem:internal|node_modules|\.ts:\d/.test(text)]).toEqual([
        true,
        false,
      ]);
    }),
    { numRuns: 1_000 },
  );
});

test('pages from elsewhere call nothing without a key', async () => {
  const { url } = await servePipeline();
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect((await post(url, list, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post(url, list, { origin: 'null' })).status).toBe(403);
  expect((await post(url, list, { origin: 'http://localhost:6274' })).status).toBe(200);
});

test('a key opens its own stores alone, and a key of a page none', async () => {
  const secret = testKey('secret', { stores: ['sample'] });
  const publishable = testKey('publishable', { stores: ['sample'] });
  const gate = testGate([secret, publishable]);
  const { url } = await servePipeline({ gate }, ['sample', 'garden']);
  const bearer = ({ text }: { text: string }) => ({ authorization: `Bearer ${text}` });
  const { client, call } = await connectMcp(url, bearer(secret));
  onTestFinished(() => client.close());
  expect((await call('answer', { question })).structuredContent).toMatchObject({ store: 'sample' });
  for (const name of ['answer', 'search_policies', 'search_catalog', 'get_product']) {
    const args = { answer: { question }, get_product: { sku: 'J-1' } }[name] ?? { query: 'returns' };
    const foreign = await call(name, { ...args, store: 'garden' });
    const missing = await call(name, { ...args, store: 'nowhere' });
    const told = JSON.stringify(foreign.content);
    expect(foreign.isError).toBe(true);
    expect(told).toBe(JSON.stringify(missing.content).replaceAll('nowhere', 'garden'));
  }
  await expect(
    client.readResource({ uri: 'aisle://stores/garden/documents/doc_returns' }),
  ).rejects.toMatchObject({ code: -32002 });
  await expect(connectMcp(url, bearer(publishable))).rejects.toThrow(/403/);
  await expect(connectMcp(url)).rejects.toThrow();
});

test('a call that takes its time sends comments meanwhile, and stops when the client goes away', async () => {
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const answer: AnswerQuestion = (_request, { signal }) => {
    signal.addEventListener('abort', () => stop());
    start();
    return new Promise(() => {});
  };
  const { url } = await servePipeline({
    answer,
    limits: { heartbeatMs: 5 },
    logger: pino({ level: 'silent' }),
  });
  const leaving = new AbortController();
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    signal: leaving.signal,
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'answer', arguments: { question } },
    }),
  });
  await started;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain(': keepalive');
  leaving.abort();
  await stopped;
});
