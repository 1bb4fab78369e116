import { describe, expect, it } from 'vitest';
import type { Variant } from '../../../sql/document.ts';
import { describeConflict } from './describe-conflict.ts';
import { findConflicts } from './find-conflicts.ts';
import { feedStatement, pageStatement } from './statement.fixture.ts';

const reasons = (...given: Parameters<typeof findConflicts>) =>
  findConflicts(...given).map((conflict) => describeConflict(conflict).reason);
const variant = (sku: string, price: number): Variant => ({
  sku,
  attributes: {},
  price,
  availability: 'in_stock',
});

describe('findConflicts', () => {
  it('says what each side says, what shoppers are told, and what to do', () => {
    const found = findConflicts(pageStatement(), feedStatement({ facts: { price: 129 } }, 2));
    expect(found.map(describeConflict)).toEqual([
      {
        url: 'https://shop.example/jacket',
        stage: 'conflict',
        reason:
          'price: the page says 119.00 USD, catalog.csv says 129.00 USD. Shoppers are told what catalog.csv says, which is the newer. Correct the one that is wrong.',
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it.each<[string, NonNullable<Parameters<typeof feedStatement>[0]>['facts'], RegExp]>([
    [
      'stock',
      { availability: 'out_of_stock' },
      /^availability: the page says in stock, catalog.csv says out of stock\./,
    ],
    [
      'the name',
      { name: 'Cotton socks' },
      /^name: the page says “Ridge Jacket”, .*“Cotton socks”.*what the page says/,
    ],
    ['the brand', { brand: 'Kiln' }, /^brand: .*“Heron”.*“Kiln”/],
    ['the GTIN', { gtin: '036000291452' }, /^gtin: .*4006381333931.*036000291452/],
  ])('finds a contradiction in %s', (_, facts, reason) => {
    const page = pageStatement({ facts: { brand: 'Heron', gtin: '4006381333931' } });
    const found = reasons(page, feedStatement({ facts: { brand: 'Heron', ...facts } }));
    expect(found).toEqual([expect.stringMatching(reason)]);
  });

  it.each<[string, Parameters<typeof feedStatement>[0]]>([
    ['what only one states', { facts: { price: null, availability: 'unknown', brand: null } }],
    ['another currency', { facts: { price: 99, currency: 'EUR' } }],
    ['a currency that is not stated', { facts: { price: 99, currency: null } }],
    ['a longer name', { facts: { name: 'Heron Ridge Jacket – Red / M' } }],
    ['a name in another language', { locale: 'es', facts: { name: 'Chaqueta impermeable' } }],
    ['a brand written out', { facts: { brand: 'HERON Outdoor Ltd.' } }],
    ['the GTIN in another length', { facts: { gtin: '04006381333931' } }],
    [
      'variants of which the page states one',
      { facts: { price: 99, priceMax: 119, variants: [variant('a', 99), variant('b', 119)] } },
    ],
    ['a row of another variant', { facts: { sku: 'NP-1-M', price: 129, gtin: '036000291452' } }],
  ])('takes for none: %s', (_, given) => {
    const variants = given?.facts?.sku === 'NP-1-M' ? [variant('NP-1-S', 119), variant('NP-1-M', 129)] : [];
    const page = pageStatement({ facts: { brand: 'Heron', gtin: '4006381333931', variants } });
    expect(reasons(page, feedStatement(given))).toEqual([]);
  });

  it('names the variant that it is about, and the range of prices', () => {
    const one = pageStatement({
      facts: { price: 99, priceMax: 119, variants: [variant('S', 99), variant('M', 119)] },
    });
    const swapped = feedStatement({
      facts: { price: 99, priceMax: 119, variants: [variant('s', 119), variant('m', 99)] },
    });
    expect(reasons(one, swapped)).toEqual([
      expect.stringMatching(/^price of S: the page says 99.00 USD, .* 119.00 USD/),
    ]);
    const row = feedStatement({ facts: { sku: 'm', price: 5 } });
    expect(reasons(one, row)).toEqual([
      expect.stringMatching(/^price of M: the page says 119.00 USD, .* 5.00 USD/),
    ]);
    expect(reasons(one, feedStatement({ facts: { price: 5 } }))).toEqual([
      expect.stringMatching(/^price: the page says 99.00 to 119.00 USD, .* 5.00 USD/),
    ]);
  });

  it('tells two sources of one name apart', () => {
    const facts = { price: 5 };
    expect(reasons(feedStatement(), feedStatement({ sourceId: 'b', facts }))[0]).toMatch(
      /catalog.csv \(catalog\) says .*catalog.csv \(b\) says/,
    );
    expect(
      reasons(pageStatement(), pageStatement({ facts: { ...facts, url: 'https://b.example/' } }))[0],
    ).toMatch(/the page https:\/\/shop.example\/jacket says .*the page https:\/\/b.example\/ says/);
  });
});
