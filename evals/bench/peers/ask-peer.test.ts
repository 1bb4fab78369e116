import { expect, it } from 'vitest';
import { askPeer } from './ask-peer.ts';

const set = {
  locale: 'en',
  passages: [
    { id: 'a', title: 'Returns', text: 'Shoes may be returned for 30 days.' },
    { id: 'b', title: 'Shipping', text: 'Parcels take five days.' },
  ],
  questions: Array.from({ length: 12 }, (_, at) => ({
    id: String(at),
    question: at % 2 === 0 ? 'returned shoes' : 'parcels',
    passageId: at % 2 === 0 ? 'a' : 'b',
    answerable: true,
    gold: [],
  })),
};

it('asks a system in a process of its own, in order, and knows its memory', async () => {
  const told: string[] = [];
  const { answers, peak } = await askPeer('BM25', set, {
    env: {},
    signal: new AbortController().signal,
    onProgress: (message) => told.push(message),
  });
  expect(answers.map(({ ranked }) => ranked[0])).toEqual(set.questions.map(({ passageId }) => passageId));
  expect(answers[0]?.slices).toEqual([
    { passageId: 'a', text: 'Returns\n\nShoes may be returned for 30 days.' },
  ]);
  expect(peak).toBeGreaterThan(2 ** 20);
  expect(told.at(-1)).toBe('BM25: 12/12');
});

it('tells why a system could not be opened', async () => {
  const asked = askPeer('LangChain', set, {
    env: { EMBEDDING_MODEL: 'no-such-model' },
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  await expect(asked).rejects.toThrow(/LangChain: .*no-such-model/s);
});
