import { fold } from '../../../ingest/analysis/stem.ts';
import type { AlignedSentence } from './align/align-clauses.ts';
import { hasDenial } from './align/cues.ts';
import { readClaims } from './claims.ts';
import { type GroundText, type KnownWords, readWords } from './coverage.ts';
import { needsNoQuote } from './generic-words.ts';
import { wordsOf } from './statements.ts';

/** What a rule holds under, folded; the restriction is what follows, to the end of its clause. */
const RESTRICTIONS: { marker: RegExp; least: number; amount?: true; next?: true }[] = [
  {
    marker:
      /\b(?:except(?:ing)?(?: for| that)?|excluding|unless|other than|apart from|but not|excepto|salvo|a excepcion de|a menos que|pero no|excluyendo)\b/g,
    least: 0,
  },
  {
    marker:
      /\b(?:if|when|provided(?: that)?|as long as|in case(?: of)?|si|cuando|siempre que|siempre y cuando|en caso de(?: que)?)\b/g,
    least: 0,
  },
  // "Unopened boxes can be returned": which ones is the rule. "Without washing" is how.
  {
    marker:
      /\bnon\s(?=\p{L}+(?:ed|en|[rw]n)\b)|\b(?=un(?!it|iform|limit)\p{L}{2,}(?:ed|en|[rw]n)\b)|\bsin (?=\p{L}+[aei]r(?:se)?\b)/gu,
    least: 0,
    next: true,
  },
  // "Only" restricts what follows as a whole: half of it says too much.
  { marker: /\b(?:only|exclusively|solo|solamente|unicamente|exclusivamente)\b/g, least: 0.75 },
  {
    marker:
      /(?<=\b(?:orders?|purchases?|baskets?|carts?|pedidos?|compras?)\s(?:of\s|de\s|con\s)?)(?:over|above|under|below|from|more than|at least|superior(?:es)? a|inferior(?:es)? a|(?:de )?mas de|a partir de|por encima de)\b/g,
    least: 0,
    amount: true,
  },
  // "Every knife over $90": no "costs over $90".
  {
    marker:
      /(?<=(?<!\p{L})(?!(?:costs?|is|are|for|saves?|spend|pays?|worth|cuestan?|por|son)\s)\p{L}{3,}\s(?:de\s)?)(?:over|above|under|below|mas de|menos de|por encima de)(?=\s\p{Sc}\s?\d|\s\d[\d.,]*\s?(?:\p{Sc}|euros|dollars|dolares))/gu,
    least: 0,
    amount: true,
  },
];
/** Conditions that restrict nothing: "if you have any questions". */
const HARMLESS =
  /^\s*(?:you|there are|tienes|tiene|hay)?\s*(?:(?:have|are)?\s*(?:any |more |further |a |alguna? |mas )?(?:questions?|doubts?|problems?|queries|concerns?|dudas?|preguntas?|consultas?)|need|want|wish|would|prefer|like|necesita|necesitas|quiere|quieres|prefiere|prefieres|desea|deseas|possible|needed|necessary|posible|es necesario|es posible)\b/;
/** "Order a size up, especially if you wear thick socks", "even if it is open": what holds without it as well. */
const UNCONDITIONAL =
  /\b(?:especially|particularly|mainly|even|also|above all|especialmente|sobre todo|incluso|aun|tambien)\s$/;
/** "Your rights remain unaffected", "may be worn or unused": no rule. */
const UNCHANGED = /\b(?:remains?|stays?|left|permanecen?|quedan?|or|o|nor|ni)\s$/;
/** "Unopened boxes only": what stands before is the restriction. */
const POSTPOSED = /^(?:only|exclusively|solamente|unicamente|exclusivamente)\s*(?:[.,;:)!?\n]|$)/;
/** What a clause that speaks of a statement has of it. */
const LEAST_COVERAGE = 0.5;
/** "When you order a game": names the case, and tells nothing of it. */
const CONDITION = /^\P{L}*(?:if|when|once|si|cuando)\s/u;
const CLAUSE_START = /[;:()—!?\n,]|\.(?:\s|$)/u;
const CLAUSE_END = /[;:()—!?\n]|(?<!\b[ap]\.?\s?m)\.(?:\s|$)|,|\s(?:but|pero)\s/u;
/**
 * Whether a sentence drops what a rule holds under: an exception, a condition, "only", a least order value. A restriction is kept
 * where the sentence has words of it. Texts are as `plainPhrases` leaves them.
 * @returns what was dropped, or null. Pure.
 */
