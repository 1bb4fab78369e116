import { literal } from '../../../ingest/analysis/literal.ts';
import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { colorName } from './color-words.ts';
import type { ValueEntry, Vocabulary } from './vocabulary.ts';

/** A word of a folded text: UTF-16 offsets. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Longest value that is looked for, in words. */
const LONGEST = 4;
const SIZE = /size|talla|tamano|numero/;
/** What a thing to wear comes in; a pack has a size of another kind. */
const OWN_SIZE =
  /^(?:(?:shoe|clothing|us|uk|eu)[\s_-])?sizes?$|^tallas?(?:[\s_-](?:us|uk|eu))?$|^tamano$|^numero$/;
const SIZE_BEFORE =
  /\b(?:size|sizes|talla|tallas|numero|number)\s+(?:an?\s+|us\s+|eu\s+|uk\s+|la\s+|del?\s+)?$/;
const IN_BEFORE = /\b(?:in|en)\s+(?:an?\s+|una?\s+)?$/;
/** "How long", "too heavy", "for regular use": no value, though a bag comes in Long and Regular. */
const NO_VALUE = /\b(?:how|as|so|too|very|que tan|tan|muy|demasiado|for)\s+$/;
const COLOR = /^colou?r(?:es)?$/;

/** A brand or a value of an attribute that a text names, and what else is said of it there. */
export type Found = { start: number; end: number; next: number; also: [number, number][] } & (
  | { brand: string }
  | { attribute: string; said: string; entries: ValueEntry[]; names: string[] }
);

/** The longest brand or value that begins at a word; null for none. Pure. @param keysOf what a word may be known by. */
export function valueAt(
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

/** Attributes whose values are what things are called by as well. */
const CALLED_BY =
  /^(?:material|fabric|tejido|materiales|(?:product )?(?:form|type|style|shape|format)|forma|formato|tipo|estilo|presentacion)$/;

/** A thing that is called by its material or its form is of it, stated or not: "Tundra Leather Boot", "Folding Walking Stick". */
function nameAlternatives(attribute: string, keys: string[], vocabulary: Vocabulary): string[] {
  if (!CALLED_BY.test(fold(attribute).replaceAll('_', ' '))) return [];
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
  const sizes = attributeLike(vocabulary, OWN_SIZE);
  if (size !== null && sizes !== null && /^(?:\d{1,3}|x{0,3}[sml]|x{1,3}[sl])$/.test(word.text)) {
    // "Size 10" of pans of 8, 10 and 12 in.
    const stated = [...vocabulary.values.values()]
      .flat()
      .filter(({ attribute, value }) => attribute === sizes && value.startsWith(`${word.text} `));
    const entries = [{ attribute: sizes, value: word.text }, ...stated];
    const also: [number, number][] = [[word.start - size[0].length, word.start]];
    const names = namesOfSize(word.text, vocabulary);
    return { ...span, also, attribute: sizes, said: word.text, entries, names };
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

/** Names that tell the size themselves: "Nappies Size 3". */
function namesOfSize(size: string, { names }: Vocabulary): string[] {
  const told = new RegExp(
    String.raw`(?<!\p{L})(?:sizes?|tallas?|numero|no\.?)\s${literal(size)}(?![\p{L}\p{N}])`,
    'u',
  );
  return names.flatMap(({ name }) => (told.test(fold(name)) ? [name.toLowerCase()] : []));
}

function attributeLike(vocabulary: Vocabulary, pattern: RegExp): string | null {
  for (const [folded, [attribute]] of vocabulary.attributes)
    if (pattern.test(folded) && attribute !== undefined) return attribute;
  return null;
}
