import { fold } from '../../../ingest/analysis/stem.ts';

/** Brands of cards, which are kinds of a credit or debit card, and none of them is another; folded. */
const BRANDS =
  /(?<!\p{L})(?:visa(?! (?:application|requirements?|para viajar))|master ?card|maestro|amex|american express|discover card|diners(?: club)?)(?!\p{L})/gu;
const CARDS =
  /(?<!\p{L})(?:(?:all |any |most )?(?:major |credit |debit |bank )+(?:or |and |& )?(?:debit |credit )?cards?|(?:all|any|most|by) cards?|tarjetas?(?! (?:de )?(?:regalo|fidelidad|socio))(?: (?:de credito|de debito|bancarias?|principales))*)(?!\p{L})/u;

/** The brands of cards that a question names, as written, folded. Pure. */
export function readCardBrands(text: string): string[] {
  return [...fold(text).matchAll(BRANDS)].map(([written]) => written);
}

/** Whether a text speaks of cards without naming their brands, so that each brand is a kind of them. Pure. */
export function saysCards(text: string): boolean {
  return CARDS.test(fold(text)) && readCardBrands(text).length === 0;
}