export function findDroppedRestriction({ sentence, clauses }: AlignedSentence): string | null {
  const own = readWords([sentence]);
  const claims = new Set(readClaims(sentence.text, sentence.locale).map((claim) => claim.key));
  const denied = hasDenial(fold(sentence.text));
  const told = clauses.filter(
    ({ clause, coverage }) =>
      clauses.length === 1 || (coverage >= LEAST_COVERAGE && !CONDITION.test(fold(clause.text))),
  );
  for (const statement of new Set(told.map((alignment) => alignment.statement))) {
    const dropped = restrictionsOf(statement, claims).find(
      (restriction) => !isKept(restriction, own, claims) && !isKeptDenied(restriction, own, denied),
    );
    if (dropped) return dropped.text.trim();
  }
  return null;
}

/** "Has not been scratched" of "is unscratched". */
function isKeptDenied({ words }: Restriction, own: KnownWords, denied: boolean): boolean {
  return (
    denied &&
    words.some(({ word }) => /^un\p{L}{4,}$/iu.test(word) && own.has({ lexeme: '', word: word.slice(2) }))
  );
}

interface Restriction {
  text: string;
  words: { lexeme: string; word: string }[];
  claims: string[];
  least: number;
}

function restrictionsOf(statement: GroundText, said: ReadonlySet<string>): Restriction[] {
  const folded = fold(statement.text);
  return RESTRICTIONS.flatMap(({ marker, least, amount, next }) =>
    [...folded.matchAll(marker)].flatMap((match) => {
      const before = folded.slice(0, match.index);
      const behind = POSTPOSED.test(`${match[0]}${folded.slice(match.index + match[0].length)}`);
      const after = behind
        ? (before.split(CLAUSE_START).at(-1) ?? '')
        : folded.slice(match.index + match[0].length);
      if (HARMLESS.test(after) || UNCONDITIONAL.test(before)) return [];
      if (next && UNCHANGED.test(before)) return [];
      if (!behind && isOfOtherValue(before, statement.locale, said)) return [];
      const end = CLAUSE_END.exec(after)?.index ?? after.length;
      const scope = next ? (/^\p{L}+/u.exec(after)?.[0] ?? '') : after.slice(0, end);
      const found = readClaims(scope, statement.locale).map((claim) => claim.key);
      // "Orders over $75 ship free": the amount is the restriction, the rest is the rule.
      const claims = amount ? found.slice(0, 1) : found;
      const words = amount
        ? []
        : wordsOf(statement, scope).filter(({ word }) => !needsNoQuote(fold(word), statement.locale));
      return words.length + claims.length === 0
        ? []
        : [{ text: `${match[0]}${scope}`, words, claims, least }];
    }),
  );
}

/** "An hour in store and two days if you order online": the condition is of the second value, of which a sentence may not speak. */
function isOfOtherValue(before: string, locale: string, said: ReadonlySet<string>): boolean {
  const at = before.search(/\s(?:and|y)\s(?!.*\s(?:and|y)\s)/u);
  if (at < 0) return false;
  const values = (text: string): string[] =>
    readClaims(text, locale)
      .filter(({ bare }) => bare !== null)
      .map(({ key }) => key);
  const own = values(before.slice(at));
  return (
    own.length > 0 &&
    !own.some((key) => said.has(key)) &&
    values(before.slice(0, at)).some((key) => said.has(key))
  );
}

/** "Every day except Monday" does not concern who asks for Sunday, nor "all of Europe except Norway" who asks for Spain. */
const ONE_OF_MANY = ['country:', 'weekday:'];

function isKept({ words, claims, least }: Restriction, own: KnownWords, said: ReadonlySet<string>): boolean {
  const named = ONE_OF_MANY.find((kind) => claims.length > 0 && claims.every((key) => key.startsWith(kind)));
  if (named !== undefined && [...said].some((key) => key.startsWith(named))) return true;
  const kept = words.filter((word) => own.has(word)).length + claims.filter((key) => said.has(key)).length;
  return kept > 0 && kept >= least * (words.length + claims.length);
}
