import { fold } from '../analysis/stem.ts';
import type { WordList } from './read-word-list.ts';
import { englishCognate } from './spanish-cognates.ts';
import type { SpanishForms } from './spanish-forms.ts';
import { frequencyWeight, normalise, type WordVectors } from './word-vectors.ts';

/** A Spanish word in the space of the English ones. */
export interface SpanishWord {
  /** Of length 1: the mean of its English equivalents' vectors. */
  vector: Float32Array;
  /** What it counts for in a text, 0…1: as much as its most usual equivalent. */
  weight: number;
  /** Of its most usual equivalent, natural logarithm. */
  logProbability: number;
  /** Listed, in a form that no English word or name has by chance. */
  sure: boolean;
  /** English writes it alike and means the same, so that it tells no language. */
  shared: boolean;
}

// A word's vector takes 1 kB; a store's pages have some thousands of distinct words.
const MAX_CACHED_WORDS = 8_000;

/**
 * Makes what reads Spanish words (in lower case) by a bilingual list, and learned words that the list lacks by their
 * likeness to English. Null for any other word. Vectors are made when they are first asked for.
 */
export function makeSpanishWords(
  english: WordVectors,
  list: WordList,
  forms: SpanishForms,
): (word: string) => SpanishWord | null {
  const known = new Map<string, SpanishWord | null>();

  function read(word: string): SpanishWord | null {
    const form = forms.form(word);
    if (form === null) {
      const cognate = englishCognate(word, english.has);
      return cognate === null ? null : { ...meanOf(english, [cognate]), sure: false, shared: true };
    }
    const equivalents = [...new Set(form.lemmas.flatMap((lemma) => list.get(lemma) ?? []))];
    return { ...meanOf(english, equivalents), sure: form.sure, shared: equivalents.includes(fold(word)) };
  }

  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = read(word);
      if (known.size >= MAX_CACHED_WORDS) known.clear();
      known.set(word, found);
    }
    return found;
  };
}

/** @param equivalents most usual first; those without a row count only where none has one, by their pieces */
function meanOf(
  english: WordVectors,
  equivalents: readonly string[],
): Pick<SpanishWord, 'vector' | 'weight' | 'logProbability'> {
  const listed = equivalents.filter(english.has);
  const words = listed.length > 0 ? listed : equivalents.slice(0, 1);
  const sum = new Float32Array(english.dimensions);
  for (const word of words) {
    const vector = english.textVector(word);
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0);
  }
  const logProbability = english.logProbability(words[0] ?? '');
  return { vector: normalise(sum), weight: frequencyWeight(logProbability), logProbability };
}
