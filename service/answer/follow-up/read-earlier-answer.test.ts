import { expect, test } from 'vitest';
import { buildVocabulary } from '../catalog/vocabulary.ts';
import { productsNamedIn, questionAskedIn } from './read-earlier-answer.ts';

const name = (value: string) => ({
  field: 'name' as const,
  attribute: null,
  value,
  products: 1,
  documentIds: [value],
});
const vocabulary = buildVocabulary(
  [
    ...['Larch Tent', 'Larch Tent 2', 'Dipper Tent', 'Señal Jacket'].map(name),
    ...['red', 'blue'].map((value) => ({ ...name(value), field: 'attribute' as const, attribute: 'color' })),
  ] as Parameters<typeof buildVocabulary>[0],
  'en',
);
const named = (text: string) => productsNamedIn(text, vocabulary).map((one) => one.name);

test.each([
  ['- Dipper Tent – $310 [1]\n- Larch Tent – $259 [2]', ['Dipper Tent', 'Larch Tent']],
  ['The Larch Tent 2 is new.', ['Larch Tent 2']],
  ['the señal JACKET', ['Señal Jacket']],
  ['A Larch Tents-like thing and a tent of larch', []],
  ['', []],
])('finds the products that an answer names whole: %j', (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test.each([
  ['4 more match. Which color?', 'en', 'color'],
  ['Hay 4 más. ¿Qué color?', 'es', 'color'],
  ['Which color? Red.', 'en', undefined],
  ['Which size?', 'en', undefined],
])('finds what an answer has asked to choose: %j', (text, locale, attribute) => {
  expect(questionAskedIn(text, locale, vocabulary)?.attribute).toBe(attribute);
});

test('any value that the store has may be chosen', () => {
  expect(questionAskedIn('Which color?', 'en', vocabulary)?.options).toEqual(['red', 'blue']);
});
