import { expect, it } from 'vitest';
import { bylineLength, isByline, starsLength } from './review-byline.ts';

it.each([
  'Marta K. 5 stars',
  'Marta K. ★★★★★',
  '★★★☆☆',
  'Jon P.',
  'Lucía M. – 4 estrellas',
  '4/5 Verified buyer',
  '5 out of 5',
  'Anna Berg, 3.5 stars, 12/03/2026',
  'Hank, 2025-10-30',
  'By Anna Berg on October 30, 2025',
  'Lucía M., 30 de octubre de 2025',
])('takes "%s" for who wrote a review', (line) => expect(isByline(line)).toBe(true));

it.each([
  'The light is warm.',
  'Five stars from me.',
  'I give it 5 stars.',
  'Dimmable.',
  'Heron Lamp',
  'Works with 4 out of 5 lamps.',
  '5 years',
  'Orders placed by 30 October 2025 arrive.',
  'Warranty: 5 years',
])('leaves "%s"', (line) => expect(isByline(line)).toBe(false));

it.each([
  ['★★★☆☆ The cable is too short.', 'The cable is too short.'],
  ['Jon P. ★★★☆☆ The cable is too short.', 'The cable is too short.'],
  ['5 stars: Bright and small.', 'Bright and small.'],
  ['4 estrellas – Da mucha luz.', 'Da mucha luz.'],
  ['5 stars is too much for it.', '5 stars is too much for it.'],
  ['Marta K. 5 stars', 'Marta K. 5 stars'],
  ['The cable is too short.', 'The cable is too short.'],
])('leaves of "%s" what is said', (text, said) => expect(text.slice(bylineLength(text))).toBe(said));

it.each([
  ['Resoled twice ★★★★★', 'Resoled twice'],
  ['★★★★★', '★★★★★'],
  ['Five stars from me.', 'Five stars from me.'],
])('leaves of "%s" what stands before the stars', (text, said) =>
  expect(text.slice(0, text.length - starsLength(text))).toBe(said),
);
