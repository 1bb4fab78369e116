import { expect, it } from 'vitest';
import { sayAnswerWord } from './say-answer-word.ts';

it('puts the word before the sentence, which stays as it is', () => {
  expect(sayAnswerWord('yes', 'We ship to Canada.', 'en-US')).toBe('Yes. We ship to Canada.');
  expect(sayAnswerWord('no', "Worn items can't be returned.", 'en')).toBe(
    "No. Worn items can't be returned.",
  );
  expect(sayAnswerWord('yes', 'Enviamos a Portugal.', 'es')).toBe('Sí. Enviamos a Portugal.');
});

it('does not say a word twice', () => {
  expect(sayAnswerWord('yes', 'Yes. Pick drip or espresso.', 'en')).toBe('Yes. Pick drip or espresso.');
  expect(sayAnswerWord('no', 'No fees apply.', 'en')).toBe('No. No fees apply.');
});
