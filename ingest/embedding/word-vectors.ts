import { makeSegmenter, WORD_START } from './sentence-pieces.ts';
import { splitWords } from './split-words.ts';
import type { WordTable } from './word-table.ts';

// Arora, Liang and Ma, "A simple but tough-to-beat baseline for sentence embeddings" (ICLR 2017): 1e-3 … 1e-4 serve alike.
const FREQUENCY_DAMPING = 1e-3;

// Words spelled in pieces that are kept; a page has some hundreds of distinct ones, and a vector takes 1 kB.
const MAX_CACHED_WORDS = 4_000;

/** Reads a word table: vectors of words and of texts, and how near two words are. */
export interface WordVectors {
  dimensions: number;
  /** What each dimension was divided by to even out their variances. */
  spreads: Float32Array;
  /** A listed word's vector, of length 1; null for a word that is not in the table. Case does not matter. */
  wordVector(word: string): Float32Array | null;
  /**
   * Cosine of two listed words before their dimensions were evened out, in −1…1; 1 for equal words and 0 when either
   * is not in the table. Half of 64 synonym pairs reach 0.45 and nine in ten 0.2, which no pair of 64 unrelated ones
   * does (area under the curve 0.98); of any two listed words, one pair in a hundred reaches 0.28. Words of one kind
   * and opposites are as near as synonyms (red and blue 0.61, before and after 0.73, Monday and Tuesday 0.89), so that
   * nearness alone never proves that two sentences say the same.
   */
  wordSimilarity(a: string, b: string): number;
  /** Whether a word has a row of its own. Case does not matter. */
  has(word: string): boolean;
  /** Natural logarithm of a word's unigram probability: about −7 for "take", −13 for "jacket". Case does not matter. */
  logProbability(word: string): number;
  /**
   * A text's vector, of length 1: the mean of its words' vectors, each weighted by a / (a + p), a = 10⁻³, p the word's
   * unigram probability. A word that is not listed takes the mean of its sentence pieces. All zeros for a text
   * without words.
   */
  textVector(text: string): Float32Array;
}

/** How much a word or piece of probability `exp(logProbability)` counts in a mean, in 0…1. */
export function frequencyWeight(logProbability: number): number {
  return FREQUENCY_DAMPING / (FREQUENCY_DAMPING + Math.exp(logProbability));
}

/** Makes a reader of `table`. Holds the keys' positions and a bounded cache of spelled words, no copy of the table. */
export function makeWordVectors(table: WordTable): WordVectors {
  const { dimensions, codes, scales, keys, logProbabilities } = table;
  const pieces = new Map<string, number>();
  const rows = new Map<string, number>();
  keys.forEach((key, row) => {
    if (row >= table.pieceCount) rows.set(key, row);
    else {
      pieces.set(key, logProbabilities[row] ?? 0);
      if (key.length > 1 && key.startsWith(WORD_START)) rows.set(key.slice(1), row);
    }
  });
  const segment = makeSegmenter(pieces);
  const spelled = new Map<string, { vector: Float32Array; weight: number; logProbability: number }>();
  const metric = table.spreads.map((spread) => spread * spread);

  function addRow(sum: Float32Array, row: number, weight: number): void {
    const factor = (weight * (scales[row] ?? 0)) / 127;
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + factor * (codes[start + d] ?? 0);
  }

  function spell(word: string): { vector: Float32Array; weight: number; logProbability: number } {
    const known = spelled.get(word);
    if (known) return known;
    const { pieces: parts, logProbability } = segment(word);
    const vector = new Float32Array(dimensions);
    for (const row of parts) addRow(vector, row, frequencyWeight(logProbabilities[row] ?? 0));
    normalise(vector);
    const entry = { vector, weight: frequencyWeight(logProbability), logProbability };
    if (spelled.size >= MAX_CACHED_WORDS) spelled.clear();
    spelled.set(word, entry);
    return entry;
  }

  // Lengths of the rows' codes by the metric, each worked out when first asked for.
  const lengths = new Float64Array(keys.length);
  function codeLength(row: number): number {
    const known = lengths[row] ?? 0;
    if (known > 0) return known;
    const length = Math.sqrt(product(row, row));
    lengths[row] = length;
    return length;
  }

  /** Σ metric · a · b over two rows' codes; the rows' scales cancel in a cosine. */
  function product(rowA: number, rowB: number): number {
    const startA = rowA * dimensions;
    const startB = rowB * dimensions;
    let sum = 0;
    for (let d = 0; d < dimensions; d += 1) {
      sum += (metric[d] ?? 0) * (codes[startA + d] ?? 0) * (codes[startB + d] ?? 0);
    }
    return sum;
  }

  return {
    dimensions,
    spreads: table.spreads,
    wordVector(word) {
      const row = rows.get(word.toLowerCase());
      if (row === undefined) return null;
      const vector = new Float32Array(dimensions);
      addRow(vector, row, 1);
      return normalise(vector);
    },
    wordSimilarity(a, b) {
      const wordA = a.toLowerCase();
      const wordB = b.toLowerCase();
      if (wordA === wordB) return 1;
      const rowA = rows.get(wordA);
      const rowB = rows.get(wordB);
      if (rowA === undefined || rowB === undefined) return 0;
      const lengthProduct = codeLength(rowA) * codeLength(rowB);
      return lengthProduct === 0 ? 0 : Math.max(-1, Math.min(1, product(rowA, rowB) / lengthProduct));
    },
    has: (word) => rows.has(word.toLowerCase()),
    logProbability(word) {
      const lower = word.toLowerCase();
      const row = rows.get(lower);
      return row === undefined ? spell(lower).logProbability : (logProbabilities[row] ?? 0);
    },
    textVector(text) {
      const sum = new Float32Array(dimensions);
      for (const word of splitWords(text)) {
        const row = rows.get(word);
        if (row !== undefined) {
          addRow(sum, row, frequencyWeight(logProbabilities[row] ?? 0));
          continue;
        }
        const { vector, weight } = spell(word);
        for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
      }
      return normalise(sum);
    },
  };
}

/** Scales `vector` in place to length 1, unless it is all zeros. */
export function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / length;
  return vector;
}
