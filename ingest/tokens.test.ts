import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTokens } from './tokens.ts';

test('an empty text has no tokens and a common word has one', () => {
  expect(countTokens('')).toBe(0);
  expect(countTokens('return')).toBe(1);
  expect(countTokens('Returns are free within 30 days.')).toBe(8);
});

test('text that looks like a special token is counted as ordinary text', () => {
  expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
});

test('a text has at most as many tokens as UTF-8 bytes, and some when it is not empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const tokens = countTokens(text);
      expect(tokens).toBeGreaterThan(0);
      expect(tokens).toBeLessThanOrEqual(Buffer.byteLength(text));
    }),
  );
});

test('a long text without a space is counted, not choked on', () => {
  expect(countTokens('x'.repeat(200_000))).toBeGreaterThan(1_000);
});

test('a long text with spaces is counted as one text', () => {
  const sentence = 'Returns are free within 30 days. ';
  expect(countTokens(sentence.repeat(200).trim())).toBe(8 * 200);
});
