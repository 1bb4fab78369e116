/** What is known of a word when choosing which words get a vector of their own. */
export interface CandidateWord {
  word: string;
  /** SCOWL's size class: 10 for the thousands most used, then 20, 35, 40, 50. */
  sizeClass: number;
  /** Whether a byte-pair encoding learned from the web has it as one token, so that it is frequent there. */
  isToken: boolean;
  /** Natural log of its unigram probability. */
  logProbability: number;
}

/**
 * The `limit` words most worth a vector: frequent on the web or among the most used, then by size class; within
 * each the more probable first, then by code units, so that the choice is the same on every machine.
 */
export function chooseWords(candidates: CandidateWord[], limit: number): string[] {
  const tier = ({ isToken, sizeClass }: CandidateWord) => (isToken ? 0 : sizeClass <= 20 ? 1 : sizeClass);
  return candidates
    .toSorted(
      (a, b) =>
        tier(a) - tier(b) ||
        b.logProbability - a.logProbability ||
        (a.word < b.word ? -1 : a.word > b.word ? 1 : 0),
    )
    .slice(0, limit)
    .map(({ word }) => word);
}
