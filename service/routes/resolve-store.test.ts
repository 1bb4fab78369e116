import { expect, test } from 'vitest';
import { chooseStore } from './resolve-store.ts';

test('takes the store given, else the configured one, else the only one', () => {
  expect(chooseStore('b', ['a', 'b'], 'a')).toBe('b');
  expect(chooseStore(undefined, ['a', 'b'], 'a')).toBe('a');
  expect(chooseStore(undefined, ['a'])).toBe('a');
  expect(chooseStore(undefined, ['a'], 'removed')).toBe('a');
});

test('never answers for another store than the one named', () => {
  expect(() => chooseStore('b', ['a'], 'a')).toThrow('There is no store "b". GET /stores lists');
});

test('asks which one when several could be meant', () => {
  expect(() => chooseStore(undefined, ['a', 'b'])).toThrow('say which');
});

test('says to ingest when there is no store at all', () => {
  for (const given of [undefined, 'a']) expect(() => chooseStore(given, [])).toThrow('npm run ingest');
});
