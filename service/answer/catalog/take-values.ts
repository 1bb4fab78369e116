import { fold } from '../../../ingest/analysis/stem.ts';
import type { ProductChoice } from '../../../sql/search-products.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { isNegated, LISTED, readWithout } from './is-negated.ts';
import { labelledValue } from './labelled-value.ts';
import { pushValue } from './push-value.ts';
import { takeFlags } from './take-flags.ts';
import { valueAt, type Word } from './value-at.ts';
import { sameWords } from './value-words.ts';
import type { ValueEntry, Vocabulary } from './vocabulary.ts';

export interface TakenValues {
  /** Each must hold: any of its values. */
  choices: ProductChoice[];
  notAttributes: Record<string, string[]>;
  brands: string[];
  notBrands: string[];
  /** What was said, in the catalog's words, by attribute. */
  said: Record<string, string[]>;
  notSaid: Record<string, string[]>;
  /** What a thing shall not have, where no attribute tells. */
  without: string[];
  /** The text without what was read. */
  rest: string;
}

/** Reads brands, values of attributes and what is not wanted from a folded text. Pure. */
export function takeValues(
  text: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
): TakenValues {
  const taken: TakenValues = {
    choices: [],
    notAttributes: {},
    brands: [],
    notBrands: [],
    said: {},
    notSaid: {},
    without: [],
    rest: text,
  };
  const blank = (start: number, end: number): void => {
    taken.rest = `${taken.rest.slice(0, start)}${'|'.repeat(end - start)}${taken.rest.slice(end)}`;
  };
  takeFlags(text, vocabulary, taken, blank);
  const words: Word[] = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  let last = { end: 0, negated: false };
  for (let at = 0; at < words.length; ) {
    const pair = namedPair(text, words, at, vocabulary);
    if (pair !== null) {
      at = pair;
      continue;
    }
    const found =
      labelledValue(text, words, at, vocabulary) ??
      valueAt(text, words, at, vocabulary, (word) => sameWords(word, locale, vocabulary, similarity));
    if (found === null || /^\|+$/.test(taken.rest.slice(found.start, found.end))) {
      at++;
      continue;
    }
    const { start, end, next } = found;
    // "Neither red nor blue": what is listed with the unwanted is unwanted.
    const negated =
      isNegated(text.slice(0, start)) || (last.negated && LISTED.test(text.slice(last.end, start)));
    last = { end, negated };
    // "On a Norvik body": what it is for may be of that brand, the thing need not.
    if ('brand' in found && !negated && FOR_IT.test(text.slice(0, start))) {
      at = next;
      continue;
    }
    if ('brand' in found) (negated ? taken.notBrands : taken.brands).push(found.brand);
    else addValue(taken, found, negated);
    blank(start, end);
    for (const [from, to] of found.also) blank(from, to);
    at = next;
  }
  for (const { word, start, end } of readWithout(taken.rest)) {
    taken.without.push(word);
    blank(start, end);
  }
  return taken;
}

/** Before what a thing is made to go with. */
export const FOR_IT =
  /(?<!\p{L})(?:for|onto|on|to fit|fits?|fitting|compatible with|works? with|goes? (?:on|with)|para|compatibles? con|sirven? (?:a|en|para)|le queda a|en)\s(?:(?:the|an?|my|our|old|new|existing|el|la|los|las|un|una|mi|mis|vieja|viejo)\s)*$/u;

/** Pairs of words that names join ("Black & White Film"), made once for each vocabulary. */
const PAIRS = new WeakMap<Vocabulary, ReadonlySet<string>>();
const JOINED = /(\p{L}+)\s*(?:&|\+|(?<!\p{L})(?:and|y|e|n)(?!\p{L}))\s*(?=(\p{L}+))/gu;

/** The place after two words that stand in the text as names of products join them: "black & white" is no choice of colors. */
function namedPair(text: string, words: Word[], at: number, vocabulary: Vocabulary): number | null {
  const [first, second, third] = words.slice(at, at + 3);
  if (first === undefined || second === undefined) return null;
  let pairs = PAIRS.get(vocabulary);
  if (pairs === undefined) {
    const named = vocabulary.names.flatMap(({ name }) => [...fold(name).matchAll(JOINED)]);
    pairs = new Set(named.map(([, one = '', other = '']) => `${one} ${other}`));
    PAIRS.set(vocabulary, pairs);
  }
  const isPair = (other: Word): boolean => pairs.has(`${first.text} ${other.text}`);
  if (/^\s*[&+]\s*$/.test(text.slice(first.end, second.start))) return isPair(second) ? at + 2 : null;
  const isJoined = third !== undefined && /^(?:and|y|e|n)$/.test(second.text);
  return isJoined && isPair(third) ? at + 3 : null;
}

/** "Red or blue" is any of them, and so is "red, blue"; "red and size M" are both. */
function addValue(
  taken: TakenValues,
  {
    attribute,
    said,
    entries,
    names,
  }: { attribute: string; said: string; entries: ValueEntry[]; names: string[] },
  negated: boolean,
): void {
  pushValue(negated ? taken.notSaid : taken.said, attribute, said);
  if (negated) {
    for (const entry of entries) pushValue(taken.notAttributes, entry.attribute, entry.value);
    return;
  }
  const known = taken.choices.find((one) => one.said === attribute);
  const choice: ProductChoice = known ?? { said: attribute, attributes: {}, names: [], lexemes: [] };
  if (known === undefined) taken.choices.push(choice);
  for (const entry of entries) pushValue(choice.attributes, entry.attribute, entry.value);
  choice.names.push(...names);
}
