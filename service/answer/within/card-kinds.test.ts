import { expect, it } from 'vitest';
import { readCardBrands, saysCards } from './card-kinds.ts';
import { makeWithin } from './within.ts';

it.each([
  'We accept all major credit cards.',
  'Pay by credit or debit card.',
  'Pago con tarjeta de crédito o PayPal.',
  'Aceptamos todas las tarjetas.',
])('takes a brand of cards for a kind of them: %s', (text) =>
  expect(makeWithin('can I pay with Visa?')?.(text).get('visa')).toBeGreaterThan(0.7),
);

it.each([
  'We accept Mastercard credit cards.',
  'Gift cards never expire.',
  'La tarjeta regalo no caduca.',
  'We post a card with each lamp.',
])('finds no Visa in: %s', (text) =>
  expect(makeWithin('can I pay with Visa?')?.(text).get('visa')).toBeUndefined(),
);

it('reads brands, and no visa for a journey', () => {
  expect(readCardBrands('Visa, MasterCard or American Express?')).toEqual([
    'visa',
    'mastercard',
    'american express',
  ]);
  expect(readCardBrands('Do you help with a visa application?')).toEqual([]);
  expect(saysCards('')).toBe(false);
});
