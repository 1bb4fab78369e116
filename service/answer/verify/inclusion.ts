import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

/** Where what is listed ends. */
const END =
  /[;:()—!?\n·|]|\.(?:\s|$)|,?\s(?:but|pero|although|aunque|while|mientras|para|for)\s|,\s(?=(?:with|con|is|are|es|son|apt[oa]s?|suitable)\s)|\s(?:y|e|and)\s(?=(?:has|is|are|can|contains?|includes?|comes?|with|con|contiene|lleva|incluye|trae|es|son|tiene|se|no)\s)|\s(?:con|with)\s/u;
/** Before what is said to be included or not; after it stands the list. */
const HAS =
  /(?<!\b(?:not|no|never|nor|ni|without|sin)\s(?:\p{L}+\s)?)\b(?:comes? (?:\p{L}+ )?with|(?:is |are )?supplied with|ships with|includes?|including|contains?|has|viene con|vienen con|traen?|llevan?|incluyen?|contienen?|(?<=(?:^|[,;:]|\sy)\s?)con(?= \p{L}))\b\s?:?(?!\s*(?:no|not|ning[uú]n[oa]?|sin|without)\b)/gu;
const LACKS =
  /\b(?:(?:contains?|includes?|has|have|comes? with) no|no hay|there (?:is|are) no|(?:do|does) not (?:come with|include|contain|have)|comes? without|without|free (?:from|of)|no (?:incluyen?|llevan?|traen?|contienen?|tienen?|vienen? con)|vienen? sin|sin|libres? de)\b\s?:?/gu;
/** Behind what it is said of. */
const IS_IN =
  /\b(?:(?:is|are) (?:also )?(?:included|covered)|(?:esta|estan|es|son|viene|vienen) incluid[oa]s?|incluid[oa]s?|included)\b/gu;
const IS_OUT =
  /\b(?:(?:is|are) not (?:included|supplied|covered)|not (?:included|covered)|no (?:esta|estan|es|son|viene|vienen) incluid[oa]s?|no incluid[oa]s?)\b/gu;
const START =
  /[;:()—!?\n·|]|\.(?:\s|$)|,?\s(?:but|pero|although|aunque|while|mientras|with|con|and|y)\s|,\s/gu;

/**
 * Whether a sentence says that something is in it, or comes with it, of which its quotes say that it is not, or the reverse.
 * A text may say so by another verb: "comes with a bulb" of "bulb not included". Only what a text says of one side alone counts.
 * @returns why, or null. Pure.
 */
export function findTurnedInclusion(sentence: GroundText, grounds: GroundText[]): string | null {
  const own = readInclusion(sentence);
  if (own.has.size + own.lacks.size === 0) return null;
  const theirs = grounds.map(readInclusion);
  const has = new Set(theirs.flatMap((one) => [...one.has]));
  const lacks = new Set(theirs.flatMap((one) => [...one.lacks]));
  const turns = (
    mine: ReadonlySet<string>,
    against: ReadonlySet<string>,
    own: ReadonlySet<string>,
    same: ReadonlySet<string>,
  ) => [...mine].some((one) => against.has(one) && !same.has(one) && !own.has(one));
  if (turns(own.has, lacks, own.lacks, has)) return 'it includes what the quote does not';
  if (turns(own.lacks, has, own.has, lacks)) return 'it denies what the quote includes';
  return null;
}

interface Inclusion {
  has: ReadonlySet<string>;
  lacks: ReadonlySet<string>;
}

function readInclusion(whole: GroundText): Inclusion {
  const { text } = whole;
  const folded = fold(text);
  if (folded.length !== text.length) return { has: new Set(), lacks: new Set() };
  const after = (match: RegExpMatchArray): string[] => {
    const rest = text.slice((match.index ?? 0) + match[0].length);
    return lexemesOf(whole, rest.slice(0, END.exec(fold(rest))?.index ?? rest.length));
  };
  const before = (match: RegExpMatchArray): string[] => {
    const head = text.slice(0, match.index);
    const start = [...fold(head).matchAll(START)].findLast(
      ({ index, 0: found }) => lexemesOf(whole, head.slice(index + found.length)).length > 0,
    );
    const last = start === undefined ? head : head.slice(start.index + start[0].length);
    return [...lexemesOf(whole, last), ...listedBefore(head, start).flatMap((one) => lexemesOf(whole, one))];
  };
  const all = (pattern: RegExp, read: (match: RegExpMatchArray) => string[]): string[] =>
    [...folded.matchAll(pattern)].flatMap(read);
  const lacks = new Set([...all(LACKS, after), ...all(IS_OUT, before)]);
  const denied = [...folded.matchAll(IS_OUT)].map(({ index, 0: found }) => index + found.length);
  const isDenied = (match: RegExpMatchArray): boolean =>
    denied.includes((match.index ?? 0) + match[0].length);
  return {
    lacks,
    has: new Set([...all(HAS, after), ...all(IS_IN, (match) => (isDenied(match) ? [] : before(match)))]),
  };
}

/** A member of a list, and what has a verb and is therefore none. */
const MOST_LISTED_WORDS = 5;
const JOINS = /^,?\s(?:and|y|or|o)\s$/u;
const VERB =
  /\b(?:is|are|was|has|have|comes?|includ\w+|contains?|covers?|can|will|must|you|we|it|esta|estan|es|son|inclu[iy]\w+|cubr\w+|viene\w*|lleva\w*|trae\w*|tiene\w*)\b/;

/** "A, B and C are not included": what is listed before the last of them. */
function listedBefore(head: string, last: RegExpExecArray | undefined): string[] {
  if (last === undefined || !JOINS.test(fold(last[0]))) return [];
  const [statement = ''] = head
    .slice(0, last.index)
    .split(/[;:()—!?\n·|]|\.(?:\s|$)/)
    .slice(-1);
  const listed = statement.split(/,\s/);
  const isMember = (part: string): boolean =>
    part.trim().split(/\s+/).length <= MOST_LISTED_WORDS && !VERB.test(fold(part));
  return listed.every(isMember) ? listed : [];
}

function lexemesOf(whole: GroundText, part: string): string[] {
  return tokensOf(whole, part)
    .filter((token) => !token.stop && /^\p{L}+$/u.test(token.word) && !isGeneric(fold(token.word)))
    .map(({ lexeme }) => lexeme);
}
