import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { rememberPairs } from './remember-pairs.ts';

it('asks once for a pair while it is kept, and for its reverse by itself', () => {
  const read = vi.fn((a: string, b: string) => a.length - b.length);
  const kept = rememberPairs(read, 10);
  expect([kept('one', 'other'), kept('one', 'other'), kept('other', 'one')]).toEqual([-2, -2, 2]);
  expect(read).toHaveBeenCalledTimes(2);
});

it('gives what it is made of, however few pairs it may keep', () => {
  const read = (a: string, b: string) => a.length * 10 + b.length;
  const word = fc.constantFrom('a', 'bb', 'ccc', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word)), fc.integer({ min: 1, max: 4 }), (pairs, most) => {
      const kept = rememberPairs(read, most);
      for (const [a, b] of pairs) expect(kept(a, b)).toBe(read(a, b));
    }),
  );
});

it('keeps no more pairs than it may', () => {
  const read = vi.fn(() => 0);
  const kept = rememberPairs(read, 2);
  for (const b of ['x', 'y', 'z', 'x']) kept('a', b);
  expect(read).toHaveBeenCalledTimes(4);
});
