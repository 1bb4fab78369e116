/** What {@link makeFailureStreak} remembers of a page that failed. */
export interface Failure<Problem> {
  /** In few words: `answers 403`, `does not answer in time`. */
  kind: string;
  problem: Problem;
}

/** Watches for a site that has begun to fail as a whole, so that this is said once and not for each of its pages. */
export interface FailureStreak<Problem> {
  /** @returns what the site does throughout, once `limit` pages in a row have failed; else null. */
  fail(failure: Failure<Problem>): string | null;
  /** A page was fetched: the failures before it were its neighbours' own. Gives their problems, to be reported. */
  succeed(): Problem[];
}

/** @param limit failures in a row that make a site a failed one. */
export function makeFailureStreak<Problem>(limit: number): FailureStreak<Problem> {
  let held: Failure<Problem>[] = [];
  return {
    fail(failure) {
      held.push(failure);
      if (held.length < limit) return null;
      const kinds = new Set(held.map((each) => each.kind));
      return kinds.size === 1 ? failure.kind : [...kinds].join(', or ');
    },
    succeed() {
      const problems = held.map((each) => each.problem);
      held = [];
      return problems;
    },
  };
}
