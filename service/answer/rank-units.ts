import type { WordPart } from '../../ingest/analysis/analyze.ts';
import { languageOf } from '../../ingest/analysis/language-of.ts';
import { fold } from '../../ingest/analysis/stem.ts';
import { RANKING, type RankingConstants } from './answer-constants.ts';
import type { Evidence } from './answerer.ts';
import { type Expectation, showsExpected } from './expected-answer.ts';
import type { QuestionTerm } from './question-terms.ts';
import { type ReadText, readLexemes, readUnits, readWords } from './read-units.ts';
import { softMatch } from './soft-match.ts';
import { makeWithin, type Within } from './within/within.ts';

/** How alike two words are, 0…1: 1 for the same, 0 for unrelated. */
export type WordSimilarity = (a: string, b: string) => number;

/** What could be quoted: a sentence, a table row or a fact of one piece of evidence, with how well it answers. */
export interface RankedUnit {
  evidence: Evidence;
  /** Offsets into the document's text. */
  start: number;
  end: number;
  text: string;
  /** Position among the units of its passage, from 0. */
  position: number;
  score: number;
  features: UnitFeatures;
  /** Whether it has a word of the question besides the name of the product whose page it is on. */
  says: boolean;
  /** For each of the question's terms, how well the unit itself speaks of it, 0…1. */
  matches: number[];
  /** … the unit, its headings or its passage, 0…1. */
  credits: number[];
}

/** Each 0…1. */
export interface UnitFeatures {
  /** Share of the question's terms, by idf, that the unit itself speaks of. */
  own: number;
  /** … that its headings and title speak of. */
  heading: number;
  /** … that the unit, its headings or the rest of its passage speak of, the farther the less. */
  covered: number;
  /** Fused retrieval score of its passage. */
  passage: number;
  /** Whether it holds what kind of thing is asked for: 1, 0, and 0.5 where the question does not tell. */
  expected: number;
  /** Share of the unit's own words that are the question's: a general rule has more than a special case. */
  focus: number;
  /** How alike the question and the heading are, all their words counted: 1 for a FAQ's own question. */
  sameQuestion: number;
  /** 1 for a unit that has none of the question's words and nothing of the kind that is asked for, else 0. */
  silent: number;
  /** Nearness to the beginning of the document, where the main rule stands. */
  lead: number;
  /** Cosine of the question and its passage, 0 where negative. */
  cosine: number;
}

/** A lone word on a product's page is a badge or a brand. */
const TWO_WORDS = /\p{L}\S*\s+\S*[\p{L}\p{N}]/u;
const NO_MATCH: TermMatch = { matches: [], focus: 0 };

/** The question as asked. */
export interface AskedQuestion {
  standalone: string;
  locale: string;
  expected: Expectation | null;
  /** Products that it calls by name: all of their pages is about them. */
  named: { documentIds: string[]; lexemes: ReadonlySet<string> } | null;
  /** The shopper's, ISO 3166-1 alpha-2; null or left out: unknown. */
  market?: string | null;
}

/**
 * Ranks every sentence, row and fact of the evidence by how well it answers. Pure.
 * @param similarity of two words; finds "send back" in "return".
 */
