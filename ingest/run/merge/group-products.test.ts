import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductIdentity } from '../../../sql/merge-products.ts';
import { groupProducts } from './group-products.ts';

let made = 0;
function identity(given: Partial<ProductIdentity> = {}): ProductIdentity {
  made += 1;
  const documentId = given.documentId ?? `d${made}`;
  return {
    documentId,
    sourceId: 'catalog',
    sourceKind: 'feed',
    locale: 'en',
    url: `https://shop.example/${documentId}`,
    sku: `own-${documentId}`,
    gtin: null,
    name: 'Ridge Jacket',
    brand: null,
    currency: 'USD',
    variantSkus: '',
    asOf: 0,
    statedHash: '',
    primaryId: null,
    mergeHash: null,
    ...given,
  };
}
const page = (given: Partial<ProductIdentity> = {}) =>
  identity({ sourceId: 'site', sourceKind: 'site', ...given });
const sizes = (...products: ProductIdentity[]) => groupProducts(products).map((group) => group.length);

describe('the same product', () => {
  it.each<[string, Partial<ProductIdentity>, Partial<ProductIdentity>]>([
    [
      'GTIN in two lengths, whatever the names',
      { gtin: '036000291452', name: 'Tent' },
      { gtin: '0036000291452' },
    ],
    ['SKU in another case', { sku: 'NP-1' }, { sku: 'np-1' }],
    [
      'SKU of a variant',
      { variantSkus: 'NP-1-RED\nNP-1-BLUE' },
      { sku: 'np-1-blue', name: 'Ridge Jacket - Blue' },
    ],
    [
      'URL but for tracking',
      { url: 'https://s.example/p' },
      { url: 'https://s.example/p?utm_source=x', name: 'Chaqueta' },
    ],
    [
      'SKU and brand, with a name in another language',
      { sku: 'NP-1042', brand: 'Heron' },
      { sku: 'NP-1042', brand: 'HERON', name: 'Chaqueta' },
    ],
    ['short SKU and name', { sku: '1', name: 'Ridge jacket!' }, { sku: '1' }],
  ])('has the same %s', (_, one, other) => {
    expect(sizes(page(one), identity(other))).toEqual([2]);
  });

  it.each<[string, Partial<ProductIdentity>, Partial<ProductIdentity>]>([
    ['SKU “1” of two things', { sku: '1', name: 'Ridge Jacket' }, { sku: '1', name: 'Camp Stove' }],
    [
      'SKU “default” and like names',
      { sku: 'default', name: 'Ridge Jacket' },
      { sku: 'default', name: 'Ridge Jacket Liner' },
    ],
    [
      'SKU that looks like one, with other names and brands',
      { sku: 'SKU-001', name: 'Tent', brand: 'A' },
      { sku: 'SKU-001', name: 'Mug', brand: 'B' },
    ],
    ['GTIN that is none', { gtin: '0001' }, { gtin: '0001' }],
    ['name alone', {}, {}],
  ])('is not told by the same %s', (_, one, other) => {
    expect(sizes(page(one), identity(other))).toEqual([1, 1]);
  });

  it('is not told by a number that one source gives to unlike things', () => {
    const gtin = '4006381333931';
    const rows = ['Ridge Jacket', 'Camp Stove', 'Trail Tee'].map((name) => identity({ gtin, name }));
    expect(sizes(...rows)).toEqual([1, 1, 1]);
    expect(sizes(page({ gtin, name: 'Camp Stove' }), ...rows).sort()).toEqual([1, 1, 2]);
  });

  it('is not told by a page that a feed links all its rows to', () => {
    const url = 'https://shop.example/sale';
    const rows = ['Ridge Jacket Red', 'Camp Stove', 'Ridge Jacket Blue'].map((name, at) =>
      identity({ url: `${url}#sku=${at}`, name }),
    );
    expect(sizes(...rows)).toEqual([1, 1, 1]);
    expect(sizes(page({ url }), ...rows).sort()).toEqual([1, 3]);
  });
});

