import { expect, test } from 'vitest';
import { failFast } from './fail-fast.ts';
import { TextsRefused } from './openai-request.ts';

test('after a failure nothing is asked for ten seconds, then again', async () => {
  let now = 0;
  let asked = 0;
  let failing = true;
  const request = failFast(
    async () => {
      asked += 1;
      if (failing) throw new Error('no answer');
      return [[1]];
    },
    { now: () => now },
  );
  await expect(request(['a'])).rejects.toThrow('no answer');
  failing = false;
  now = 9_000;
  await expect(request(['a'])).rejects.toThrow('no answer');
  expect(asked).toBe(1);
  now = 10_000;
  expect(await request(['a'])).toEqual([[1]]);
  now = 10_001;
  expect(await request(['a'])).toEqual([[1]]);
});

test('a text that is refused stops no other', async () => {
  const request = failFast(async ([text]) => {
    if (text === 'too long') throw new TextsRefused('too long');
    return [[1]];
  });
  await expect(request(['too long'])).rejects.toThrow('too long');
  expect(await request(['a'])).toEqual([[1]]);
});
