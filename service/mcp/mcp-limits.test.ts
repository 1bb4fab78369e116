import { expect, onTestFinished, test } from 'vitest';
import { testGate, testKey } from '../access/gate.fixture.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { servePipeline } from '../wire/serve-pipeline.fixture.ts';
import { connectMcp } from './mcp-client.fixture.ts';

const question = 'Can I return a worn jacket?';

/** A client with a key of these limits; whoever is refused gets an error of the transport. */
async function connect(
  limits: Parameters<typeof testKey>[1],
  served: Parameters<typeof servePipeline>[0] = {},
) {
  const { url, headers } = await serve(limits, served);
  const connected = await connectMcp(url, headers);
  onTestFinished(() => connected.client.close());
  return connected;
}

async function serve(limits: Parameters<typeof testKey>[1], served: Parameters<typeof servePipeline>[0]) {
  const key = testKey('secret', limits);
  const { url } = await servePipeline({ ...served, gate: testGate([key]) });
  return { url, headers: { authorization: `Bearer ${key.text}` } };
}

test('only answers and searches use up the questions of a day', async () => {
  const { client, call } = await connect({ perDay: 3 });
  for (let at = 0; at < 4; at += 1) {
    await client.listTools();
    await client.ping();
    await client.listResourceTemplates();
    await call('get_product', { sku: 'J-1' });
    await client.readResource({ uri: 'aisle://stores/sample/documents/doc_returns' });
    await expect(client.callTool({ name: 'drop_tables' })).rejects.toMatchObject({ code: -32602 });
  }
  await call('answer', { question });
  await call('search_policies', { query: 'returns' });
  await call('search_catalog', { query: 'red jackets' });
  for (const name of ['answer', 'search_policies', 'search_catalog'])
    await expect(call(name, { question })).rejects.toThrow(/problem:rate-limited/);
  await client.listTools();
  expect((await call('get_product', { sku: 'J-1' })).isError).toBeUndefined();
});

test('a budget that is spent ends answers, and nothing that costs no model', async () => {
  const { deps } = makeFakeService();
  const usage = { inputTokens: 1, outputTokens: 1, costUsd: 0.02 };
  const answer: AnswerQuestion = async (...args) => ({ ...(await deps.answer(...args)), usage });
  const { client, call } = await connect({ budgetUsd: 0.01 }, { answer });
  await call('answer', { question });
  await expect(call('answer', { question })).rejects.toThrow(/problem:budget-spent/);
  expect((await call('search_policies', { query: 'returns' })).isError).toBeUndefined();
  await client.listTools();
});

test('each message counts for the minute, also one that cannot be read', async () => {
  const { url, headers } = await serve({ perMinute: 4 }, {});
  const send = async (body: string) => {
    const response = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body,
    });
    return [response.status, /"minute";r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]];
  };
  expect(await send('{"jsonrpc"')).toEqual([400, '3']);
  expect(await send('[]')).toEqual([400, '2']);
  expect(await send(' '.repeat(70_000))).toEqual([413, '1']);
  expect(await send('{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}')).toEqual([200, '0']);
  expect(await send('{"jsonrpc"')).toEqual([429, '0']);
});

test('while as many answers are being made as may be, tools can be listed and products read', async () => {
  const { deps } = makeFakeService();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const answer: AnswerQuestion = async (...args) => {
    start();
    await gate;
    return deps.answer(...args);
  };
  const { client, call } = await connect({}, { answer, limits: { maxOpenAnswers: 1 } });
  const first = call('answer', { question });
  await started;
  await expect(call('search_catalog', { query: 'jackets' })).rejects.toThrow(/problem:overloaded/);
  expect((await client.listTools()).tools).toHaveLength(4);
  expect((await call('get_product', { sku: 'J-1' })).isError).toBeUndefined();
  open();
  expect((await first).isError).toBeUndefined();
});
