import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { messagesFor } from '../compose/messages.ts';
import type { Findings } from '../find-answer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { ANSWER_THRESHOLD } from '../rank/confidence.ts';
import { showsExpected } from '../understand/expected-answer.ts';
import { asksStockOnly, sayVersions } from './describe-stock.ts';
import { asksAvailability, sayAvailability } from './product-availability.ts';
import type { NamedFacts } from './read-named.ts';

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
  if (!asksAvailability(question)) return [];
  const versions = facts.flatMap((piece) => sayVersions(question, piece));
  const isOpen = stock.length === 0 && asksStockOnly(question, locale, withValues(known, facts, locale));
  if (versions.length === 0 && !isOpen) return stock;
  return [...versions, ...facts.flatMap((piece) => sayAvailability(question, piece, locale) ?? [])];
}

function withValues(known: ReadonlySet<string>, facts: Evidence[], locale: string): Set<string> {
  const values = facts.flatMap(({ product }) => Object.values(product?.attributes ?? {}).flat());
  return new Set([...known, ...values.flatMap((value) => lexemes(value, locale))]);
}

const RESTOCK =
  /\b(?:when|how (?:long|soon)|cuando)\b.*\b(?:back|restock\p{L}*|again|in stock|available|volver\p{L}*|vuelv\p{L}*|habra|tendr\p{L}*|repon\p{L}*|disponibles?|stock)\b/u;

/**
 * What is known of products of which the shopper asks when they are back, where no page of theirs tells. Pure.
 * @returns null for another question, or where a page may tell; `isGone` where none of them can be bought now.
 */
export function sayRestock(
  { understood }: TurnContext,
  found: Findings,
  { named, facts }: NamedFacts,
): { drafts: DraftSentence[]; isGone: boolean } | null {
  const { standalone, locale } = understood;
  if (!RESTOCK.test(fold(standalone))) return null;
  const [best] = found.ranked;
  const isTold =
    found.confidence >= ANSWER_THRESHOLD &&
    best !== undefined &&
    best.evidence.shape !== 'facts' &&
    named.documentIds.includes(best.evidence.documentId) &&
    showsExpected(best.text, 'moment');
  if (isTold) return null;
  const drafts = facts.flatMap((piece) => sayAvailability(standalone, piece, locale) ?? []);
  const isIn = messagesFor(locale).availability.in_stock;
  return drafts.length > 0 ? { drafts, isGone: drafts.every(({ text }) => !text.endsWith(isIn)) } : null;
}
