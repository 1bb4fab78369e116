import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';
import {
  bigCommerce,
  magento,
  prestaShop,
  productList,
  shopifyWithMicrodata,
  spanishShop,
  wooCommerce,
} from './shop-markup.fixture.ts';

const url = 'https://s.example/p/ridge-jacket';
const read = (html: string, at = url) =>
  extractPage(parsePage(html), { url: at, fetchedAt: '2026-11-22T09:00:00Z' });
const productOf = (html: string, at?: string) => read(html, at)?.product;
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const page = (body: string, head = '') =>
  `<html lang="en"><head><title>Ridge Jacket | Shop</title>${head}</head><body><main><h1>Ridge Jacket</h1>${body}<p>A warm jacket for storms.</p></main></body></html>`;
const item = (type: string, inner: string, more = '') =>
  `<div itemscope itemtype="https://schema.org/${type}" ${more}>${inner}</div>`;

describe('a product page without JSON-LD', () => {
  it('of WooCommerce: price on sale, rating and SKU, no related product', () => {
    expect(productOf(wooCommerce)).toMatchObject({
      sku: 'RJ-100',
      name: 'Ridge Jacket',
      price: 1129,
      priceMax: 1129,
      listPrice: 1299,
      currency: 'GBP',
      availability: 'in_stock',
      rating: 4.5,
      ratingCount: 12,
      image: 'https://s.example/wp/ridge.jpg',
    });
  });

  it('of PrestaShop, with prices in content attributes and breadcrumbs', () => {
    expect(productOf(prestaShop)).toMatchObject({
      sku: 'demo_3',
      gtin: '4006381333931',
      brand: 'Northline',
      category: 'Ropa > Chaquetas',
      price: 1299,
      listPrice: 1499,
      currency: 'EUR',
      availability: 'in_stock',
      attributes: { color: ['Rojo'] },
    });
  });

  it('of Magento 2, whose body is the product', () => {
    expect(productOf(magento)).toMatchObject({
      sku: 'MH01',
      name: 'Ridge Jacket',
      price: 52,
      currency: 'USD',
      availability: 'in_stock',
      rating: 4.4,
      ratingCount: 1284,
    });
  });

  it('of BigCommerce, with a price specification and Open Graph', () => {
    expect(productOf(bigCommerce)).toMatchObject({
      sku: 'BC-7',
      gtin: '012345678905',
      brand: 'Northline',
      price: 39.98,
      currency: 'USD',
      availability: 'in_stock',
    });
  });

  it('of an older Shopify theme, where the rest comes from Open Graph', () => {
    expect(productOf(shopifyWithMicrodata)).toMatchObject({
      price: 129,
      currency: 'CAD',
      availability: 'out_of_stock',
      image: 'https://cdn.example/ridge.jpg',
    });
  });

  it.each([
    ['Disponible', 'in_stock'],
    ['Agotado', 'out_of_stock'],
    ['No disponible', 'out_of_stock'],
    ['Bajo pedido', 'backorder'],
  ])('in Spanish, that says %s', (words, availability) => {
    const document = read(spanishShop(words));
    expect(document?.product).toMatchObject({ price: 1299.5, currency: 'EUR', availability });
    expect(document?.text).toContain('Precio: 1299,50 €');
  });

  it('reads as before: nothing is lost or doubled by the marks', () => {
    const plain = wooCommerce.replace(/ item(?:scope|prop|type|ref)(?:="[^"]*")?/g, '');
    const body = (text = '') =>
      text.split('\n').slice(text.split('\n').findIndex((line) => /warm jacket/.test(line)));
    expect(read(plain)?.product).toBeNull();
    expect(body(read(wooCommerce)?.text)).toEqual(body(read(plain)?.text));
    expect(body(read(wooCommerce)?.text)).toContain('A warm jacket for storms.');
  });
});

describe('several kinds of data on one page', () => {
  const offer = '<span itemprop="price" content="99">$99</span><meta itemprop="priceCurrency" content="USD">';
  const microdata = item(
    'Product',
    `<span itemprop="name">Ridge Jacket</span><span itemprop="sku">RJ</span><span itemprop="brand">Northline</span>${item('Offer', `${offer}<link itemprop="availability" href="https://schema.org/InStock">`, 'itemprop="offers"')}`,
  );

  it('lets JSON-LD win fact by fact, and completes it', () => {
    const data = {
      '@type': 'Product',
      name: 'Ridge Jacket',
      brand: 'Ridge Co',
      offers: { price: 89, priceCurrency: 'USD' },
    };
    const html = page(
      microdata,
      `${jsonLd(data)}<meta property="product:color" content="red"><meta property="product:price:amount" content="79"><meta property="product:price:currency" content="EUR">`,
    );
    expect(productOf(html)).toMatchObject({
      brand: 'Ridge Co',
      price: 89,
      currency: 'USD',
      sku: 'RJ',
      availability: 'in_stock',
      attributes: { color: ['red'] },
    });
  });

  it('takes an amount and its currency together or not at all', () => {
    const data = (offers: object) => jsonLd({ '@type': 'Product', name: 'Ridge Jacket', offers });
    expect(productOf(page(microdata, data({ availability: 'InStock' })))).toMatchObject({
      price: 99,
      currency: 'USD',
    });
    expect(productOf(page(microdata, data({ price: 99 })))).toMatchObject({ price: 99, currency: 'USD' });
    expect(productOf(page(microdata, data({ price: 89 })))).toMatchObject({ price: 89, currency: null });
    expect(productOf(page(microdata, data({ priceCurrency: 'EUR' })))).toMatchObject({
      price: null,
      currency: 'EUR',
    });
  });

  it('leaves out what speaks of another product', () => {
    const other = microdata.replace('Ridge Jacket', 'Storm Pants');
    const html = page(other, jsonLd({ '@type': 'Product', name: 'Ridge Jacket' }));
    expect(productOf(html)).toMatchObject({
      name: 'Ridge Jacket',
      price: null,
      brand: null,
      sku: 'ridge-jacket',
    });
  });

  it('completes a product with what an app writes of it apart', () => {
    const theme = { '@type': 'Product', name: 'Ridge Jacket', offers: { price: 5, priceCurrency: 'USD' } };
    const app = {
      '@type': 'Product',
      name: 'Ridge Jacket',
      aggregateRating: { ratingValue: 4, reviewCount: '1,284' },
    };
    expect(productOf(page('', jsonLd(theme) + jsonLd(app)))).toMatchObject({
      price: 5,
      rating: 4,
      ratingCount: 1284,
    });
  });

  it('takes no fact from a list, nor a product of another page for the page’s own', () => {
    expect(productOf(productList(20), 'https://s.example/jackets')).toBeNull();
    expect(productOf(productList(1), 'https://s.example/jackets')).toBeNull();
    expect(productOf(productList(20, '/index.php?id='), 'https://s.example/index.php?cat=3')).toBeNull();
    expect(productOf(productList(20), 'https://s.example/p/item-7')).toMatchObject({
      name: 'Item 7',
      price: 17,
    });
  });
});

it('takes neither an article’s subscription nor a thing that is not sold for a product', () => {
  const paid = `<div itemscope itemtype="https://schema.org/NewsArticle">${item('Product', '<meta itemprop="name" content="The Daily"><meta itemprop="productID" content="daily:basic">', 'itemprop="isPartOf"')}</div>`;
  expect(productOf(page(paid))).toBeNull();
  expect(productOf(page(item('Product', '<span itemprop="name">Ridge Jacket</span>')))).toBeNull();
});

it('keeps invisible characters out of facts', () => {
  const marked = item('Product', '<b itemprop="name">Ridge Jacket</b><b itemprop="sku">R\u200BJ\u202E1</b>');
  expect(productOf(page(marked))?.sku).toBe('RJ1');
});

describe('a FAQ in markup', () => {
  it.each([
    [
      'microdata',
      `<div itemscope itemtype="https://schema.org/FAQPage"><div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question"><h2 itemprop="name">Is it warm?</h2><div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><p itemprop="text">Yes, very.</p></div></div></div>`,
    ],
    [
      'RDFa',
      '<div vocab="https://schema.org/" typeof="FAQPage"><div property="mainEntity" typeof="Question"><h2 property="name">Is it warm?</h2><div property="acceptedAnswer" typeof="Answer"><p property="text">Yes, very.</p></div></div></div>',
    ],
  ])('makes the page one, in %s, without saying anything twice', (_, markup) => {
    const document = read(
      `<title>Warmth</title><main><h1>Warmth</h1>${markup}</main>`,
      'https://s.example/warmth',
    );
    expect(document).toMatchObject({ kind: 'faq', product: null });
    expect(document?.text.match(/Yes, very\./g)).toHaveLength(1);
    expect(document?.sections[0]?.heading.at(-1)).toBe('Is it warm?');
  });
});
