import { expect, it } from 'vitest';
import { questionTerms } from '../understand/question-terms.ts';
import { translateTerms } from './translate-terms.ts';

const synonymsOf = (word: string, locale: string, locales: string[]) => [
  ...(translateTerms(questionTerms(word, locale), locale, locales)[0]?.synonyms ?? []),
];

it('adds to a Spanish word, in any form of it, what it is in English where the store has English pages', () => {
  expect(synonymsOf('semillas', 'es', ['es', 'en-us'])).toContain('seed');
  expect(synonymsOf('rosales', 'es-MX', ['en'])).toContain('rose');
  expect(synonymsOf('devolver', 'es', ['en'])).toEqual(expect.arrayContaining(['return', 'refund']));
});

it('adds to an English word what it is in Spanish, verbs in every form, where the store has nothing else', () => {
  expect(synonymsOf('mount', 'en', ['es-MX'])).toContain('mont');
  expect(synonymsOf('open', 'en', ['es'])).toEqual(expect.arrayContaining(['abr', 'abiert']));
});

it('leaves the terms of other questions and other stores as they are', () => {
  const spanish = questionTerms('semillas', 'es');
  expect(translateTerms(spanish, 'es', ['es', 'pt'])).toBe(spanish);
  const english = questionTerms('seeds', 'en');
  expect(translateTerms(english, 'en', ['en', 'es'])).toBe(english);
  expect(synonymsOf('xylkro', 'es', ['en'])).toEqual([]);
});

it('leaves out what another word of the question says already', () => {
  const [, decaf] = translateTerms(questionTerms('café descafeinado', 'es'), 'es', ['en']);
  expect([...(decaf?.synonyms ?? [])]).toContain('decaf');
  expect([...(decaf?.synonyms ?? [])]).not.toContain('coffe');
});

it('keeps the thing that a word is a name of, so that its phrases are still found', () => {
  const [term] = questionTerms('devolver', 'es');
  const [translated] = translateTerms(term === undefined ? [] : [term], 'es', ['en']);
  expect(translated?.concept).toBe(term?.synonyms);
});
