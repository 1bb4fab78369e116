import { fold } from '../analysis/stem.ts';
import { stopWords } from '../analysis/stop-words.ts';
import { makeIsSpanish } from './is-spanish.ts';
import type { WordList } from './read-word-list.ts';
import { rememberPairs } from './remember-pairs.ts';
import { makeSpanishForms, type SpanishForms } from './spanish-forms.ts';
import { makeSpanishWords, type SpanishWord } from './spanish-words.ts';
import { splitWords } from './split-words.ts';
import { frequencyWeight, normalise, type WordVectors } from './word-vectors.ts';

const MAX_CACHED_WORDS = 4_000;

export interface BilingualVectors extends WordVectors {
  /** How frequent a Spanish word is taken to be: as its most usual English equivalent. Null for one that is not known. */
  spanishLogProbability(word: string): number | null;
}

/**
 * Word vectors of English and Spanish in one space. A text is read as Spanish where its words are (`is-spanish.ts`), and
 * has exactly the English vector where they are not; so it hangs on nothing but the text. Words that only one of the
 * languages has are read in that; two that English has are compared as English.
 * @param list Spanish words with their English equivalents
 * @param forms of the words of that list
 */
export function makeBilingualVectors(
  english: WordVectors,
  list: WordList,
  forms: SpanishForms = makeSpanishForms(list),
): BilingualVectors {
  const { dimensions, spreads } = english;
  const stops = stopWords('es');
  const spanish = makeSpanishWords(english, list, forms);
  const isSpanish = makeIsSpanish({
    english: english.has,
    listed: (word) => list.has(word),
    spanish: (word) => isTelling(spanish(word)),
  });
  const directions = new Map<string, Float32Array[]>();

  /** A word that Spanish is not known to have, mostly a number or a name: as in an English text. */
  function foreignWord(word: string): Pick<SpanishWord, 'vector' | 'weight'> {
    return { vector: english.textVector(word), weight: frequencyWeight(english.logProbability(word)) };
  }

  function spanishVector(words: readonly string[]): Float32Array {
    const sum = new Float32Array(dimensions);
    for (const word of words) {
      // But "té" and "uña" are function words only without their accents.
      if (stops.has(word) || (stops.has(fold(word)) && !list.has(word))) continue;
      const { vector, weight } = spanish(word) ?? foreignWord(word);
      for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
    }
    return normalise(sum);
  }

  /** A word's vectors, one for each language that has it, before the dimensions were evened out, at length 1. */
  function directionsOf(word: string): Float32Array[] {
    const known = directions.get(word);
    if (known !== undefined) return known;
    const asSpanish = spanish(word);
    const found = [english.wordVector(word), asSpanish?.sure ? asSpanish.vector : null]
      .filter((vector) => vector !== null)
      .map((vector) => normalise(vector.map((x, d) => x * (spreads[d] ?? 1))));
    if (directions.size >= MAX_CACHED_WORDS) directions.clear();
    directions.set(word, found);
    return found;
  }

  return {
    ...english,
    spanishLogProbability: (word) => spanish(word.toLowerCase())?.logProbability ?? null,
    wordVector: (word) => english.wordVector(word) ?? spanish(word.toLowerCase())?.vector.slice() ?? null,
    wordSimilarity: rememberPairs((a, b) => {
      const [wordA, wordB] = [a.toLowerCase(), b.toLowerCase()];
      if (wordA === wordB || (english.has(wordA) && english.has(wordB))) return english.wordSimilarity(a, b);
      const likenesses = directionsOf(wordA).flatMap((x) => directionsOf(wordB).map((y) => dot(x, y)));
      return likenesses.length === 0 ? 0 : Math.max(-1, Math.min(1, Math.max(...likenesses)));
    }),
    textVector(text) {
      const words = splitWords(text);
      return isSpanish(words) ? spanishVector(words) : english.textVector(text);
    },
  };
}

function isTelling(word: SpanishWord | null): boolean {
  return word?.sure === true && !word.shared;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
