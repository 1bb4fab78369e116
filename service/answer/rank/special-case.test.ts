import { expect, it } from 'vitest';
import { caseOf } from './special-case.ts';

it.each([
  ['Outside the United States you arrange the return yourself.', 'Outside the United States'],
  ['If the box is missing, we deduct $6.', 'If the box is missing'],
  ['Holiday extension: anything bought in November can be returned until January 31.', 'Holiday extension'],
  ['Si la necesitas a nombre de una empresa, escribe el NIF.', 'Si la necesitas a nombre de una empresa'],
  ['Fuera de la Península pagas tú la devolución.', 'Fuera de la Península'],
])('reads the case that “%s” begins with', (text, begins) => {
  expect(caseOf(text)).toBe(begins);
});

it.each([
  'You have 60 days from delivery.',
  'We ship to Canada if the order is above $50.',
  'Tenemos cuatro tiendas.',
  'Not accepted: checks and cryptocurrency.',
])('finds none in “%s”', (text) => {
  expect(caseOf(text)).toBeNull();
});
