import { expect, test } from 'vitest';
import { makeIsSpanish } from './is-spanish.ts';

const english = new Set('mesa table red plan jacket delivery real color'.split(' '));
const listed = new Set('mesa red chaqueta entrega real color'.split(' '));
const isSpanish = makeIsSpanish({
  english: (word) => english.has(word),
  listed: (word) => listed.has(word),
  spanish: (word) => listed.has(word) || word === 'chaquetas',
});

test.each([
  ['chaqueta', true],
  ['chaquetas color', true],
  ['entrega de la red', true],
  ['que es eso', true],
  ['jacket', false],
  ['chaqueta jacket', false],
  ['the chaqueta', false],
  ['mesa red real color', false],
  ['mesa red de la', true],
  ['eid al adha', false],
  ['xyz 12', false],
  ['', false],
])('%j: %j', (text, expected) => {
  expect(isSpanish(text.split(' '))).toBe(expected);
});
