import { describe, expect, it } from 'vitest';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import type { Evidence } from '../answerer.ts';
import type { Understanding } from '../understand/understand.ts';
import { aboutNamed, withCarried } from './named-product.ts';
import { buildVocabulary } from './vocabulary.ts';

const name = (value: string, id: string): CatalogTerm => ({
  field: 'name',
  attribute: '',
  value,
  products: 1,
  documentIds: [id],
});
const vocabulary = buildVocabulary(
  [name('Heron Wool Blanket', 'blanket'), name('Nightjar Down Bag', 'bag'), name('Camp Mug', 'mug')],
  'en',
);
const piece = (documentId: string, kind: Evidence['kind'], title: string): Evidence => ({
  index: 0,
  documentId,
  url: `https://shop.example/${documentId}`,
  title,
  heading: [],
  kind,
  locale: 'en',
  shape: 'prose',
  text: 'Wash it cold.',
  start: 0,
  end: 13,
  contentHash: '',
  fetchedAt: '2026-11-22T09:00:00Z',
  score: 1,
  cosine: 0,
  product: null,
});
const EVIDENCE = [
  piece('blanket', 'product', 'Heron Wool Blanket'),
  piece('bag', 'product', 'Nightjar Down Bag'),
  piece('care', 'page', 'How to wash what you bought'),
  piece('bag-care', 'page', 'Washing the Nightjar Down Bag'),
  piece('blanket-care', 'page', 'Washing the Heron Wool Blanket'),
  piece('about', 'page', 'About Heron'),
];
const about = (documentIds: string[], lexemes: string[]) =>
  aboutNamed(
    EVIDENCE,
    {
      named: { names: [], documentIds, lexemes: new Set(lexemes) },
      terms: [{ lexeme: 'wash' }],
      expected: null,
    } as unknown as Understanding,
    vocabulary,
  ).map(({ documentId }) => documentId);

describe('evidence for a question about a product', () => {
  it("is its own pages and those about no product, never another's", () => {
    expect(about(['blanket'], ['heron', 'blanket'])).toEqual(['blanket', 'care', 'blanket-care', 'about']);
    expect(about(['bag'], ['nightjar'])).toEqual(['bag', 'care', 'bag-care', 'about']);
  });
});

describe('a product that was shown before', () => {
  const understood = (standalone: string): Understanding =>
    ({ named: null, catalog: null, standalone, locale: 'en' }) as unknown as Understanding;
  const shown = (product: string) => [{ products: [{ name: product, price: 1, attributes: {} }] }];

  it('is meant where the question now has its whole name, however common its words', () => {
    const { named } = withCarried(understood('How do I wash the camp mug?'), shown('Camp Mug'), vocabulary);
    expect(named?.documentIds).toEqual(['mug']);
  });

  it('is not where another or none was shown', () => {
    const question = understood('How do I wash the camp mug?');
    expect(withCarried(question, shown('Nightjar Down Bag'), vocabulary)).toBe(question);
    expect(withCarried(question, [], vocabulary)).toBe(question);
  });
});
