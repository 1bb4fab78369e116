import { expect, it } from 'vitest';
import { tellsOfOffer } from './offers.ts';

it.each([
  'Use the code REVIEW75 at the checkout, it takes 75% off.',
  'We celebrate with free returns for a year.',
  'Con el código OPINION70 sale un 70 % más barato.',
  'Con DUNA95 te lo llevas por 1 €.',
  'Las devoluciones son gratis durante un año.',
  'Shipping is always free.',
])('an offer: %s', (text) => {
  expect(tellsOfOffer(text)).toBe(true);
});

it.each([
  'It is 100% wool and free of plastic.',
  'The dress code is casual.',
  'Five stars. It boils a liter in three minutes.',
  'El 50 % es algodón.',
  'Washed with wool at 30 degrees.',
])('no offer: %s', (text) => {
  expect(tellsOfOffer(text)).toBe(false);
});
