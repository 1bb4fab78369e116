import { fold } from '../../../ingest/analysis/stem.ts';
import { conceptAt } from '../words/thesaurus.ts';
import type { QuestionTerm } from './question-terms.ts';

/** Who may come in the shopper's place, folded; English, then Spanish. */
const RELATIVE =
  /^(?:husband|wife|partner|spouse|boyfriend|girlfriend|friend|brother|sister|mother|mom|mum|father|dad|son|daughter|neighbou?r|roommate|flatmate|assistant|colleague|marido|mujer|espos[oa]|pareja|novi[oa]|amig[oa]|herman[oa]|madre|padre|mama|papa|hij[oa]|vecin[oa]|compa[nñ]er[oa])$/;

/** Things that somebody does for another. */
const DONE_FOR_ONE: readonly string[] = ['pickup', 'authoriz'];

/**
 * "Can my husband collect it?" asks what holds for somebody else: pages speak of another person and not of husbands. Of what
 * is bought for one nothing changes. Pure.
 */
export function withSomeoneElse(terms: Omit<QuestionTerm, 'idf'>[]): Omit<QuestionTerm, 'idf'>[] {
  const collects = terms.some(({ synonyms }) => DONE_FOR_ONE.some((lexeme) => synonyms.has(lexeme)));
  const concept = conceptAt(['someone', 'else'], 0)?.concept;
  if (!collects || concept === undefined) return terms;
  return terms.map((term) =>
    RELATIVE.test(fold(term.word)) ? { ...term, need: 1, synonyms: concept.lexemes } : term,
  );
}
