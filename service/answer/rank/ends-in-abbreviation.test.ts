import { expect, it } from 'vitest';
import { endsInAbbreviation } from './ends-in-abbreviation.ts';

it.each([
  'Call us until 5 p.m.',
  'We open at 9 a.m.',
  'Bulbs, cables, plugs, etc.',
  'Made by Lumora Works Inc.',
  'Enviamos a EE. UU.',
  'Enviamos a EE.UU.',
  'We ship across the U.S.',
])('keeps the last point of "%s"', (text) => expect(endsInAbbreviation(text)).toBe(true));

it.each([
  'The answer is no.',
  'Worn items stay yours.',
  'It costs $5.',
  'Really?!',
  'Delivery takes 5 days...',
  'Opens at 9 am.',
  'Opens at 9 a.m',
  'La entrega es de 9 a 10 h.',
  '',
])('takes the last point of "%s" for the sentence’s, if there is one', (text) =>
  expect(endsInAbbreviation(text)).toBe(false),
);
