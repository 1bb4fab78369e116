import type { QuestionTerm } from '../understand/question-terms.ts';

/** Idf-weighted mean over the terms of a question; 0 for a question without any. Pure. */
export function termShare(terms: QuestionTerm[], value: (index: number) => number): number {
  let sum = 0;
  let total = 0;
  terms.forEach((term, index) => {
    sum += term.weight * term.idf * value(index);
    total += term.weight * term.idf;
  });
  return total === 0 ? 0 : sum / total;
}
