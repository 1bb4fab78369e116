import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { catalogCsv } from './catalog-csv.ts';
import { products } from './data/products.ts';
import { makeSite } from './site.ts';
import { gtin13, productState, variantsOf } from './variants.ts';

const base = 'https://store.example';
const site = makeSite(base);
const rows = parse<Record<string, string>>(catalogCsv(base), { columns: true });

interface Offer {
  '@type': string;
  sku?: string;
  price?: string | number;
  lowPrice?: string;
  highPrice?: string;
  availability: string;
  priceSpecification?: { price: string | number };
}
interface Node {
  '@type': string;
  '@graph'?: Node[];
  sku?: string;
  productGroupID?: string;
  hasVariant?: { sku: string; gtin13: string; offers: Offer }[];
  offers?: Offer | Offer[];
}

const states: Record<string, string> = {
  InStock: 'in_stock',
  OutOfStock: 'out_of_stock',
  PreOrder: 'preorder',
};
const stateOf = (offer: Offer) => states[offer.availability.replace(/^https?:\/\/schema\.org\//, '')];

function productNode(handle: string): { node: Node; types: string[]; $: ReturnType<typeof load> } {
  const $ = load(site.get(`/products/${handle}`)?.render() ?? '');
  const nodes = $('script[type="application/ld+json"]')
    .map((_, element) => JSON.parse($(element).text()) as Node)
    .get()
    .flatMap((node) => node['@graph'] ?? [node]);
  const node = nodes.find(({ '@type': type }) => type === 'Product' || type === 'ProductGroup');
  if (!node) throw new Error(`no product in the JSON-LD of ${handle}`);
  return { node, types: nodes.map((entry) => entry['@type']), $ };
}

describe('the catalog', () => {
  it('has unique SKUs, handles and valid GTINs', () => {
    const variants = products.flatMap(variantsOf);
    expect(new Set(products.map((product) => product.handle)).size).toBe(products.length);
    expect(new Set(variants.map((variant) => variant.sku)).size).toBe(variants.length);
    expect(new Set(variants.map((variant) => variant.gtin)).size).toBe(variants.length);
    expect(variants.filter((variant) => variant.gtin !== gtin13(variant.gtin.slice(0, 12)))).toEqual([]);
    expect(gtin13('400638133393')).toBe('4006381333931');
  });

  it('knows every sold-out color and size that its data names', () => {
    for (const product of products) {
      const known = new Set(['all', ...product.colors, ...product.sizes]);
      const parts = (product.soldOut ?? []).flatMap((entry) => entry.split('/'));
      expect(
        parts.filter((part) => !known.has(part)),
        product.name,
      ).toEqual([]);
    }
  });

  it('has sales, sold-out products, sold-out sizes and preorders', () => {
    const count = (state: string) => products.filter((product) => productState(product) === state).length;
    expect(products.filter((product) => product.salePrice).length).toBeGreaterThan(8);
    expect([count('out_of_stock') > 1, count('preorder') > 1]).toEqual([true, true]);
    expect(rows.filter((row) => row.availability === 'out_of_stock').length).toBeGreaterThan(30);
  });

  it.each(products.map((product) => [product.handle, product] as const))(
    'says the same of %s in JSON-LD, on its page and in the feed',
    (handle, product) => {
      const { node, types, $ } = productNode(handle);
      const feed = rows.filter((row) => row.item_group_id === product.sku);
      const now = (row: Record<string, string>) => Number.parseFloat(row.sale_price || row.price || '');
      const prices = feed.map(now);
      expect(types).toContain('BreadcrumbList');
      expect(node.productGroupID ?? node.sku).toBe(product.sku);
      expect($('.product__price .price__now').text()).toBe(`$${Math.min(...prices).toFixed(2)}`);
      const was = $('.product__price .price__was').text();
      expect(was).toBe(product.salePrice === undefined ? '' : `$${product.price.toFixed(2)}`);
      if (was !== '')
        expect(Math.min(...feed.map((row) => Number.parseFloat(row.price ?? '')))).toBe(product.price);

      const offers =
        node.hasVariant?.map((variant) => ({ ...variant.offers, sku: variant.sku })) ??
        [node.offers ?? []].flat();
      for (const offer of offers) {
        if (offer['@type'] === 'AggregateOffer') {
          expect([Number(offer.lowPrice), Number(offer.highPrice)]).toEqual([
            Math.min(...prices),
            Math.max(...prices),
          ]);
          expect(stateOf(offer)).toBe(productState(product));
          continue;
        }
        const row = feed.find(({ id }) => id === offer.sku);
        expect(prices).toContain(Number(offer.price));
        expect(stateOf(offer)).toBe(row?.availability ?? productState(product));
        if (row) expect(Number(offer.price)).toBe(now(row));
      }
      if (node.hasVariant) expect(node.hasVariant.map(({ sku }) => sku)).toEqual(feed.map(({ id }) => id));
    },
  );

  it('links the feed to pages and pictures that exist', () => {
    for (const row of rows) {
      expect(site.has(new URL(row.link ?? '').pathname)).toBe(true);
      expect(site.has(new URL(row.image_link ?? '').pathname)).toBe(true);
    }
  });
});
