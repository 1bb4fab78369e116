import { expect, it } from 'vitest';
import { shingleF1, shinglePrecisionRecall } from './shingle-f1.ts';

it('counts shared 4-word shingles as multisets', () => {
  expect(shinglePrecisionRecall('a b c d e', 'a b c d')).toEqual({ precision: 0.5, recall: 1 });
  expect(shinglePrecisionRecall('a b c d a b c d', 'a b c d')).toEqual({ precision: 0.2, recall: 1 });
  expect(shinglePrecisionRecall('It’s so, short!', 'It s so short')).toEqual({ precision: 1, recall: 1 });
  expect(shinglePrecisionRecall('', 'a b')).toEqual({ precision: 0, recall: 0 });
  expect(shinglePrecisionRecall('', '')).toEqual({ precision: 1, recall: 1 });
});

it('takes the F1 of the means over pages', () => {
  const pages = [
    { text: 'a b c d e', truth: 'a b c d' },
    { text: 'a b c d', truth: 'a b c d' },
  ];
  expect(shingleF1(pages)).toEqual({ precision: 0.75, recall: 1, f1: 1.5 / 1.75 });
  expect(shingleF1([]).f1).toBe(0);
});
