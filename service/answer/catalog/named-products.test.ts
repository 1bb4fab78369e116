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

  it('takes an everyday word at the end of a name for a part of it where it stands there', () => {
    const shop = vocabularyOf(['Cochecito Brisal Uno', 'Silla Brisal Pluma'], ['Cochecitos', 'Sillas'], 'es');
    expect(named('¿Cuánto pesa el Brisal Uno?', shop, 'es')).toEqual(['Cochecito Brisal Uno']);
    expect(named('¿Tenéis uno de Brisal?', shop, 'es')).toHaveLength(2);
  });

  it('names no product by what kind of thing it is, or by a number', () => {
    expect(named('Which jackets are warm?')).toBeNull();
    expect(named('I want 20 sleeping bags')).toBeNull();
    expect(named('What is your return policy?')).toBeNull();
    expect(named('anything', vocabularyOf([], []))).toBeNull();
  });

  it('takes the plural of a word for no name', () => {
    const music = vocabularyOf(['Padded Gig Bag', 'Bramley Tube 15'], ['Bags', 'Amplifiers']);
    expect(named('My clarinet needs new pads', music)).toBeNull();
    expect(named('Do the tubes have a guarantee?', music)).toBeNull();
    expect(named('How heavy is the padded one?', music)).toEqual(['Padded Gig Bag']);
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

  it.each([
    ['how heavy is the nightjr 20', ['Nightjar 20 Sleeping Bag']],
    ['storm line jacket price', ['Stormline Rain Jacket']],
    ['the nightjar20 please', ['Nightjar 20 Sleeping Bag']],
    ['the stormlin', ['Stormline Rain Jacket']],
  ])('finds a name that is misspelt, in two words or cut short: %s', (question, names) => {
    expect(named(question)).toEqual(names);
  });

  it('takes no word of the language for a misspelt name', () => {
    const shop = vocabularyOf(['Heather Mat'], []);
    expect(named('the weather is bad', shop)).toBeNull();
  });

  it('finds a model number, and everyday words where they are all of a name', () => {
    const shop = vocabularyOf(
      ['Millhouse E40 Grinder', 'Millhouse E64 Grinder', 'Day Pack'],
      ['Grinders', 'Packs'],
    );
    expect(named('how heavy is the E40?', shop)).toEqual(['Millhouse E40 Grinder']);
    expect(named('is the day pack blue?', shop)).toEqual(['Day Pack']);
    expect(named('a pack for one day', shop)).toBeNull();
  });

  it.each([
    ['how much is the Nightjar 35?', 'Nightjar 35'],
    ['how much is the Nightjar 20?', undefined],
    ['can I return the Nightjar 30 days after delivery?', undefined],
    ['is the Stormline 2 years old?', undefined],
  ])('tells a number that no namesake has: %s', (question, missing) => {
    expect(findNamedProducts(question, 'en', SHOP)?.missing).toBe(missing);
  });

  it('tells a model that is missing from a series', () => {
    const tienda = vocabularyOf(
      ['Lavadora Norvik L8', 'Lavadora Norvik L10', 'Horno H70'],
      ['Lavadoras', 'Hornos'],
      'es',
    );
    const found = findNamedProducts('¿tenéis la lavadora L9?', 'es', tienda);
    expect(found?.missing).toBe('lavadora L9');
    expect(found?.names).toEqual(['Lavadora Norvik L8', 'Lavadora Norvik L10']);
    expect(findNamedProducts('¿tenéis hornos H9?', 'es', tienda)?.names).toEqual(['Horno H70']);
    expect(findNamedProducts('una funda L9', 'es', tienda)).toBeNull();
  });
});
