import { describe, expect, it } from 'vitest';
import type { Availability, Variant } from '../../../sql/document.ts';
import { mergeFacts } from './merge-facts.ts';
import { feedStatement, pageStatement } from './statement.fixture.ts';

const variant = (sku: string, price: number | null, availability: Availability = 'in_stock'): Variant => ({
  sku,
  attributes: { size: sku.slice(-1) },
  price,
  availability,
});

describe('mergeFacts', () => {
  it('keeps what the page says, and fills what it lacks from the others', () => {
    const page = pageStatement({
      facts: { sku: 'jacket', brand: 'Heron', attributes: { color: ['Red'] }, rating: 4.5, ratingCount: 8 },
    });
    const row = feedStatement({
      facts: {
        brand: 'HERON Ltd',
        category: 'Jackets',
        gtin: '4006381333931',
        image: 'https://cdn.example/1.jpg',
        attributes: { color: ['Crimson'], material: ['Nylon'] },
        rating: 3,
        url: 'https://shop.example/p?id=1',
      },
    });
    expect(mergeFacts([page, row]).facts).toMatchObject({
      sku: 'NP-1',
      brand: 'Heron',
      category: 'Jackets',
      gtin: '4006381333931',
      image: 'https://cdn.example/1.jpg',
      attributes: { color: ['Red'], material: ['Nylon'] },
      rating: 4.5,
      ratingCount: 8,
      url: 'https://shop.example/jacket',
    });
  });

  it('tells the newest price, list price and stock, and which document states them', () => {
    const facts = { price: 99, listPrice: 129, availability: 'out_of_stock' as const };
    const newer = mergeFacts([pageStatement(), feedStatement({ facts }, 2)]);
    expect(newer).toMatchObject({ facts: { ...facts, priceMax: 99 }, offerId: 'row' });
    const older = mergeFacts([pageStatement({}, 3), feedStatement({ facts }, 2)]);
    expect(older).toMatchObject({
      facts: { price: 119, listPrice: null, availability: 'in_stock' },
      offerId: 'page',
    });
  });

  it('leaves another currency’s price alone', () => {
    const row = feedStatement({ facts: { price: 89, currency: 'EUR' } }, 2);
    expect(mergeFacts([pageStatement(), row])).toMatchObject({
      facts: { price: 119, currency: 'USD' },
      offerId: 'page',
    });
    const unpriced = pageStatement({ facts: { price: null, currency: null, availability: 'unknown' } });
    expect(mergeFacts([unpriced, row])).toMatchObject({
      facts: { price: 89, currency: 'EUR', availability: 'in_stock' },
      offerId: 'row',
    });
  });

  it('takes the variants of a feed for a page that states one of them', () => {
    const variants = [variant('NP-1-S', 99), variant('NP-1-M', 119, 'out_of_stock')];
    const row = feedStatement({ facts: { price: 99, priceMax: 119, variants } });
    const page = pageStatement({ facts: { price: 119, availability: 'out_of_stock' } }, 2);
    expect(mergeFacts([page, row]).facts).toMatchObject({
      price: 99,
      priceMax: 119,
      availability: 'in_stock',
      variants,
    });
  });

  it('takes no variant’s price or stock for known that the newest statement contradicts', () => {
    const variants = [variant('NP-1-S', 99), variant('NP-1-M', 99)];
    const row = feedStatement({ facts: { price: 99, variants } });
    const page = pageStatement({ facts: { price: 79, availability: 'out_of_stock' } }, 2);
    expect(mergeFacts([page, row]).facts).toMatchObject({
      price: 79,
      priceMax: 79,
      availability: 'out_of_stock',
      variants: variants.map((one) => ({ ...one, price: null, availability: 'unknown' })),
    });
  });

  it('joins variants by SKU, the newest first, and not those of another numbering', () => {
    const page = pageStatement({
      facts: { price: 99, variants: [variant('NP-1-S', 99), variant('NP-1-M', 99)] },
    });
    const row = feedStatement(
      { facts: { price: 89, variants: [variant('np-1-m', 89, 'out_of_stock'), variant('NP-1-L', 109)] } },
      2,
    );
    const other = feedStatement({ documentId: 'pos', facts: { price: 5, variants: [variant('40001', 5)] } });
    const { facts } = mergeFacts([page, row, other]);
    expect(facts).toMatchObject({ price: 89, priceMax: 109, availability: 'in_stock' });
    expect(facts.variants.map(({ sku, price, availability }) => [sku, price, availability])).toEqual([
      ['np-1-m', 89, 'out_of_stock'],
      ['NP-1-L', 109, 'in_stock'],
      ['NP-1-S', 99, 'in_stock'],
    ]);
  });

  it('takes a row of one variant for that variant alone', () => {
    const page = pageStatement({
      facts: { price: 99, variants: [variant('NP-1-S', 99), variant('NP-1-M', 99)] },
    });
    const row = feedStatement(
      {
        facts: {
          sku: 'np-1-m',
          price: 109,
          availability: 'out_of_stock',
          gtin: '4006381333931',
          attributes: { color: ['Red'] },
        },
      },
      2,
    );
    expect(mergeFacts([page, row]).facts).toMatchObject({
      sku: 'NP-1',
      gtin: null,
      price: 99,
      priceMax: 109,
      availability: 'in_stock',
      attributes: {},
      variants: [variant('NP-1-S', 99), variant('NP-1-M', 109, 'out_of_stock')],
    });
  });
});
