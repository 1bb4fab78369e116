import { expect, it } from 'vitest';
import { holdsAddress } from './street-address.ts';

it.each([
  '2140 Larkspur Mill Road, Bend, OR 97702',
  'Calle Mayor 12, Zaragoza',
  'Unit 4, 18 Bridge Street, York YO1 6GD',
])('finds one in "%s"', (text) => expect(holdsAddress(text)).toBe(true));

it.each(['Open until 8', 'We have 3 shops in Spain.', 'Within 30 days'])('finds none in "%s"', (text) =>
  expect(holdsAddress(text)).toBe(false),
);
