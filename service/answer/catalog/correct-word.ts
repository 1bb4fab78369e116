import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { nearest } from '../understand/correct-spelling.ts';
import { isPlaceName } from '../words/closed-class.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;

/** Initials that Spanish writers take for each other: "valatas", "cavallete", "ielera". */
const SOUND_ALIKE = ['bv', 'sczx', 'gj', 'kqc', 'yli'];

/** The vocabulary's words by their first letter, made once for each. */
const INDEXES = new WeakMap<Vocabulary, Map<string, { lexeme: string; passages: number }[]>>();

/**
 * The catalog's own word that a misspelt one is meant for ("jakcet": jacket); null where it is a word as it stands or
 * a place, or near none.
 * @param word folded.
 */
export function correctWord(word: string, vocabulary: Vocabulary): string | null {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return null;
  const index = indexOf(vocabulary);
  const initial = word[0] ?? '';
  const sounds = vocabulary.locale.startsWith('es')
    ? (SOUND_ALIKE.find((one) => one.includes(initial)) ?? '')
    : '';
  const first = [...new Set([initial, ...sounds])].flatMap((letter) => index.get(letter) ?? []);
  if (first.some(({ lexeme }) => lexeme === word) || loadWordVectors().has(word) || isPlaceName(word))
    return null;
  return nearest(word, first);
}

function indexOf(vocabulary: Vocabulary): Map<string, { lexeme: string; passages: number }[]> {
  const known = INDEXES.get(vocabulary);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const forms of vocabulary.nounForms.values())
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  for (const key of [...vocabulary.values.keys(), ...vocabulary.brands.keys()])
    for (const word of key.match(/\p{L}{4,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const index = new Map<string, { lexeme: string; passages: number }[]>();
  for (const [word, passages] of counts) {
    const list = index.get(word[0] ?? '') ?? [];
    list.push({ lexeme: word, passages });
    index.set(word[0] ?? '', list);
  }
  INDEXES.set(vocabulary, index);
  return index;
}
