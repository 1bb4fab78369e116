import type { FactWords } from './fact-words.ts';

export const ENGLISH: FactWords = {
  language: 'en',
  price: 'Price',
  priceOf: 'Price of',
  range: (low, high) => `${low} to ${high}`,
  was: (price) => `was ${price}`,
  availability: 'Availability',
  availabilities: {
    in_stock: 'in stock',
    out_of_stock: 'out of stock',
    preorder: 'pre-order',
    backorder: 'on backorder',
    discontinued: 'discontinued',
  },
  brand: 'Brand',
  category: 'Category',
  sku: 'SKU',
  gtin: 'GTIN',
  rating: 'Rating',
  rated: (value, count) =>
    `${value} out of 5${count === null ? '' : ` (${count} ${count === 1 ? 'rating' : 'ratings'})`}`,
  soldOut: ['sold out'],
  // Attributes are named in English to begin with.
  attributes: {},
};
