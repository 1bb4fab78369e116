import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../../ingest/catalog/read-catalog.ts';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { catalogCsv } from '../../../ingest/sample-store/catalog-csv.ts';
import { products as samples } from '../../../ingest/sample-store/data/products.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import {
  type CatalogQuestion,
  COFFEE_QUESTIONS,
  ELECTRONICS_QUESTIONS,
  OUTDOOR_QUESTIONS,
} from './catalog-questions.fixture.ts';
import { HOUSE_PRODUCTS, HOUSE_QUESTIONS } from './house-store.fixture.ts';
import { readCatalogQuery } from './read-catalog-query.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** What `listCatalogVocabulary` would list of these products. */
function termsOf(products: ProductFacts[]): CatalogTerm[] {
  const terms = new Map<string, CatalogTerm>();
  const add = (field: CatalogTerm['field'], attribute: string, value: string | null): void => {
    if (value === null) return;
    const key = [field, attribute, value].join('\n');
    const known = terms.get(key) ?? { field, attribute, value, products: 0, documentIds: [] };
    known.products++;
    terms.set(key, known);
  };
  for (const { name, brand, category, attributes } of products) {
    add('name', '', name);
    add('brand', '', brand);
    add('category', '', category);
    for (const [attribute, values] of Object.entries(attributes))
      for (const value of values) add('attribute', attribute, value);
  }
  return [...terms.values()];
}

async function vocabularyOf(input: AsyncIterable<Uint8Array | string>, locale: string): Promise<Vocabulary> {
  const products: ProductFacts[] = [];
  const options = { format: 'csv' as const, fetchedAt: '2026-11-22T09:00:00Z', onProblem: () => undefined };
  for await (const { product } of readCatalog(input, options)) if (product !== null) products.push(product);
  return buildVocabulary(termsOf(products), locale);
}

/** The sample store's feed, with the specifications that its pages add. */
async function outdoorVocabulary(): Promise<Vocabulary> {
  const products: ProductFacts[] = [];
  const options = { format: 'csv' as const, fetchedAt: '2026-11-22T09:00:00Z', onProblem: () => undefined };
  for await (const { product } of readCatalog(Readable.from([catalogCsv('https://s.example')]), options)) {
    const sample = samples.find(({ name }) => name === product?.name);
    if (product === null || sample === undefined) continue;
    const specs = sample.specs.map(([name, value]): [string, string[]] => [name.toLowerCase(), [value]]);
    products.push({ ...product, attributes: { ...product.attributes, ...Object.fromEntries(specs) } });
  }
  return buildVocabulary(termsOf(products), 'en');
}

const file = (path: string) => createReadStream(new URL(`../../../evals/suites/${path}`, import.meta.url));
const STORES: [string, Promise<Vocabulary>, CatalogQuestion[]][] = [
  ['an outdoor store', outdoorVocabulary(), OUTDOOR_QUESTIONS],
  ['a coffee roaster', vocabularyOf(file('coffee-shop/catalog.csv'), 'en'), COFFEE_QUESTIONS],
  [
    'a Spanish electronics store',
    vocabularyOf(file('electronica/catalogo.csv'), 'es'),
    ELECTRONICS_QUESTIONS,
  ],
  [
    'a store for house and garden',
    Promise.resolve(buildVocabulary(termsOf(HOUSE_PRODUCTS), 'en')),
    HOUSE_QUESTIONS,
  ],
];

describe.each(STORES)('what is understood of questions to %s', (_, vocabulary, questions) => {
  it.each(questions)('%s: %s', async (locale, question, expected) => {
    const query = readCatalogQuery(question, locale, await vocabulary, wordSimilarity);
    expect(query?.constraints ?? null).toEqual(expected);
  });
});
