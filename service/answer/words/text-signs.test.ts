import { describe, expect, it } from 'vitest';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { matchSigns } from './text-signs.ts';

function matched(question: string, text: string, locale = 'en'): boolean {
  const terms = withIdf(questionTerms(question, locale), 100, new Map());
  const matches = terms.map(() => 0);
  matchSigns(text, terms, matches, 0.9);
  return matches.includes(0.9);
}

describe('matchSigns', () => {
  it('reads a discount from a percentage off', () => {
    expect(matched('any discount?', 'Teachers get 7% off.')).toBe(true);
    expect(matched('any discount?', 'The deposit is 7%.')).toBe(false);
  });

  it('reads an age from its limit', () => {
    expect(matched('do I need to be an adult', 'You must be 16 or older.')).toBe(true);
    expect(matched('is there an age limit', 'Students start from age 6.')).toBe(true);
    expect(matched('¿hay una edad mínima?', 'Solo para mayores de 18.', 'es')).toBe(true);
    expect(matched('¿hay una edad mínima?', 'Para niños de 5 a 10 años.', 'es')).toBe(true);
  });

  it('takes no other quantity for an age', () => {
    expect(matched('do I need to be an adult', 'It takes at least 10 days.')).toBe(false);
    expect(matched('do I need to be an adult', 'Free over 40 lb and under 60 miles.')).toBe(false);
  });

  it('says nothing of what was not asked for', () => {
    expect(matched('opening hours', 'You must be 16 or older.')).toBe(false);
  });
});
