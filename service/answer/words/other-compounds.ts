import { fold } from '../../../ingest/analysis/stem.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';

/**
 * Compounds that are another thing than either of their words: store credit is no store, and a gift card neither a gift nor
 * what is paid with. English and Spanish, folded.
 */
const COMPOUNDS =
  /(?<!\p{L})(?:(?:store|shop|in-store) credits?|e?-?gift (?:cards?|vouchers?|certificates?|tokens?)|creditos? (?:de (?:la )?tienda|en (?:la )?tienda)|(?:tarjetas?|cheques?|vales?|bonos?|cupon(?:es)?) (?:de )?regalo)(?!\p{L})/gu;

/** Whether a question itself speaks of such a thing, so that its words are meant. Pure. */
export function namesCompound(question: string): boolean {
  return fold(question).search(COMPOUNDS) >= 0;
}

/** Whether a term names such a thing by another name: a voucher. Pure. */
export function isCompound({ synonyms }: Pick<QuestionTerm, 'synonyms'>): boolean {
  return synonyms.has('giftcard');
}

/** The words, folded, that a text has within such compounds alone. Pure. */
export function wordsOfCompounds(text: string): string[] {
  const folded = fold(text);
  const found = folded.match(COMPOUNDS);
  if (found === null) return [];
  const rest = new Set(folded.replace(COMPOUNDS, ' ').match(/\p{L}+/gu));
  return found.flatMap((compound) => compound.split(' ')).filter((word) => !rest.has(word));
}
