import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';
import { productText } from './product-text.ts';

const offer = (price: string | number, availability = 'InStock', more = {}) => ({
  '@type': 'Offer',
  price,
  priceCurrency: 'USD',
  availability: `https://schema.org/${availability}`,
  ...more,
});
const read = (data: unknown, body = '<p>A warm jacket for storms.</p>', lang = 'en') =>
  extractPage(
    parsePage(
      `<html lang="${lang}"><title>Ridge</title><script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script><main><h1>Ridge</h1>${body}</main>`,
    ),
    { url: 'https://s.example/p/ridge', fetchedAt: '2026-11-22T09:00:00Z' },
  );

const group = {
  '@graph': [
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 2, name: 'Jackets' },
        { position: 1, name: 'Home' },
        { position: 3, item: { name: 'Ridge' } },
      ],
    },
    {
      '@type': 'ProductGroup',
      productGroupID: 'RJ',
      name: 'Ridge',
      brand: { '@type': 'Brand', name: 'Northline' },
      material: 'Nylon',
      image: ['/r.jpg'],
      aggregateRating: { ratingValue: '9', bestRating: 10, reviewCount: '128' },
      additionalProperty: [{ '@type': 'PropertyValue', name: 'Weight', value: 410, unitCode: 'GRM' }],
      hasVariant: [
        {
          '@type': 'Product',
          sku: 'R-S',
          color: 'Red',
          size: 'S',
          offers: offer('129.00', 'InStock', {
            priceSpecification: { priceType: 'https://schema.org/StrikethroughPrice', price: 159 },
          }),
        },
        { '@type': 'Product', sku: 'R-M', color: 'Red', size: 'M', offers: offer('129.00', 'OutOfStock') },
        { '@id': '#blue' },
      ],
    },
    {
      '@id': '#blue',
      '@type': 'Product',
      sku: 'B-S',
      color: 'Blue',
      size: 'S',
      offers: offer(139, 'PreOrder'),
    },
  ],
};

