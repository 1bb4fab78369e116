import { fold } from '../../../ingest/analysis/stem.ts';
import { type PlacedClaim, readClaims } from './claims.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { foldNumbers } from './fold-numbers.ts';
import { isGeneric } from './generic-words.ts';
import { monthNumber } from './months.ts';
import { withRowNames } from './rows.ts';

/** A quote with what stands above it: two quotes may only differ in that. */
export interface TitledText extends GroundText {
  titles: string[];
}

/** Ends of statements are stronger than what joins them, and that is stronger than a comma. */
const SEPARATORS = [
  /[;!?\n]|(?<!\b[ap]\.?\s?m)\.(?=\s|$)|\s(?:but|while|whereas|pero|mientras(?: que)?)\s/gu,
  /,?\s(?:and|y|e|or|o|except|excepto|salvo)\s/gu,
  /[()—–]|,(?!\s(?:que|which|who|that|cuy[oa])\s)/gu,
];
const ENDS = /^(?:[;!?\n.]|\s(?:but|while|whereas|pero|mientras)\s)/u;
/** What may stand between a separator and the value that it begins with: "5 for A, and only 8 for B". */
const NOTHING =
  /^(?:[^\p{L}\d]|\b(?:only|just|another|for|at|a|an|the|solo|por|a|de|el|la|los|las|un|una)\b)*$/u;
const FOR = /^\P{L}*(?:\p{L}+\s){0,2}(?:for|para)\s/u;

/** Another value tells more than a word: "the 50 ml jar". */
const VALUE_WEIGHT = 2;
const LITTLE = 0.5;

/** "Mid-May", "finales de mayo": of the value. */
const PART_OF_MONTH = /^(?:early|mid|late|beginning|middle|principios?|mediados|finales)$/;

/** A name: no first word of a sentence. It tells more than a word. */
const NAME = /(?<=[\p{L},;:] )\p{Lu}\p{Ll}{2,}/gu;

/** Values of one kind, one behind the other, and what they are said of. */
export interface Bound {
  values: { key: string; written: string }[];
  words: Set<string>;
  /** Words before the value of which the next stretch may be said as well: some, for it has fewer of its own. */
  head: Set<string>;
  /** How many of `head` are likely of both. */
  common: number;
  /** Words that are written as names. */
  names: Set<string>;
  /** Values of other kinds, as keys. */
  others: Set<string>;
}

/**
 * Whether a sentence gives a value to something else than its quotes do: "B costs $5" of "A costs $5 and B $8". Each text is
 * cut into stretches that have one value of a kind each; the stretch that shares most of the words that tell the stretches apart
 * must have the value.
 * @returns the value as written, or null. Pure.
 */
export function findSwappedValue(sentence: GroundText, grounds: TitledText[]): string | null {
  const said = placedValues(sentence);
  for (const dimension of new Set(said.map(({ key }) => dimensionOf(key)))) {
    const rivals = boundsIn(grounds, dimension);
    if (rivals.length < 2) continue;
    for (const one of bind(sentence, dimension)) {
      for (const { key, written } of one.values) {
        const holds = ({ values }: Bound): boolean => values.some((value) => value.key === key);
        if (!rivals.some(holds)) continue;
        const best = (some: Bound[]): number =>
          Math.max(0, ...some.map((rival) => likeness(one, rival, rivals)));
        if (best(rivals.filter((rival) => !holds(rival))) > best(rivals.filter(holds))) return written;
      }
    }
  }
  return null;
}

/** The stretches of several texts that have values of a kind. Titles that only some of the texts have count as their words. */
export function boundsIn(grounds: TitledText[], dimension: string): Bound[] {
  return grounds.flatMap((ground) => {
    const titles = ground.titles.flatMap((title) => wordsIn(ground, title));
    return bind({ ...ground, text: withRowNames(ground.text) }, dimension).map((bound) => ({
      ...bound,
      words: new Set([...bound.words, ...titles]),
    }));
  });
}

/** How much of what tells the rivals apart is shared with one of them. */
export function likeness(one: Bound, rival: Bound, rivals: Bound[]): number {
  const { words, head, others } = one;
  const shared = (kind: 'words' | 'names' | 'head' | 'others', own: Set<string>[]): number =>
    [...rival[kind]].filter(
      (word) => own.some((some) => some.has(word)) && !rivals.every((other) => hasWord(other, word)),
    ).length;
  return (
    shared('words', [words, head]) +
    shared('names', [words, head]) +
    beyondCommon(shared('head', [words, head]), rival.common) +
    VALUE_WEIGHT * shared('others', [others])
  );
}

/** Words beyond those that both stretches may have; next to nothing where there are none. */
const beyondCommon = (shared: number, common: number): number =>
  shared > common ? shared - common : shared > 0 ? LITTLE : 0;

