import { lexemes, type WordPart } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { asksOfShops } from '../understand/asks-of-shops.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { numberWord } from '../verify/number-words.ts';
import { readCardBrands } from '../within/card-kinds.ts';
import { makeOthersWords } from '../within/elsewhere.ts';
import { makeWithin, offersAmount } from '../within/within.ts';
import { areFalseKin } from '../words/false-kin.ts';
import { initialsOf, mayBeInitials } from '../words/initials.ts';
import { kinOf } from '../words/kin-things.ts';
import { makeNearWord } from '../words/near-words.ts';
import { isCompound, namesCompound, wordsOfCompounds } from '../words/other-compounds.ts';
import { softMatch } from '../words/soft-match.ts';
import { matchSigns } from '../words/text-signs.ts';
import type { WordSimilarity } from './rank-units.ts';
import type { ReadText } from './read-units.ts';

/** What a text has of a question. */
export interface TermMatch {
  /** For each term how well the text has it, 0…1. */
  matches: number[];
  /** Share of the text's topic words that are the question's. */
  focus: number;
}

/** Holds a text against the terms of a question. */
export type TermMatcher = (read: ReadText) => TermMatch;

/**
 * @param question as asked, standalone, with its language
 * @param sameThing what another name for the same thing is worth, 0…1
 * @param bySense whether other words of one sense count, by WordNet
 */
export function makeTermMatcher(
  terms: QuestionTerm[],
  { standalone, locale }: { standalone: string; locale: string },
  similarity: WordSimilarity,
  sameThing: number,
  bySense = true,
): TermMatcher {
  const within = makeWithin(standalone, { ofShops: asksOfShops(terms) });
  const othersWords = makeOthersWords(standalone);
  // "Express" of "American Express" is no word of its own.
  const asksForCards = readCardBrands(standalone).length > 0;
  const ofOthers = namesCompound(standalone) || terms.some(isCompound) ? null : wordsOfCompounds;
  const short = terms.flatMap(({ word }, index) => (mayBeInitials(word, locale) ? [index] : []));
  const isOffer = offersAmount(standalone);
  const kin = terms.map(kinOf);
  const near = bySense ? terms.map(({ word }) => makeNearWord(word, locale)) : [];
  const known = new Map<WordPart, { values: number[]; most: number }>();
  const matchWord = (part: WordPart): { values: number[]; most: number } => {
    let found = known.get(part);
    if (found === undefined) {
      const values = terms.map((term, index) =>
        isOffer && /^\d/.test(term.word)
          ? 0
          : matchTerm(term, kin[index] ?? [], near[index], part, similarity, sameThing, locale),
      );
      // "New strings are extra" is not about the extra year that is asked for.
      found = {
        values,
        most: Math.max(0, ...values.map((value, index) => value * (terms[index]?.need ?? 1))),
      };
      known.set(part, found);
    }
    return found;
  };
  return ({ text, words, phrases }) => {
    const matches = terms.map(() => 0);
    let hits = 0;
    for (const word of words) {
      const { values, most } = matchWord(word);
      if (most === 0) continue;
      hits += most;
      values.forEach((value, index) => {
        if (value > (matches[index] ?? 0)) matches[index] = value;
      });
    }
    matchPhrases(phrases, terms, matches, sameThing);
    matchSigns(text, terms, matches, sameThing);
    const initials = short.length > 0 ? initialsOf(text) : null;
    for (const index of short)
      if (initials?.has(terms[index]?.word ?? '')) matches[index] = Math.max(matches[index] ?? 0, sameThing);
    if (othersWords !== null) dropWords(othersWords(text), terms, matches);
    if (ofOthers !== null) dropLexemes(ofOthers(text), locale, terms, matches);
    if (!asksForCards)
      dropWords(
        readCardBrands(text).flatMap((brand) => brand.split(' ')),
        terms,
        matches,
      );
    if (within !== null) matchWithin(within(text), terms, matches);
    return {
      matches,
      focus: words.length === 0 ? 0 : hits / words.length,
    };
  };
}

/** "Send things back" in a text speaks of the question's "return". */
function matchPhrases(
  phrases: ReadText['phrases'],
  terms: QuestionTerm[],
  matches: number[],
  sameThing: number,
): void {
  for (const concept of phrases) {
    terms.forEach((term, index) => {
      if ((term.concept ?? term.synonyms) === concept)
        matches[index] = Math.max(matches[index] ?? 0, sameThing);
    });
  }
}

/** "Hawaii" holds the question's "Maui", "50 or more" its "60". */
function matchWithin(credits: ReadonlyMap<string, number>, terms: QuestionTerm[], matches: number[]): void {
  if (credits.size === 0) return;
  terms.forEach(({ word }, index) => {
    matches[index] = Math.max(matches[index] ?? 0, credits.get(fold(word)) ?? 0);
  });
}

function dropWords(words: readonly string[], terms: QuestionTerm[], matches: number[]): void {
  if (words.length === 0) return;
  terms.forEach(({ word }, index) => {
    if (words.includes(fold(word))) matches[index] = 0;
  });
}

/** Those that a term or another name of it is. */
function dropLexemes(
  words: readonly string[],
  locale: string,
  terms: QuestionTerm[],
  matches: number[],
): void {
  if (words.length === 0) return;
  const others = new Set(words.flatMap((word) => lexemes(word, locale)));
  terms.forEach(({ lexeme, synonyms }, index) => {
    if (others.has(lexeme) || [...synonyms].some((name) => others.has(name))) matches[index] = 0;
  });
}

/** Speaks of the thing, and less than its own word would. */
const KIN_CREDIT = 0.75;

/** How well a word of a text stands for a term, 0…1. */
function matchTerm(
  term: QuestionTerm,
  kin: readonly string[],
  near: ((word: string) => number) | undefined,
  { lexeme, word }: WordPart,
  similarity: WordSimilarity,
  sameThing: number,
  locale: string,
): number {
  if (term.lexeme === lexeme) return areFalseKin(term.word, word, locale) ? 0 : 1;
  if (term.forms?.has(lexeme)) return 1;
  if (isOtherNumber(term.word, word) || isSameNumber(term.word, word)) return 1;
  if (term.synonyms.has(lexeme)) return sameThing;
  return Math.max(
    kin.includes(lexeme) ? KIN_CREDIT : 0,
    near?.(word) ?? 0,
    softMatch(term.word, word, similarity),
  );
}

/** "Three" and "3". "One" and "a" count nothing. */
function isSameNumber(a: string, b: string): boolean {
  const [digits, word] = /^\d+$/.test(a) ? [a, b] : [b, a];
  if (!/^\d+$/.test(digits) || !/^\p{L}+$/u.test(word)) return false;
  const number = numberWord(fold(word));
  return number !== null && !number.needsUnit && number.value === Number(digits);
}

/** "Knives" and "knife", "disfraces" and "disfraz" are not brought to one stem. */
function isOtherNumber(a: string, b: string): boolean {
  if (a.slice(0, 2) !== b.slice(0, 2)) return false;
  return isPluralOf(a, b) || isPluralOf(b, a);
}

function isPluralOf(plural: string, singular: string): boolean {
  return (
    (plural.endsWith('ves') &&
      /fe?$/.test(singular) &&
      plural.slice(0, -3) === singular.replace(/fe?$/, '')) ||
    (plural.endsWith('ces') && singular.endsWith('z') && plural.slice(0, -3) === singular.slice(0, -1))
  );
}
