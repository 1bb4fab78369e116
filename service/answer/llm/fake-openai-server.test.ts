import { OpenAIEmbeddings } from '@langchain/openai';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerPrompt } from './answer-prompt.ts';
import { choosePassages } from './choose-passages.ts';
import type { FakeBehaviour } from './fake-behaviour.ts';
import { fakeEvidence, fakeTask } from './fake-evidence.ts';
import { lieVariously } from './fake-lies.ts';
import { type FakeOpenAiServer, startFakeOpenAiServer } from './fake-openai-server.ts';

let server: FakeOpenAiServer;
beforeEach(async () => {
  server = await startFakeOpenAiServer();
});
afterEach(() => server.close());

async function chat(behaviour: FakeBehaviour, text: string, question: string) {
  const task = fakeTask(question, fakeEvidence(text));
  const { system, user } = answerPrompt(
    task,
    choosePassages(task, (words) => words.length / 4),
  );
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

it('lies in many ways, and tells which truth each lie is made of', () => {
  const truth = 'Refunds to Canada take 5 days, unless the card expired.';
  const told = Array.from({ length: 8 }, (_, n) => lieVariously({ text: truth, citations: [1] }, n));
  expect(told.map((part) => part.text === truth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => n % 4 === 3));
  expect(told.map((part) => part.truth)).toEqual(
    told.map(({ text }) => (text === truth ? undefined : truth)),
  );
  expect(new Set(told.map(({ text }) => text)).size).toBeGreaterThanOrEqual(6);
});

it('tells what it has written, and when', async () => {
  server.become({ kind: 'liar' });
  const started = performance.now();
  await fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({
      stream: true,
      messages: [
        {
          role: 'user',
          content: '{"passage":1,"title":"","text":"Refunds take 5 days."}\n{"question":"refunds?"}',
        },
      ],
    }),
  }).then((response) => response.text());
  expect(server.written).toEqual([
    { text: 'Refunds take 18 days.', truth: 'Refunds take 5 days.', citations: [1], at: expect.any(Number) },
  ]);
  expect(server.written[0]?.at).toBeGreaterThanOrEqual(started);
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
