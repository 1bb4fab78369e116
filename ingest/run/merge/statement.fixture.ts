import type { ProductStatement } from '../../../sql/merge-products.ts';

type Given = Partial<Omit<ProductStatement, 'facts'>> & { facts?: Partial<ProductStatement['facts']> };

/** What a feed's row states; days count from November 1. */
export function feedStatement({ facts, ...given }: Given = {}, day = 1): ProductStatement {
  return {
    documentId: 'row',
    sourceId: 'catalog',
    sourceKind: 'feed',
    locale: 'en',
    location: 'https://feeds.example/export/catalog.csv?key=secret',
    asOf: new Date(Date.UTC(2026, 10, day)),
    facts: {
      sku: 'NP-1',
      gtin: null,
      name: 'Ridge Jacket',
      brand: null,
      category: null,
      price: 119,
      priceMax: 119,
      listPrice: null,
      currency: 'USD',
      availability: 'in_stock',
      rating: null,
      ratingCount: null,
      image: null,
      url: 'https://shop.example/jacket',
      attributes: {},
      variants: [],
      ...(facts?.price === undefined ? {} : { priceMax: facts.price }),
      ...facts,
    },
    ...given,
  };
}

/** What a product's page states. */
export function pageStatement(given: Given = {}, day = 1): ProductStatement {
  return feedStatement(
    { documentId: 'page', sourceId: 'site', sourceKind: 'site', location: 'https://shop.example/', ...given },
    day,
  );
}
