import { expect, it } from 'vitest';
import { fixWriting } from './fix-writing.ts';
import { questionTerms } from './question-terms.ts';

const words = (question: string, locale = 'en') =>
  fixWriting(questionTerms(question, locale), locale).map(({ word }) => word);

it.each([
  ['I typed the wrong address, can I fix it?', 'en', 'change'],
  ['can my order be corrected', 'en', 'change'],
  ['Me equivoqué en la dirección, ¿la podéis corregir?', 'es', 'cambiar'],
])('reads what is written as to be changed: %s', (question, locale, change) => {
  expect(words(question, locale)).toContain(change);
});

it.each(['Can you fix my jacket?', 'do you fix zippers'])('leaves a repair: %s', (question) => {
  expect(words(question)).toContain('fix');
});
