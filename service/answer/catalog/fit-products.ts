import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { FoundProduct } from '../../../sql/search-products.ts';
import { MISSING } from '../rank/confidence.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import type { CatalogWord } from './take-words.ts';

/** What is told around a thing helps to choose, but is not what was asked for. */
const BESIDE = 0.15;
/** Lighter words are everyday ones, which a product need not say. */
const WEIGHTY = 0.5;
/** A word that is there, and no likeness of one. */
const SAID = 0.95;

/** A product with how much of the words asked for it has. */
export interface FittedProduct {
  found: FoundProduct;
  /** Share of the words, by their weight, that its facts or texts speak of, 0…1; 1 where only facts were asked for. */
  share: number;
  /** … with what is told around the thing counted in full. */
  whole: number;
  /** How many words it has that tell products of the kind apart: those of weight, but not the kind itself. */
  told: number;
  /** How many of the needs told are met by what it is called: "mitts" for who wants warm hands. */
  called: number;
  /** Weight of the words of what it is for that it has. */
  suits: number;
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
  // Of "something to keep my feet dry" the everyday words tell nothing of the thing.
  const isOpen = words.every(({ required }) => !required);
  // Where a thing is named, what it is for shuts none out.
  const isNamed = words.some(({ required, beside = false }) => required && !beside);
  const weigh = ({ weight, beside = false }: CatalogWord): number => {
    if (beside && isNamed) return 0;
    return beside || (isOpen && weight < WEIGHTY) ? BESIDE * weight : weight;
  };
  return products.map((found) => {
    const own = units.filter(({ evidence }) => isOf(found, evidence));
    const creditOf = ({ lexeme, meets = [], required }: CatalogWord): number => {
      const flag = required ? null : flagOf(found, meets);
      if (flag !== null) return Number(flag);
      if (found.matched.includes(lexeme)) return 1;
      if (!required && meets.some((one) => found.matched.includes(one))) return 1;
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
      told: credits.filter(
        ({ word: { weight, head, beside }, credit }) =>
          head !== true && !beside && weight >= WEIGHTY && credit >= SAID,
      ).length,
      called: calledFor(found, words),
      suits: credits.reduce(
        (sum, { word: { weight, beside }, credit }) =>
          sum + (beside && weight >= WEIGHTY ? credit * weight : 0),
        0,
      ),
      likeness: Math.max(0, ...own.map(({ evidence }) => evidence.cosine)),
      lacks: credits.flatMap(({ word, credit }) => (credit === 0 ? [word.lexeme] : [])),
    };
  });
}

function calledFor({ product, locale }: FoundProduct, words: readonly CatalogWord[]): number {
  const needs = words.flatMap(({ meets }) => (meets === undefined ? [] : [meets]));
  if (needs.length === 0) return 0;
  const own = new Set(lexemes(`${product.name} ${product.category ?? ''}`, locale));
  return needs.filter((meets) => meets.some((one) => own.has(one))).length;
}

const YES = /^(?:yes|true|si|y|1)$/;
const NO = /^(?:no|false|n|0)$/;

/** What a product states of an attribute that meets a need (`Weather sealed: no`); null where it states none. */
function flagOf({ product, locale }: FoundProduct, meets: readonly string[]): boolean | null {
  for (const [name, values] of meets.length === 0 ? [] : Object.entries(product.attributes ?? {})) {
    if (!lexemes(name.replaceAll('_', ' '), locale).some((lexeme) => meets.includes(lexeme))) continue;
    const said = values.map(fold);
    if (said.some((value) => YES.test(value))) return true;
    if (said.some((value) => NO.test(value))) return false;
  }
  return null;
}

/**
 * Without those that lack a word of weight that others have: with "ECE 22.06" the helmets that are so. Pure.
 * @param bySuits whether also without those that suit what it is for less than others.
 */
export function mostTold(fitted: readonly FittedProduct[], bySuits: boolean): FittedProduct[] {
  const most = Math.max(0, ...fitted.map(({ told }) => told));
  const best = fitted.filter(({ told }) => told === most);
  if (!bySuits) return best;
  // Of bikes for commuting those that say so, if any do.
  const suits = Math.max(0, ...best.map((one) => one.suits));
  const suiting = best.filter((one) => one.suits >= LEAST_SUITS * suits);
  // What cannot be bought is not all that is shown.
  return suiting.every(isGone) ? best : suiting;
}
/** Share of what the best one has of what it is for. */
const LEAST_SUITS = 0.5;

/** Whether it cannot be bought now. */
export function isGone({ found }: Pick<FittedProduct, 'found'>): boolean {
  return GONE.has(found.product.availability);
}
const GONE: ReadonlySet<string> = new Set(['out_of_stock', 'discontinued']);

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
