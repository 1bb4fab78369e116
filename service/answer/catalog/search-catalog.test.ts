import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { productText } from '../../../ingest/extract/product-text.ts';
import type { ProductFacts, Variant } from '../../../sql/document.ts';
import { listCatalogVocabulary } from '../../../sql/list-catalog-vocabulary.ts';
import { emptyFilter } from '../../../sql/search-products.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { publishStore } from '../made-up-store.fixture.ts';
import { HOUSE_PRODUCTS } from './house-store.fixture.ts';
import { readCatalogQuery } from './read-catalog-query.ts';
import { relaxations, searchCatalog } from './search-catalog.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

const [template] = HOUSE_PRODUCTS;
if (template === undefined) throw new Error('no products');
const bench = (
  name: string,
  versions: [color: string, size: string, price: number, open: boolean][],
): ProductFacts => ({
  ...template,
  sku: name,
  name,
  brand: 'Osk',
  category: 'Garden > Benches',
  url: `https://house.example/${name}`,
  price: Math.min(...versions.map(([, , price]) => price)),
  priceMax: Math.max(...versions.map(([, , price]) => price)),
  attributes: {
    color: [...new Set(versions.map(([color]) => color))],
    size: [...new Set(versions.map(([, size]) => size))],
  },
  variants: versions.map(
    ([color, size, price, open]): Variant => ({
      sku: `${name}-${color}-${size}`,
      attributes: { color, size },
      price,
      availability: open ? 'in_stock' : 'out_of_stock',
    }),
  ),
});
const BENCHES = [
  bench('Alba Bench', [
    ['Red', 'Small', 100, true],
    ['Teal', 'Large', 180, false],
    ['Teal', 'Small', 110, true],
  ]),
  bench('Brisa Bench', [['Red', 'Large', 150, true]]),
];
/** What is said of a thing beside its facts. */
const TEXTS: Record<string, string> = {
  'Arc Floor Lamp': 'Comes without a dimmer.',
  'Globe Table Lamp': 'With a dimmer on the cord.',
  'Peat-Free Compost': 'Made of bark and green waste.',
};

let database: TestDatabase;
let vocabulary: Vocabulary;
beforeAll(async () => {
  database = await openTestDatabase();
  const documents = [...HOUSE_PRODUCTS, ...BENCHES].map((product) => ({
    url: product.url,
    title: product.name,
    kind: 'product' as const,
    locale: 'en',
    product,
    ...productText(product, { description: TEXTS[product.name] ?? '' }),
  }));
  await publishStore(database.pool, openLocalEmbeddingModel(), 'house', documents);
  vocabulary = buildVocabulary(await listCatalogVocabulary(database.pool, 'house'), 'en');
});
afterAll(() => database.close());

async function ask(question: string, locale = 'en') {
  const query = readCatalogQuery(question, locale, vocabulary, wordSimilarity);
  if (query === null) throw new Error(`no question for products: ${question}`);
  const { products, relaxed, total } = await searchCatalog(database.pool, 'house', query);
  return { names: products.map(({ product }) => product.name), relaxed, total };
}

describe('products that pass what was asked', () => {
  it.each<[question: string, names: string[], locale?: string]>([
    ['tables at least 1.5 m wide', ['Harrow Oak Dining Table']],
    ['table no wider than 20 inches', ['Harrow Walnut Side Table']],
    ['sofas between 2 and 3 meters wide', ['Linnet Linen Sofa']],
    ['dining table for four', ['Harrow Oak Dining Table']],
    ['drills under 3.5 pounds', ['Cordless Drill']],
    ['drills over 500 watts', ['Corded Drill 750']],
    ['18 V drill', ['Cordless Drill']],
    ['heaters up to 2000 W', ['Patio Heater']],
    ['rain barrel over 50 gallons', ['Rain Barrel']],
    ['compost, at least 40 l', ['Peat-Free Compost']],
    ['compost without peat', ['Peat-Free Compost']],
    ['the lightest drill', ['Cordless Drill', 'Corded Drill 750']],
    ['heaviest table', ['Harrow Oak Dining Table', 'Harrow Walnut Side Table']],
    ['newest tables', ['Harrow Oak Dining Table', 'Harrow Walnut Side Table']],
    ['tables rated 4 or higher', ['Harrow Oak Dining Table']],
    ['lamps, cheapest first', ['Globe Table Lamp', 'Arc Floor Lamp']],
    ['lamps not made of glass', ['Arc Floor Lamp']],
    ['a lamp without a dimmer', ['Arc Floor Lamp']],
    ['wool throws', ['Moor Throw']],
    ['mesas de roble', ['Harrow Oak Dining Table'], 'es'],
    ['lámparas de más de un metro de alto', ['Arc Floor Lamp'], 'es'],
    ['benches in red', ['Alba Bench', 'Brisa Bench']],
    ['red bench in size large', ['Brisa Bench']],
    ['teal bench in stock', ['Alba Bench']],
    ['benches that are not red', ['Alba Bench']],
    ['large benches over €160', ['Alba Bench']],
  ])('%s', async (question, names, locale = 'en') => {
    expect(await ask(question, locale)).toEqual({ names, relaxed: [], total: names.length });
  });
});

describe('where nothing has all that was asked', () => {
  it.each<[question: string, names: string[], relaxed: string[]]>([
    ['sofa in pink', ['Linnet Linen Sofa'], ['color']],
    ['an armchair that is not leather', ['Linnet Leather Armchair'], ['material']],
    ['sofas under 500 euros', ['Linnet Linen Sofa'], ['price']],
    ['drills on sale', ['Corded Drill 750', 'Cordless Drill'], ['onSale']],
    ['drills under 1 kg', ['Corded Drill 750', 'Cordless Drill'], ['weight']],
    ['large teal bench in stock', ['Alba Bench'], ['availability']],
    ['pink sofas under 500 euros', ['Linnet Linen Sofa'], ['color', 'price']],
  ])('%s', async (question, names, relaxed) => {
    const found = await ask(question);
    expect({ ...found, names: found.names.sort() }).toMatchObject({ names, relaxed });
  });

  it('gives up one thing before several, and a size after the color', () => {
    const filter = {
      ...emptyFilter(),
      maxPrice: 5,
      onSale: true,
      attributes: { size: ['m'], color: ['red'] },
    };
    expect(relaxations(filter).map(({ name }) => name)).toEqual([
      ['onSale'],
      ['color'],
      ['size'],
      ['price'],
      ['size', 'color'].sort(),
      ['onSale', 'color', 'size', 'price'],
    ]);
    expect(relaxations(emptyFilter())).toEqual([]);
  });
});
