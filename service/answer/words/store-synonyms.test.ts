import { describe, expect, it } from 'vitest';
import { questionTerms } from '../understand/question-terms.ts';
import { makeStoreSynonyms } from './store-synonyms.ts';

const own = makeStoreSynonyms(
  [
    ['kicks', 'trainers'],
    ['bubbler', 'drinking fountain'],
    ['frisby', 'disco'],
  ],
  ['en', 'es'],
);
const terms = (question: string, locale = 'en') => questionTerms(question, locale, 1, own);

describe('a store’s own synonyms', () => {
  it('name one thing in any form of their words, with what the thesaurus knows of it', () => {
    const [term, ...more] = terms('kick');
    expect(more).toEqual([]);
    expect([...(term?.synonyms ?? [])]).toEqual(expect.arrayContaining(['kick', 'trainer', 'sneaker']));
    expect(terms('un disco', 'es')[0]?.synonyms.has('frisbi')).toBe(true);
  });

  it('are found by a phrase too, whose words are searched as well', () => {
    const [term] = terms('drinking fountains');
    expect(term).toMatchObject({ word: 'bubbler', phrase: ['drink', 'fountain'] });
  });

  it('leave other words as they are', () => {
    expect(terms('a blue lamp')).toEqual(questionTerms('a blue lamp', 'en'));
    expect(makeStoreSynonyms([], []).at(['lamp'], 0)).toBeNull();
  });
});
