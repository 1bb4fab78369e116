import { fold, stem } from '../../../ingest/analysis/stem.ts';
import type { ProductChoice } from '../../../sql/search-products.ts';
import type { WordSimilarity } from '../rank-units.ts';
import { colorName } from './color-words.ts';
import { isNegated, LISTED, readWithout } from './is-negated.ts';
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

interface Word {
  text: string;
  start: number;
  end: number;
}

/** Longest value that is looked for, in words. */
const LONGEST = 4;
const SIZE = /size|talla|tamano|numero/;
const SIZE_BEFORE =
  /\b(?:size|sizes|talla|tallas|numero|number)\s+(?:an?\s+|us\s+|eu\s+|uk\s+|la\s+|del?\s+)?$/;
const IN_BEFORE = /\b(?:in|en)\s+(?:an?\s+|una?\s+)?$/;
/** "How long", "too heavy", "for regular use": no value, though a bag comes in Long and Regular. */
const NO_VALUE = /\b(?:how|as|so|too|very|que tan|tan|muy|demasiado|for)\s+$/;
const COLOR = /^colou?r(?:es)?$/;

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
    const found = valueAt(text, words, at, vocabulary, (word) =>
      sameWords(word, locale, vocabulary, similarity),
    );
    if (found === null || /^\|+$/.test(taken.rest.slice(found.start, found.end))) {
      at++;
      continue;
    }
    const { start, end, next } = found;
    // "Neither red nor blue": what is listed with the unwanted is unwanted.
    const negated =
      isNegated(text.slice(0, start)) || (last.negated && LISTED.test(text.slice(last.end, start)));
    last = { end, negated };
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
  push(negated ? taken.notSaid : taken.said, attribute, said);
  if (negated) {
    for (const entry of entries) push(taken.notAttributes, entry.attribute, entry.value);
    return;
  }
  const known = taken.choices.find((one) => one.said === attribute);
  const choice: ProductChoice = known ?? { said: attribute, attributes: {}, names: [], lexemes: [] };
  if (known === undefined) taken.choices.push(choice);
  for (const entry of entries) push(choice.attributes, entry.attribute, entry.value);
  choice.names.push(...names);
}

type Found = { start: number; end: number; next: number; also: [number, number][] } & (
  | { brand: string }
  | { attribute: string; said: string; entries: ValueEntry[]; names: string[] }
);

function valueAt(
  text: string,
  words: Word[],
  at: number,
  vocabulary: Vocabulary,
  keysOf: (word: string) => string[],
): Found | null {
  const first = words[at];
  if (first === undefined) return null;
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const end = words[at + length - 1]?.end ?? first.end;
    const span = { start: first.start, end, next: at + length, also: [] as [number, number][] };
    const written = text.slice(first.start, end);
    const brand = vocabulary.brands.get(written);
    if (brand !== undefined) return { ...span, brand };
    const keys = length === 1 ? keysOf(written) : [written, written.replaceAll('-', ' ')];
    const key = keys.find((one) => vocabulary.values.has(one));
    if (key === undefined) continue;
    const found = meant(text, span, written, keys, key, vocabulary);
    if (found !== null) return found;
  }
  return unknownValue(text, first, at, vocabulary);
}

