import type { WordPart } from '../../ingest/analysis/analyze.ts';
import { fold } from '../../ingest/analysis/stem.ts';
import { asksOfShops } from './asks-of-shops.ts';
import { initialsOf, mayBeInitials } from './initials.ts';
import type { QuestionTerm } from './question-terms.ts';
import type { WordSimilarity } from './rank-units.ts';
import type { ReadText } from './read-units.ts';
import { softMatch } from './soft-match.ts';
import { makeOthersWords } from './within/elsewhere.ts';
import { makeWithin } from './within/within.ts';

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
 */
export function makeTermMatcher(
  terms: QuestionTerm[],
  { standalone, locale }: { standalone: string; locale: string },
  similarity: WordSimilarity,
  sameThing: number,
): TermMatcher {
  const within = makeWithin(standalone, { ofShops: asksOfShops(terms) });
  const othersWords = makeOthersWords(standalone);
  const short = terms.flatMap(({ word }, index) => (mayBeInitials(word, locale) ? [index] : []));
  const known = new Map<WordPart, { values: number[]; best: number }>();
  const matchWord = (part: WordPart): { values: number[]; best: number } => {
    let found = known.get(part);
    if (found === undefined) {
      const values = terms.map((term) => matchTerm(term, part.lexeme, part.word, similarity, sameThing));
      found = { values, best: Math.max(0, ...values) };
      known.set(part, found);
    }
    return found;
  };
  return ({ text, words, phrases }) => {
    const matches = terms.map(() => 0);
    let hits = 0;
    for (const word of words) {
      const { values, best } = matchWord(word);
      if (best === 0) continue;
      hits += best;
      values.forEach((value, index) => {
        if (value > (matches[index] ?? 0)) matches[index] = value;
      });
    }
    matchPhrases(phrases, terms, matches, sameThing);
    matchDiscount(text, terms, matches, sameThing);
    const initials = short.length > 0 ? initialsOf(text) : null;
    for (const index of short)
      if (initials?.has(terms[index]?.word ?? '')) matches[index] = Math.max(matches[index] ?? 0, sameThing);
    if (othersWords !== null) dropWords(othersWords(text), terms, matches);
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
      if (term.synonyms === concept) matches[index] = Math.max(matches[index] ?? 0, sameThing);
    });
  }
}

/** "7% off", "10 % menos", and of a table "Off the full price: 8 %", which no word of the thesaurus finds. */
const PERCENT_OFF =
  /(?:\boff\b|\bsav(?:e|ings?)\b|\breduction|\bahorr|\bmenos\b)[^:;]*:\s?\d+(?:[.,]\d+)?\s?%|\d\s?%\s?(?:off|less|discount|cheaper|dto|menos|de (?:descuento|rebaja))|(?:gets?|saves?|receive|takes? off|ahorras?|tienen|tienes|llevan|llevas|descontamos|hay|hacemos)\s(?:an? |un )?(?:extra )?\d+(?:[.,]\d+)?\s?%/i;

function matchDiscount(text: string, terms: QuestionTerm[], matches: number[], sameThing: number): void {
  if (!terms.some(({ synonyms }) => synonyms.has('discount')) || !PERCENT_OFF.test(text)) return;
  terms.forEach(({ synonyms }, index) => {
    if (synonyms.has('discount')) matches[index] = Math.max(matches[index] ?? 0, sameThing);
  });
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

/** How well a word of a text stands for a term, 0…1. */
function matchTerm(
  term: QuestionTerm,
  lexeme: string,
  word: string,
  similarity: WordSimilarity,
  sameThing: number,
): number {
  if (term.lexeme === lexeme) return 1;
  return term.synonyms.has(lexeme) ? sameThing : softMatch(term.word, word, similarity);
}
