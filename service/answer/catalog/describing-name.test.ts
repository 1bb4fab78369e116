import { describe, expect, it } from 'vitest';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { hasOwnName, meansKind, onlyDescribes } from './describing-name.ts';
import { findNamedProducts } from './named-products.ts';
import { buildVocabulary } from './vocabulary.ts';

const values = new Map([['left', [{ attribute: 'handedness', value: 'left' }]]]);

function describes(name: string, question: string, locale = 'en'): boolean {
  return onlyDescribes({ lexemes: new Set(lexemes(name, locale)) }, question, locale, { values });
}

describe('onlyDescribes', () => {
  it('takes participles and values of attributes for what a thing must be like', () => {
    expect(describes('Folding', 'I want a folding bench')).toBe(true);
    expect(describes('Left Handed', 'a left handed guitar please')).toBe(true);
    expect(describes('plegable', 'quiero un banco plegable', 'es')).toBe(true);
  });

  it('takes other words, and words with a capital, for a name', () => {
    expect(describes('Stormline', 'I want the stormline jacket')).toBe(false);
    expect(describes('Rising', 'I want the Rising jacket')).toBe(false);
    expect(describes('Stormline', 'I want a folding bench')).toBe(false);
  });
});

const shopOf = (locale: string, names: string[], categories: string[], brands: string[]) =>
  buildVocabulary(
    [
      ...names.map((value) => ({ field: 'name' as const, value, documentIds: [value] })),
      ...categories.map((value) => ({ field: 'category' as const, value, documentIds: [] })),
      ...brands.map((value) => ({ field: 'brand' as const, value, documentIds: [] })),
    ].map((term) => ({ attribute: '', products: 1, ...term })),
    locale,
  );
const PHARMACY = shopOf(
  'en',
  ['Mendwell Sensitive Plasters Latex-Free 40', 'Mendwell Fabric Plasters 60', 'Cardea Upper Arm Monitor'],
  ['Plasters', 'Monitors'],
  ['Mendwell', 'Cardea'],
);
const MOTO = shopOf(
  'es',
  ['Maletero trasero Alforja 45 L', 'Casco Kraken K1'],
  ['Accesorios', 'Cascos'],
  ['Alforja', 'Kraken'],
);

describe('meansKind', () => {
  const means = (question: string, head: string | null, locale = 'en', shop = PHARMACY): boolean => {
    const found = findNamedProducts(question, locale, shop);
    expect(found).not.toBeNull();
    return found !== null && meansKind(found, question, locale, shop, head);
  };

  it.each([
    ['plasters for someone allergic to latex', 'plaster'],
    ['an upper arm monitor', null],
    ['upper arm monitor for a big arm', null],
  ])('takes everyday words for what is wanted: %s', (question, head) => {
    expect(means(question, head)).toBe(true);
  });

  it('does so in Spanish', () => {
    expect(means('un maletero donde quepan dos cascos', null, 'es', MOTO)).toBe(true);
  });

  it.each([
    ['how wide is the upper arm monitor', null],
    ['is the latex free one sterile', 'plaster'],
    ['a cardea upper arm monitor', null],
  ])('takes "the", a make and a model for a name: %s', (question, head) => {
    expect(means(question, head)).toBe(false);
  });
});

it('tells a name by its make or its model number', () => {
  const isName = (question: string): boolean => {
    const found = findNamedProducts(question, 'es', MOTO);
    return found !== null && hasOwnName(found, question, 'es', MOTO);
  };
  expect(isName('visera para el casco K1')).toBe(true);
  expect(isName('un maletero trasero')).toBe(false);
});
