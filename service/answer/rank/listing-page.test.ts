import { expect, it } from 'vitest';
import { isListingPage } from './listing-page.ts';

it.each([
  ['https://shop.example/collections/jackets', true],
  ['https://shop.example/es/categoria/chaquetas?page=2', true],
  ['https://shop.example/', true],
  ['https://shop.example/help/returns', false],
  ['https://shop.example/shop', false],
  ['aisle-file:/pages/returns.md', false],
])('%s: %s', (url, is) => expect(isListingPage({ kind: 'page', url })).toBe(is));

it('takes no product or policy for a list', () => {
  expect(isListingPage({ kind: 'product', url: 'https://shop.example/collections/all/boot' })).toBe(false);
  expect(isListingPage({ kind: 'policy', url: 'https://shop.example/shop/returns' })).toBe(false);
});