describe('the primary', () => {
  it('is the page; of several the one with the shortest URL', () => {
    const gtin = '4006381333931';
    const [group] = groupProducts([
      identity({ gtin, asOf: 12 }),
      page({ gtin, url: 'https://shop.example/sale/jacket' }),
      page({ gtin, url: 'https://shop.example/jacket' }),
    ]);
    expect(group?.map(({ url }) => url).slice(0, 2)).toEqual([
      'https://shop.example/jacket',
      'https://shop.example/sale/jacket',
    ]);
  });

  it('is the newest that opens where there is no page', () => {
    const gtin = '4006381333931';
    const [group] = groupProducts([
      identity({ documentId: 'old', gtin, asOf: 1 }),
      identity({ documentId: 'unlinked', gtin, asOf: 12, url: 'aisle-product:1' }),
      identity({ documentId: 'new', gtin, asOf: 2 }),
    ]);
    expect(group?.map(({ documentId }) => documentId)).toEqual(['new', 'old', 'unlinked']);
  });
});

describe('markets', () => {
  const gtin = '4006381333931';
  it('keep a card for each language and currency that has a page, with the rows that fit it', () => {
    const groups = groupProducts([
      page({ documentId: 'en', gtin }),
      page({ documentId: 'es', gtin, locale: 'es', name: 'Ridge Jacket chaqueta' }),
      page({ documentId: 'uk', gtin, sourceId: 'uk', currency: 'GBP' }),
      identity({ documentId: 'gbp', gtin, currency: 'GBP', locale: 'es' }),
      identity({ documentId: 'fila', gtin, sourceId: 'feed-es', locale: 'es' }),
      identity({ documentId: 'yen', gtin, sourceId: 'feed-jp', currency: 'JPY' }),
    ]);
    const ids = groups.map((group) => group.map(({ documentId }) => documentId)).sort();
    expect(ids).toEqual([
      ['en', 'yen'],
      ['es', 'fila'],
      ['uk', 'gbp'],
    ]);
  });

  it('stay apart in feeds of two currencies', () => {
    const euro = identity({ gtin, currency: 'EUR', sourceId: 'eu' });
    expect(sizes(identity({ gtin }), euro)).toEqual([1, 1]);
    expect(sizes(identity({ gtin, currency: null }), euro)).toEqual([2]);
  });
});

it('puts every product in one group, the same ones in whatever order they come', () => {
  const product = fc.record({
    sourceKind: fc.constantFrom('site', 'feed'),
    sku: fc.constantFrom('A-1001', 'a-1001', 'B-1002', '1'),
    gtin: fc.constantFrom(null, '4006381333931', '036000291452'),
    name: fc.constantFrom('Ridge Jacket', 'Ridge Jacket Red', 'Camp Stove'),
    url: fc.constantFrom('https://s.example/a', 'https://s.example/b', 'aisle-product:1'),
    locale: fc.constantFrom('en', 'es'),
    currency: fc.constantFrom(null, 'USD', 'EUR'),
  });
  fc.assert(
    fc.property(fc.array(product, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (given, order) => {
      const products = given.map((one, at) =>
        identity({ ...one, sourceId: one.sourceKind, documentId: `d${at}` }),
      );
      const shuffled = products
        .map((one) => ({ one, at: order.next().value }))
        .sort((left, right) => left.at - right.at)
        .map(({ one }) => one);
      const ids = (groups: ProductIdentity[][]) =>
        groups.map((group) => group.map((one) => one.documentId).join()).sort();
      expect(ids(groupProducts(shuffled))).toEqual(ids(groupProducts(products)));
      expect(
        groupProducts(products)
          .flat()
          .map((one) => one.documentId)
          .sort(),
      ).toEqual(products.map((one) => one.documentId).sort());
    }),
  );
});
