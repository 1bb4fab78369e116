import { createRequire } from 'node:module';
import fc from 'fast-check';
import { Tiktoken } from 'tiktoken/lite';
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

test('counts as the tokenizer itself does, whatever the text', () => {
  const { bpe_ranks, special_tokens, pat_str } = createRequire(import.meta.url)(
    'tiktoken/encoders/o200k_base.json',
  );
  const tokenizer = new Tiktoken(bpe_ranks, special_tokens, pat_str);
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom(
      ' ',
      '\n',
      '\r',
      "'S",
      "'ſ",
      'Returns',
      ' within',
      '1234',
      '\u0085',
      '\ufeff',
      '\u00a0',
      '漢字',
      '\u0301',
      '\ud800',
      '/',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(countTokens(text)).toBe(tokenizer.encode_ordinary(text).length);
    }),
    { numRuns: 1000 },
  );
  tokenizer.free();
});
