/** What a run's end is judged by. */
export interface RunOutcome {
  /** Documents that were found, whether they had changed or not. */
  documents: number;
  /** Documents that could not be fetched. */
  unfetched: number;
  /** The first thing that went wrong. */
  firstProblem: string | null;
  /** Why the source was not read to its end. */
  incomplete: string | null;
}

/**
 * Says why a run whose source was read must not count as done: nothing was found, or most of it could not be fetched,
 * so that what is missing tells nothing. Pure.
 * @returns null when it may go on to remove what is gone.
 */
export function failureOf({ documents, unfetched, firstProblem, incomplete }: RunOutcome): string | null {
  if (documents === 0) {
    const why = firstProblem ?? incomplete ?? 'the source is empty';
    return `expected documents, found none: ${why}`;
  }
  if (unfetched > documents) {
    return `expected pages, found that ${unfetched} could not be fetched and only ${documents} could: ${firstProblem}`;
  }
  return null;
}
