import { stem } from '../../../ingest/analysis/stem.ts';
import type { Found, Word } from './value-at.ts';
import type { ValueEntry, Vocabulary } from './vocabulary.ts';

/** Before what a thing shall have: "with a gold nib". */
const WITH = /(?<!\p{L})(?:with|has|have|having)\s(?:an?\s|the\s)?(?:\p{L}+\s)?$/u;
const CON = /(?<!\p{L})(?:con|de|tenga[ns]?|lleve[ns]?)\s(?:un[oa]?s?\s|el\s|la\s)?$/u;
const LEAST_WORD = 3;

/**
 * A word of a value that stands beside its attribute's name: "with a gold nib" where products have `Nib: 18 ct gold, F`, "con
 * plumín de oro". It is no gold-colored thing. Pure.
 * @returns null where none of the attribute's values has the word
 */
export function labelledValue(text: string, words: Word[], at: number, vocabulary: Vocabulary): Found | null {
  const [first, second, third] = words.slice(at, at + 3);
  if (first === undefined || second === undefined) return null;
  const before = text.slice(0, first.start);
  if (WITH.test(before)) return found(first, second, [first, second], at + 2, vocabulary);
  if (!CON.test(before) || third === undefined || second.text !== 'de') return null;
  return found(third, first, [first, third], at + 3, vocabulary);
}

function found(
  value: Word,
  label: Word,
  [from, to]: [Word, Word],
  next: number,
  vocabulary: Vocabulary,
): Found | null {
  if (value.text.length < LEAST_WORD || /\d/.test(value.text)) return null;
  const names = [...vocabulary.attributes.entries()].filter(
    ([name]) => stem(name, vocabulary.locale) === stem(label.text, vocabulary.locale),
  );
  const entries = names.flatMap(([, attributes]) =>
    attributes.flatMap((attribute) => valuesWith(value.text, attribute, vocabulary)),
  );
  const [one] = entries;
  if (one === undefined) return null;
  const said = { attribute: one.attribute, said: value.text, entries, names: [] };
  return { start: from.start, end: to.end, next, also: [], ...said };
}

function valuesWith(word: string, attribute: string, { valueCounts }: Vocabulary): ValueEntry[] {
  return [...valueCounts.keys()].flatMap((key) => {
    const [name = '', value = ''] = key.split('\n');
    const has = name === attribute && value.split(/[^\p{L}\p{N}-]+/u).includes(word);
    return has ? [{ attribute, value }] : [];
  });
}
