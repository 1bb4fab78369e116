import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

const STATEMENT = /[;:()—!?\n]|\.(?:\s|$)/u;
const BEFORE = /\b(?:before|prior to|antes del?(?: que)?)\b/;
const AFTER = /\b(?:after|once|despues del?(?: que)?|tras)\b/;

/** What comes first and what comes then, as lexemes. */
interface Order {
  first: ReadonlySet<string>;
  next: ReadonlySet<string>;
}

/**
 * Whether a sentence turns the order in which its quotes have two things happen: "open it before you take a photo" of
 * "take a photo before you open it". Each side must have words of the other's, and none of its own.
 * @returns whether it does. Pure.
 */
export function turnsOrder(sentence: GroundText, grounds: GroundText[]): boolean {
  const said = readOrders(sentence);
  if (said.length === 0) return false;
  const meant = grounds.flatMap(readOrders);
  return said.some(({ first, next }) =>
    meant.some((order) => {
      const shares = (
        one: ReadonlySet<string>,
        side: ReadonlySet<string>,
        other: ReadonlySet<string>,
      ): boolean => [...one].some((lexeme) => side.has(lexeme) && !other.has(lexeme));
      const own = shares(next, order.next, order.first);
      return !own && shares(first, order.next, order.first) && shares(next, order.first, order.next);
    }),
  );
}

function readOrders(whole: GroundText): Order[] {
  return whole.text.split(STATEMENT).flatMap((part) => {
    const folded = fold(part);
    const sides = (marker: RegExp): [ReadonlySet<string>, ReadonlySet<string>] | null => {
      const match = marker.exec(folded);
      if (match === null) return null;
      const rest = part.slice(match.index + match[0].length);
      if (part.slice(0, match.index).trim() === '') {
        // "After opening, …": what it is said of comes behind the comma.
        const comma = rest.indexOf(',');
        return comma < 0 ? null : [wordsOf(whole, rest.slice(comma)), wordsOf(whole, rest.slice(0, comma))];
      }
      return [wordsOf(whole, part.slice(0, match.index)), wordsOf(whole, rest)];
    };
    const before = sides(BEFORE);
    const after = sides(AFTER);
    // With both, who knows what is said of what.
    if ((before === null) === (after === null)) return [];
    const [left, right] = before ?? after ?? [new Set<string>(), new Set<string>()];
    return [before === null ? { first: right, next: left } : { first: left, next: right }];
  });
}

function wordsOf(whole: GroundText, part: string): ReadonlySet<string> {
  const words = tokensOf(whole, part).filter(
    (token) => !token.stop && /^\p{L}+$/u.test(token.word) && !isGeneric(fold(token.word)),
  );
  return new Set(words.map(({ lexeme }) => lexeme));
}
