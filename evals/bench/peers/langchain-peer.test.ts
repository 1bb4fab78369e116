import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { makeLogger } from '../../../ingest/logger.ts';
import { withLangChain } from './langchain-peer.ts';

const passages = [
  {
    id: 'returns',
    title: 'Returns',
    text: `You may return shoes within 30 days. ${'Keep the box. '.repeat(120)}`,
  },
  { id: 'shipping', title: 'Shipping', text: 'Parcels to Canada take five days.' },
  { id: 'care', title: 'Care', text: 'Wash wool in cold water.' },
];
const context = (env: Record<string, string>) => ({
  env,
  logger: makeLogger({ level: 'silent' }),
  signal: new AbortController().signal,
});

describe("LangChain's stock pipeline", () => {
  it('shows its four most similar chunks, each a slice of its passage, and ranks passages once', async () => {
    const answer = await withLangChain(passages, 'en', context({}), (ask) =>
      ask('How long does a parcel to Canada take?'),
    );
    expect(answer.ranked[0]).toBe('shipping');
    expect([...answer.ranked].sort()).toEqual(['care', 'returns', 'shipping']);
    expect(answer.slices.length).toBe(4);
    expect(answer.slices[0]).toEqual({
      passageId: 'shipping',
      text: 'Shipping\n\nParcels to Canada take five days.',
    });
    expect(answer).toMatchObject({ answered: true, text: expect.stringContaining('five days') });
    expect(Math.max(...answer.slices.map(({ text }) => text.length))).toBeLessThanOrEqual(1000);
  });

  it.each([
    [
      'Parcels to Canada take five days.',
      { answered: true, slices: [{ passageId: 'shipping', text: 'Parcels to Canada take five days.' }] },
    ],
    ['They take about a week.', { answered: true, slices: [] }],
    ["I don't know.", { answered: false, text: '' }],
    ['No lo sé.', { answered: false, text: '' }],
  ])('with a chat model tells what it writes: %s', async (written, expected) => {
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      asked.push(body);
      response.setHeader('content-type', 'application/json');
      const message = { role: 'assistant', content: written };
      response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
      const env = { CHAT_MODEL: 'openai:made-up', OPENAI_API_KEY: 'none', OPENAI_BASE_URL: url };
      const answer = await withLangChain(passages, 'en', context(env), (ask) => ask('How long to Canada?'));
      expect(answer).toMatchObject(expected);
      expect(asked.length).toBe(1);
      expect(asked[0]).toContain('Parcels to Canada take five days.');
    } finally {
      server.close();
    }
  });
});
