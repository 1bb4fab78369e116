import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, readWords, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

/** Statements that stand on their own: a restriction of one is none of the next. A point after "p.m" ends none. */
const STATEMENT =
  /[;!?\n]\s*|(?<!\b[ap]\.?\s?m)\.\s+|,\s+(?:and|but|while|whereas|y|pero|mientras)\s+(?!not\b|no\b)/gu;

/** A statement of a quote, with its words of substance. */
export interface Statement extends GroundText {
  words: { lexeme: string; word: string }[];
}

/** The words of substance of a part of a text: neither function words nor numbers. */
export function wordsOf(whole: GroundText, part: string): Statement['words'] {
  return tokensOf(whole, part).filter(
    (token) => !token.stop && /^\p{L}+$/u.test(token.word) && !isGeneric(fold(token.word)),
  );
}

/** Words of substance from which on a clause speaks of a statement; one may be there by chance. */
const LEAST_SHARED = 2;
const CLAUSE = /[;,]\s|\s(?:and|but|while|whereas|y|pero|mientras)\s/u;

/** The statements that a sentence as a whole speaks of, and those that its clauses do: it may merge several. Pure. */
export function statementsOfClauses(sentence: GroundText, grounds: GroundText[]): Statement[] {
  const clauses = sentence.text.split(CLAUSE).filter((part) => part.trim() !== '');
  const whole = statementsFor(sentence, grounds);
  const own =
    clauses.length < 2
      ? []
      : clauses.flatMap((text) => statementsFor({ ...sentence, text }, grounds, LEAST_SHARED));
  return [...whole, ...own.filter(({ text }) => whole.every((one) => one.text !== text))];
}

/** The statements that a sentence speaks of: those that share most words with it; none where none shares any. Pure. */
export function statementsFor(sentence: GroundText, grounds: GroundText[], least = 1): Statement[] {
  const own = readWords([sentence]);
  const statements = grounds.flatMap((ground) =>
    ground.text
      .split(STATEMENT)
      .filter((part) => part.trim() !== '')
      .map((part) => ({ ...ground, text: part, words: wordsOf(ground, part) })),
  );
  const shared = statements.map(({ words }) => words.filter((word) => own.has(word)).length);
  const most = Math.max(0, ...shared);
  return most < least ? [] : statements.filter((_, index) => shared[index] === most);
}
