import { fold } from '../../../ingest/analysis/stem.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { namedIn } from './named-in.ts';

/** "The basket", "how much torque", "what size": something that a thing has, English and Spanish, folded. */
const PART =
  /^(?:(?:can|could|is|are|does|do|will|was|has|where(?: is|'s|s)?|how \p{L}+ (?:is|are|does)) the \p{L}+|how (?:much|many) (?!is\b|are\b|do\b|does\b|for\b|to\b)\p{L}+|(?:what|which) (?!is\b|are\b|do\b|does\b|about\b|if\b|time\b|day\b)\p{L}+|(?:se (?:puede|lava|limpia|quita|pliega|desmonta|carga|abre|guarda|recarga)n?|puedo|es|son|esta|estan|viene|vienen|trae|trae[ns]?|lleva[ns]?|incluye) (?:el|la|los|las|con)? ?\p{L}+|(?:a |de |con |en )?cuant[oa]s? \p{L}+|(?:a|de|con|en) que \p{L}+|como se (?:lava|limpia|monta|carga|abre|cierra|cambia|guarda|pliega|seca)n? |que \p{L}+ (?:tiene|trae|lleva|usa|necesita))/u;
/** Speaks to the shop, or of what there is. */
const OF_SHOP =
  /\b(?:you|your|yours|u|ur|we|our|us|there|anyone|somebody|i|my|ustedes|vosotros|vuestr[oa]s?|hay|teneis|tienen|aceptan|aceptais|envian|enviais)\b/u;
const MOST_TOPICS = 5;

/**
 * Whether a message, right after one product was spoken of, asks for something of it without a word that points back: "can the
 * basket be bought separately?". What speaks to the shop, or of something that a shop has or sells, asks for that. Pure.
 */
export function asksOfPart(message: string, locale: string, vocabulary: Vocabulary): boolean {
  const folded = fold(message).replace(/^[^\p{L}\p{N}]+/u, '');
  if (!PART.test(folded) || OF_SHOP.test(folded)) return false;
  const topics = questionTerms(message, locale);
  if (topics.length === 0 || topics.length > MOST_TOPICS) return false;
  if (topics.some((term) => isStoreTopic(term) || vocabulary.kinds.has(term.lexeme))) return false;
  return namedIn(message, locale, vocabulary) === null;
}
