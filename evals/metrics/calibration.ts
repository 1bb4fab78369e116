import { notApplicable, type Score, scored } from './score.ts';

/** An answer with how sure the service said it is, and whether it was right. */
export interface Claimed {
  /** 0…1. */
  confidence: number;
  right: boolean;
}

/** Answers of about the same confidence: one point of a reliability diagram. */
export interface CalibrationBin {
  count: number;
  /** Least and greatest confidence in it. */
  from: number;
  to: number;
  meanConfidence: number;
  /** Share of its answers that were right. */
  accuracy: number;
}

const BINS = 10;
const NOTHING_ANSWERED = 'nothing was answered with a confidence';

/**
 * The bins of a reliability diagram (DeGroot & Fienberg 1983), least confidence first: at most ten with about the same
 * number of answers each (equal mass), as many as there are answers where those are fewer. Answers of the same confidence
 * are never parted, so their order decides nothing; a bin is then fuller, and others are empty and left out. Pure.
 */
export function calibrationBins(answers: readonly Claimed[]): CalibrationBin[] {
  const sorted = [...answers].sort((a, b) => a.confidence - b.confidence);
  const bins = new Map<number, Claimed[]>();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end]?.confidence === sorted[start]?.confidence) end += 1;
    const bin = equalMassBin(start, end, sorted.length);
    bins.set(bin, [...(bins.get(bin) ?? []), ...sorted.slice(start, end)]);
  }
  return [...bins.values()].map((held) => ({
    count: held.length,
    from: held[0]?.confidence ?? 0,
    to: held.at(-1)?.confidence ?? 0,
    meanConfidence: sum(held, ({ confidence }) => confidence) / held.length,
    accuracy: sum(held, ({ right }) => (right ? 1 : 0)) / held.length,
  }));
}

/** The bin of the answers at sorted places `[start, end)`, which have one confidence: that of the place in their middle. */
export function equalMassBin(start: number, end: number, total: number): number {
  return Math.floor((((start + end - 1) / 2) * Math.min(BINS, total)) / total);
}

/**
 * Expected calibration error: `Σ n_b / n · |accuracy_b − mean confidence_b|` over the bins (Naeini, Cooper & Hauskrecht
 * 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", with ten sorted bins; Guo et al. 2017, "On
 * Calibration of Modern Neural Networks", eq. 3), here of equal mass (Nixon et al. 2019). Range 0…1, 0 is best. With few
 * answers it is too high by chance (Roelofs et al. 2022), so compare runs of the same suite. Not applicable where nothing
 * was answered: an abstention claims nothing.
 */
export function calibrationError(answers: readonly Claimed[]): Score {
  if (answers.length === 0) return notApplicable(NOTHING_ANSWERED);
  const gaps = sum(
    calibrationBins(answers),
    (bin) => bin.count * Math.abs(bin.accuracy - bin.meanConfidence),
  );
  return scored(gaps / answers.length);
}

/**
 * Brier score: the mean of `(confidence − outcome)²` with outcome 1 for a right answer and 0 for a wrong one (Brier 1950,
 * "Verification of Forecasts Expressed in Terms of Probability", in the form for two outcomes). Range 0…1, 0 is best;
 * always saying 0.5 has 0.25. Not applicable where nothing was answered.
 */
export function brierScore(answers: readonly Claimed[]): Score {
  if (answers.length === 0) return notApplicable(NOTHING_ANSWERED);
  return scored(sum(answers, squaredError) / answers.length);
}

export function squaredError({ confidence, right }: Claimed): number {
  return (confidence - (right ? 1 : 0)) ** 2;
}

function sum<T>(list: readonly T[], of: (entry: T) => number): number {
  return list.reduce((total, entry) => total + of(entry), 0);
}
