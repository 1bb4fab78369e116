import { lexemes } from '../../ingest/analysis/analyze.ts';
import type { DraftSentence, Evidence } from './answerer.ts';
import { sameColor } from './catalog/color-words.ts';
import { asksAvailability, sayAvailability } from './catalog/product-availability.ts';
import { MISSING } from './confidence.ts';
import type { QuestionTerm } from './question-terms.ts';
import type { RankedUnit } from './rank-units.ts';
import type { Understanding } from './understand.ts';

/** Of the products, only those that the question calls by name: another one's facts are no answer. */
export function aboutNamed(evidence: Evidence[], { named, terms, expected }: Understanding): Evidence[] {
  if (named === null) return evidence;
  // Asked for a product's price alone, the store's other pages can only tell an older one.
  const factsOnly = terms.every(({ lexeme }) => named.lexemes.has(lexeme) || expected?.cues.has(lexeme));
  return evidence.filter(
    (piece) => named.documentIds.includes(piece.documentId) || (piece.kind !== 'product' && !factsOnly),
  );
}

/** Of a product called by name something is asked: false where the best unit says nothing of that. */
export function speaksOf(
  best: RankedUnit | undefined,
  terms: QuestionTerm[],
  { named }: Understanding,
): boolean {
  if (named === null || best === undefined) return true;
  const open = terms
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => !named.lexemes.has(term.lexeme));
  return open.length === 0 || open.some(({ index }) => (best.credits[index] ?? 0) >= MISSING);
}

/**
 * Whether each product called by name can be bought, from the passage of its facts; nothing where the question asks for
 * something else, or more.
 */
export function sayStock(question: string, understood: Understanding, evidence: Evidence[]): DraftSentence[] {
  if (!asksAvailability(question) || !asksNothingElse(understood, evidence)) return [];
  const { named, standalone, locale } = understood;
  return evidence
    .filter((piece) => piece.shape === 'facts' && named?.documentIds.includes(piece.documentId))
    .flatMap((piece) => sayAvailability(standalone, piece, locale) ?? []);
}

/** Whether a question about a product has no topic but its name, its versions and its availability. */
function asksNothingElse({ named, terms, locale }: Understanding, evidence: Evidence[]): boolean {
  if (named === null) return false;
  const facts = evidence
    .filter((piece) => named.documentIds.includes(piece.documentId))
    .flatMap(({ product }) => [product?.category ?? '', ...Object.values(product?.attributes ?? {}).flat()]);
  const known = new Set([...named.lexemes, ...facts.flatMap((value) => lexemes(value, locale))]);
  return terms.every(
    ({ lexeme, word }) =>
      known.has(lexeme) ||
      known.has(word) ||
      STOCK_WORDS.test(word) ||
      sameColor(word).some((color) => known.has(color)),
  );
}

const STOCK_WORDS =
  /^(?:stock|available|availability|sold|out|left|size|sizes|colou?r|colou?rs|have|buy|order|still|back|disponibles?|disponibilidad|agotad[oa]s?|existencias|quedan?|tallas?|color|colores|numero|comprar|hay|tiene[ns]?)$/;
