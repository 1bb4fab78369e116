import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { emptyFilter } from '../../../sql/search-products.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { readCatalogQuery } from './read-catalog-query.ts';
import { buildVocabulary } from './vocabulary.ts';

const term = (field: CatalogTerm['field'], value: string, attribute = ''): CatalogTerm => ({
  field,
  attribute,
  value,
  products: 1,
  documentIds: [],
});
const ATTRIBUTES = [
  term('attribute', 'Red', 'color'),
  term('attribute', 'Glacier Blue', 'color'),
  term('attribute', 'Merino wool', 'material'),
  term('attribute', 'M', 'size'),
  term('attribute', '10', 'size'),
];
const ENGLISH = buildVocabulary(
  [term('name', 'Kestrel Jacket'), term('category', 'Boots'), term('brand', 'Señor Éclair'), ...ATTRIBUTES],
  'en',
);
const SPANISH = buildVocabulary(
  [term('category', 'Chaquetas'), term('category', 'Botas'), ...ATTRIBUTES],
  'es',
);
const exact: WordSimilarity = (a, b) => (a === b ? 1 : 0);

const read = (question: string, similarity = exact) => readCatalogQuery(question, 'en', ENGLISH, similarity);
const leer = (question: string) => readCatalogQuery(question, 'es', SPANISH, exact);
const required = (query: ReturnType<typeof read>) =>
  query?.lexemes.filter((word) => word.required).map(({ lexeme }) => lexeme);

describe('readCatalogQuery', () => {
  it('reads what things must be called and what they must be', () => {
    const query = read('Do you have red boots under $80?');
    expect(required(query)).toEqual(['boot']);
    expect(query?.filter).toEqual({ ...emptyFilter(), maxPrice: 80, attributes: { color: ['red'] } });
    expect(query?.constraints).toMatchObject({ maxPrice: 80, attributes: { color: ['red'] } });
    const consulta = leer('¿Tenéis chaquetas rojas por menos de 80 €?');
    expect(required(consulta)).toHaveLength(1);
    expect(consulta?.filter).toMatchObject({ maxPrice: 80, attributes: { color: ['red'] } });
  });

  it.each([
    ['cheapest boots', 'price_asc'],
    ['most expensive boots', 'price_desc'],
    ['best rated boots', 'rating'],
    ['red boots', 'relevance'],
  ] as const)('reads an order: %s', (question, sort) => expect(read(question)?.sort).toBe(sort));

  it.each([
    ['las botas más baratas', 'price_asc'],
    ['las botas más caras', 'price_desc'],
    ['las botas mejor valoradas', 'rating'],
  ] as const)('reads an order in Spanish: %s', (question, sort) => expect(leer(question)?.sort).toBe(sort));

  it('reads sale and stock, in both languages', () => {
    expect(read('Which boots are on sale?')?.filter.onSale).toBe(true);
    expect(read('Which boots are in stock?')?.filter.availability).toEqual(['in_stock']);
    expect(leer('¿Qué botas están en oferta?')?.filter.onSale).toBe(true);
    expect(leer('¿Qué botas hay disponibles?')?.filter.availability).toEqual(['in_stock']);
    expect(read('Which boots are warm?')?.filter).toEqual(emptyFilter());
  });

  it('reads what is not wanted', () => {
    expect(read('boots that are not red')?.filter).toMatchObject({
      attributes: {},
      notAttributes: { color: ['red'] },
    });
    expect(leer('botas que no sean de color rojo')).not.toBeNull();
    expect(leer('busco botas, no rojas')?.filter.notAttributes).toEqual({ color: ['red'] });
  });

  it('takes one word of a color for it, a size only where the shopper says so', () => {
    expect(read('blue boots')?.filter.attributes).toEqual({ color: ['glacier blue'] });
    expect(read('boots in size M')?.filter.attributes).toEqual({ size: ['m'] });
    expect(read('Do you have boots for 10 people?')?.filter.attributes).toEqual({});
    expect(leer('botas de la talla 10')?.filter.attributes).toEqual({ size: ['10'] });
  });

  it('filters by a brand as products have it, accents and all', () => {
    const query = read('Do you have boots by senor eclair?');
    expect(query?.filter.brands).toEqual(['señor éclair']);
    expect(required(query)).toEqual(['boot']);
    expect(query?.lexemes).toHaveLength(1);
  });

  it('takes a like word for one of the catalog’s', () => {
    const similar: WordSimilarity = (a, b) => ([a, b].sort().join() === 'anorak,jacket' ? 0.8 : 0);
    expect(read('Do you have sandals?', similar)).toBeNull();
    expect(required(read('Do you sell an anorak?', similar))).toEqual(['jacket']);
  });

  it.each(['How long do refunds take?', 'Can I return worn boots?', 'Who won the World Cup?', ''])(
    'is no question for products: %s',
    (question) => expect(read(question)).toBeNull(),
  );

  it.each(['¿Cuánto tarda el envío?', '¿Puedo devolver unas botas usadas?'])(
    'is no question for products: %s',
    (question) => expect(leer(question)).toBeNull(),
  );

  it('reads any text, and filters only by values of the catalog', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'red',
        'boots',
        'not',
        'size',
        '10',
        'M',
        'under $50',
        'blue',
        'cheapest',
        'show me',
        '$',
      ),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const query = read(words.join(' '));
        if (query === null) return;
        const { attributes, notAttributes, brands } = query.filter;
        for (const value of [...Object.values(attributes), ...Object.values(notAttributes)].flat())
          expect(['red', 'glacier blue', 'merino wool', 'm', '10']).toContain(value);
        for (const brand of brands) expect(brand).toBe('señor éclair');
      }),
    );
  });
});

