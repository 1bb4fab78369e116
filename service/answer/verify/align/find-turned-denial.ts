import { fold } from '../../../../ingest/analysis/stem.ts';
import { readClaims } from '../claims.ts';
import { type GroundText, readWords, tokensOf } from '../coverage.ts';
import { REST } from '../opposites.ts';
import { type AlignedSentence, type Alignment, areAlike, holds } from './align-clauses.ts';
import { denialsIn, denies, hasDenial, hasException, isOnly } from './cues.ts';
import { readClauses } from './read-clauses.ts';
import type { Item } from './read-items.ts';
import type { Statement } from './read-statements.ts';

/** Of a clause's items from which on a piece of a statement says the same. */
const LEAST_SAID = 0.75;
/** Words after a denial that it is of; before it, where none come after. */
const REACH = 3;
const REACH_BACK = 2;
/** "It takes LED bulbs E27, which are not included": what stands before may be described. */
const REACH_RELATIVE = 4;
const CONDITION = /^\P{L}*(?:if|si|unless|when|cuando|as long as|siempre que)\s/u;
const CONDITION_WITHIN = /(?<!\p{L})(?:if|si|when|cuando|as long as|siempre que|en caso)\s/u;
/** "Bulbs, which are not included": what is denied stands before. */
const RELATIVE = /(?<!\p{L})(?:which|that|who|que)\s+(?:\p{L}+\s+){0,2}$/u;
const SCOPE_END = /[,;.:!?]|\s(?:and|but|y|pero)\s/u;

/**
 * Whether a clause denies what its statement says, or says what it denies: "prices include VAT" of "prices are shown excluding VAT",
 * "you can combine codes" of "Can I combine codes? No". Only where they say the same for the rest. Pure.
 * @returns the statement, or null
 */
export function findTurnedDenial(aligned: AlignedSentence): string | null {
  const { sentence, statements, clauses } = aligned;
  const theirs = statements.flatMap((statement) => deniedIn(statement.text, statement));
  const own = deniedIn(sentence.text, sentence);
  const turned = clauses.find((alignment) => {
    const { clause, statement, coverage } = alignment;
    const said = fold(clause.text);
    if (statement.isDenied) return !hasDenial(said) && denialsIn(said).length === 0;
    return coverage >= LEAST_SAID && !statement.isQuestion && isTurned(alignment, sentence, { own, theirs });
  });
  return turned?.statement.text ?? null;
}

/** Of a clause's weight that its statement must have for its denial to be taken for the statement's. */
const LEAST_DENIED = 0.5;

/**
 * Whether each denial of a sentence is one that the quotes make as well, in whatever words: the part of the statement that says the
 * same denies too. Pure.
 */
export function deniesAsQuoted({ sentence, statements, clauses }: AlignedSentence): boolean {
  const denying = clauses.filter(({ clause }) => denialsIn(fold(clause.text)).length > 0);
  return (
    denying.length > 0 &&
    denying.every(({ clause, statement, coverage }) => {
      const said = fold(clause.text);
      const denied = deniedIn(clause.text, sentence);
      // "Without an account" of "Do I need an account? No".
      if (statements.some((one) => one.isDenied && denied.some((item) => holds(one, item)))) return true;
      // "If you do not like it" of "if it does not suit you": words that nothing has are found missing elsewhere.
      if (
        CONDITION.test(said) &&
        statements.some((one) => CONDITION.test(fold(one.text)) && denies(fold(one.text)))
      )
        return true;
      if (coverage < LEAST_DENIED) return false;
      const { pieces } = nearestPieces(clause.items, statement);
      const known = readWords(pieces.map((text) => ({ ...statement, text })));
      // What is denied must be what the piece is of, unless the quotes have another word for it.
      const isOfPiece = denied.every(
        (item) =>
          known.has({ lexeme: item.key, word: item.word }) || !statements.some((other) => holds(other, item)),
      );
      return pieces.length > 0 && isOfPiece && denies(said) && pieces.every((piece) => isDenial(fold(piece)));
    })
  );
}

/** A denial and no mere exception. */
const isDenial = (text: string): boolean => hasDenial(text) && denies(text);

function isTurned(
  { clause, statement }: Alignment,
  sentence: GroundText,
  denied: { own: Item[]; theirs: Item[] },
): boolean {
  const [said, meant] = [fold(clause.text), fold(statement.text)];
  const isDenied = denies(said);
  if (isOnly(said) || isOnly(meant) || (isDenied && CONDITION.test(said))) return false;
  const { pieces, share } = nearestPieces(clause.items, statement);
  if (pieces.length === 0 || pieces.some((piece) => denies(fold(piece)) === isDenied)) return false;
  // "You pay, except if it is faulty": what is excepted is denied.
  if (
    (hasException(meant) || REST.test(meant)) &&
    (hasException(fold(sentence.text)) || CONDITION_WITHIN.test(fold(sentence.text)))
  )
    return false;
  // "Can not be returned, even if not fitted": two denials of different things.
  if (denies(meant) === isDenied && !isDenied && share < LEAST_SAID) return false;
  const ofClause = itemsIn(sentence, clause.text);
  const meets = (some: Item[], others: Item[]): boolean =>
    some.some((one) => others.some((other) => areAlike(other, sentence.locale, one, statement.locale)));
  // What is denied is denied elsewhere in the quote, or is none of what the clause says.
  if (isDenied) return !meets(denied.theirs, ofClause);
  const near = pieces.flatMap((piece) => deniedIn(piece, statement));
  const reached = near.length > 0 ? near : deniedIn(statement.text, statement);
  return meets(reached, ofClause) && !meets(reached, denied.own);
}

/** The pieces of a statement that have most of a clause's items, and the share that they have. */
function nearestPieces(items: Item[], statement: Statement): { pieces: string[]; share: number } {
  const pieces = readClauses(statement).map(({ text }) => text);
  const shares = pieces.map((text) => {
    const known = readWords([{ ...statement, text }]);
    const values = new Set(readClaims(text, statement.locale).map(({ key }) => key));
    const held = items.filter(({ kind, key, word }) =>
      kind === 'value' ? values.has(key) : known.has({ lexeme: key, word }),
    );
    return held.length / Math.max(1, items.length);
  });
  const share = Math.max(0, ...shares);
  return { pieces: share === 0 ? [] : pieces.filter((_, at) => shares[at] === share), share };
}

/** What the denials of a text are of. */
function deniedIn(text: string, whole: GroundText): Item[] {
  const folded = fold(text);
  const tokens = tokensOf(whole, text).filter(({ stop }) => !stop);
  return denialsIn(folded).flatMap((at) => {
    const end = folded.slice(at).search(SCOPE_END);
    const after = tokens.filter(({ start }) => start > at && (end < 0 || start < at + end)).slice(0, REACH);
    const isRelative = RELATIVE.test(folded.slice(0, at));
    const before = tokens
      .filter((token) => token.end <= at)
      .slice(isRelative ? -REACH_RELATIVE : -REACH_BACK);
    if (isRelative) return [...after, ...before].map(asItem);
    return (after.length > 0 ? after : before).map(asItem);
  });
}

const itemsIn = (whole: GroundText, text: string): Item[] => tokensOf(whole, text).map(asItem);
const asItem = ({ lexeme, word }: { lexeme: string; word: string }): Item => ({
  key: lexeme,
  word: fold(word),
  kind: 'word',
  dimension: '',
});
