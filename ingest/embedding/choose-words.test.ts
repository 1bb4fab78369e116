import { expect, test } from 'vitest';
import { chooseWords } from './choose-words.ts';

const candidates = [
  { word: 'rare', sizeClass: 50, isToken: false, logProbability: -9 },
  { word: 'web', sizeClass: 50, isToken: true, logProbability: -20 },
  { word: 'basic', sizeClass: 10, isToken: false, logProbability: -15 },
  { word: 'middle', sizeClass: 35, isToken: false, logProbability: -12 },
  { word: 'centre', sizeClass: 35, isToken: false, logProbability: -12 },
  { word: 'likely', sizeClass: 35, isToken: false, logProbability: -11 },
];

test('words frequent on the web come first, then by size class, probability and code units', () => {
  expect(chooseWords(candidates, 9)).toEqual(['web', 'basic', 'likely', 'centre', 'middle', 'rare']);
});

test('the choice does not hang on the order of the candidates', () => {
  expect(chooseWords(candidates.toReversed(), 4)).toEqual(chooseWords(candidates, 4));
});
