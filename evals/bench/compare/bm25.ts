/** Okapi's free parameters at the values that Lucene and the literature take for granted. */
const K1 = 1.2;
const B = 0.75;

export interface Bm25 {
  /** Ids of the passages that share a word with the question, best first; equal scores in the passages' order. */
  search(question: string): { id: string; score: number }[];
}

/**
 * Plain BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"; idf as Lucene's,
 * `ln(1 + (N − n + 0.5) / (n + 0.5))`, never below 0) over whole passages. Pure.
 *
 * @param terms cuts a text into what is compared.
 */
export function makeBm25(
  passages: readonly { id: string; text: string }[],
  terms: (text: string) => readonly string[],
): Bm25 {
  const postings = new Map<string, Map<number, number>>();
  const lengths = passages.map(({ text }, at) => {
    const found = terms(text);
    for (const term of found) {
      const list = postings.get(term) ?? new Map<number, number>();
      list.set(at, (list.get(at) ?? 0) + 1);
      postings.set(term, list);
    }
    return found.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  return {
    search(question) {
      const scores = new Map<number, number>();
      for (const term of new Set(terms(question))) {
        const list = postings.get(term) ?? new Map<number, number>();
        const idf = Math.log(1 + (passages.length - list.size + 0.5) / (list.size + 0.5));
        for (const [at, frequency] of list) {
          const norm = K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean);
          const gain = (idf * frequency * (K1 + 1)) / (frequency + norm);
          scores.set(at, (scores.get(at) ?? 0) + gain);
        }
      }
      return [...scores]
        .sort(([a, first], [b, second]) => second - first || a - b)
        .map(([at, score]) => ({ id: passages[at]?.id ?? '', score }));
    },
  };
}
