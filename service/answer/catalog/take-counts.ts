import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import type { ProductChoice } from '../../../sql/search-products.ts';
import { type Bounds, boundingLength, boundsOf } from './bounds.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TakenCounts {
  /** Each must hold. */
  choices: ProductChoice[];
  /** The text without what was read. */
  rest: string;
}

/** An attribute whose values are bare numbers, or from one to another: `Pieces: 500`, `Players: 2-4`. */
interface Counted {
  attribute: string;
  lexeme: string;
  values: { value: string; from: number; to: number }[];
}

const NUMBER = /^(\d+(?:[.,]\d+)?)(?:\s?[-–]\s?(\d+(?:[.,]\d+)?))?\s?(\+)?$/;
/** Fewer of its values are numbers where it counts nothing. */
const LEAST_SHARE = 0.6;
/** Between a number and what is counted: "500 or more pieces", "500 puzzle pieces". */
const MOST_BETWEEN = 2;

const KNOWN = new WeakMap<Vocabulary, Counted[]>();

function countedOf(vocabulary: Vocabulary): Counted[] {
  const known = KNOWN.get(vocabulary);
  if (known !== undefined) return known;
  const found: Counted[] = [];
  for (const [folded, attributes] of vocabulary.attributes) {
    const [only, ...more] = analyze(folded, vocabulary.locale).filter(({ stop }) => !stop);
    if (only === undefined || more.length > 0) continue;
    for (const attribute of attributes) {
      const stated = [...vocabulary.valueCounts.keys()].flatMap((key) =>
        key.startsWith(`${attribute}\n`) ? [key.slice(attribute.length + 1)] : [],
      );
      const values = stated.flatMap((value) => {
        const [, first, second = first, open] = NUMBER.exec(value.trim()) ?? [];
        if (first === undefined) return [];
        const [from, to] = [numberOf(first), open === undefined ? numberOf(second ?? first) : Infinity];
        return [{ value, from, to }];
      });
      if (values.length > 0 && values.length >= LEAST_SHARE * stated.length)
        found.push({ attribute, lexeme: only.lexeme, values });
    }
  }
  KNOWN.set(vocabulary, found);
  return found;
}

function numberOf(written: string): number {
  return Number(written.replace(',', '.'));
}

/**
 * Reads how many a product shall have of what an attribute counts: "puzzles of more than 500 pieces", "a 12 string guitar",
 * "ISO 400". Pure.
 * @param text folded, with its numbers in digits.
 */
export function takeCounts(text: string, vocabulary: Vocabulary): TakenCounts {
  const counted = countedOf(vocabulary);
  const choices: ProductChoice[] = [];
  let rest = text;
  if (counted.length === 0) return { choices, rest };
  const tokens = analyze(text, vocabulary.locale);
  tokens.forEach((token, at) => {
    const one = counted.find(({ lexeme }) => lexeme === token.lexeme);
    const number = one === undefined ? null : numberBeside(tokens, at, text);
    if (one === undefined || number === null) return;
    const [start, end] = [Math.min(number.start, token.start), Math.max(number.end, token.end)];
    const before = text.slice(0, number.start);
    const amount = Number(number.word.replaceAll(',', ''));
    const bounds = boundsOf([amount, amount], before, text.slice(number.end), false);
    const from = Math.min(start, number.start - boundingLength(before));
    rest = `${rest.slice(0, from)}${'|'.repeat(end - from)}${rest.slice(end)}`;
    const values = one.values.filter((value) => isWithin(value, bounds ?? { min: amount, max: amount }));
    const attributes = values.length === 0 ? {} : { [one.attribute]: values.map(({ value }) => value) };
    choices.push({ said: one.attribute, attributes, names: [], lexemes: [] });
  });
  return { choices, rest };
}

/** The number before what is counted, or right behind its name: "500 pieces", "ISO 400". */
function numberBeside(tokens: readonly Token[], at: number, text: string): Token | null {
  const isNumber = (token: Token): boolean => /^\d+(?:,\d{3})*$/.test(token.word);
  for (let back = 1; back <= MOST_BETWEEN + 1; back++) {
    const token = tokens[at - back];
    if (token === undefined || /[.,;?!]\s/.test(text.slice(token.end, tokens[at]?.start))) break;
    if (isNumber(token)) return token;
    if (token.stop && back > 1 && !/^(?:or|o|and|y|more|mas)$/.test(token.word)) break;
  }
  const next = tokens[at + 1];
  return next !== undefined && isNumber(next) && /^\s$/.test(text.slice(tokens[at]?.end, next.start))
    ? next
    : null;
}

/** Of an exact number what reaches to both sides of it has it: 3 players of a game for 2-4. */
function isWithin({ from, to }: { from: number; to: number }, { min, max }: Bounds): boolean {
  return (min === null || to >= min) && (max === null || from <= max);
}
