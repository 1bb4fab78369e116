import { analyze } from '../../ingest/analysis/analyze.ts';

/** A word of the question that an answer should speak of. */
export interface QuestionTerm {
  lexeme: string;
  /** As written, lower case; its word vector finds synonyms. */
  word: string;
  /** 1 for the question's own words, less for words that a follow-up carries over. */
  weight: number;
  /** Inverse document frequency in the store: `ln(1 + (N − df + 0.5) / (df + 0.5))`, as BM25 has it. */
  idf: number;
}

/**
 * @returns the topic words of a question, each once; the whole of a compound goes without its parts, so that
 * `gore-tex` does not count three times.
 */
export function questionTerms(question: string, locale: string, weight = 1): Omit<QuestionTerm, 'idf'>[] {
  const seen = new Set<string>();
  const terms: Omit<QuestionTerm, 'idf'>[] = [];
  for (const token of analyze(question, locale)) {
    if (token.stop || token.lexeme === '' || seen.has(token.lexeme)) continue;
    seen.add(token.lexeme);
    terms.push({ lexeme: token.lexeme, word: token.word, weight });
  }
  return terms;
}

/** Adds to each term how rare it is among the store's passages. */
export function withIdf(
  terms: Omit<QuestionTerm, 'idf'>[],
  total: number,
  frequencies: ReadonlyMap<string, number>,
): QuestionTerm[] {
  return terms.map((term) => {
    const df = frequencies.get(term.lexeme) ?? 0;
    return { ...term, idf: Math.log(1 + (total - df + 0.5) / (df + 0.5)) };
  });
}
