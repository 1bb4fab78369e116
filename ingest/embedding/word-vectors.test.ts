import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordTable } from './word-table.ts';
import { makeWordVectors } from './word-vectors.ts';

const keys = ['▁the', '▁re', 'fund', '▁coat', 'jacket', 'price'];
const table: WordTable = {
  dimensions: 4,
  pieceCount: 4,
  keys,
  logProbabilities: Float32Array.from([-2, -8, -9, -9, -10, -10]),
  codes: Int8Array.from(
    [
      [127, 0, 0, 0],
      [0, 127, 0, 0],
      [0, 0, 127, 0],
      [0, 0, 0, 127],
      [0, 0, 127, 127],
      [0, -127, 0, 0],
    ].flat(),
  ),
  scales: Float32Array.from([1, 1, 1, 1, Math.SQRT1_2, 1]),
  spreads: Float32Array.from([1, 1, 1, 1]),
};
const vectors = makeWordVectors(table);
const length = (vector: Iterable<number>) => Math.hypot(...vector);
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe('a word', () => {
  test('has the vector of its row, in any case', () => {
    expect([...(vectors.wordVector('Coat') ?? [])]).toEqual([0, 0, 0, 1]);
    expect(length(vectors.wordVector('jacket') ?? [])).toBeCloseTo(1);
  });

  test('that is not listed has none, though pieces spell it', () => {
    expect(vectors.wordVector('refund')).toBeNull();
    expect(vectors.wordVector('fund')).toBeNull();
  });

  test('is as near another as the cosine of their rows, and 0 where one is not listed', () => {
    expect(vectors.wordSimilarity('coat', 'Jacket')).toBeCloseTo(Math.SQRT1_2);
    expect(vectors.wordSimilarity('jacket', 'price')).toBe(0);
    expect(vectors.wordSimilarity('jacket', 'refund')).toBe(0);
    expect(vectors.wordSimilarity('refund', 'Refund')).toBe(1);
  });

  test('is compared as it was before its dimensions were evened out', () => {
    const spread = makeWordVectors({ ...table, spreads: Float32Array.from([1, 1, 1, 2]) });
    expect(spread.wordSimilarity('coat', 'jacket')).toBeCloseTo(2 / Math.sqrt(5));
  });
});

describe('a text', () => {
  test('is nearer its rare words than its frequent ones', () => {
    const vector = vectors.textVector('the coat');
    expect(vector[3]).toBeGreaterThan(10 * (vector[0] ?? 0));
    expect(vector[0]).toBeGreaterThan(0);
  });

  test('takes a word that is not listed by its pieces', () => {
    const vector = vectors.textVector('refund');
    expect(vector[1]).toBeGreaterThan(0.5);
    expect(vector[2]).toBeGreaterThan(0.5);
  });

  test('without words is all zeros', () => {
    expect([...vectors.textVector('— 鞋 —')]).toEqual([0, 0, 0, 0]);
  });

  test('has a vector of length 1 or 0 that does not hang on the order, the case or earlier texts', () => {
    const word = fc.oneof(fc.constantFrom('the', 'Coat', 'refund', 'price', 'JACKET'), fc.string());
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const vector = vectors.textVector(words.join(' '));
        expect([0, 1]).toContainEqual(Math.round(length(vector) * 1e5) / 1e5);
        const fresh = makeWordVectors(table).textVector(words.toReversed().join(' ').toLowerCase());
        expect(dot(vector, fresh)).toBeCloseTo(length(vector), 4);
      }),
    );
  });
});
