import { expect, it } from 'vitest';
import { makeBm25 } from './bm25.ts';

const words = (text: string) => text.toLowerCase().match(/\w+/g) ?? [];

it('scores as the formula does, by hand', () => {
  const index = makeBm25(
    [
      { id: 'a', text: 'red shoe' },
      { id: 'b', text: 'blue shoe' },
    ],
    words,
  );
  // Lengths are the mean, so the norm is k1: idf · 1 · 2.2 / 2.2 = ln(1 + 1.5 / 1.5) = ln 2.
  expect(index.search('Red?')).toEqual([{ id: 'a', score: expect.closeTo(Math.LN2, 10) }]);
  expect(index.search('shoe').map(({ id }) => id)).toEqual(['a', 'b']);
});

it('prefers the rarer word, more of it, and the shorter passage', () => {
  const index = makeBm25(
    [
      { id: 'long', text: 'tea tea and many other words that are here' },
      { id: 'twice', text: 'tea tea pot' },
      { id: 'once', text: 'tea pot lid' },
      { id: 'rare', text: 'oolong pot lid' },
    ],
    words,
  );
  expect(index.search('tea')[0]?.id).toBe('twice');
  expect(index.search('tea oolong')[0]?.id).toBe('rare');
  expect(index.search('coffee')).toEqual([]);
  expect(makeBm25([], words).search('tea')).toEqual([]);
});
