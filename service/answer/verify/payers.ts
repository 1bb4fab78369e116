import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';
import { PAYER } from './opposites.ts';

const CLAUSE =
  /[;:()—!?\n]|\.(?:\s|$)|,?\s(?:but|and|while|whereas|pero|y|mientras)\s|,\s(?=(?:we|you|nosotros)\s)/u;
/** "The customer pays the duties; we, the insurance": the verb is left out. */
const ELIDED: [RegExp, RegExp] = [
  /^\s*(?:we|nosotros|la tienda|the (?:store|shop))\s*,/,
  /^\s*(?:you|the (?:customer|buyer)|tu|el (?:cliente|comprador))\s*,/,
];
const OPEN = /\b(?:not?|never|nunca|unless|except|excepto|salvo|if|si|either)\b/;
const OF_PAYING =
  /^(?:pay|pays|paid|cover|covers|bear|bears|paga|pagan|pagamos|pagas|asume|asumimos|cubre|cubrimos|abona|cost|costs|us)$/;

interface Payment {
  by: 0 | 1;
  of: ReadonlySet<string>;
}

/**
 * Whether a sentence has the store pay what by its quotes the shopper pays, or the reverse, where quotes have each pay something.
 * @returns whether it does. Pure.
 */
export function turnsPayer(sentence: GroundText, grounds: GroundText[]): boolean {
  const said = paymentsOf(sentence);
  if (said.length === 0) return false;
  const meant = grounds.flatMap(paymentsOf);
  if (new Set(meant.map(({ by }) => by)).size < 2) return false;
  return said.some(({ by, of }) => {
    const most = (some: Payment[]): number =>
      Math.max(0, ...some.map((one) => [...one.of].filter((lexeme) => of.has(lexeme)).length));
    return most(meant.filter((one) => one.by !== by)) > most(meant.filter((one) => one.by === by));
  });
}

function paymentsOf(whole: GroundText): Payment[] {
  let isOfPaying = false;
  return whole.text.split(CLAUSE).flatMap((clause): Payment[] => {
    const folded = fold(clause);
    if (OPEN.test(folded)) return [];
    const by = PAYER.findIndex((pattern) => pattern.test(folded));
    const elided = isOfPaying ? ELIDED.findIndex((pattern) => pattern.test(folded)) : -1;
    const found = by >= 0 ? by : elided;
    isOfPaying ||= by >= 0;
    if (found < 0) return [];
    const of = tokensOf(whole, clause)
      .filter((token) => {
        const word = fold(token.word);
        return !token.stop && /^\p{L}+$/u.test(word) && !isGeneric(word) && !OF_PAYING.test(word);
      })
      .map(({ lexeme }) => lexeme);
    return of.length === 0 ? [] : [{ by: found === 0 ? 0 : 1, of: new Set(of) }];
  });
}
