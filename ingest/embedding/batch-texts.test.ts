import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchTexts } from './batch-texts.ts';

const length = (text: string) => text.length;

test('a batch ends before it would have too many texts or tokens', () => {
  expect(batchTexts(['aa', 'bb', 'c', 'd', 'e', 'f'], length, { maxTexts: 3, maxTokens: 4 })).toEqual([
    ['aa', 'bb'],
    ['c', 'd', 'e'],
    ['f'],
  ]);
});

test('a text over the limit goes alone', () => {
  expect(batchTexts(['a', 'bbbbbb', 'c'], length, { maxTexts: 9, maxTokens: 4 })).toEqual([
    ['a'],
    ['bbbbbb'],
    ['c'],
  ]);
});

test('batches keep every text in order, none is empty and none breaks the limits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 20 }),
      (texts, n, t) => {
        const batches = batchTexts(texts, length, { maxTexts: n, maxTokens: t });
        expect(batches.flat()).toEqual(texts);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(n);
          if (batch.length > 1) expect(batch.join('').length).toBeLessThanOrEqual(t);
        }
      },
    ),
  );
});
