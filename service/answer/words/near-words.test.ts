import { describe, expect, it } from 'vitest';
import { makeNearWord } from './near-words.ts';

const near = (word: string, other: string, locale = 'en'): number => makeNearWord(word, locale)(other);

describe('makeNearWord', () => {
  it.each([
    ['sax', 'saxophone'],
    ['purchases', 'buy'],
    ['Postage', 'postage'],
  ])('takes %s and %s for one, for less than the word itself', (asked, said) => {
    expect(near(asked, said)).toBeGreaterThan(near('rent', 'rental'));
    expect(near(asked, said)).toBeLessThan(0.9);
  });

  it('takes what is derived from a word for something of it', () => {
    expect(near('rent', 'rental')).toBeGreaterThan(0.3);
    expect(near('replacement', 'replaced')).toBeGreaterThan(0.3);
  });

  it.each([
    ['cheap', 'expensive'],
    ['monday', 'friday'],
    ['violin', 'cello'],
    ['courier', 'carrier'],
    ['guitar', 'instrument'],
    ['turkey', 'joker'],
    ['30', 'thirty'],
    ['zzyzx', 'zzyzx'],
  ])('takes %s and %s for two', (asked, said) => {
    expect(near(asked, said)).toBe(0);
  });

  it('holds a word by what it mostly means', () => {
    expect(near('deliver', 'delivery')).toBeGreaterThan(0);
    expect(near('deliver', 'rescue')).toBe(0);
  });

  it('knows English alone', () => {
    expect(near('sax', 'saxophone', 'es')).toBe(0);
  });
});