function meant(
  text: string,
  span: { start: number; end: number; next: number; also: [number, number][] },
  written: string,
  keys: string[],
  key: string,
  vocabulary: Vocabulary,
): Found | null {
  const before = text.slice(0, span.start);
  const all = keys.flatMap((one) => vocabulary.values.get(one) ?? []);
  // "Merino" is a kind of wool: who asks for wool is shown it; the word itself goes first.
  const named = all.filter(({ attribute }) => nameNear(text, span, attribute) !== null);
  const isWord = /^\p{L}{3,}/u.test(written);
  const isSize = all.filter(({ attribute }) => SIZE.test(fold(attribute)));
  let entries = named.length > 0 ? named : all;
  if (!isWord || YES_NO.test(written)) {
    const short =
      !/^\d/.test(written) && isSize.length > 0 && IN_BEFORE.test(before) && !/^[aeouy]$/.test(written);
    if (named.length > 0) entries = named;
    else if (isSize.length > 0 && (SIZE_BEFORE.test(before) || short || /^(?:xx?s|xx?x?l)$/.test(written)))
      entries = isSize;
    else return null;
  } else if (SIZE_BEFORE.test(before) && isSize.length > 0) entries = isSize;
  else if (named.length === 0 && NO_VALUE.test(before)) return null;
  // A word of a name is not the value of some odd attribute that one product has.
  const counts = new Map<string, number>();
  for (const { attribute, value } of entries)
    counts.set(
      attribute,
      (counts.get(attribute) ?? 0) + (vocabulary.valueCounts.get(`${attribute}\n${value}`) ?? 0),
    );
  const [attribute = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const near = nameNear(text, span, attribute);
  const size = SIZE_BEFORE.exec(before);
  const also: [number, number][] = [
    ...(near === null ? [] : [near]),
    ...(size === null ? [] : [[span.start - size[0].length, span.start] as [number, number]]),
  ];
  return {
    ...span,
    also,
    attribute,
    said: key,
    entries,
    names: nameAlternatives(attribute, keys, vocabulary),
  };
}

const YES_NO = /^(?:yes|no|si|true|false|not|non|none)$/;

/** A thing that is called by its material is made of it, stated or not: "Tundra Leather Boot". */
function nameAlternatives(attribute: string, keys: string[], vocabulary: Vocabulary): string[] {
  if (!/^(?:material|fabric|tejido|materiales)$/.test(fold(attribute))) return [];
  return keys.filter(
    (key) => /^\p{L}{4,}$/u.test(key) && vocabulary.nouns.has(stem(key, vocabulary.locale.slice(0, 2))),
  );
}

/** Where an attribute's name stands beside a value: "dark roast", "energy class A"; null where it does not. */
function nameNear(
  text: string,
  { start, end }: { start: number; end: number },
  attribute: string,
): [number, number] | null {
  const name = literal(fold(attribute));
  const before = new RegExp(String.raw`(?<!\p{L})${name}s?(?:\s(?:of|is|de|en|in|es))?[\s:=]+$`, 'u').exec(
    text.slice(0, start),
  );
  if (before !== null) return [start - before[0].length, start];
  const after = new RegExp(String.raw`^[\s-]${name}s?(?!\p{L})`, 'u').exec(text.slice(end));
  return after === null ? null : [end, end + after[0].length];
}

/** A color or a size that the store's products do not come in is a wish nevertheless: nothing has it. */
function unknownValue(text: string, word: Word, at: number, vocabulary: Vocabulary): Found | null {
  const span = { start: word.start, end: word.end, next: at + 1, also: [] as [number, number][] };
  const before = text.slice(0, word.start);
  const size = SIZE_BEFORE.exec(before);
  const sizes = attributeLike(vocabulary, SIZE);
  if (size !== null && sizes !== null && /^(?:\d{1,3}|x{0,3}[sml]|x{1,3}[sl])$/.test(word.text)) {
    const entries = [{ attribute: sizes, value: word.text }];
    const also: [number, number][] = [[word.start - size[0].length, word.start]];
    return { ...span, also, attribute: sizes, said: word.text, entries, names: [] };
  }
  const color = colorName(word.text, vocabulary.locale);
  const colors = attributeLike(vocabulary, COLOR);
  if (
    color === null ||
    colors === null ||
    vocabulary.nouns.has(stem(word.text, vocabulary.locale.slice(0, 2)))
  )
    return null;
  return {
    ...span,
    attribute: colors,
    said: color,
    entries: [{ attribute: colors, value: color }],
    names: [],
  };
}

function attributeLike(vocabulary: Vocabulary, pattern: RegExp): string | null {
  for (const [folded, [attribute]] of vocabulary.attributes)
    if (pattern.test(folded) && attribute !== undefined) return attribute;
  return null;
}

/** "Waterproof boots" where the catalog says `Waterproof: Yes`; "compost without peat" where it says `Peat-free: Yes`. */
function takeFlags(
  text: string,
  vocabulary: Vocabulary,
  taken: TakenValues,
  blank: (start: number, end: number) => void,
): void {
  for (const [folded, flag] of vocabulary.flags) {
    const free = /^(.+)[- ]free$|^sin (.+)$/.exec(folded);
    const lacking = free?.[1] ?? free?.[2];
    const names = [
      literal(folded).replaceAll(/[-\s]/g, '[-\\s]'),
      ...(lacking === undefined
        ? []
        : [
            `(?:without|no|sin|free of|libre de) (?:any )?${literal(lacking)}`,
            `${literal(lacking)}[- ]free`,
          ]),
    ];
    const match = new RegExp(String.raw`(?<!\p{L})(?:${names.join('|')})s?(?!\p{L})`, 'u').exec(text);
    if (match === null) continue;
    const negated = isNegated(text.slice(0, match.index));
    const [want, avoid] = negated ? [flag.no, flag.yes] : [flag.yes, flag.no];
    const attributes = { [flag.attribute]: want.length > 0 ? want : [negated ? 'no' : 'yes'] };
    taken.choices.push({
      said: flag.attribute,
      attributes,
      names: [],
      // Told by the text alone, where a product does not state the attribute.
      lexemes: negated ? [] : [stem(folded.replace(/[^\p{L}\p{N}]/gu, ''), vocabulary.locale.slice(0, 2))],
    });
    for (const value of avoid) push(taken.notAttributes, flag.attribute, value);
    for (const [key, entries] of vocabulary.values)
      if (!negated && new RegExp(String.raw`^(?:not|no|non)[\s-]${literal(folded)}$`, 'u').test(key))
        for (const entry of entries) push(taken.notAttributes, entry.attribute, entry.value);
    taken.said[flag.attribute] = [negated ? 'no' : 'yes'];
    blank(match.index, match.index + match[0].length);
  }
}

function push(target: Record<string, string[]>, attribute: string, value: string): void {
  const values = target[attribute] ?? [];
  if (!values.includes(value)) values.push(value);
  target[attribute] = values;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
