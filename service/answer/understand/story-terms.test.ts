import { expect, it } from 'vitest';
import { questionTerms, withIdf } from './question-terms.ts';
import { lightenStory } from './story-terms.ts';

const needs = (question: string, locale = 'en'): Record<string, number> =>
  Object.fromEntries(
    lightenStory(withIdf(questionTerms(question, locale), 10, new Map()), question, locale).map(
      ({ word, need }) => [word, need],
    ),
  );

it('needs what only the story tells half as much', () => {
  expect(needs('We are a restaurant with 20 pairs. What discount do we get?')).toMatchObject({
    restaurant: 0.5,
    discount: 1,
  });
  expect(needs('Somos un restaurante. ¿Qué descuento nos toca?', 'es')).toMatchObject({
    restaurante: 0.5,
    descuento: 1,
  });
});

it('leaves a question alone, and what shops mean something by', () => {
  expect(needs('What discount does a restaurant get?')).toMatchObject({ restaurant: 1, discount: 1 });
  expect(needs('It was a gift. Can I get the walnut?')).toMatchObject({ gift: 1, walnut: 1 });
});

it('needs the day on which something was bought half as much, and one that is asked about in full', () => {
  expect(needs('I bought it on Monday, will it be cheaper?')).toMatchObject({ monday: 0.5 });
  expect(needs('los compré el lunes y hoy viernes están más baratos', 'es')).toMatchObject({
    lunes: 0.5,
    hoy: 0.5,
    viernes: 0.5,
  });
  expect(needs('Do you deliver on Mondays?')).toMatchObject({ mondays: 1 });
});
