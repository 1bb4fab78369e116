import type { Evidence } from '../../../service/answer/answerer.ts';
import type { AskedQuestion, RankedUnit } from '../../../service/answer/rank/rank-units.ts';
import type { QuestionTerm } from '../../../service/answer/understand/question-terms.ts';

/** A question with all that was retrieved for it, to be ranked again and again. */
export interface RankingCase {
  asked: AskedQuestion;
  terms: QuestionTerm[];
  evidence: Evidence[];
  /** Whether the evidence's store has an answer. */
  answerable: boolean;
  /** Whether the best unit is from the right passage, or is the right fact. */
  isRight(best: RankedUnit): boolean;
  /** Whether quotes hold the answer; null where the set has no gold answers. */
  holds: ((quotes: string) => boolean) | null;
}

/** One data set's questions. */
export interface CaseSet {
  name: string;
  /** What the first figure is called: R@1 of passages, P@1 of facts. */
  first: string;
  cases: RankingCase[];
}
