import { analyze } from '../../ingest/analysis/analyze.ts';
import { splitSentences } from '../../ingest/sentences.ts';
import type { Evidence } from './answerer.ts';
import { type ExpectedAnswer, showsExpected } from './expected-answer.ts';
import type { QuestionTerm } from './question-terms.ts';

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
  /** For each of the question's terms, how well the unit, its headings or its passage cover it, 0…1. */
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
  /** How near the question's terms stand to each other in it. */
  adjacent: number;
}

/**
 * Weights of the features, fitted by logistic regression to tell sentences that hold the answer from those that do
 * not, on XQuAD and ClapNQ (`npm run bench -- answers`).
 */
const WEIGHTS: Record<keyof UnitFeatures, number> = {
  own: 3,
  heading: 0.5,
  covered: 3,
  passage: 3,
  expected: 1,
  adjacent: 1,
};

/** What a term is worth that is not in the unit but above it, or elsewhere in its passage. */
const HEADING_CREDIT = 0.8;
const PASSAGE_CREDIT = 0.5;

/**
 * Ranks every sentence, row and fact of the evidence by how well it answers. Pure.
 * @param similarity of two words; finds "send back" in "return".
 */
export function rankUnits(
  terms: QuestionTerm[],
  expected: ExpectedAnswer | null,
  evidence: Evidence[],
  similarity: WordSimilarity,
): RankedUnit[] {
  const match = makeTermMatcher(terms, similarity);
  return evidence
    .flatMap((piece) => unitsOf(piece, terms, expected, match))
    .sort((a, b) => b.score - a.score || a.evidence.index - b.evidence.index || a.start - b.start);
}

type TermMatcher = (text: string, locale: string) => { matches: number[]; adjacent: number };

function makeTermMatcher(terms: QuestionTerm[], similarity: WordSimilarity): TermMatcher {
  const known = new Map<string, number[]>();
  const matchWord = (lexeme: string, word: string): number[] => {
    const key = `${lexeme} ${word}`;
    let values = known.get(key);
    if (values === undefined) {
      values = terms.map((term) => (term.lexeme === lexeme ? 1 : similarity(term.word, word)));
      known.set(key, values);
    }
    return values;
  };
  return (text, locale) => {
    const matches = terms.map(() => 0);
    let adjacent = 0;
    let previous: number | null = null;
    for (const token of analyze(text, locale)) {
      if (token.stop) continue;
      const values = matchWord(token.lexeme, token.word);
      let exact: number | null = null;
      values.forEach((value, index) => {
        if (value > (matches[index] ?? 0)) matches[index] = value;
        if (value === 1) exact = index;
      });
      if (exact !== null && previous !== null && exact === previous + 1) adjacent += 1;
      previous = exact;
    }
    return { matches, adjacent: terms.length > 1 ? Math.min(1, adjacent / (terms.length - 1)) : 0 };
  };
}

function unitsOf(
  piece: Evidence,
  terms: QuestionTerm[],
  expected: ExpectedAnswer | null,
  match: TermMatcher,
): RankedUnit[] {
  const above = match([piece.title, ...piece.heading].join('\n'), piece.locale).matches;
  const spans = splitSentences(piece.text, piece.locale);
  const inUnits = spans.map((span) => match(piece.text.slice(span.start, span.end), piece.locale));
  const inPassage = terms.map((_, index) => Math.max(0, ...inUnits.map((unit) => unit.matches[index] ?? 0)));
  return spans.map((span, position) => {
    const text = piece.text.slice(span.start, span.end);
    const { matches, adjacent } = inUnits[position] ?? { matches: [], adjacent: 0 };
    const credits = terms.map((_, index) =>
      Math.max(
        matches[index] ?? 0,
        HEADING_CREDIT * (above[index] ?? 0),
        PASSAGE_CREDIT * (inPassage[index] ?? 0),
      ),
    );
    const features: UnitFeatures = {
      own: share(terms, (index) => matches[index] ?? 0),
      heading: share(terms, (index) => above[index] ?? 0),
      covered: share(terms, (index) => credits[index] ?? 0),
      passage: piece.score,
      expected: expected === null ? 0.5 : showsExpected(text, expected) ? 1 : 0,
      adjacent,
    };
    const score = Object.entries(WEIGHTS).reduce(
      (sum, [name, weight]) => sum + weight * features[name as keyof UnitFeatures],
      0,
    );
    return {
      evidence: piece,
      start: piece.start + span.start,
      end: piece.start + span.end,
      text,
      position,
      score,
      features,
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
