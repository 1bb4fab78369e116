import { expect, it, vi } from 'vitest';
import { remember } from './remember.ts';

it('reads a text once while it is kept', () => {
  const read = vi.fn((text: string) => text.split(' '));
  const kept = remember(2, read);
  expect(kept('a b')).toEqual(['a', 'b']);
  expect(kept('a b')).toBe(kept('a b'));
  expect(read).toHaveBeenCalledTimes(1);
});

it('forgets what was longest not asked for', () => {
  const read = vi.fn((text: string) => text.length);
  const kept = remember(2, read);
  for (const text of ['a', 'bb', 'a', 'ccc', 'a', 'bb']) expect(kept(text)).toBe(text.length);
  expect(read.mock.calls.map(([text]) => text)).toEqual(['a', 'bb', 'ccc', 'bb']);
});

it('tells texts apart that only join to the same', () => {
  const kept = remember(10, (a: string, b: string) => `${a}|${b}`);
  const pairs = [
    ['a', 'b c'],
    ['a b', 'c'],
    ['', '1 a'],
    ['1 a', ''],
  ] as const;
  for (const [a, b] of pairs) expect(kept(a, b)).toBe(`${a}|${b}`);
});

it('keeps null as a result', () => {
  const read = vi.fn((_: string) => null);
  const kept = remember(1, read);
  expect([kept('a'), kept('a')]).toEqual([null, null]);
  expect(read).toHaveBeenCalledTimes(1);
});
