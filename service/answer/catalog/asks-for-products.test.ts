import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { findNamedProducts } from './named-products.ts';
import { readCatalogQuery } from './read-catalog-query.ts';
import { buildVocabulary } from './vocabulary.ts';

const term = (field: CatalogTerm['field'], value: string, attribute = ''): CatalogTerm => ({
  field,
  attribute,
  value,
  products: 1,
  documentIds: field === 'name' ? [`doc_${value}`] : [],
});
const vocabulary = buildVocabulary(
  [
    ...['Vivo Table Lamp', 'Drift Floor Lamp', 'Cotton Sheet Set', 'Student Desk'].map((name) =>
      term('name', name),
    ),
    ...['Lamps', 'Bedding > Sheets', 'Desks'].map((kind) => term('category', kind)),
    term('attribute', 'Organic cotton', 'material'),
    term('attribute', 'Queen', 'size'),
  ],
  'en',
);
const read = (question: string, locale: string) =>
  readCatalogQuery(question, locale, vocabulary, wordSimilarity);

describe('a question that names a kind of thing', () => {
  it.each([
    ['en', "my lamp doesn't work"],
    ['en', 'the lamp I ordered is broken'],
    ['en', 'delivery of a lamp'],
    ['en', 'warranty on lamps'],
    ['en', 'repair of a desk'],
    ['en', "i'm 5'9 and 160 lb, what size desk?"],
    ['es', 'mido 1,75 y peso 80 kilos, qué talla de escritorio'],
    ['es', 'mi lámpara no funciona'],
    ['es', 'quiero devolver una lámpara'],
    ['es', 'envío de lámparas'],
    ['es', 'la lámpara llegó rota'],
    ['es', 'lo he visto más barato en otra tienda, me lo dejáis igual?'],
  ])('asks for no products where it is about the store or a trouble (%s): %s', (locale, question) => {
    expect(read(question, locale)).toBeNull();
  });

  it.each([
    ['en', 'a lamp I can read by', ['lamp']],
    ['en', 'desk for a student', ['desk', 'student']],
    ['en', 'organic cotton sheets for a queen bed', ['sheet']],
    ['es', 'una lámpara para mi mesita', ['lamp']],
  ])('asks for products where it only says what is wanted (%s): %s', (locale, question, lexemes) => {
    expect(read(question, locale)?.lexemes.map(({ lexeme }) => lexeme)).toEqual(
      expect.arrayContaining(lexemes),
    );
  });

  it.each([
    ['en', 'a gift under 30 dollars', 30],
    ['en', 'something warm for winter under $100', 100],
    ['es', 'algo para regalar por menos de 30 euros', 30],
  ])('may leave the kind open (%s): %s', (locale, question, maxPrice) => {
    const query = read(question, locale);
    expect(query).toMatchObject({ open: true, filter: { maxPrice } });
    expect(query?.lexemes.some(({ required }) => required)).toBe(false);
  });

  it('requires a kind that the gift is, and none that it is for', () => {
    expect(read('a gift for the lamp under $20', 'en')?.lexemes).toEqual([
      { lexeme: 'lamp', weight: 1, required: false },
    ]);
    expect(read('a lamp as a gift under $20', 'en')?.lexemes).toEqual([
      { lexeme: 'lamp', weight: 1, required: true, head: true },
    ]);
  });
});

describe('a name that is an everyday word as well', () => {
  it.each([
    ['es', 'vivo en Madrid, ¿cuánto tarda?'],
    ['en', 'the leaves drift into the yard'],
  ])('names nothing in an ordinary sentence (%s): %s', (locale, question) => {
    expect(findNamedProducts(question, locale, vocabulary)).toBeNull();
  });

  it.each([
    ['es', '¿cuánto cuesta el Vivo?', 'Vivo Table Lamp'],
    ['es', 'precio de la lámpara Vivo', 'Vivo Table Lamp'],
    ['en', 'how tall is the drift', 'Drift Floor Lamp'],
  ])('names its product where it stands as a name (%s): %s', (locale, question, name) => {
    expect(findNamedProducts(question, locale, vocabulary)?.names).toEqual([name]);
  });
});
