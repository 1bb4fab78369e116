import { fold } from '../../../ingest/analysis/stem.ts';
import { type Clause, narrowingWords } from './clauses.ts';
import { isCostWord, readCost } from './cost.ts';
import { NEUTRAL } from './neutral-words.ts';
import type { AnswerWord, Coverage, Reading } from './reading.ts';
import { wordsOf } from './shared-words.ts';

const UNCHARGED = /(?<!\p{L})(?:not|never|no) (?:charge|cobramos|cobran?)(?!\p{L})/u;

/**
 * The word that a statement of what something costs gives. Pure.
 * @returns undefined where the question or the statement is none of costs.
 */
export function costWord(
  { asked, asks, quote, context }: Reading,
  clause: Clause,
  words: Coverage,
): AnswerWord | null | undefined {
  const wanted = readCost(asked.statement);
  // "We do not charge for …" is free.
  const isUncharged = clause.negators === 1 && UNCHARGED.test(clause.text);
  const stated = isUncharged ? 'free' : readCost(clause.text);
  if (wanted === null || stated === null || (clause.negators > 0 && !isUncharged)) return undefined;
  const isOfIt = words.missing.every(({ word }) => isCostWord(word));
  const topics = asked.topics.filter(({ word }) => !isCostWord(word));
  const own = wordsOf(clause.text, context.locale);
  const narrowing = narrowingWords(clause, asks, 'none').filter(
    ({ word }) => !isCostWord(word) && !NEUTRAL.test(fold(word)),
  );
  if (
    !isOfIt ||
    !topics.some((topic) => own.has(topic)) ||
    narrowing.length > 0 ||
    clause.text.length < fold(quote).trim().length / 3
  )
    return null;
  return wanted === stated ? 'yes' : 'no';
}
