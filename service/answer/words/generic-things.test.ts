import { expect, it } from 'vitest';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { withoutGenericThings } from './generic-things.ts';

const weights = (question: string, locale: string) =>
  Object.fromEntries(
    withoutGenericThings(withIdf(questionTerms(question, locale), 100, new Map())).map(({ word, weight }) => [
      word,
      weight,
    ]),
  );

it('counts for less what anything sold may be called', () => {
  expect(weights('return a product', 'en')).toMatchObject({ return: 1, product: 0.4 });
  expect(weights('devolver un artículo', 'es')).toMatchObject({ devolver: 1, artículo: 0.4 });
});

it('leaves a question that has nothing else', () => {
  expect(weights('products', 'en')).toEqual({ products: 1 });
});
