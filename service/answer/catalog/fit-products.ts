import type { FoundProduct } from '../../../sql/search-products.ts';
import { MISSING } from '../rank/confidence.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import type { CatalogWord } from './take-words.ts';

/** What is told around a thing helps to choose, but is not what was asked for. */
const BESIDE = 0.15;

/** A product with how much of the words asked for it has. */
export interface FittedProduct {
  found: FoundProduct;
  /** Share of the words, by their weight, that its facts or texts speak of, 0…1; 1 where only facts were asked for. */
  share: number;
  /** … with what is told around the thing counted in full. */
  whole: number;
  /** Lexemes that nothing of it speaks of. */
  lacks: string[];
  /** How well the best of its passages was found for the question as a whole, 0…1. */
  likeness: number;
}

/**
 * Holds products against the words that a question leaves open ("warm", "for school"): by the words themselves, and by
 * what their descriptions say in other ones. Pure.
 * @param units of the products' passages among others, with @param terms that their credits are of.
 * @returns the products, in their order.
 */
export function fitProducts(
  products: readonly FoundProduct[],
  words: readonly CatalogWord[],
  units: readonly RankedUnit[],
  terms: readonly Pick<QuestionTerm, 'lexeme'>[],
): FittedProduct[] {
  const weigh = ({ weight, beside = false }: CatalogWord): number => (beside ? BESIDE * weight : weight);
  return products.map((found) => {
    const own = units.filter(({ evidence }) => isOf(found, evidence));
    const creditOf = ({ lexeme }: CatalogWord): number => {
      if (found.matched.includes(lexeme)) return 1;
      const at = terms.findIndex((term) => term.lexeme === lexeme);
      const credit = at < 0 ? 0 : Math.max(0, ...own.map(({ matches }) => matches[at] ?? 0));
      return credit < MISSING ? 0 : credit;
    };
    const credits = words.map((word) => ({ word, credit: creditOf(word) }));
    const shareBy = (weightOf: (word: CatalogWord) => number): number => {
      const total = words.reduce((sum, word) => sum + weightOf(word), 0);
      return total === 0
        ? 1
        : credits.reduce((sum, { word, credit }) => sum + credit * weightOf(word), 0) / total;
    };
    return {
      found,
      share: shareBy(weigh),
      whole: shareBy(({ weight }) => weight),
      likeness: Math.max(0, ...own.map(({ evidence }) => evidence.cosine)),
      lacks: credits.flatMap(({ word, credit }) => (credit === 0 ? [word.lexeme] : [])),
    };
  });
}

/** Whether a passage is of a product's own documents. */
export function isOf(
  { documentId, product }: FoundProduct,
  evidence: Pick<RankedUnit['evidence'], 'documentId' | 'product'>,
): boolean {
  return (
    evidence.documentId === documentId ||
    (evidence.product !== null &&
      evidence.product.sku === product.sku &&
      evidence.product.name === product.name)
  );
}
