import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';

const read = (tags: Record<string, string>, more = '') =>
  extractPage(
    parsePage(
      `<html><head><title>Ridge</title>${Object.entries(tags)
        .map(([name, content]) => `<meta property="${name}" content="${content}">`)
        .join('')}${more}</head><main><h1>Ridge</h1><p>A warm jacket for storms.</p></main></html>`,
    ),
    { url: 'https://s.example/p/ridge', fetchedAt: '2026-11-22T09:00:00Z' },
  )?.product;
const product = { 'og:type': 'product' };

describe('Open Graph product tags', () => {
  it('give the facts of a page that has nothing else', () => {
    expect(
      read({
        ...product,
        'og:title': 'Ridge – Shop',
        'product:price:amount': '1.299,00',
        'product:price:currency': 'eur',
        'product:availability': 'oos',
        'product:brand': 'North&#8203;line',
        'product:retailer_item_id': 'RJ-1',
        'product:category': '5598',
        'product:color': 'Red',
      }),
    ).toMatchObject({
      name: 'Ridge',
      sku: 'RJ-1',
      brand: 'Northline',
      category: null,
      price: 1299,
      currency: 'EUR',
      availability: 'out_of_stock',
      attributes: { color: ['Red'] },
    });
  });

  it('state a sale', () => {
    expect(
      read({
        'product:price:amount': '159',
        'product:sale_price:amount': '129',
        'product:sale_price:currency': 'USD',
      }),
    ).toMatchObject({ price: 129, listPrice: 159, currency: 'USD' });
    expect(
      read({
        ...product,
        'og:price:amount': '129',
        'og:price:standard_amount': '159',
        'og:price:currency': 'USD',
      }),
    ).toMatchObject({ price: 129, listPrice: 159 });
  });

  it('in several currencies give the first one’s price', () => {
    const second =
      '<meta property="product:price:amount" content="99"><meta property="product:price:currency" content="EUR">';
    expect(read({ 'product:price:amount': '129', 'product:price:currency': 'USD' }, second)).toMatchObject({
      price: 129,
      priceMax: 129,
      currency: 'USD',
    });
  });

  it('of a page that sells nothing make no product of it', () => {
    expect(read({ 'og:type': 'website', 'og:price:amount': '5' })).toBeNull();
    expect(read({ ...product, 'og:title': 'Ridge' })).toBeNull();
    expect(read({ 'og:type': 'article', 'og:image': '/x.png' })).toBeNull();
  });
});
