import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadWordVectors } from './load-word-vectors.ts';
import { englishCognate } from './spanish-cognates.ts';

const isEnglish = loadWordVectors().english.has;

test.each([
  ['constitución', 'constitution'],
  ['constituciones', 'constitution'],
  ['universidades', 'university'],
  ['capitalismo', 'capitalism'],
  ['filosofía', 'philosophy'],
  ['sistemáticamente', 'systematically'],
  ['temperaturas', 'temperature'],
  ['teoría', 'theory'],
  ['comunismo', 'communism'],
  ['geólogo', 'geologist'],
  ['utilizar', 'utilize'],
])('%s comes with %s', (spanish, english) => {
  expect(englishCognate(spanish, isEnglish)).toBe(english);
});

test.each(['rojo', 'zxqvortle', 'ahorrar', ''])('a word unlike any English one has none: %j', (word) => {
  expect(englishCognate(word, isEnglish)).toBeNull();
});

test('what it gives is always a known English word', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      const found = englishCognate(word, isEnglish);
      expect(found === null || isEnglish(found)).toBe(true);
    }),
  );
});
