import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSegmenter } from './sentence-pieces.ts';

const pieces = new Map([
  ['▁', -5],
  ['▁un', -4],
  ['▁unworn', -12],
  ['worn', -6],
  ['w', -7],
  ['o', -7],
  ['r', -7],
  ['n', -7],
]);
const segment = makeSegmenter(pieces);
const rows = [...pieces.keys()];
const spell = (word: string) => segment(word).pieces.map((row) => rows[row]);

test('the most probable spelling wins over the longest piece', () => {
  expect(spell('unworn')).toEqual(['▁un', 'worn']);
  expect(segment('unworn').logProbability).toBeCloseTo(-10);
});

test('characters without a piece are left out and make the word improbable', () => {
  expect(spell('worn鞋')).toEqual(['worn']);
  expect(segment('worn鞋').logProbability).toBeLessThan(segment('worn').logProbability - 10);
});

test('a word that no piece covers has none, and so has no word', () => {
  expect(spell('鞋')).toEqual([]);
  expect(spell('')).toEqual([]);
});

test('pieces put together give the word back, less what no piece covers', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[unwor]{0,12}$/), (word) => {
      const text = spell(word).join('').replace('▁', '');
      const covered = text.startsWith('un') && spell(word)[0] === '▁un' ? word : word.replaceAll('u', '');
      expect(text.length).toBeLessThanOrEqual(word.length);
      expect([...text].every((letter) => covered.includes(letter))).toBe(true);
      expect(segment(word).logProbability).toBeLessThan(0);
    }),
  );
});
