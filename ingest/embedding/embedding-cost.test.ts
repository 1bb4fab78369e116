import { expect, test } from 'vitest';
import { embeddingCost, showCost } from './embedding-cost.ts';

test('an unknown price is no price of zero', () => {
  expect(embeddingCost({ usdPerMillionTokens: 0.02, priceKnown: true }, 500_000)).toBeCloseTo(0.01);
  expect(embeddingCost({ usdPerMillionTokens: 0, priceKnown: true }, 500_000)).toBe(0);
  expect(embeddingCost({ usdPerMillionTokens: 0, priceKnown: false }, 500_000)).toBeNull();
});

test.each([
  [null, 'price unknown'],
  [0, '$0'],
  [0.00001, 'under $0.0001'],
  [0.0123, '$0.0123'],
])('a cost of %s is shown as %s', (usd, shown) => expect(showCost(usd)).toBe(shown));