describe('what the catalog calls things by', () => {
  const CAMERAS = buildVocabulary(
    [
      term('name', 'Fenland 400 Black & White Film, 35mm'),
      term('name', 'Norvik NB-12 Spare Battery'),
      term('name', 'Lavender Hand Cream'),
      term('category', 'Film'),
      term('category', 'Batteries'),
      term('brand', 'Norvik'),
      term('attribute', 'Black', 'color'),
      term('attribute', 'White', 'color'),
      term('attribute', '35 mm', 'format'),
      term('attribute', 'Leather', 'material'),
      term('attribute', '70 x 75 cm', 'size'),
      term('attribute', '712', 'weight g'),
      term('attribute', '398', 'weight g'),
      term('attribute', 'ECE 22.06, DOT', 'certification'),
      term('attribute', 'Cream', 'form'),
      term('attribute', '0 °F (-18 °C)', 'temperature rating'),
      term('attribute', '35 °F (2 °C)', 'temperature rating'),
    ],
    'en',
  );
  const ask = (question: string) => readCatalogQuery(question, 'en', CAMERAS, exact);

  it('reads no colors from a name of two', () => {
    const query = ask('black and white film');
    expect(query?.filter.attributes).toEqual({});
    expect(required(query)).toEqual(expect.arrayContaining(['black', 'white', 'film']));
    expect(ask('film in black or white')?.filter.attributes).toEqual({ color: ['black', 'white'] });
  });

  it('reads an amount as values and names write it, and no meter from "a meter"', () => {
    expect(ask('35mm film')?.filter.choices).toEqual([
      expect.objectContaining({ attributes: { format: ['35 mm'] }, names: ['35mm'] }),
    ]);
    expect(ask('film with a meter that works')?.filter).toEqual(emptyFilter());
  });

  it('reads a unit from the name of an attribute, and each value of a list', () => {
    expect(ask('batteries under 400 g')?.filter.attributes).toEqual({ 'weight g': ['398'] });
    expect(ask('film with ECE 22.06')?.filter.attributes).toEqual({ certification: ['ece 22.06, dot'] });
  });

  it('takes the make of what a thing is for for no make of the thing', () => {
    expect(ask('a battery for my Norvik')?.filter.brands).toEqual([]);
    expect(ask('a Norvik battery')?.filter.brands).toEqual(['norvik']);
  });

  it('keeps what must not be there apart, however it is said', () => {
    expect(ask('film that must not have any leather on it')?.filter).toMatchObject({
      choices: [],
      notAttributes: { material: ['leather'] },
    });
    expect(ask('batteries for someone allergic to nickel')?.filter.without).toEqual(['nickel']);
  });

  it('finds what is of a form by its name as well', () => {
    expect(ask('a hand cream')?.filter.choices).toEqual([
      expect.objectContaining({ attributes: { form: ['cream'] }, names: ['cream'] }),
    ]);
  });

  it('wants what is made for as much cold or more', () => {
    expect(ask('a battery warm to -10C')?.filter.attributes).toEqual({
      'temperature rating': ['0 °f (-18 °c)'],
    });
  });

  it('is no search where it asks where, when or why', () => {
    expect(ask('Where are the Norvik batteries made?')).toBeNull();
    expect(ask('when do the batteries arrive')).toBeNull();
  });
});
