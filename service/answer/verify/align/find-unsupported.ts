import { languageOf } from '../../../../ingest/analysis/language-of.ts';
import { literal } from '../../../../ingest/analysis/literal.ts';
import { fold } from '../../../../ingest/analysis/stem.ts';
import { isCarrying } from '../carrying.ts';
import { type AlignedSentence, isLinked } from './align-clauses.ts';
import { classOfWord } from './relate-words.ts';

/** Deeds and manners that a sentence may tell in words of its own, where its clauses are otherwise said. */
const MOST_OWN_WORDS = 1;
const LEAST_COVERAGE = 0.6;
/** "We refund double the difference": a value in a word. */
const MULTIPLE =
  /^(?:doubl[ey]d?|twice|thrice|triple[ds]?|treble|half|halve[ds]?|dobl[ea]\w*|duplic\w+|triplic\w+|mitad|medi[oa])$/;
const LEAST_MEAN_COVERAGE = 0.8;

/**
 * Of words that the quotes do not have, those that they must have: not another word for what they say (WordNet), and not the one
 * deed or manner that a clause tells in its own words. A thing, a name, a property and what a sentence begins with are always ones. Pure.
 * @param missing as written
 */
export function findUnsupported(
  missing: string[],
  { sentence, statements, clauses }: AlignedSentence,
): string[] {
  const { locale, text } = sentence;
  const rest = missing.filter((word) => {
    const item = { key: '', word: fold(word), kind: 'word' as const, dimension: '' };
    return (
      !isCarrying(item.word, locale) && !statements.some((statement) => isLinked(statement, item, locale))
    );
  });
  const coverage = clauses.map((clause) => clause.coverage);
  // In another language a word that is not found may be any.
  const isSaid =
    statements.every((statement) => languageOf(statement.locale) === languageOf(locale)) &&
    Math.min(...coverage) >= LEAST_COVERAGE &&
    coverage.reduce((sum, one) => sum + one, 0) >= LEAST_MEAN_COVERAGE * coverage.length;
  const isOwn = (word: string): boolean =>
    !MULTIPLE.test(fold(word)) &&
    /^(?:verb|adverb)$/.test(classOfWord(fold(word), locale) ?? '') &&
    !isName(word, text) &&
    !isAdded(word, text) &&
    fold(word) !== clauses[0]?.clause.items.find(({ kind }) => kind !== 'value')?.word;
  return isSaid && rest.length <= MOST_OWN_WORDS && rest.every(isOwn) ? [] : rest;
}

const isName = (word: string, text: string): boolean =>
  text.includes(` ${word.charAt(0).toUpperCase()}${word.slice(1)}`);

/** "Write to us or call": what is added is no manner of what is said. */
const isAdded = (word: string, text: string): boolean =>
  new RegExp(
    String.raw`(?<!\p{L})(?:and|or|y|e|o|u|ni|nor)\s+(?:we\s+|you\s+|also\s+|to\s+|se\s+|te\s+)?${literal(word)}`,
    'iu',
  ).test(text);
