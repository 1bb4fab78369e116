import { describe, expect, it } from 'vitest';
import type { ShownProduct } from '../../../sql/answers.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { buildVocabulary } from '../catalog/vocabulary.ts';
import { otherAmounts } from './other-amounts.ts';

const term = (field: CatalogTerm['field'], value: string, attribute = ''): CatalogTerm => ({
  field,
  attribute,
  value,
  products: 1,
  documentIds: [],
});
const vocabulary = buildVocabulary(
  [
    ...['Larch 2 Tent', 'Dipper Tent'].map((name) => term('name', name)),
    term('category', 'Tents'),
    ...['2 kg', '3.5 kg'].map((weight) => term('attribute', weight, 'weight')),
    ...['2 people', '4 people'].map((capacity) => term('attribute', capacity, 'capacity')),
  ],
  'en',
);
const LARCH: ShownProduct = {
  name: 'Larch 2 Tent',
  price: 300,
  attributes: { weight: '2 kg', capacity: '2 people' },
};
const DIPPER: ShownProduct = {
  name: 'Dipper Tent',
  price: 120,
  attributes: { weight: '3.5 kg', capacity: ['4 people'] },
};
const ask = (message: string, earlier: string, shown: ShownProduct[], locale = 'en') =>
  otherAmounts(message, earlier, shown, locale, vocabulary);

describe('what is more or less than what was shown', () => {
  it('is below the price of the one product, of its kind', () => {
    expect(ask('do you have something cheaper', 'How much is the Larch 2?', [LARCH])).toBe(
      'Do you have a tent under 299.99?',
    );
    expect(ask('¿algo más barato?', '¿Cuánto cuesta la Larch 2?', [LARCH], 'es')).toBe(
      '¿Qué hay de tent por menos de 299.99?',
    );
  });

  it('is below the cheapest of a list, and in place of the limit before', () => {
    expect(ask('cheaper ones?', 'Show me tents under 400', [LARCH, DIPPER])).toBe(
      'Show me tents under 119.99',
    );
    expect(ask('more expensive please', 'Show me tents', [LARCH, DIPPER])).toBe('Show me tents over 300.01');
  });

  it.each([
    ['a lighter one', 'with weight under 1.998 kg'],
    ['something heavier', 'with weight over 3.5035 kg'],
    ['bigger?', 'with capacity over 4.004 people'],
  ])('is measured by what the products state: %s', (message, limit) => {
    expect(ask(message, 'Show me tents', [LARCH, DIPPER])).toBe(`Show me tents ${limit}`);
  });

  it('is nothing where no product states it, or more is said', () => {
    expect(ask('something quieter', 'Show me tents', [LARCH])).toBeNull();
    expect(ask('is it cheaper to ship two?', 'Show me tents', [LARCH])).toBeNull();
    expect(ask('cheaper?', 'Show me tents', [])).toBeNull();
  });
});
