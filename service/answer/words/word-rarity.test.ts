import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordRarity } from './word-rarity.ts';

it('tells topic from chat in English', () => {
  const [chat, middle, topic] = ['the', 'take', 'jacket'].map((word) => wordRarity(word, 'en')) as [
    number,
    number,
    number,
  ];
  expect(chat).toBe(0.2);
  expect(middle).toBeGreaterThan(chat);
  expect(middle).toBeLessThan(topic);
  expect(wordRarity('take', 'en-GB')).toBe(middle);
});

it('takes every word of another language, and every number, for topic', () => {
  expect(wordRarity('tomar', 'es')).toBe(1);
  expect(wordRarity('the', 'es')).toBe(1);
  expect(wordRarity('20l', 'en')).toBe(1);
  expect(wordRarity('', 'en')).toBe(1);
});

it('is in 0.2…1 for any word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (word) => {
      const rarity = wordRarity(word, 'en');
      expect(rarity).toBeGreaterThanOrEqual(0.2);
      expect(rarity).toBeLessThanOrEqual(1);
    }),
  );
});
