import { expect, it } from 'vitest';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readPriceRange } from './price-range.ts';

it.each([
  ['jackets under $100', null, 100],
  ['tents for less than 1,000 dollars', null, 1000],
  ['no more than $75.50', null, 75.5],
  ['$100 or less', null, 100],
  ['under $1.5k', null, 1500],
  ['a budget of $150', null, 150],
  ['gifts under twenty dollars', null, 20],
  ['chaquetas por menos de 50 €', null, 50],
  ['menos de 1.000 euros', null, 1000],
  ['por debajo de los 100 euros', null, 100],
  ['menos de cien euros', null, 100],
  ['hasta 99,95 €', null, 99.95],
  ['boots over $200', 200, null],
  ['from $50', 50, null],
  ['más de 100 euros', 100, null],
  ['between 20 and 40 euros', 20, 40],
  ['entre 200 y 100 €', 100, 200],
  ['$50-$100 jackets', 50, 100],
  ['in the 50 to 80 dollar range', 50, 80],
  ['under $100 and over $50', 50, 100],
  ['around $100', 80, 120],
])('reads the price range of "%s"', (question, min, max) => {
  expect(readPriceRange(fold(question))).toEqual({ min, max });
});

it.each([
  'under 2 kg',
  'tents under 2kg',
  'less than 3 inches',
  'menos de 3 litros',
  'over 50 lumens',
  'at least 4 stars',
  'within 30 days',
  'up to 40 hours',
  'below 0 degrees',
  'a tent for 2 people',
  'Can I return it?',
])('reads none in "%s"', (question) => {
  expect(readPriceRange(fold(question))).toBeNull();
});
