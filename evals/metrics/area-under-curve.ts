/**
 * Area under the ROC curve: the likelihood that a positive scores higher than a negative, equal scores counted as half
 * (the Mann–Whitney U statistic over the number of pairs: Hanley & McNeil 1982, "The Meaning and Use of the Area under a
 * Receiver Operating Characteristic (ROC) Curve"). 0.5 is chance. Pure.
 *
 * @returns null without a positive or without a negative.
 */
export function areaUnderCurve(scores: readonly { score: number; positive: boolean }[]): number | null {
  const positives = scores.filter(({ positive }) => positive).length;
  const negatives = scores.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const sorted = [...scores].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    const value = sorted[start]?.score;
    let end = start;
    let tied = 0;
    for (; end < sorted.length && sorted[end]?.score === value; end += 1)
      tied += sorted[end]?.positive ? 1 : 0;
    // Ranks count from 1; equal scores share the mean of theirs.
    rankSum += (tied * (start + 1 + end)) / 2;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
