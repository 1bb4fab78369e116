import { createRequire } from 'node:module';
import type { Tiktoken } from 'tiktoken/lite';

const require = createRequire(import.meta.url);

/** o200k_base: the encoding of OpenAI's models since GPT-4o. Other models' counts differ by some per cent. */
let encoder: Tiktoken | undefined;

// Loaded by the first count: the ranks take 0.3 s and 70 MB, which a process that counts nothing need not pay.
function loadEncoder(): Tiktoken {
  const { Tiktoken } = require('tiktoken/lite') as typeof import('tiktoken/lite');
  const o200k = require('tiktoken/encoders/o200k_base.json') as {
    bpe_ranks: string;
    special_tokens: Record<string, number>;
    pat_str: string;
  };
  return new Tiktoken(o200k.bpe_ranks, o200k.special_tokens, o200k.pat_str);
}

// Byte-pair merging is quadratic in the length of an unbroken run: 20,000 Chinese characters take 3.6 s, 1,000 0.02 s.
const MAX_RUN = 1_000;

/**
 * Number of tokens that `text` takes in the o200k_base encoding; 0 for an empty text. Text that looks like a special
 * token (`<|endoftext|>`) is counted as the ordinary characters it is. A text with a run of over 1,000 UTF-16 units
 * without white space, or of it, is counted in slices of 1,000 and may come out a token or two high for each slice.
 */
export function countTokens(text: string): number {
  encoder ??= loadEncoder();
  let tokens = 0;
  for (const slice of slices(text)) tokens += encoder.encode_ordinary(slice).length;
  return tokens;
}

function slices(text: string): string[] {
  if (text.length <= MAX_RUN) return [text];
  if (!hasLongRun(text)) return [text];
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += MAX_RUN) parts.push(text.slice(start, start + MAX_RUN));
  return parts;
}

function hasLongRun(text: string): boolean {
  let start = 0;
  for (const space of text.matchAll(/\s+/g)) {
    if (space.index - start > MAX_RUN || space[0].length > MAX_RUN) return true;
    start = space.index + space[0].length;
  }
  return text.length - start > MAX_RUN;
}
