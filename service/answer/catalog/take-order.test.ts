import { describe, expect, it } from 'vitest';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { takeOrder } from './take-order.ts';
import { buildVocabulary } from './vocabulary.ts';

const term = (attribute: string, value: string): CatalogTerm => ({
  field: 'attribute',
  attribute,
  value,
  products: 1,
  documentIds: [],
});
const { measured } = buildVocabulary(
  [
    term('comfort rating', '12 °F'),
    term('weight', '2 kg'),
    term('battery', '700 Wh'),
    term('capacity', '60 l'),
  ],
  'en',
);
const order = (text: string) => {
  const { said, count } = takeOrder(text, measured);
  return { said, count };
};

describe('takeOrder', () => {
  it('shows the cheapest first to who wants it cheap', () => {
    expect(order('cheap headlamp for running')).toEqual({ said: 'price_asc', count: null });
    expect(order('botas baratas')).toEqual({ said: 'price_asc', count: null });
  });

  it('reads how many of the first are wanted', () => {
    expect(order('compare your two warmest sleeping bags')).toEqual({ said: 'comfort rating_asc', count: 2 });
    expect(order('las tres mochilas mas ligeras')).toEqual({ said: 'weight_asc', count: 3 });
  });

  it('orders by the attribute that is named, before the size of the thing', () => {
    expect(order('which bike has the biggest battery')).toEqual({ said: 'battery_desc', count: null });
    expect(order('the biggest bag')).toEqual({ said: 'capacity_desc', count: null });
  });
});
