import { speaksOfTrouble } from '../catalog/asks-for-products.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';

/** What the name of a thing is worth of a word that a rule must speak of, as an everyday verb is. */
const WORTH = 0.4;

/**
 * The terms of a question about what has befallen a thing ("My plane arrived broken"), the thing itself for less where the
 * store sells such: the rule for it is one for all that is sold, and need not name it. Pure.
 */
export function withoutSoldThings(
  terms: QuestionTerm[],
  asked: string,
  { nouns, kinds }: Pick<Vocabulary, 'nouns' | 'kinds'>,
): QuestionTerm[] {
  if (!speaksOfTrouble(asked)) return terms;
  const isThing = ({ lexeme, synonyms }: QuestionTerm): boolean =>
    synonyms.size === 0 && (nouns.has(lexeme) || kinds.has(lexeme));
  if (terms.every(isThing)) return terms;
  return terms.map((term) => (isThing(term) ? { ...term, weight: WORTH * term.weight } : term));
}
