import { foldInPlace } from '../follow-up/fold-in-place.ts';

const LEADS =
  "(?:(?:i (?:think|believe|guess|heard|read)|you (?:said|told me|promised(?: me)?|agreed)|we agreed|isn't it (?:true|right)|is it (?:true|right|correct)|creo|pienso|me parece|he leido|he oido|(?:me )?(?:dijiste|dijisteis|dijeron|prometiste|prometisteis)|es (?:verdad|cierto|correcto))(?: (?:that|que))?|(?:(?:please )?confirm(?: to me)? that|(?:por favor,? )?confirma(?:me)? que))";
const TAILS =
  '(?:(?:please )?confirm(?: (?:it|this|that))?(?: please)?|right|correct|am i right|is that (?:so|right|true|correct)|yes or no|(?:por favor,? )?confirma(?:me)?lo|verdad|cierto|correcto|a que si|no es asi|es asi|no|si o no)';
const LEAD = new RegExp(`^[\\s¿¡]*${LEADS}[\\s,:]+(?=\\S)`);
const TAIL = new RegExp(`(?<=[.,;:!?…])\\s*[¿¡]?\\s*${TAILS}[\\s.!?]*$`);

/**
 * A message without the words that only ask for it to be agreed to ("I think …", "…, right?", "… Confírmalo."): what is
 * searched is the claim itself, which the store's pages bear out or correct. Left as it is where nothing else remains. Pure.
 */
export function withoutClaimFrame(message: string): string {
  const folded = foldInPlace(message);
  const start = LEAD.exec(folded)?.[0].length ?? 0;
  const end = TAIL.exec(folded)?.index ?? message.length;
  const claim = message.slice(start, Math.max(start, end)).replace(/[\s,;:]+$/, '');
  if (!/\p{L}+\P{L}+\p{L}+/u.test(claim)) return message;
  // It asked, and must still be read as what asks.
  return end < message.length && /\?\s*$/.test(message) && !/[.!?]$/.test(claim) ? `${claim}?` : claim;
}
