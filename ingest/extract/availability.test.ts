import { expect, it } from 'vitest';
import { parseAvailability } from './availability.ts';

it.each([
  ['https://schema.org/InStock', 'in_stock'],
  ['http://schema.org/OutOfStock', 'out_of_stock'],
  ['LimitedAvailability', 'in_stock'],
  ['in_stock', 'in_stock'],
  ['pre-order', 'preorder'],
  ['Currently not available', 'out_of_stock'],
  ['Agotado', 'out_of_stock'],
  ['No disponible', 'out_of_stock'],
  ['Only 3 left', 'in_stock'],
  ['Discontinued', 'discontinued'],
  [0, 'out_of_stock'],
  ['12', 'in_stock'],
  [true, 'in_stock'],
  ['', 'unknown'],
  ['constructor', 'unknown'],
  [null, 'unknown'],
])('reads %j as %s', (value, expected) => {
  expect(parseAvailability(value)).toBe(expected);
});
