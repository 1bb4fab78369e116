import { fold } from '../../../ingest/analysis/stem.ts';
import type { QuestionTerm } from './question-terms.ts';

/** Lexemes that mark the concepts of the thesaurus: a shop, its hours; and what is not done on the spot. */
const SHOPS = ['showroom', 'horari'];
const SENT = ['postag', 'flet'];

const OPENS =
  /^(?:open\p{L}*|clos(?:e|es|ed|ing)|abr(?:e|en|is|imos|ir|iendo)|abiert[oa]s?|cerr\p{L}+|cierr\p{L}+)$/u;

/** Whether it is asked where a shop is or when it opens, and not what the shop sends somewhere. Pure. */
export function asksOfShops(terms: Pick<QuestionTerm, 'synonyms' | 'word'>[]): boolean {
  const has = (names: string[]): boolean =>
    terms.some(({ synonyms }) => names.some((name) => synonyms.has(name)));
  return (has(SHOPS) || terms.some(({ word }) => OPENS.test(fold(word)))) && !has(SENT);
}
