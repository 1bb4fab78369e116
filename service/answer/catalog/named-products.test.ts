import { describe, expect, it } from 'vitest';
import { findNamedProducts } from './named-products.ts';
import { buildVocabulary } from './vocabulary.ts';

const vocabularyOf = (names: string[], categories: string[], locale = 'en') =>
  buildVocabulary(
    [
      ...names.map((value) => ({ field: 'name' as const, value, documentIds: [`doc ${value}`] })),
      ...categories.map((value) => ({ field: 'category' as const, value, documentIds: [] })),
    ].map((term) => ({ attribute: '', products: 1, ...term })),
    locale,
  );
const SHOP = vocabularyOf(
  ['Stormline Rain Jacket', 'Kestrel Rain Jacket', 'Nightjar 20 Sleeping Bag', 'Nightjar 0 Sleeping Bag'],
  ['Jackets', 'Sleeping Bags'],
);
const named = (question: string, vocabulary = SHOP, locale = 'en') =>
  findNamedProducts(question, locale, vocabulary)?.names ?? null;

describe('findNamedProducts', () => {
  it('finds a product by the rare word of its name', () => {
    const found = findNamedProducts('Is the Stormline jacket taped?', 'en', SHOP);
    expect(found?.names).toEqual(['Stormline Rain Jacket']);
    expect(found?.documentIds).toEqual(['doc Stormline Rain Jacket']);
    expect(found?.lexemes.has('stormlin') || found?.lexemes.has('stormline')).toBe(true);
    expect([...(found?.lexemes ?? [])].some((lexeme) => lexeme.startsWith('tape'))).toBe(false);
  });

  it('tells namesakes apart by the other words, and gives both where nothing does', () => {
    expect(named('How warm is the Nightjar 20?')).toEqual(['Nightjar 20 Sleeping Bag']);
    expect(named('How warm is the Nightjar?')).toEqual([
      'Nightjar 20 Sleeping Bag',
      'Nightjar 0 Sleeping Bag',
    ]);
  });

  it('names no product by what kind of thing it is, or by a number', () => {
    expect(named('Which jackets are warm?')).toBeNull();
    expect(named('I want 20 sleeping bags')).toBeNull();
    expect(named('What is your return policy?')).toBeNull();
    expect(named('anything', vocabularyOf([], []))).toBeNull();
  });

  it('takes a word that many products share for a kind of thing', () => {
    const many = vocabularyOf(
      ['Alpha Lantern', 'Beta Lantern', 'Gamma Lantern', 'Delta Lantern', 'Zeta Lantern'],
      [],
    );
    expect(named('How bright is a lantern?', many)).toBeNull();
    expect(named('How bright is the Beta lantern?', many)).toEqual(['Beta Lantern']);
  });

  it('finds Spanish names, whatever the accents', () => {
    const tienda = vocabularyOf(['Lavadora Nórvik', 'Lavadora Súmer'], ['Lavadoras'], 'es');
    expect(named('¿Cuánto pesa la norvik?', tienda, 'es')).toEqual(['Lavadora Nórvik']);
    expect(named('¿Qué lavadoras tenéis?', tienda, 'es')).toBeNull();
  });
});
