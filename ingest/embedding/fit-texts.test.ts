import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipText } from './fit-texts.ts';

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

test('a clipped text is the longest part that was tried of the beginning, within the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (raw, max) => {
      const text = raw.toWellFormed();
      const count = (part: string) => Buffer.byteLength(part);
      const clipped = clipText(text, count, max);
      expect(count(clipped)).toBeLessThanOrEqual(max);
      if (count(text) <= max) expect(clipped).toBe(text);
      // A pair that is cut in two leaves a replacement character.
      expect(text.startsWith(clipped.replace(/\uFFFD$/, ''))).toBe(true);
    }),
  );
});

test('what fits stays as it is, what does not keeps most of what it may', () => {
  expect(clipText('one two three', countWords, 3)).toBe('one two three');
  expect(countWords(clipText('word '.repeat(1_000), countWords, 100))).toBeGreaterThan(90);
});
