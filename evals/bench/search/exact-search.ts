import type { MadeUpPassage } from './made-up-passages.ts';

/** BM25's constants, as in `sql/search-passages.ts`. */
const K1 = 1.2;
const B = 0.75;

/** What the store's search is held against: every passage scored by both, in memory and in other code. */
export interface ExactSearch {
  add(passage: MadeUpPassage): void;
  /**
   * @param vector of the question; its cosine weighs `weight` of 1.
   * @returns the texts of the `most` best passages, best first, each with its score.
   */
  best(
    lexemes: readonly { lexeme: string; weight: number }[],
    vector: Float32Array,
    weight: number,
    most: number,
  ): { text: string; score: number }[];
}

export function makeExactSearch(): ExactSearch {
  const texts: string[] = [];
  const lengths: number[] = [];
  const vectors: Float32Array[] = [];
  const postings = new Map<string, { at: number; tf: number }[]>();
  let words = 0;
  return {
    add(passage) {
      for (const [lexeme, tf] of passage.postings) {
        const known = postings.get(lexeme);
        if (known === undefined) postings.set(lexeme, [{ at: texts.length, tf }]);
        else known.push({ at: texts.length, tf });
      }
      texts.push(passage.text);
      lengths.push(passage.length);
      vectors.push(unit(passage.vector));
      words += passage.length;
    },
    best(lexemes, vector, weight, most) {
      const asked = unit(vector);
      const mean = words / texts.length;
      const bm25 = new Float64Array(texts.length);
      for (const { lexeme, weight: told } of lexemes) {
        const found = postings.get(lexeme) ?? [];
        const idf = Math.log(1 + (texts.length - found.length + 0.5) / (found.length + 0.5));
        for (const { at, tf } of found) {
          const length = (lengths[at] ?? 0) / mean;
          bm25[at] = (bm25[at] ?? 0) + (told * idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + B * length));
        }
      }
      const greatest = bm25.reduce((a, b) => Math.max(a, b), 1e-9);
      return texts
        .map((text, at) => ({
          text,
          score:
            ((1 - weight) * (bm25[at] ?? 0)) / greatest +
            weight * Math.max(0, dot(asked, vectors[at] ?? asked)),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, most);
    },
  };
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector));
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
