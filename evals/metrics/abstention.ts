import { notApplicable, type Score, scored, share } from './score.ts';

/** What should have happened to a question, what did. A handoff to people is an abstention too. */
export interface AbstentionOutcome {
  expected: boolean;
  abstained: boolean;
}

export interface AbstentionScores {
  precision: Score;
  recall: Score;
  f1: Score;
}

/**
 * Abstention as a classification of "cannot be answered" (Rajpurkar et al. 2018, "Know What You Don't Know", SQuAD 2.0).
 *
 * - precision: of all abstentions, the share that was right; not applicable where nothing was abstained from.
 * - recall: of all cases to abstain from, the share that was; not applicable where there is none.
 * - f1: `2PR / (P + R)`; 0 when no abstention was right but some were made or expected; not applicable where
 *   neither happened.
 *
 * Each in 0…1.
 */
export function abstentionScores(outcomes: readonly AbstentionOutcome[]): AbstentionScores {
  const expected = outcomes.filter((outcome) => outcome.expected).length;
  const abstained = outcomes.filter((outcome) => outcome.abstained).length;
  const right = outcomes.filter((outcome) => outcome.expected && outcome.abstained).length;
  const noneEither = 'no case expects an abstention and none was made';
  return {
    precision: share(right, abstained, 'no answer abstained'),
    recall: share(right, expected, 'no case expects an abstention'),
    // 2PR/(P+R) with P = right/abstained and R = right/expected, free of 0/0.
    f1: expected + abstained === 0 ? notApplicable(noneEither) : scored((2 * right) / (expected + abstained)),
  };
}
