import { expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { softMatch } from './soft-match.ts';

const alike = (similarity: number) => softMatch('walnut', 'hazelnut', () => similarity);

it('counts a like word for less than the word itself, and an unlike one not at all', () => {
  expect(alike(1)).toBeCloseTo(0.8);
  expect(alike(0.45)).toBeCloseTo(0.36);
  expect(alike(0.449)).toBe(0);
  expect(alike(-1)).toBe(0);
});

it('takes no number, size or short word for another', () => {
  for (const [a, b] of [
    ['100', '200'],
    ['walnut', 'xl'],
    ['w32', 'w34'],
    ['of', 'walnut'],
  ] as const)
    expect(softMatch(a, b, () => 1)).toBe(0);
});

it('takes no country, color or day for another, accents or not', () => {
  for (const word of ['canada', 'méxico', 'mexico', 'rojo', 'monday', 'mañana', 'chicago'])
    expect(softMatch(word, 'walnut', () => 1)).toBe(0);
  expect(softMatch('walnut', 'atlanta', () => 1)).toBe(0);
});

it('finds with the word vectors what is alike', () => {
  expect(softMatch('cheap', 'inexpensive', wordSimilarity)).toBeGreaterThan(0.3);
  expect(softMatch('cheap', 'parrot', wordSimilarity)).toBe(0);
});

it('finds what a plural is like by its singular, where the vectors do not know it, if that is plainly alike', () => {
  const known = (a: string, b: string, near: number) => (x: string, y: string) =>
    x === a && y === b ? near : 0;
  expect(softMatch('phone', 'headphones', known('phone', 'headphone', 0.6))).toBeCloseTo(0.48);
  expect(softMatch('phone', 'headphones', known('phone', 'headphone', 0.5))).toBe(0);
  expect(softMatch('glass', 'glasses', known('glas', 'glasse', 0.9))).toBe(0);
});
