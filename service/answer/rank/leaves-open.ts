import type { QuestionTerm } from '../understand/question-terms.ts';
import type { RankedUnit } from './rank-units.ts';

/**
 * "The capital of Australia" leaves half open where Australia is shipped to: in six stores questions about the world leave 0.49
 * to all of themselves open, and those that a page on the subject answers (XQuAD, in English and Spanish) up to 0.30.
 */
const LEFT_OPEN = 1 / 3;
/** A word that is merely alike is of another thing here: "day" says nothing of the weekend's weather. */
const SPOKEN_OF = 0.6;

/** Whether much of a question, by idf, is nowhere near the unit; all of it is where there is none. Pure. */
export function leavesOpen(best: Pick<RankedUnit, 'credits'> | undefined, terms: QuestionTerm[]): boolean {
  let total = 0;
  let open = 0;
  terms.forEach(({ weight, idf }, index) => {
    const mass = weight * idf;
    total += mass;
    if ((best?.credits[index] ?? 0) < SPOKEN_OF) open += mass;
  });
  return open > LEFT_OPEN * total;
}
