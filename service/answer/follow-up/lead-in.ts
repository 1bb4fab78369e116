/** How shoppers go on: "and what about …", "¿y …?". */
const LEAD_IN =
  /^[\s¿¡]*(?:(?:(?:and|but|also|so|then|or|ok(?:ay)?|hmm+|oh|well|great|thanks|thank you|nice|cool|perfect|y|e|pero|o|vale(?!\s+(?:para|en|con|hasta|si|lo)(?!\p{L}))|gracias|entonces|tambi[eé]n|bueno|pues)(?![\p{L}\p{N}])[\s,.!¿¡]*)+(?:(?:what|how) about\s+|qu[eé] (?:tal|hay de|pasa con)\s+)?|(?:what|how) about\s+|qu[eé] (?:tal|hay de|pasa con)\s+)/iu;

/** @returns a message without the words by which it goes on, its marks and its closing politeness. */
export function withoutLeadIn(message: string): string {
  const rest = message.replace(LEAD_IN, '').replace(/^[\s¿¡]+|[\s?!.…]+$/gu, '');
  return rest.replace(/[\s,]+(?:please|por favor|then|entonces)$/iu, '');
}

/** Whether a message goes on from another one by its first words. */
export function hasLeadIn(message: string): boolean {
  return LEAD_IN.test(message) && withoutLeadIn(message) !== '';
}

/** What asks by a command, and so without a mark. */
const COMMAND =
  /^(?:compare|tell|show|give|list|find|compara|dime|cu[eé]ntame|h[aá]blame|mu[eé]strame|ens[eé]ñame|busca)(?!\p{L})/iu;

/** A question as it would be typed by itself. */
export function asQuestion(text: string, locale: string): string {
  const trimmed = text
    .trim()
    .replace(/[\s?¿]+$/u, '')
    .replace(/^[\s¿]+/u, '');
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  if (COMMAND.test(capital)) return `${capital}.`;
  return locale.startsWith('es') ? `¿${capital}?` : `${capital}?`;
}
