import { expect, test } from 'vitest';
import { askedFacts } from './describe-asked.ts';
import type { FactRow } from './describe-facts.ts';

const row = (key: string, label: string, value: string): FactRow => ({
  ...{ key, label, value },
  quote: { evidence: 0, start: 0, end: value.length },
});
const rows = [
  row('price', 'Price', '£16.99'),
  row('brand', 'Brand', 'Marlowe'),
  row('attribute:author', 'Author', 'Gwilym Pryce'),
];

test.each([
  ['who wrote it?', 'en', ['attribute:author']],
  ['by whom is it?', 'en', ['attribute:author']],
  ['¿quién escribió el libro?', 'es', ['attribute:author']],
  ['who makes it?', 'en', ['brand']],
  ['how much is it?', 'en', ['price']],
  ['is it any good?', 'en', []],
])('%s', (question, locale, keys) => {
  expect(askedFacts(question, rows, locale).keys).toEqual(keys);
});
