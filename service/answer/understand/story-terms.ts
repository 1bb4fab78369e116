import { fold } from '../../../ingest/analysis/stem.ts';
import { mainQuestion } from './main-question.ts';
import type { QuestionTerm } from './question-terms.ts';

/** Of what is told around a question an answer speaks half as often as of what is asked. */
const TOLD = 0.5;

/**
 * The terms, those that only the story around the question has needed less: of "We are a restaurant and want 20 pairs, what
 * discount do we get?" an answer need not speak of restaurants. What shops mean something by (a return, a gift) counts in
 * full wherever it stands. Pure.
 */
export function lightenStory(terms: QuestionTerm[], question: string, locale: string): QuestionTerm[] {
  const asking = mainQuestion(question, locale);
  if (asking === question) return terms;
  const words = new Set(fold(asking).match(/[\p{L}\p{N}]+/gu) ?? []);
  return terms.map((term) =>
    term.synonyms.size > 0 || words.has(fold(term.word)) ? term : { ...term, need: TOLD * term.need },
  );
}
