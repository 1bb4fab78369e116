import { describe, expect, it } from 'vitest';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { buildVocabulary } from './vocabulary.ts';

const term = (field: CatalogTerm['field'], value: string, given: Partial<CatalogTerm> = {}): CatalogTerm => ({
  field,
  attribute: '',
  value,
  products: 1,
  documentIds: [],
  ...given,
});

describe('buildVocabulary', () => {
  it('knows what things are called, from names and categories, in the store’s language', () => {
    const english = buildVocabulary(
      [term('name', 'Kestrel Jackets'), term('category', 'Clothing > Jackets', { products: 4 })],
      'en',
    );
    const [jacket = ''] = [...english.nouns.keys()].filter((lexeme) => lexeme.startsWith('jack'));
    expect(english.nouns.get(jacket)).toBe(5);
    expect(english.nounWords.get(jacket)).toBe('jackets');
    expect(english.kinds.has(jacket)).toBe(true);
    expect(english.kinds.has('kestrel')).toBe(false);
    const spanish = buildVocabulary([term('category', 'Chaquetas de lana')], 'es');
    expect([...spanish.nounWords.values()]).toEqual(['chaquetas', 'lana']);
  });

  it('takes what names begin with for a kind of thing in Spanish, whatever the categories are called', () => {
    const names = [
      'Chamarra Brisa',
      'Chamarra Ruta',
      'Par de focos H4',
      'Foco H7',
      'Larios Uno',
      'Larios Dos',
      'Torno',
    ];
    const { kinds, nounWords } = buildVocabulary(
      [...names.map((name) => term('name', name)), term('brand', 'Larios'), term('category', 'Moto')],
      'es',
    );
    expect([...kinds].map((lexeme) => nounWords.get(lexeme)).sort()).toEqual(['chamarra', 'foco', 'moto']);
  });

  it('keeps the documents of a name, and in how many names each word is', () => {
    const { names, nameCounts } = buildVocabulary(
      [
        term('name', 'Heron Heron Tent', { documentIds: ['a', 'b'] }),
        term('name', 'Heron Stove', { documentIds: ['c'] }),
      ],
      'en',
    );
    expect(names.map(({ name, documentIds }) => [name, documentIds])).toEqual([
      ['Heron Heron Tent', ['a', 'b']],
      ['Heron Stove', ['c']],
    ]);
    expect([nameCounts.get('heron'), nameCounts.get('tent')]).toEqual([2, 1]);
  });

  it('finds a brand without its accents, and keeps how it is written', () => {
    expect(buildVocabulary([term('brand', 'Señor Éclair')], 'en').brands).toEqual(
      new Map([['senor eclair', 'Señor Éclair']]),
    );
  });

  it('finds a color or material by one word of it, another value only whole', () => {
    const { values } = buildVocabulary(
      [
        term('attribute', 'Glacier Blue', { attribute: 'color' }),
        term('attribute', 'Slate Blue', { attribute: 'color' }),
        term('attribute', 'Wide fit', { attribute: 'width' }),
      ],
      'en',
    );
    expect(values.get('blue')?.map(({ value }) => value)).toEqual(['glacier blue', 'slate blue']);
    expect(values.get('glacier blue')).toEqual([{ attribute: 'color', value: 'glacier blue' }]);
    expect(values.get('wide fit')).toEqual([{ attribute: 'width', value: 'wide fit' }]);
    expect(values.has('wide')).toBe(false);
  });

  it('takes no sentence, no number and no scrap of a phrase for a value', () => {
    const { values } = buildVocabulary(
      [
        term('attribute', 'Warm in winter and in spring', { attribute: 'material' }),
        term('attribute', 'NZ wool', { attribute: 'material' }),
        term('attribute', 'leather, waterproof nylon lining', { attribute: 'material' }),
        term('attribute', '  ', { attribute: 'color' }),
      ],
      'en',
    );
    expect([...values.keys()]).toEqual([
      'nz wool',
      'wool',
      'leather, waterproof nylon lining',
      'leather',
      'nylon',
    ]);
  });
});
