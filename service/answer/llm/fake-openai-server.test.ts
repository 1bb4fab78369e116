import { OpenAIEmbeddings } from '@langchain/openai';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerPrompt } from './answer-prompt.ts';
import type { FakeBehaviour } from './fake-behaviour.ts';
import { fakeEvidence, fakeTask } from './fake-evidence.ts';
import { type FakeOpenAiServer, startFakeOpenAiServer } from './fake-openai-server.ts';

let server: FakeOpenAiServer;
beforeEach(async () => {
  server = await startFakeOpenAiServer();
});
afterEach(() => server.close());

async function chat(behaviour: FakeBehaviour, text: string, question: string) {
  const { system, user } = answerPrompt(fakeTask(question, fakeEvidence(text)));
  server.script(behaviour);
  const response = await fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({
      model: 'any',
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
    }),
  });
  const body = await response.json();
  expect(body.usage.total_tokens).toBe(body.usage.prompt_tokens + body.usage.completion_tokens);
  return JSON.parse(body.choices[0].message.content);
}

it('answers honestly with a sentence of the passage that fits the question, also unstreamed', async () => {
  expect(
    await chat({ kind: 'honest' }, 'We like dogs. Refunds take 5 days.', 'How long do refunds take?'),
  ).toEqual({
    answerable: true,
    parts: [{ text: 'Refunds take 5 days.', citations: [1] }],
  });
  expect(await chat({ kind: 'honest' }, 'We like dogs.', 'Who won in 1998?')).toEqual({
    answerable: false,
    parts: [],
  });
});

it.each([
  ['liar', 'Refunds take 5 days.', 'Refunds take 18 days.'],
  ['liar', "Refunds can't be split.", 'Refunds can be split.'],
  ['liar', 'Refunds: by card.', 'Refunds: by card for only $7.77.'],
  ['contradicts', 'We accept refunds.', 'We never accept refunds.'],
  ['contradicts', 'Refunds: by card.', 'It is not true: Refunds: by card.'],
  ['invents-price', 'Refunds take time.', 'Refunds take time for only $7.77.'],
] as const)('lies as a %s about "%s"', async (kind, text, expected) => {
  const { parts } = await chat({ kind }, text, 'refunds?');
  expect(parts).toEqual([{ text: expected, citations: [1] }]);
});

it('embeds for the real client, alike for texts that share words', async () => {
  const embeddings = new OpenAIEmbeddings({
    model: 'text-embedding-3-small',
    apiKey: 'none',
    dimensions: 64,
    configuration: { baseURL: server.url },
  });
  const [a, b, c] = await embeddings.embedDocuments(['red wool socks', 'red wool hats', 'tax on gift cards']);
  const dot = (x: number[] = [], y: number[] = []) =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  expect(a).toHaveLength(64);
  expect(dot(a, a)).toBeCloseTo(1, 5);
  expect(dot(a, b)).toBeGreaterThan(dot(a, c));
  expect(await embeddings.embedQuery('red wool socks')).toEqual(a);
});