describe('facts of a product page', () => {
  it('reads a group with its variants, rating, category and attributes', () => {
    const document = read(group);
    expect(document?.kind).toBe('product');
    expect(document?.product).toMatchObject({
      sku: 'RJ',
      name: 'Ridge',
      brand: 'Northline',
      category: 'Jackets',
      price: 129,
      priceMax: 139,
      listPrice: 159,
      currency: 'USD',
      availability: 'in_stock',
      rating: 4.5,
      ratingCount: 128,
      image: 'https://s.example/r.jpg',
      asOf: '2026-11-22T09:00:00Z',
      attributes: { material: ['Nylon'], weight: ['410 g'], color: ['Red', 'Blue'], size: ['S', 'M'] },
      variants: [
        { sku: 'R-S', attributes: { color: 'Red', size: 'S' }, price: 129, availability: 'in_stock' },
        { sku: 'R-M', attributes: { color: 'Red', size: 'M' }, price: 129, availability: 'out_of_stock' },
        { sku: 'B-S', attributes: { color: 'Blue', size: 'S' }, price: 139, availability: 'preorder' },
      ],
    });
  });

  it('begins the text with the facts, one a line, then the page', () => {
    const document = read(group);
    const [facts, prose] = document?.sections ?? [];
    expect(facts).toMatchObject({ heading: ['Ridge'], shape: 'facts', start: 0 });
    const lines = document?.text.slice(0, facts?.end).split('\n');
    expect(lines?.slice(0, 2)).toEqual(['Price: $129.00 to $139.00 (was $159.00)', 'Availability: in stock']);
    expect(lines).toContain('Size sold out: M');
    expect(lines).toContain('Price of Blue / S: $139.00');
    expect(document?.text.slice(prose?.start)).toBe('A warm jacket for storms.');
  });

  it('reads a single offer, an aggregate of offers, and prices with commas', () => {
    expect(
      read({ '@type': 'Product', name: 'Ridge', sku: 'R', offers: offer('1,299.00', 'SoldOut') })?.product,
    ).toMatchObject({ price: 1299, priceMax: 1299, availability: 'out_of_stock' });
    const aggregate = { '@type': 'AggregateOffer', lowPrice: '10', highPrice: '20', priceCurrency: 'EUR' };
    expect(read({ '@type': ['Product'], name: 'Ridge', offers: aggregate })?.product).toMatchObject({
      price: 10,
      priceMax: 20,
      currency: 'EUR',
      sku: 'ridge',
    });
  });

  it('takes the one crossed-out price of the page for the price before a sale, but never guesses between two', () => {
    const data = { '@type': 'Product', name: 'Ridge', offers: offer(129) };
    expect(read(data, '<p>Now $129.00 <s>$159.00</s> for all of you.</p>')?.product?.listPrice).toBe(159);
    expect(
      read(data, '<p>Now $129.00 <s>$159.00</s> <del>$169</del> for you.</p>')?.product?.listPrice,
    ).toBeNull();
    expect(read(data, '<p>Now $129.00 <s>$159.00</s> for all of you.</p>')?.text).not.toContain('159.00 for');
  });

  it('tells colors and sizes of offers that are named by one text', () => {
    const offers = ['Red / S', 'Red / M', 'Blue / S'].map((name, at) =>
      offer(20, 'InStock', { sku: `R${at}`, name }),
    );
    const product = read({ '@type': 'Product', name: 'Ridge', offers })?.product;
    expect(product?.attributes).toEqual({ color: ['Red', 'Blue'], size: ['S', 'M'] });
    expect(product?.variants[1]?.attributes).toEqual({ color: 'Red', size: 'M' });
  });

  it('tells the options of variants that say them in their names alone', () => {
    const variant = (sku: string, name: string, stock: string) => ({
      '@type': 'Product',
      sku,
      name,
      offers: offer(68, stock),
    });
    const { product, text } =
      read({
        '@type': 'ProductGroup',
        name: 'Ridge',
        hasVariant: [
          variant('a', 'Ridge - S / White', 'InStock'),
          variant('b', 'Ridge - L / White', 'OutOfStock'),
          variant('c', 'Ridge - S / Sage', 'InStock'),
        ],
      }) ?? {};
    expect(product?.variants.map(({ attributes }) => attributes)).toEqual([
      { size: 'S', color: 'White' },
      { size: 'L', color: 'White' },
      { size: 'S', color: 'Sage' },
    ]);
    expect(text).toContain('Size sold out: L');
    const other = read({
      '@type': 'ProductGroup',
      name: 'Ridge',
      hasVariant: [variant('a', 'Ridgeline tent', 'InStock'), variant('b', 'Summit', 'InStock')],
    });
    expect(other?.product?.variants.map(({ attributes }) => attributes)).toEqual([{}, {}]);
  });

  it('finds a color of two by either, and shows it as it is sold', () => {
    const document = read({ '@type': 'Product', name: 'Ridge', color: 'Sand/Red', offers: offer(5) });
    expect(document?.product?.attributes).toEqual({ color: ['Sand/Red', 'Sand', 'Red'] });
    expect(document?.text).toMatch(/^Color: Sand\/Red$/m);
  });

  it('mends templates’ slips in JSON and leaves what cannot be read', () => {
    expect(
      read(
        '<!-- {"@type":"Product","name":"Ridge\nJacket","offers":[{"price":"5","priceCurrency":"USD"},],} -->',
      )?.product,
    ).toMatchObject({ name: 'Ridge Jacket', price: 5 });
    expect(read('{"@type":"Product","name":')?.product).toBeNull();
    expect(read('[null, 1, "x", {"@type": {"a": 1}, "offers": "?"}]')?.product).toBeNull();
  });

  it('takes no product of a list for the page’s own', () => {
    const items = ['A', 'B'].map((name) => ({
      '@type': 'Product',
      name,
      url: `https://s.example/p/${name}`,
      offers: offer(1),
    }));
    expect(read(items)?.product).toBeNull();
    expect(read([...items, { '@type': 'Product', name: 'Ridge', offers: offer(7) }])?.product).toMatchObject({
      name: 'Ridge',
      price: 7,
    });
  });

  it('writes facts as the document’s language does', () => {
    const document = read(
      { '@type': 'Product', name: 'Ridge', offers: { price: 129, priceCurrency: 'EUR' } },
      undefined,
      'es',
    );
    expect(document?.text).toContain('Precio: 129,00 €');
  });
});

it('makes a text of facts and description for a product without a page', () => {
  const facts = read(group)?.product;
  if (!facts) throw new Error('no product');
  const { text, sections } = productText(facts, { description: ' Warm.\n\nLight. ' });
  expect(sections.map(({ start, end, shape }) => [shape, text.slice(start, end).split('\n').at(-1)])).toEqual(
    [
      ['facts', 'Price of Blue / S: $139.00'],
      ['prose', 'Light.'],
    ],
  );
});
