import { fold } from '../../../ingest/analysis/stem.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { type Amount, amountsOf, askedEnd } from './compare-winner.ts';
import { askedFacts } from './describe-asked.ts';
import { type FactRow, factRows } from './describe-facts.ts';
import { listProducts } from './describe-list.ts';

/** What asks for all that there is to compare. */
const WANTS_ALL = /\b(?:compar\p{L}*|vs|versus|differ\p{L}*|diferencia\p{L}*)\b/u;
/** Facts that a comparison without a question of its own tells, beside price and availability. */
const MOST_FACTS = 8;
/** What tells products apart only for a machine, or is said with the price. */
const NOT_COMPARED = new Set(['price', 'availability', 'sku', 'gtin', 'category', 'rating', 'brand']);

interface Compared {
  piece: Evidence;
  product: ProductFacts;
  rows: FactRow[];
}

/** What is known of a comparison beside the products' facts. */
export interface SideBySide {
  /** Lexemes of the question that are parts of the products' names. */
  names: ReadonlySet<string>;
  /** How products are described, by their URL. */
  told: ReadonlyMap<string, DraftSentence>;
  /** Whether the question wants them compared, if it asks for no fact of theirs. */
  compares: boolean;
}

/**
 * Sets products side by side: what each costs, then a line for each fact that they state and that differs; where a
 * question asks for one fact, that one, and who has more of it where the numbers prove it. Pure.
 * @param evidence the passage of each product's facts.
 */
export function compareProducts(
  question: string,
  evidence: Evidence[],
  locale: string,
  { names, told, compares }: SideBySide,
): DraftSentence[] {
  const compared = evidence.flatMap((piece): Compared[] =>
    piece.product === null ? [] : [{ piece, product: piece.product, rows: factRows(piece) }],
  );
  if (compared.length < 2) return [];
  const asked = askedFacts(
    question,
    compared.flatMap(({ rows }) => rows),
    locale,
    names,
  );
  const end = askedEnd(question);
  const said = asked.keys.filter((key) => key !== 'availability' || asked.keys.length === 1);
  if (said.length > 0) {
    const drafts = said.flatMap((key) => sayFact(key, compared, question, locale));
    if (drafts.length > 0) return drafts;
  }
  // Of a fact that they do not state ("is X quieter than Y?") the others tell nothing.
  if (!compares || (end !== null && !WANTS_ALL.test(fold(question)))) return [];
  const shared = keysOf(compared).filter(
    (key) => !NOT_COMPARED.has(key) && statedBy(key, compared).length > 1,
  );
  const differing = shared.filter(
    (key) => new Set(statedBy(key, compared).map(({ row }) => row.value)).size > 1,
  );
  return [
    ...listProducts(evidence, locale),
    ...compared.flatMap(({ product }) => {
      const sentence = told.get(product.url);
      return sentence === undefined
        ? []
        : [{ ...sentence, text: `${product.name} – ${sentence.text}`, layout: 'item' as const }];
    }),
    ...[...differing.slice(0, MOST_FACTS), 'rating'].flatMap((key) => {
      const stated = statedBy(key, compared);
      return stated.length > 1 ? [line(stated)] : [];
    }),
  ];
}

interface Stated extends Compared {
  row: FactRow;
}

function statedBy(key: string, compared: Compared[]): Stated[] {
  return compared.flatMap((one) => {
    const row = one.rows.find((candidate) => candidate.key === key);
    return row === undefined ? [] : [{ ...one, row }];
  });
}

/** Every fact, in the order of the product that states most. */
function keysOf(compared: Compared[]): string[] {
  const longest = [...compared].sort((a, b) => b.rows.length - a.rows.length);
  return [...new Set(longest.flatMap(({ rows }) => rows.map(({ key }) => key)))];
}

/** One fact of all: who has more of it stands where the question asks for the most or the least. */
function sayFact(key: string, compared: Compared[], question: string, locale: string): DraftSentence[] {
  const stated = statedBy(key, compared);
  if (stated.length === 0) return [];
  const end = askedEnd(question);
  const amounts =
    end === null || stated.length < compared.length
      ? null
      : amountsOf(
          stated.map(({ row, product, piece }) => ({ row, product, locale: piece.locale })),
          question,
        );
  const ordered = amounts === null || end === null ? null : inOrder(stated, amounts, end);
  if (key === 'price' || key === 'availability')
    return sayPrices(ordered ?? stated, ordered !== null, locale);
  if (stated.length === 1) return stated.map(single);
  return [line(ordered ?? stated, ordered === null ? null : end)];
}

/** Those with the least or the most first; null where two may have the same, for then nobody has more. */
function inOrder(stated: Stated[], amounts: Amount[], end: 'less' | 'more'): Stated[] | null {
  const sorted = stated
    .flatMap((one, at) => (amounts[at] === undefined ? [] : [{ one, amount: amounts[at] }]))
    .sort((a, b) => a.amount.from - b.amount.from);
  const isClear = sorted.every(({ amount }, at) => {
    const next = sorted[at + 1];
    return next === undefined || amount.to < next.amount.from;
  });
  if (!isClear) return null;
  const ordered = sorted.map(({ one }) => one);
  return end === 'less' ? ordered : ordered.reverse();
}

/** A price is said of one product alone, as what it costs and what it has cost. */
function sayPrices(stated: Stated[], isOrdered: boolean, locale: string): DraftSentence[] {
  const items = listProducts(
    stated.map(({ piece }) => piece),
    locale,
  );
  const [first, second, ...more] = stated;
  if (!isOrdered || first === undefined || second === undefined || more.length > 0) return items;
  const [dearer, cheaper] =
    (first.product.price ?? 0) > (second.product.price ?? 0) ? [first, second] : [second, first];
  const spanish = first.piece.locale.startsWith('es');
  const text = spanish
    ? `${dearer.product.name} cuesta más que ${cheaper.product.name}.`
    : `${dearer.product.name} costs more than ${cheaper.product.name}.`;
  return [{ text, quotes: [cheaper.row.quote, dearer.row.quote] }, ...items];
}

/** `Weight – Larch 2: 1.9 kg; Alder 1: 1.2 kg`, in the words of the facts. */
function line(stated: Stated[], end: 'less' | 'more' | null = null): DraftSentence {
  const [first] = stated;
  const spanish = first?.piece.locale.startsWith('es') ?? false;
  const parts = stated.map(({ product, row }, at) => {
    const isMore = (end === 'less' && at > 0) || (end === 'more' && at === 0);
    return `${product.name}${isMore ? (spanish ? ' tiene más' : ' has more') : ''}: ${row.value}`;
  });
  return {
    text: `${first?.row.label ?? ''} – ${parts.join('; ')}`,
    quotes: stated.map(({ row }) => row.quote),
    layout: 'item',
  };
}

function single({ product, row }: Stated): DraftSentence {
  return { text: `${product.name} – ${row.label}: ${row.value}`, quotes: [row.quote], layout: 'item' };
}
