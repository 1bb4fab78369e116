import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashKey, makeKey, readKeyKind } from './key-format.ts';

const kinds = ['publishable', 'secret'] as const;

test.each(kinds)('a %s key says what it is, and no two are the same', (kind) => {
  const keys = Array.from({ length: 200 }, () => makeKey(kind));
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) {
    expect(key).toMatch(kind === 'publishable' ? /^pk_[0-9A-Za-z]{30}$/ : /^sk_[0-9A-Za-z]{30}$/);
    expect(readKeyKind(key)).toBe(kind);
  }
});

test('a key with one letter changed, two changed about, or its end cut off is told from a whole one', () => {
  const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.integer({ min: 3, max: 32 }), letter, (kind, at, put) => {
      const key = makeKey(kind);
      const changed = key.slice(0, at) + put + key.slice(at + 1);
      if (changed !== key) expect(readKeyKind(changed)).toBeNull();
      const swapped =
        key.slice(0, at) +
        key
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        key.slice(at + 2);
      if (swapped !== key) expect(readKeyKind(swapped)).toBeNull();
      expect(readKeyKind(key.slice(0, at))).toBeNull();
    }),
  );
});

test('the kind is part of what is checked: a publishable key does not become a secret one by its first letter', () => {
  expect(readKeyKind(makeKey('publishable').replace('pk_', 'sk_'))).toBeNull();
});

test('what is kept is a SHA-256, which shows nothing of the key', () => {
  const key = makeKey('secret');
  expect(hashKey(key)).toHaveLength(32);
  expect(hashKey(key).equals(hashKey(key))).toBe(true);
  expect(hashKey(key).toString('latin1')).not.toContain(key.slice(3, 9));
});
