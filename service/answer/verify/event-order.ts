import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

const STATEMENT =
  /[;:()—!?\n]|\.(?:\s|$)|,?\s(?:but|pero)\s|\s(?:and|y)\s(?=(?:before|after|antes|despu[eé]s del?)\s)/u;
const BEFORE = /\b(?:before|prior to|antes del?(?: que)?)\b/;
const AFTER =
  /\b(?:after|once|when|as soon as|despues del?(?: que)?|tras|cuando|en cuanto|una vez(?: que)?)\b/;

/** "First the slats, then the frame." */
const FIRST =
  /\b(?:first|primero|en primer lugar)\b[\s,]*(.*?)(?:,|;|\sand|\sy|\se)?\s(?:then|afterwards|after that|next|luego|despues(?! de)|a continuacion)\b(.*)$/;
/** "A is louder than B"; with "more" and "less" the word that is compared stands behind them. */
const THAN =
  /\b(?:(?:more|less|mas|menos)\s(\p{L}+)|(\p{L}+(?:er|ier)|better|worse|mejor(?:es)?|peor(?:es)?|mayor(?:es)?|menor(?:es)?))\s(?:than|que)\s(?!\p{Sc}?\d)/u;
/** "On delivery, not on purchase", "cash instead of a voucher": each side is what the other is not. */
const NOT = /,\s(?:and\s|but\s|y\s)?(?:not?)\s|\s(?:instead of|rather than|en (?:lugar|vez) de)\s/;
/** "A fits inside B", "A replaces B". */
const DIRECTED =
  /\s(?:(?:fits?|goes|go|slides?|stacks?|sits?|nests?) (?:inside|into|in|under|underneath|behind|over|on)|on top of|replaces?|(?:cabe|caben|encaja|encajan|va|van) (?:dentro de|en|encima de|debajo de|sobre)|(?:sustituy|reemplaz)\p{L}+(?: a)?)\s/u;
/** "From heel to tip." */
const ALONG =
  /\b(?:from|desde|del?)\s(?:the\s|l[ao]s?\s|el\s)?(\p{L}{3,})\s(?:to|towards?|hasta|hacia)\s(?:the\s|l[ao]s?\s|el\s)?(\p{L}{3,})/gu;

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
  if (turnsComparison(sentence, grounds) || turnsWay(sentence, grounds)) return true;
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

/** "B is louder than A" of "A is louder than B". */
function turnsComparison(sentence: GroundText, grounds: GroundText[]): boolean {
  const read = (whole: GroundText) =>
    whole.text.split(STATEMENT).flatMap((part) => {
      const match = THAN.exec(fold(part));
      if (match === null) return [];
      const end = match.index + match[0].length;
      const by = tokensOf(whole, match[1] ?? match[2] ?? '')[0]?.lexeme ?? '';
      return [
        { by, more: namesOf(whole, part.slice(0, match.index)), less: namesOf(whole, part.slice(end)) },
      ];
    });
  const said = read(sentence);
  if (said.length === 0) return false;
  const meant = grounds.flatMap(read);
  const only = (one: ReadonlySet<string>, side: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    [...one].some((lexeme) => side.has(lexeme) && !other.has(lexeme));
  return said.some(({ by, more, less }) =>
    meant.some(
      (order) =>
        order.by === by &&
        !only(more, order.more, order.less) &&
        !only(less, order.less, order.more) &&
        (only(more, order.less, order.more) || only(less, order.more, order.less)),
    ),
  );
}

/** "From tip to heel" of "from heel to tip". */
function turnsWay(sentence: GroundText, grounds: GroundText[]): boolean {
  const read = (whole: GroundText): string[][] =>
    [...fold(whole.text).matchAll(ALONG)].map(([, from = '', to = '']) =>
      [from, to].map((word) => tokensOf(whole, word)[0]?.lexeme ?? word),
    );
  const meant = grounds.flatMap(read);
  return read(sentence).some(([from, to]) =>
    meant.some((way) => from !== to && way[0] === to && way[1] === from),
  );
}

/** All that is named, a function word such as "one" included: names have them. */
const namesOf = (whole: GroundText, part: string): ReadonlySet<string> =>
  new Set(
    tokensOf(whole, part)
      .filter(({ word }) => !ARTICLE.test(word))
      .map(({ lexeme }) => lexeme),
  );
const ARTICLE = /^(?:the|an?|is|are|el|la|los|las|es|son|un|una|its?|su)$/;

function readOrders(whole: GroundText): Order[] {
  return whole.text.split(STATEMENT).flatMap((part) => {
    const folded = fold(part);
    const steps = FIRST.exec(folded);
    if (steps !== null)
      return [{ first: wordsOf(whole, steps[1] ?? ''), next: wordsOf(whole, steps[2] ?? '') }];
    const sides = (marker: RegExp, read = wordsOf): [ReadonlySet<string>, ReadonlySet<string>] | null => {
      const match = marker.exec(folded);
      if (match === null) return null;
      const rest = part.slice(match.index + match[0].length);
      if (part.slice(0, match.index).trim() === '') {
        // "After opening, …": what it is said of comes behind the comma.
        const comma = rest.indexOf(',');
        return comma < 0 ? null : [read(whole, rest.slice(comma)), read(whole, rest.slice(0, comma))];
      }
      return [read(whole, part.slice(0, match.index)), read(whole, rest)];
    };
    for (const marker of [NOT, DIRECTED]) {
      // With what is generic as well, and without: "one" may name a thing, or stand for it.
      const found = [wordsOf, namesOf].flatMap((read) => {
        const both = sides(marker, read);
        return both === null ? [] : [{ first: both[0], next: both[1] }];
      });
      if (found.length > 0) return found;
    }
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
