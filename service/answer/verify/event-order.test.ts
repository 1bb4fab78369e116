import { expect, it } from 'vitest';
import { turnsOrder } from './event-order.ts';

const QUOTE = { text: 'Damaged parcels should be photographed before opening.', locale: 'en' };

it.each([
  ['Damaged parcels should be opened before they are photographed.', true],
  ['After opening, damaged parcels should be photographed.', true],
  ['Photograph damaged parcels before opening them.', false],
  ['Open damaged parcels after they are photographed.', false],
  ['Photograph damaged parcels.', false],
])('tells whether "%s" turns the order of two things', (text, turned) => {
  // The stems of one word: "opened" and "opening".
  expect(turnsOrder({ text, locale: 'en' }, [QUOTE])).toBe(turned);
});
