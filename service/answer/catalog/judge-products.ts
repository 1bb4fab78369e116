import type { FoundProduct } from '../../../sql/search-products.ts';
import { ANSWER_THRESHOLD } from '../rank/confidence.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { fitProducts, isGone, mostTold } from './fit-products.ts';
import type { CatalogQuery } from './read-catalog-query.ts';
import { type CatalogFindings, isAllAskedFor } from './search-catalog.ts';
import type { CatalogWord } from './take-words.ts';

/** Products that lack more of the words asked for are not what was asked for ("a jacket with a heater"). */
const LEAST_ASKED = 0.75;
/** Cards of an answer; its text names the first few. */
const MOST_CARDS = 8;

/** What a search for products comes to, beside what pages say. */
export interface JudgedProducts {
  /** Those that are what was asked for; empty when none are, or when a page answers better. */
  products: FoundProduct[];
  /** How many there are of those. */
  total: number;
  /** What comes near, where no product is all that was asked for; else null. */
  almost: CatalogFindings | null;
  /** Share of the words asked for that the best product has, 0…1. */
  share: number;
  /** Lexemes of what they are needed for that none of the products speaks of: "swimming" of headphones. */
  unsaid: string[];
}

/**
 * Judges whether the products that a search has found are what the question asks for, best first. Pure.
 * @param given what is answered from and all units that were looked at, best first, with how sure an answer from them is.
 */
export function judgeProducts(
  found: CatalogFindings,
  query: CatalogQuery,
  {
    ranked,
    units,
    terms,
    confidence,
  }: { ranked: RankedUnit[]; units: RankedUnit[]; terms: QuestionTerm[]; confidence: number },
  limit = MOST_CARDS,
): JudgedProducts {
  const none = { products: [], total: 0, almost: null, share: 0, unsaid: [] };
  const words = query.lexemes.map((word) => (isUnheard(word, found) ? { ...word, beside: true } : word));
  const fitted = fitProducts(found.products, words, units, terms);
  // Where the words say only of which kind they are, all are as good; of equals what can be bought goes first.
  if (query.sort === 'relevance' && query.lexemes.some(({ required }) => !required))
    fitted.sort(
      (a, b) =>
        (query.open === true ? b.called - a.called : 0) ||
        b.whole - a.whole ||
        Number(isGone(a)) - Number(isGone(b)) ||
        b.likeness - a.likeness,
    );
  else if (query.sort === 'relevance')
    fitted.sort((a, b) => b.found.score - a.found.score || Number(isGone(a)) - Number(isGone(b)));
  const heads = found.isForIt ? [] : query.lexemes.filter(({ head }) => head === true);
  const isLacking = ({ lacks }: { lacks: string[] }): boolean =>
    heads.some(({ lexeme }) => lacks.includes(lexeme));
  // Of what is asked for the kind of thing must be there, or it is another thing.
  const isOther = found.isOther === true || (fitted.length > 0 && fitted.every(isLacking));
  if (!isOther && fitted.some(isLacking))
    fitted.splice(0, fitted.length, ...fitted.filter((one) => !isLacking(one)));
  const all = fitted.length;
  fitted.splice(0, all, ...mostTold(fitted, query.sort === 'relevance'));
  const share = isOther ? shareOfWords(fitted) : withLimits(shareOfWords(fitted), query, found);
  const whole = Math.max(0, ...fitted.map((one) => one.whole));
  if (fitted.length === 0 || saysNothing(query)) return none;
  // "Do you have a size guide for boots?" names boots, but a page covers more of it than any product does.
  const page = ranked.find((unit) => unit.evidence.kind !== 'product');
  const ofPage = !isNarrow(query) && !query.asksThings && (page?.features.covered ?? 0) > whole;
  const isAll = isAllAskedFor(found);
  const { skip = 0 } = query;
  const products = fitted
    .map((one) => one.found)
    .slice(0, query.count ?? fitted.length)
    .slice(skip, skip + limit);
  const unsaid = query.lexemes.flatMap(({ lexeme, meets, required }) =>
    meets !== undefined && !required && fitted.every(({ lacks }) => lacks.includes(lexeme)) ? [lexeme] : [],
  );
  if (share >= LEAST_ASKED && !ofPage && !isOther)
    return isAll
      ? {
          unsaid,
          products,
          total: query.count == null && fitted.length === all ? found.total - skip : products.length,
          almost: null,
          share,
        }
      : { ...none, almost: { ...found, products }, share };
  const isRead = confidence >= ANSWER_THRESHOLD && ranked[0]?.evidence.kind !== 'product' && !isNarrow(query);
  if (isRead || !isNear(query, share)) return { ...none, share };
  const lacks = [
    ...new Set([...(fitted[0]?.lacks ?? []), ...(found.isOther ? heads.map(({ lexeme }) => lexeme) : [])]),
  ];
  return {
    ...none,
    almost: { ...found, products, relaxed: [...new Set([...found.relaxed, 'words'])], lacks },
    share,
  };
}

/** A thing that it is wanted for and that none of those found speaks of: "a lock for a bike". */
function isUnheard(
  { lexeme, isFor, required }: CatalogWord,
  { products, isForIt }: CatalogFindings,
): boolean {
  return isFor === true && required && !isForIt && !products.some(({ matched }) => matched.includes(lexeme));
}

/** "Something my son can play": of everyday words nothing can be told. */
function saysNothing(query: CatalogQuery): boolean {
  const { attributes, choices, brands, onSale } = query.filter;
  return (
    query.open === true &&
    query.lexemes.length > 0 &&
    query.lexemes.every(({ weight, required }) => !required && weight < LEAST_SAID) &&
    !isNarrow(query) &&
    Object.keys(attributes).length + choices.length + brands.length + Number(onSale) === 0
  );
}
const LEAST_SAID = 0.25;

function shareOfWords(fitted: { share: number }[]): number {
  return Math.max(0, ...fitted.map(({ share }) => share));
}

/**
 * Share of what was asked for, the limits that are kept to counted like words: "white flowering perennials under $15". Of a
 * thing with something nothing makes up for that.
 */
function withLimits(
  share: number,
  { filter, lexemes, features = false }: CatalogQuery,
  found: CatalogFindings,
): number {
  const total = lexemes.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || found.relaxed.length > 0 || features) return share;
  const limits =
    Object.keys(filter.attributes).length +
    filter.choices.length +
    filter.brands.length +
    Number(isNarrow({ filter })) +
    Number(filter.onSale);
  return (share * total + limits) / (total + limits);
}

/** A price limit is of products, whatever pages say of the words beside it. */
function isNarrow({ filter }: Pick<CatalogQuery, 'filter'>): boolean {
  return filter.minPrice !== null || filter.maxPrice !== null;
}

/** Whether what lacks words is near nevertheless: it is of the kind that is named, or within the limits that are set. */
function isNear(query: CatalogQuery, share: number): boolean {
  return query.lexemes.some(({ required }) => required) || (query.open && isNarrow(query)) || share > 0;
}