export function rankUnits(
  terms: QuestionTerm[],
  question: AskedQuestion,
  evidence: Evidence[],
  similarity: WordSimilarity,
  constants: Readonly<RankingConstants> = RANKING,
): RankedUnit[] {
  const match = makeTermMatcher(
    terms,
    similarity,
    makeWithin(question.standalone, { ofShops: terms.some(isOfShops) }),
    constants.sameThing,
  );
  const asked = readLexemes(question.standalone, question.locale);
  const opinions = asksForOpinions(terms);
  return evidence
    .filter(({ suspect, voice }) => suspect !== true && (voice !== 'customer' || opinions))
    .flatMap((piece) => unitsOf(piece, terms, question, match, asked, constants))
    .filter((unit) => !isBesideThePoint(unit) && !isOldPrice(unit))
    .sort((a, b) => b.score - a.score || a.evidence.index - b.evidence.index || a.start - b.start);
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

/** Where a shop is or when it opens. */
function isOfShops({ synonyms }: QuestionTerm): boolean {
  return synonyms.has('showroom') || synonyms.has('horari');
}

/** "Hawaii" holds the question's "Maui", "50 or more" its "60". */
function matchWithin(credits: ReadonlyMap<string, number>, terms: QuestionTerm[], matches: number[]): void {
  if (credits.size === 0) return;
  terms.forEach(({ word }, index) => {
    matches[index] = Math.max(matches[index] ?? 0, credits.get(fold(word)) ?? 0);
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

/** Of a product's page, which is all about it, a line without anything that is asked says nothing. */
function isBesideThePoint({ evidence, features }: RankedUnit): boolean {
  return evidence.kind === 'product' && features.silent === 1 && features.heading < ALL_ABOVE;
}

/** What an article says of a price was so on its day. */
function isOldPrice({ evidence, text }: RankedUnit): boolean {
  return evidence.genre === 'article' && AMOUNT.test(text);
}

const AMOUNT = /[$€£¥]\s?\d|\d\s?(?:[$€£¥]|(?:euros?|dollars?|pounds|usd|eur|gbp|pesos)\b)/i;

/** A heading that has all of the question leaves nothing to ask of the lines under it. */
const ALL_ABOVE = 0.95;

/** What customers wrote says nothing about the store's rules or its products' facts. */
function asksForOpinions(terms: QuestionTerm[]): boolean {
  return terms.some((term) => OPINION_WORDS.test(term.word));
}

const OPINION_WORDS =
  /^(?:review\w*|opinion\w*|rese(?:ñ|n)as?|valoracion\w*|experiences?|testimonial\w*|customers?|clientes?)$/i;

interface TermMatch {
  /** For each term how well the text has it, 0…1. */
  matches: number[];
  /** Share of the text's topic words that are the question's. */
  focus: number;
}

type TermMatcher = (read: ReadText) => TermMatch;

function makeTermMatcher(
  terms: QuestionTerm[],
  similarity: WordSimilarity,
  within: Within | null,
  sameThing: number,
): TermMatcher {
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
    if (within !== null) matchWithin(within(text), terms, matches);
    return {
      matches,
      focus: words.length === 0 ? 0 : hits / words.length,
    };
  };
}

function unitsOf(
  piece: Evidence,
  terms: QuestionTerm[],
  { locale, expected, named, market = null }: AskedQuestion,
  match: TermMatcher,
  asked: ReadonlySet<string>,
  constants: Readonly<RankingConstants>,
): RankedUnit[] {
  const isNamed = named?.documentIds.includes(piece.documentId) ?? false;
  const given = terms.map((term) => isNamed && (named?.lexemes.has(term.lexeme) ?? false));
  const above = match(readWords([piece.title, ...piece.heading].join('\n'), piece.locale)).matches;
  const foreign = languageOf(piece.locale) === locale ? 0 : -constants.otherLanguageCost;
  const own = market !== null && piece.market === market ? constants.ownMarketGain : 0;
  const isCue = terms.map((term) => expected?.cues.has(term.lexeme) ?? false);
  const sameQuestion = overlap(asked, readLexemes(piece.heading.at(-1) ?? '', piece.locale));
  // "4.7 (175)" or "$329.00" alone says nothing that could be understood without its page.
  const pattern = piece.kind === 'product' && piece.shape === 'prose' ? TWO_WORDS : /\p{L}/u;
  const units = readUnits(piece.text, piece.locale).filter(({ text }) => pattern.test(text));
  const inUnits = units.map(match);
  const inPassage = terms.map((_, index) => Math.max(0, ...inUnits.map((unit) => unit.matches[index] ?? 0)));
  return units.map(({ text, start, end }, position) => {
    const { matches: found, focus } = inUnits[position] ?? NO_MATCH;
    // The name of the product decides nothing between the lines of its own page.
    const matches = found.map((value, index) => (given[index] ? constants.nameCredit : value));
    const open = found.filter((_, index) => !given[index]);
    const shows = expected === null ? 0.5 : showsExpected(text, expected.kind) ? 1 : 0;
    const credits = terms.map((_, index) =>
      Math.max(
        given[index] ? 1 : 0,
        matches[index] ?? 0,
        constants.headingCredit * (above[index] ?? 0),
        constants.passageCredit * (inPassage[index] ?? 0),
        isCue[index] && shows === 1 ? constants.cueCredit : 0,
      ),
    );
    const features: UnitFeatures = {
      own: share(terms, (index) => matches[index] ?? 0),
      heading: share(terms, (index) => above[index] ?? 0),
      covered: share(terms, (index) => credits[index] ?? 0),
      passage: piece.score,
      expected: shows,
      focus,
      sameQuestion,
      silent: open.length > 0 && Math.max(...open) < constants.leastMatch && shows < 1 ? 1 : 0,
      lead: 1 / (1 + (piece.start + start) / constants.leadLength),
      cosine: Math.max(0, piece.cosine),
    };
    const score =
      foreign +
      own +
      Object.entries(constants.weights).reduce(
        (sum, [name, weight]) => sum + weight * features[name as keyof UnitFeatures],
        0,
      );
    return {
      evidence: piece,
      start: piece.start + start,
      end: piece.start + end,
      text,
      position,
      score,
      features,
      says: open.some((value) => value >= constants.leastMatch),
      matches,
      credits,
    };
  });
}

/** Idf-weighted mean over the terms; 0 for a question without any. */
function share(terms: QuestionTerm[], value: (index: number) => number): number {
  let sum = 0;
  let total = 0;
  terms.forEach((term, index) => {
    sum += term.weight * term.idf * value(index);
    total += term.weight * term.idf;
  });
  return total === 0 ? 0 : sum / total;
}

/** Dice coefficient of two sets, 0…1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((lexeme) => b.has(lexeme)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
