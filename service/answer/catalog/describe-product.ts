import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { DescriptionPassage } from '../../../sql/read-products.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { factRows } from './describe-facts.ts';
import { listProducts } from './describe-list.ts';

/** A short description has this many facts beside price and availability; longer values are none to skim. */
const MOST_FACTS = 6;
const LONGEST_VALUE = 90;
/** Shorter lines of a page are labels: "60-day returns". */
const LEAST_WORDS = 4;

const TELLS =
  /\b(?:tell me|know (?:more )?about|(?:info|information|details|specs|specifications)\b|what(?:'s| is| are| about)|describe|overview|hablame|cuentame|que (?:me )?(?:puedes|podeis|puede|pueden) (?:decir|contar)(?:me|nos)?|informacion|caracteristicas|que es|como (?:es|son)|dime|detalles|ficha)\b/;
/** What a box holds is what a product is described by. */
const CONTENTS =
  /\bwhat (?:exactly )?(?:do|will|would) (?:i|you|we) get\b|\bwhat(?:'?s| is| comes?| does it come)? (?:included|inside|in|with)\b(?: (?:the|it|its) (?:box|package|pack|set|kit))?|\bwhat(?: all)? (?:does|do) .*\b(?:come with|include|contain)\b|\bque (?:trae|incluye|contiene|viene)n?\b/;
const TOPICS =
  /^(?:exactly|get|gets|box|package|comes?|included?|includes|inside|contents?|contains?|trae|traen|incluyen?|contienen?|vienen?|caja|tell|know|more|about|info|information|detail|details|specs?|specifications?|describe|overview|hablame|cuentame|puedes|podeis|puede|decir|decirme|contar|contarme|informacion|caracteristicas|dime|detalles|ficha|product|producto|articulo|please|something|algo|show|see|want|looking|like)$/;

/** Whether a question asks for a product as such: "tell me about the X", or nothing but its name. Pure. */
export function asksForDescription(
  question: string,
  words: { lexeme: string; word: string }[],
  known: ReadonlySet<string>,
): boolean {
  const rest = words.filter(({ lexeme, word }) => !known.has(lexeme) && !TOPICS.test(fold(word)));
  if (rest.length > 0) return false;
  const folded = fold(question);
  const named = words.some(({ lexeme }) => known.has(lexeme));
  return (
    named &&
    (TELLS.test(folded) ||
      asksForContents(question) ||
      !/\b(?:is|are|do|does|can|how|when|where|why|hay|tien\p{L}*|cuando|cuanto|donde)\b/u.test(folded))
  );
}

/** Whether a question asks what is in the box. Pure. */
export function asksForContents(question: string): boolean {
  const folded = fold(question);
  return CONTENTS.test(folded) && !/\b(?:how many|how much|cuant[oa]s?)\b/.test(folded);
}

const IN_THE_BOX =
  /\b(?:in the (?:box|kit|set|pack)|included?|includes|comes? (?:with|in)|supplied|contains?|en la caja|incluy\p{L}+|incluid[oa]s?|trae|viene con)\b/u;

/** What a product's description says of its box, else how it is described first. Pure. */
export function describeContents(
  facts: Evidence,
  description: Evidence | null,
  locale: string,
): DraftSentence[] {
  if (description === null) return describeProduct(facts, description, locale);
  const told = splitSentences(description.text, description.locale).filter(({ start, end }) =>
    IN_THE_BOX.test(fold(description.text.slice(start, end))),
  );
  const drafts = told.map(
    ({ start, end }): DraftSentence => ({
      text: description.text.slice(start, end),
      quotes: [
        { evidence: description.index, start: description.start + start, end: description.start + end },
      ],
    }),
  );
  const said = drafts.length > 0 ? drafts : firstSentence(description);
  return said.length > 0 ? said : describeProduct(facts, description, locale);
}

/** What a shopper reads of a product first: what it is, what it costs, and the facts that tell it apart. Pure. */
export function describeProduct(
  facts: Evidence,
  description: Evidence | null,
  locale: string,
): DraftSentence[] {
  const rows = factRows(facts).filter(
    ({ key, value }) => (key === 'rating' || key.startsWith('attribute:')) && value.length <= LONGEST_VALUE,
  );
  const own = rows.filter(({ key }) => key !== 'rating').slice(0, MOST_FACTS);
  const rating = rows.filter(({ key }) => key === 'rating');
  return [
    ...(description === null ? [] : firstSentence(description)),
    ...listProducts([facts], locale),
    ...[...own, ...rating].map(
      ({ label, value, quote }): DraftSentence => ({
        text: `${label}: ${value}`,
        quotes: [quote],
        layout: 'item',
      }),
    ),
  ];
}

/** The sentence that says first what a product is. */
export function firstSentence(piece: Evidence): DraftSentence[] {
  const span = describingSpan(piece.text, piece.locale, piece.product?.name ?? piece.title);
  if (span === null) return [];
  const quotes = [{ evidence: piece.index, start: piece.start + span.start, end: piece.start + span.end }];
  return [{ text: piece.text.slice(span.start, span.end), quotes }];
}

function describingSpan(text: string, locale: string, name: string): { start: number; end: number } | null {
  const title = fold(name);
  const isTold = (sentence: string): boolean =>
    /[.!]["'”’»)]*$/.test(sentence) &&
    !/[$€£¥]|\?|:\s/.test(sentence) &&
    sentence.split(/\s+/).length >= LEAST_WORDS &&
    fold(sentence) !== title &&
    lexemes(sentence, locale).length > 1;
  return splitSentences(text, locale).find(({ start, end }) => isTold(text.slice(start, end))) ?? null;
}

/** The passage in which a product is first described, as evidence; null where none does. */
export function descriptionEvidence(
  passages: DescriptionPassage[],
  facts: Evidence,
  index: number,
): Evidence | null {
  const found = passages.find(
    ({ text, locale, title }) => describingSpan(text, locale, facts.product?.name ?? title) !== null,
  );
  if (found === undefined) return null;
  return {
    ...found,
    index,
    kind: 'product',
    shape: 'prose',
    fetchedAt: found.fetchedAt.toISOString(),
    score: 1,
    cosine: 0,
    product: facts.product,
  };
}
