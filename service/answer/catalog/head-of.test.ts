import { describe, expect, it } from 'vitest';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { readCatalogQuery } from './read-catalog-query.ts';
import { buildVocabulary } from './vocabulary.ts';

const term = (field: CatalogTerm['field'], value: string): CatalogTerm => ({
  field,
  attribute: '',
  value,
  products: 1,
  documentIds: [],
});
const ENGLISH = buildVocabulary(
  [
    term('name', 'Orla Kitchen Scale'),
    term('name', 'Kestrel Bread Knife'),
    term('name', 'Driftwood Rain Jacket'),
    term('name', 'Padded Guitar Case'),
    term('name', 'Leather Guitar Strap'),
    term('category', 'Guitars'),
  ],
  'en',
);
const SPANISH = buildVocabulary([term('name', 'Cuchillo de pan'), term('name', 'Báscula de cocina')], 'es');
const head = (question: string, locale = 'en') =>
  readCatalogQuery(question, locale, locale === 'en' ? ENGLISH : SPANISH, (a, b) => (a === b ? 1 : 0))
    ?.lexemes.filter((word) => word.head)
    .map(({ lexeme }) => lexeme);

describe('what a search is for', () => {
  it.each([
    ['kitchen knife under $100', ['knife']],
    // A category has guitars; what names end in is a thing of its own.
    ["guitar strap that's not red", ['strap']],
    ['case for my guitar', ['case']],
    ['rain pants under $120', ['pant']],
    ['something to slice bread under $50', []],
  ])('%s: %s', (question, expected) => {
    expect(head(question)).toEqual(expected);
  });

  it('is the first noun in Spanish', () => {
    expect(head('cuchillo de cocina por menos de 100 €', 'es')).toEqual(['cuchill']);
  });

  it('takes what is not wanted out of the wish', () => {
    const query = readCatalogQuery('a kitchen knife, not a bread knife', 'en', ENGLISH, () => 0);
    expect(query?.filter.notCalled).toEqual(['bread']);
    expect(query?.lexemes.map(({ lexeme }) => lexeme)).toEqual(['kitchen', 'knife']);
  });
});
