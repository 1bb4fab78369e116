import { expect, test } from 'vitest';
import { frequentTokens } from './frequent-tokens.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('whole words after a space are taken, in lower case', () => {
  const ranks = [
    `! 0 ${[' the', ' Return', 'ing', ' x'].map(base64).join(' ')}`,
    `! 4 ${[' café', ' size', ' 30'].map(base64).join(' ')}`,
  ].join('\n');
  expect([...frequentTokens(ranks)]).toEqual(['the', 'return', 'size']);
});
