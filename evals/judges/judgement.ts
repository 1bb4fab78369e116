/** What a judge is asked about an answer. */
export const JUDGED = ['correctness', 'faithfulness', 'relevance'] as const;
export type Judged = (typeof JUDGED)[number];

/** What one judge has said of one answer, asked several times. It observes, and decides no gate. */
export interface Judgement {
  /** As given, `openai:MODEL`. */
  judge: string;
  about: Judged;
  /**
   * One a repeat that came to a verdict, 0…1. Correctness and relevance are 0 or 1; faithfulness is the share of the
   * answer's statements that its quotes carry.
   */
  scores: number[];
  /** Of `scores`; null without any. */
  mean: number | null;
  /** Population variance of `scores`, 0…0.25; null without any. */
  variance: number | null;
  /** What most repeats say: correct, relevant, every statement carried. Null for as many noes as ayes, and without scores. */
  verdict: boolean | null;
  /** Whether repeats have come to different verdicts. */
  unstable: boolean;
  /** The judge's own reasons, one a score; texts of a model. */
  reasons: string[];
  /** Why repeats came to no verdict. */
  failures: string[];
  inputTokens: number;
  outputTokens: number;
  /** At list price; 0 where that is not known. */
  costUsd: number;
}
