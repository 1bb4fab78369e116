import type { JudgeScore } from './ask-judge.ts';
import type { Judged, Judgement } from './judgement.ts';

/** What repeats come to. Pure. */
export function joinScores(
  about: Judged,
  scores: readonly JudgeScore[],
): Pick<Judgement, 'scores' | 'mean' | 'variance' | 'verdict' | 'unstable' | 'reasons'> {
  const values = scores.map(({ score }) => score);
  const mean = average(values);
  const verdicts = values.map((value) => verdictOf(about, value));
  const ayes = verdicts.filter(Boolean).length;
  return {
    scores: values,
    mean,
    variance: mean === null ? null : average(values.map((value) => (value - mean) ** 2)),
    verdict: ayes * 2 === verdicts.length ? null : ayes * 2 > verdicts.length,
    unstable: ayes > 0 && ayes < verdicts.length,
    reasons: scores.map(({ reason }) => reason),
  };
}

/** An answer is faithful when every statement of it is carried. */
function verdictOf(about: Judged, score: number): boolean {
  return about === 'faithfulness' ? score === 1 : score >= 0.5;
}

function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
