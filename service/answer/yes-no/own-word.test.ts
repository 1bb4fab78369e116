import { expect, it } from 'vitest';
import { withoutOwnYes } from './own-word.ts';

it.each([
  ['Yes, for orders from $90.', 'For orders from $90.'],
  [' yes – we ship there', 'We ship there'],
  ['Sí. Enviamos a Ceuta.', 'Enviamos a Ceuta.'],
  ['si: ñandúes también', 'Ñandúes también'],
])('takes the yes away that a text begins with: %s', (text, without) => {
  expect(withoutOwnYes(text)).toBe(without);
});

it.each([
  'No, we do not.',
  'No. Yes, but only there.',
  'Yes',
  'Yes.',
  'Yes, ',
  'Yes,we do.',
  'Yes we do.',
  'Yesterday, it rained.',
  'We said: yes, it is.',
  'Si el pedido llega tarde, avísanos.',
])('leaves the rest as it is: %s', (text) => {
  expect(withoutOwnYes(text)).toBe(text);
});
