import type { CaseResult } from '../score/case-result.ts';
import { JUDGED, type Judged, type Judgement } from './judgement.ts';
import { type Confusion, cohensKappa } from './kappa.ts';

/** What one judge has said of one thing, over the cases of a suite. Observed; no gate holds it. */
export interface JudgeSummary {
  judge: string;
  about: Judged;
  /** Cases with a score. */
  count: number;
  /** Of the cases' means; null without any. */
  mean: number | null;
  /** Mean of the cases' variances over their repeats. */
  variance: number | null;
  /** Share of cases whose repeats have come to different verdicts. */
  unstable: number | null;
  /** Repeats that came to no verdict, and cases of which none did. */
  failures: number;
  failedCases: number;
  /** The commonest reason of those. */
  failure: string | null;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  /** Of correctness: the suite's own verdict (first: passed) beside the judge's (second: correct). */
  agreement: (Confusion & { kappa: number | null; reason: string | null }) | null;
  /** Cases whose answer was written by the judge's own model. */
  ownAnswers: number;
}

/** Sums over a suite's cases, which come and go. */
export interface JudgeTally {
  add(result: Pick<CaseResult, 'passed' | 'model' | 'judgements'>): void;
  /** By judge in the order of their first verdict, then as `JUDGED`. */
  summaries(): JudgeSummary[];
}

export function makeJudgeTally(): JudgeTally {
  const sums = new Map<string, ReturnType<typeof makeSums>>();
  const judges = new Set<string>();
  return {
    add({ passed, model, judgements = [] }) {
      for (const judgement of judgements) {
        judges.add(judgement.judge);
        const key = JSON.stringify([judgement.judge, judgement.about]);
        const sum = sums.get(key) ?? makeSums(judgement);
        sums.set(key, sum);
        sum.add(judgement, passed, model);
      }
    },
    summaries: () =>
      [...judges].flatMap((judge) =>
        JUDGED.flatMap((about) => sums.get(JSON.stringify([judge, about]))?.summary() ?? []),
      ),
  };
}

function makeSums({ judge, about }: Pick<Judgement, 'judge' | 'about'>) {
  const sum = { count: 0, mean: 0, variance: 0, unstable: 0, failures: 0, failedCases: 0, ownAnswers: 0 };
  const billed = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
  const confusion: Confusion = { bothYes: 0, firstOnly: 0, secondOnly: 0, bothNo: 0 };
  const reasons = new Map<string, number>();
  const share = (total: number) => (sum.count === 0 ? null : total / sum.count);
  return {
    add(judgement: Judgement, passed: boolean, model: string | null): void {
      const { mean, variance, verdict, unstable, failures } = judgement;
      sum.failures += failures.length;
      for (const failure of failures) reasons.set(failure, (reasons.get(failure) ?? 0) + 1);
      billed.inputTokens += judgement.inputTokens;
      billed.outputTokens += judgement.outputTokens;
      billed.costUsd += judgement.costUsd;
      if (model !== null && withoutDate(model) === withoutDate(judge)) sum.ownAnswers += 1;
      if (mean === null) {
        sum.failedCases += 1;
        return;
      }
      sum.count += 1;
      sum.mean += mean;
      sum.variance += variance ?? 0;
      if (unstable) sum.unstable += 1;
      if (verdict !== null) confusion[cellOf(passed, verdict)] += 1;
    },
    summary(): JudgeSummary {
      const kappa = cohensKappa(confusion);
      const [commonest] = [...reasons].sort(([, a], [, b]) => b - a);
      return {
        ...{ judge, about },
        ...{
          count: sum.count,
          mean: share(sum.mean),
          variance: share(sum.variance),
          unstable: share(sum.unstable),
        },
        ...{ failures: sum.failures, failedCases: sum.failedCases, failure: commonest?.[0] ?? null },
        ...billed,
        agreement:
          about === 'correctness'
            ? { ...confusion, kappa: kappa.value, reason: kappa.value === null ? kappa.reason : null }
            : null,
        ownAnswers: sum.ownAnswers,
      };
    },
  };
}

function cellOf(passed: boolean, correct: boolean): keyof Confusion {
  if (passed) return correct ? 'bothYes' : 'firstOnly';
  return correct ? 'secondOnly' : 'bothNo';
}

/** A dated snapshot is the same model. */
function withoutDate(model: string): string {
  return model.replace(/-\d{4}-\d{2}-\d{2}$/u, '');
}
