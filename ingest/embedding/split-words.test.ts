import { expect, test } from 'vitest';
import { splitWords } from './split-words.ts';

test('words are lower case, without punctuation, with their inner apostrophes', () => {
  expect(splitWords('Don’t worry: 30-day returns!')).toEqual(["don't", 'worry', '30', 'day', 'returns']);
});

test('a possessive is its owner', () => {
  expect(splitWords("the Jacket's zip, a child’s boot")).toEqual([
    'the',
    'jacket',
    'zip',
    'a',
    'child',
    'boot',
  ]);
});

test('letters keep their accents, composed or not, and wide forms become plain', () => {
  expect(splitWords('Devolucio\u0301n ＳＩＺＥ')).toEqual(['devolución', 'size']);
});

test('a text without words has none', () => {
  expect(splitWords(' — €!? ')).toEqual([]);
});