const hasWord = ({ words, head, others }: Bound, word: string): boolean =>
  words.has(word) || head.has(word) || others.has(word);

/** What a text names, as one stretch. */
export function readBoundText(text: GroundText): Bound {
  const words = new Set(wordsIn(text, text.text));
  const others = new Set(placedValues(text).map(({ key }) => key));
  return { values: [], words, names: new Set(), head: new Set(), common: 0, others };
}

function bind(whole: GroundText, dimension: string): Bound[] {
  const text = foldNumbers(whole.text);
  const all = placedValues(whole);
  const values = all.filter(({ key }) => dimensionOf(key) === dimension);
  const groups: PlacedClaim[][] = [];
  for (const value of values) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && wordsIn(whole, text.slice(last.end, value.start)).length === 0)
      groups.at(-1)?.push(value);
    else groups.push([value]);
  }
  const stretches: { from: number; to: number; group: PlacedClaim[] }[] = [];
  // Without a separator the words between belong to both.
  let from = 0;
  groups.forEach((group, at) => {
    const end = group.at(-1)?.end ?? 0;
    const next = groups[at + 1]?.[0]?.start ?? null;
    const cut = next === null ? text.length : cutBetween(whole, text, end, next);
    stretches.push({ group, from, to: cut ?? next ?? text.length });
    from = cut ?? end;
  });
  const names = new Set([...whole.text.matchAll(NAME)].map(([name]) => fold(name)));
  return stretches.map(({ group, from, to }, at) => {
    // "Hours" and "working" are of the value.
    const own = placedWords(whole, text.slice(from, to)).filter(
      ({ start }) => !all.some((claim) => from + start >= claim.start && from + start < claim.end),
    );
    const value = (group[0]?.start ?? 0) - from;
    const beside = stretches[at + 1];
    // Joined stretches are built alike: what one has more of before its value is said of both.
    const alike =
      beside === undefined || at > 0 || ENDS.test(text.slice(to, to + 8))
        ? own.length
        : wordsIn(whole, text.slice(beside.from, beside.to)).length;
    const before = own.filter(({ start }) => start < value);
    const common = Math.max(0, before.length - alike);
    const head = new Set(common === 0 ? [] : before.map(({ lexeme }) => lexeme));
    const others = all.filter((other) => !values.includes(other) && other.start >= from && other.end <= to);
    return {
      values: group,
      head,
      common,
      words: new Set(own.map(({ lexeme }) => lexeme).filter((lexeme) => !head.has(lexeme))),
      names: new Set(own.filter(({ word }) => names.has(word)).map(({ lexeme }) => lexeme)),
      others: new Set(others.map(({ key }) => key)),
    };
  });
}

/** Where the words of one value end and those of the next begin; null where nothing separates them. */
function cutBetween(whole: GroundText, text: string, from: number, to: number): number | null {
  const gap = text.slice(from, to);
  const cuts = SEPARATORS.map((pattern) => [...gap.matchAll(pattern)].map(({ index }) => index));
  // "B, 75 €" names the thing before the comma; "for A, $9 for B" after it.
  const isElided = cuts.slice(0, -1).some((found) => found.length > 0) && !FOR.test(text.slice(to, to + 24));
  const nearest = (isElided ? cuts.slice(0, -1) : cuts)
    .flat()
    .sort((a, b) => b - a)
    .find((at) => NOTHING.test(gap.slice(at).replace(/^\W*(?:and|y|e|or|o|but|pero|while|mientras)?/, '')));
  if (nearest !== undefined) return from + nearest;
  const strongest = cuts.find((found) => found.length > 0);
  if (strongest === undefined) return null;
  const telling = strongest.findLast((at) => wordsIn(whole, gap.slice(at)).length > 0);
  return from + (telling ?? strongest[0] ?? 0);
}

/** Words that name things: neither function words nor numbers nor months, which belong to a day's number. */
function placedWords(whole: GroundText, part: string): { word: string; lexeme: string; start: number }[] {
  return tokensOf(whole, part).filter((token) => {
    const word = fold(token.word);
    if (PART_OF_MONTH.test(word)) return false;
    return !token.stop && /^\p{L}+$/u.test(word) && !isGeneric(word) && monthNumber(word) === 0;
  });
}

function wordsIn(whole: GroundText, part: string): string[] {
  return placedWords(whole, part).map(({ lexeme }) => lexeme);
}

/** The values of a text in their order, each with its place. */
export function placedValues({ text, locale }: GroundText): PlacedClaim[] {
  return readClaims(text, locale)
    .filter(({ start, key }) => start >= 0 && !key.startsWith('link:') && !key.startsWith('age:'))
    .toSorted((a, b) => a.start - b.start);
}

/** Days and business days are durations both. */
export const dimensionOf = (key: string): string =>
  key
    .slice(0, key.indexOf(':'))
    .replace(/^working /, '')
    .replace('month', 'minute');
