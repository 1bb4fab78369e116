import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { messagesFor } from '../compose/messages.ts';
import type { Findings } from '../find-answer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { ANSWER_THRESHOLD } from '../rank/confidence.ts';
import { showsExpected } from '../understand/expected-answer.ts';
import { asksStockOnly, sayVersions } from './describe-stock.ts';
import { namedValues } from './named-values.ts';
import { asksAvailability, sayAvailability } from './product-availability.ts';
import type { NamedFacts } from './read-named.ts';
import { tellBack } from './tell-told.ts';

/**
 * Whether products called by name can be bought; what there is of a color or size that was asked for and that no version of
 * theirs tells. Pure.
 * @param stock what was found to say of it. @param known lexemes that name the products or kinds of things.
 */
export function sayStockOf(
  question: string,
  stock: DraftSentence[],
  facts: Evidence[],
  { locale, known }: { locale: string; known: ReadonlySet<string> },
): DraftSentence[] {
  const wanted = withValues(known, facts, locale);
  if (!asksAvailability(question) && !namesVersion(question, facts, locale, wanted)) return [];
  const versions = facts.flatMap((piece) => sayVersions(question, piece));
  const isOpen = stock.length === 0 && asksStockOnly(question, locale, wanted);
  if (versions.length === 0 && !isOpen) return stock;
  return [...versions, ...facts.flatMap((piece) => sayAvailability(question, piece, locale) ?? [])];
}

/** What asks for something else, or claims something. */
const ASKS =
  /\b(?:how|what|which|why|when|where|who|is|are|was|does|do|did|can|will|cuant[oa]s?|que|como|cuando|donde|cual(?:es)?|es|son|esta|puedo)\b/;

/** "Stormline in black, size M?" asks whether there is one without a word for it. */
function namesVersion(
  question: string,
  facts: Evidence[],
  locale: string,
  known: ReadonlySet<string>,
): boolean {
  return (
    !ASKS.test(fold(question)) &&
    facts.some(({ product }) => product !== null && namedValues(question, product).size > 0) &&
    asksStockOnly(question, locale, known)
  );
}

function withValues(known: ReadonlySet<string>, facts: Evidence[], locale: string): Set<string> {
  const values = facts.flatMap(({ product }) => Object.values(product?.attributes ?? {}).flat());
  return new Set([...known, ...values.flatMap((value) => lexemes(value, locale))]);
}

const RESTOCK =
  /\b(?:when|how (?:long|soon)|cuando)\b.*\b(?:back|com(?:e|es|ing) in|arriv\p{L}*|more in|get (?:more|any|some)|llega\p{L}*|restock\p{L}*|again|in stock|available|volver\p{L}*|vuelv\p{L}*|habra|tendr\p{L}*|repon\p{L}*|disponibles?|stock)\b/u;

/** Whether it is asked when a product is back. Pure. */
export function asksForRestock(question: string): boolean {
  return RESTOCK.test(fold(question));
}

/**
 * What is known of products of which the shopper asks when they are back. Pure.
 * @param told the passages that describe them.
 * @returns no drafts where a page tells; `isGone` where none of them can be bought now, and nothing says when it can.
 */
export function sayRestock(
  { understood }: Pick<TurnContext, 'understood'>,
  found: Pick<Findings, 'ranked' | 'confidence'>,
  { named, facts }: Pick<NamedFacts, 'named' | 'facts'>,
  told: Evidence[],
): { drafts: DraftSentence[]; isGone: boolean } {
  const { standalone, locale } = understood;
  const stock = facts.flatMap((piece) => sayAvailability(standalone, piece, locale) ?? []);
  const back = tellBack(told);
  if (back.length > 0) return { drafts: [...stock, ...back], isGone: false };
  const [best] = found.ranked;
  const isTold =
    found.confidence >= ANSWER_THRESHOLD &&
    best !== undefined &&
    best.evidence.shape !== 'facts' &&
    named.documentIds.includes(best.evidence.documentId) &&
    showsExpected(best.text, 'moment');
  const isIn = messagesFor(locale).availability.in_stock;
  const isGone = stock.length > 0 && stock.every(({ text }) => !text.endsWith(isIn));
  return isTold ? { drafts: [], isGone: false } : { drafts: stock, isGone };
}
