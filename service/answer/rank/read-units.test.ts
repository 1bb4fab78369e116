import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLexemes, readUnits, readWords } from './read-units.ts';

it('reads a passage into units that are slices of it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('en', 'es'),
      (text, locale) => {
        for (const unit of readUnits(text, locale)) expect(text.slice(unit.start, unit.end)).toBe(unit.text);
      },
    ),
  );
});

it('leaves function words out and keeps what is named by a phrase', () => {
  const [unit] = readUnits('You can send it back within 30 days.', 'en');
  expect(unit?.words.map(({ word }) => word)).toEqual(['send', 'back', '30', 'days']);
  expect(unit?.phrases.some((concept) => concept.has('return'))).toBe(true);
  expect(readWords('Delivery', 'en').phrases).toEqual([]);
});

it('reads the same text in each language by itself', () => {
  expect(readLexemes('Returns', 'en')).not.toEqual(readLexemes('Returns', 'es'));
  expect(readLexemes('of the', 'en').size).toBe(2);
});
