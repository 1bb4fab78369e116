import { expect, it } from 'vitest';
import { isCompound, namesCompound, wordsOfCompounds } from './other-compounds.ts';

it.each([
  ['You get store credit.', ['store', 'credit']],
  ['We swap it for store credit in any store.', ['credit']],
  ['Gift cards never expire.', ['gift', 'cards']],
  ['La tarjeta regalo no caduca.', ['tarjeta', 'regalo']],
  ['Bring the gift to a store and pay by card.', []],
])('finds in “%s” the words of other things %j', (text, words) =>
  expect(wordsOfCompounds(text)).toEqual(words),
);

it('tells whether a question means the thing itself', () => {
  expect(namesCompound('do i get store credit')).toBe(true);
  expect(namesCompound('do you have a store')).toBe(false);
  expect(isCompound({ synonyms: new Set(['giftcard']) })).toBe(true);
  expect(isCompound({ synonyms: new Set(['gift']) })).toBe(false);
});
