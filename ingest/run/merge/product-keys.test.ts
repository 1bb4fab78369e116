import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gtinKey, skuKey, urlKey } from './product-keys.ts';

it.each([
  ['4006381333931', '04006381333931'],
  ['036000291452', '00036000291452'],
  ['0036000291452', '00036000291452'],
  ["'0036000291452", '00036000291452'],
  ['96385074', '00000096385074'],
  ['978-0-306-40615-7', '09780306406157'],
  ['0-306-40615-2', '09780306406157'],
])('reads the GTIN %s as %s', (text, key) => {
  expect(gtinKey(text)).toBe(key);
});

it.each(['4006381333932', '0001', '0000000000000', 'n/a', '', '0306406153', null])(
  'takes %j for no GTIN',
  (text) => {
    expect(gtinKey(text)).toBeNull();
  },
);

it('finds a single wrong digit of a GTIN', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'4006381333931'].map(Number);
      digits[at] = ((digits[at] ?? 0) + by) % 10;
      expect(gtinKey(digits.join(''))).toBeNull();
    }),
  );
});

it('compares SKUs without case, and URLs without what leads to the same page', () => {
  expect(skuKey(' Ab-1 ')).toBe('ab-1');
  expect(skuKey('  ')).toBeNull();
  const key = urlKey('https://www.shop.example/p/tent/?utm_source=feed#sku=1');
  expect(key).toBe(urlKey('http://shop.example/p/tent'));
  expect(key).not.toBe(urlKey('https://shop.example/p/tent?v=2'));
  expect(urlKey('aisle-product:1')).toBeNull();
});
