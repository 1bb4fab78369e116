import { describe, expect, it } from 'vitest';
import { emptyFilter, type FoundProduct } from '../../../sql/search-products.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import { judgeProducts } from './judge-products.ts';
import type { CatalogQuery } from './read-catalog-query.ts';

const product = (name: string, matched: string[]): FoundProduct =>
  ({ documentId: name, matched, score: 1, product: { sku: name, name } }) as unknown as FoundProduct;
const unit = (documentId: string, kind: string, matches: number[], covered = 0): RankedUnit =>
  ({
    evidence: { documentId, kind, product: null, cosine: 0.5 },
    matches,
    features: { covered },
  }) as unknown as RankedUnit;
const JACKET = { lexeme: 'jacket', weight: 1, required: true };
const WARM = { lexeme: 'warm', weight: 1, required: false };
const query = (given: Partial<CatalogQuery> = {}): CatalogQuery => ({
  filter: emptyFilter(),
  sort: 'relevance',
  lexemes: [JACKET, WARM],
  constraints: {},
  ...given,
});
const terms = [{ lexeme: 'jacket' }, { lexeme: 'warm' }] as unknown as Parameters<
  typeof judgeProducts
>[2]['terms'];
const judge = (
  products: FoundProduct[],
  units: RankedUnit[],
  given: Partial<CatalogQuery> = {},
  confidence = 0.1,
) =>
  judgeProducts({ products, total: products.length, relaxed: [] }, query(given), {
    ranked: units,
    units,
    terms,
    confidence,
  });
const names = (found: FoundProduct[]) => found.map(({ documentId }) => documentId);

describe('products that lack words of the question', () => {
  it('are ordered by what their texts say of the open words, in other ones too', () => {
    const shell = product('shell', ['jacket']);
    const down = product('down', ['jacket']);
    const { products, almost } = judge([shell, down], [unit('down', 'product', [1, 0.8])]);
    expect(names(products)).toEqual(['down', 'shell']);
    expect(almost).toBeNull();
  });

  it('are only near, with what nothing of them says', () => {
    const { products, almost } = judge([product('shell', ['jacket'])], []);
    expect(products).toEqual([]);
    expect(almost).toMatchObject({ relaxed: ['words'], lacks: ['warm'] });
  });

  it('give way to a page that answers, unless a price limit shows that products are meant', () => {
    const page = [unit('care', 'page', [1, 1], 1)];
    const shell = product('shell', ['jacket']);
    expect(judge([shell], page, {}, 0.9).almost).toBeNull();
    const limited = { filter: { ...emptyFilter(), maxPrice: 50 } };
    expect(names(judge([shell], page, limited, 0.9).almost?.products ?? [])).toEqual(['shell']);
  });
});

describe('products that are of the kind asked for', () => {
  it('stay in the order found, no more than fit an answer', () => {
    const all = Array.from({ length: 12 }, (_, at) => product(`jacket ${at}`, ['jacket']));
    const { products, total } = judge(all, [], { lexemes: [JACKET] });
    expect(names(products)).toEqual(names(all).slice(0, 8));
    expect(total).toBe(12);
  });
});

describe('products within the limits that were set', () => {
  const filter = { ...emptyFilter(), attributes: { color: ['red'] }, maxPrice: 40 };

  it('are what was asked for though a word for them is missing', () => {
    const { products } = judge([product('shell', ['jacket'])], [], { filter });
    expect(names(products)).toEqual(['shell']);
  });

  it('are only near where they must have something', () => {
    const { products, almost } = judge([product('shell', ['jacket'])], [], { filter, features: true });
    expect(products).toEqual([]);
    expect(names(almost?.products ?? [])).toEqual(['shell']);
  });
});

describe('words around the thing that is named', () => {
  it('may be missing', () => {
    const lexemes = [JACKET, { ...WARM, beside: true }];
    expect(names(judge([product('shell', ['jacket'])], [], { lexemes }).products)).toEqual(['shell']);
  });

  it('still let a page that speaks of them answer', () => {
    const lexemes = [JACKET, { ...WARM, beside: true }];
    const page = [unit('care', 'page', [1, 1], 1)];
    expect(judge([product('shell', ['jacket'])], page, { lexemes }, 0.9).products).toEqual([]);
  });
});
