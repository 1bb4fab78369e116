import type { Vocabulary } from '../catalog/vocabulary.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import type { RankedUnit } from './rank-units.ts';

/** Asked for a rule alone, a line on a product's page is e², 7 times, less likely to be the answer than the rule's own page. */
const PRODUCT_COST = 2;
const FULL_NEED = 1;

/**
 * Where a question is about a rule of the store and names nothing that it sells, what stands on products' pages comes behind
 * what the store's own pages say: "60-day returns" beside each picture is not the rule, and a full-zip jacket no full refund.
 * Pure.
 * @param ranked best first.
 * @param isTrouble whether something has befallen a thing of no name, for which there is a rule whatever the thing is.
 * @returns the same units, best first.
 */
export function rulesFirst(
  ranked: RankedUnit[],
  terms: readonly QuestionTerm[],
  vocabulary: Pick<Vocabulary, 'nouns'>,
  isTrouble = false,
): RankedUnit[] {
  if (!isTrouble && !asksForRule(terms, vocabulary)) return ranked;
  return ranked
    .map((unit) => (unit.evidence.kind === 'product' ? { ...unit, score: unit.score - PRODUCT_COST } : unit))
    .sort((a, b) => b.score - a.score);
}

function asksForRule(terms: readonly QuestionTerm[], { nouns }: Pick<Vocabulary, 'nouns'>): boolean {
  const isThing = ({ lexeme, synonyms }: QuestionTerm): boolean =>
    nouns.has(lexeme) || [...synonyms].some((name) => nouns.has(name));
  const asked = terms.filter(({ need }) => need === FULL_NEED);
  return asked.some(isStoreTopic) && !asked.some(isThing);
}
