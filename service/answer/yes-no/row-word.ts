import { fold } from '../../../ingest/analysis/stem.ts';
import { type LabelledCell, readCells } from '../rank/labelled-line.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import type { AnswerWord } from './reading.ts';
import { askedWords, type TextWords, wordsOf } from './shared-words.ts';

const YES = /^(?:yes|true|si|✓|✔)$/;
const NO = /^(?:no|false|none|✗|✘)$/;
/** Cells that say that something is not so, or nothing. */
const EMPTY = /^(?:no|none|n\/?a|[-–—]|not\b.*|no\s.*|unavailable|closed|cerrado|ningun[oa]?|✗|✘|false)$/;

/**
 * The word that a table row gives: a cell of yes or no under the column that is asked for; or, where it is asked whether
 * there is such a thing, the row itself, if none of its cells says no. Pure.
 * @returns undefined where the quote is no row of several cells.
 */
export function rowWord(
  asked: YesNoQuestion,
  quote: string,
  around: TextWords,
  locale: string,
): AnswerWord | null | undefined {
  const [subject, ...cells] = (/\n/.test(quote.trim()) ? null : readCells(quote.trim())) ?? [];
  if (subject === undefined || cells.length === 0) return undefined;
  const words = wordsOf(subject.value, locale);
  const asks = askedWords(asked, locale);
  if (asked.claims.some(({ bare }) => bare !== null) || !words.tokens.every(asks)) return null;
  const rest = asked.topics.filter((topic) => !words.has(topic));
  if (rest.length === asked.topics.length) return null;
  const column = cells.find((cell) => isColumn(cell, rest, around, locale));
  if (column !== undefined) {
    const value = fold(column.value);
    return YES.test(value) ? 'yes' : NO.test(value) ? 'no' : null;
  }
  const isThere = rest.every((topic) => around.has(topic)) && asked.form === 'exists';
  return isThere && !cells.some(({ value }) => EMPTY.test(fold(value).trim())) ? 'yes' : null;
}

/** Whether a column's name is what is left of the question beside the row's subject. */
function isColumn(
  { label }: LabelledCell,
  rest: YesNoQuestion['topics'],
  around: TextWords,
  locale: string,
): boolean {
  const words = wordsOf(label, locale);
  return (
    rest.some((topic) => words.has(topic)) && rest.every((topic) => words.has(topic) || around.has(topic))
  );
}
