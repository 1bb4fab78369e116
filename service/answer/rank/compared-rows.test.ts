import { expect, it } from 'vitest';
import { comparesThings, joinCompared } from './compared-rows.ts';

it.each([
  ['Is express faster than standard?', true],
  ['ground or pickup', true],
  ['¿Es más rápido el exprés que el estándar?', true],
  ['How long does express take?', false],
])('%s: %s', (question, is) => expect(comparesThings(question)).toBe(is));

it('makes one of what rows have instead of each other', () => {
  expect(
    joinCompared([
      [0.9, 0, 0.9],
      [0, 1, 0.9],
      [0, 0, 0.9],
    ]),
  ).toEqual([
    [0.9, 0.9, 0.9],
    [1, 1, 0.9],
    [0, 0, 0.9],
  ]);
});

it('leaves rows that have both, or where only one is told', () => {
  const both = [
    [1, 1],
    [0, 1],
  ];
  expect(joinCompared(both)).toEqual(both);
  expect(joinCompared([[1, 0]])).toEqual([[1, 0]]);
  expect(joinCompared([])).toEqual([]);
});
