import type { Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readClaims } from '../verify/claims.ts';
import { tellingTokens } from './shared-words.ts';

/** Words that leave open whether something holds, or held: folded. */
const OPEN =
  /(?<!\p{L})(?:depend(?:s|ing)?|may|might|could|sometimes|usually|normally|generally|typically|mostly|often|rarely|some|most|certain|selected|select|many|several|various|subject to|while stocks|but|however|although|though|was|were|used to|had|ended|expired|previously|formerly|last (?:year|summer|winter|spring|week|month|season|christmas)|instead of|almost|about|soon|planning|plan to|not all|not every|not always|not necessarily|in theory|maybe|perhaps|probably|please check|depende[n]?|quizas?|tal vez|podria[ns]?|a veces|normalmente|generalmente|habitualmente|suele[n]?|algun[oa]?s?|ciert[oa]s|determinad[oa]s|seleccionad[oa]s|la mayoria|much[oa]s|vari[oa]s|sujet[oa]s? a|hasta agotar|pero|sin embargo|aunque|era|eran|fue|fueron|habia|antes era|el ano pasado|pasad[oa]|proximamente|casi|no tod[oa]s|no siempre|en principio|en lugar de|en vez de|not true|no es (?:cierto|verdad)|myth|mito)(?!\p{L})|(?:^|\s)may\s/u;
/** Spanish verbs of what was, told from what is by their accents or endings. */
const PAST = /\p{L}(?:ábamos|íamos|ábais|íais|aron|ieron)(?!\p{L})/u;
/** Someone's own experience. */
const PERSONAL = /(?<![\p{L}'])(?:i|i'm|i've|my|mine|yo|mi|mis|me|compre|llevo|he|mio|mia)(?![\p{L}'])/u;
const REVIEW =
  /\b(?:reviews?|testimonials?|comments?|opinion(?:es)?|resenas?|comentarios|valoraciones|blog)\b/;
/** What a rule holds under: with its clause. */
const CONDITION =
  /(?<!\p{L})(?:if|when|whenever|unless|provided(?: that)?|as long as|in case|once|until|till|before|after|while|during|only|except(?:ing)?(?: for)?|excluding|other than|apart from|but not|minimum|si|cuando|siempre que|siempre y cuando|en caso de(?: que)?|una vez|hasta que|hasta(?=\s+(?!\d|el\s+\d))|antes(?: de)?|despues(?: de)?|prior to|in advance|con antelacion|tras|mientras|durante|solo|solamente|unicamente|exclusivamente|excepto|salvo|a excepcion de|a menos que|excluyendo|minimo|(?<=(?:orders?|purchases?|baskets?)\s(?:of\s)?)(?:over|above|from|under)|(?<=(?:pedidos?|compras?)\s(?:de\s)?)(?:superior(?:es)? a|a partir de|de mas de|desde))(?!\p{L})/gu;
const CLAUSE_END = /[;:()—!?\n]|\.(?:\s|$)|,/u;
const HARMLESS =
  /^\s*(?:you|there are|tienes|tiene|hay)?\s*(?:(?:have|are)?\s*(?:any |more |further |a |alguna? |mas )?(?:questions?|doubts?|problems?|dudas?|preguntas?|consultas?)|need|want|wish|would|prefer|like|possible|needed|necessary|necesitas?|quiere|quieres|prefiere|prefieres|desea|deseas|es necesario|es posible)\b/;

/** Why a quote's answer is not sure: it speaks of a part, of the past, of an experience. Pure. */
export function isOpen(quote: string, headings: string[]): boolean {
  const folded = fold(quote.replace(/[’‘]/g, "'"));
  if (PAST.test(quote.normalize('NFC').toLowerCase())) return true;
  return OPEN.test(folded) || PERSONAL.test(folded) || headings.some((heading) => REVIEW.test(fold(heading)));
}

/**
 * Whether each condition and exception of a quote is one that the question makes itself: then the answer to it holds under
 * no more than what was asked. Pure.
 * @param asks whether the question speaks of a word; @param asked keys of the question's claims
 * @param question folded
 */
export function keepsConditions(
  quote: string,
  locale: string,
  asks: (token: Token) => boolean,
  asked: ReadonlySet<string>,
  question: string,
): boolean {
  const folded = fold(quote);
  return [...folded.matchAll(CONDITION)].every((match) => {
    const after = folded.slice(match.index + match[0].length);
    if (HARMLESS.test(after)) return true;
    const scope = after.slice(0, CLAUSE_END.exec(after)?.index ?? after.length);
    const tokens = tellingTokens(scope, locale);
    const claims = readClaims(scope);
    if (tokens.length + claims.length === 0) return false;
    if (!tokens.every(asks) || !claims.every(({ key }) => asked.has(key))) return false;
    // "Live plants … once they have been planted": asking for plants is not asking for planted ones.
    const rest = new Set(
      tellingTokens(folded.slice(0, match.index) + after.slice(scope.length), locale).map(
        ({ lexeme }) => lexeme,
      ),
    );
    const isOfItsOwn = claims.length > 0 || tokens.some(({ lexeme }) => !rest.has(lexeme));
    return isOfItsOwn || question.search(CONDITION) >= 0;
  });
}
