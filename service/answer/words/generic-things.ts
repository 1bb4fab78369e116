import { fold } from '../../../ingest/analysis/stem.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';

/** What anything that is sold may be called: a rule for it need not. */
const GENERIC =
  /^(?:items?|products?|goods|merchandise|articles?|things?|stuff|purchases?|productos?|articulos?|cosas?|mercancias?|compras?|prendas?)$/;
/** What such a word is worth of one that names a thing, as an everyday verb is. */
const WORTH = 0.4;

/** The terms of a question, "a product" of "return a product" for less. Pure. */
export function withoutGenericThings(terms: QuestionTerm[]): QuestionTerm[] {
  if (terms.every(isGeneric)) return terms;
  return terms.map((term) => (isGeneric(term) ? { ...term, weight: WORTH * term.weight } : term));
}

function isGeneric({ word, synonyms }: QuestionTerm): boolean {
  return synonyms.size === 0 && GENERIC.test(fold(word));
}
