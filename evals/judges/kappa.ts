/** How often two judges of the same cases said what, `[first, second]`. */
export interface Confusion {
  bothYes: number;
  /** The first says yes, the second no. */
  firstOnly: number;
  secondOnly: number;
  bothNo: number;
}

/**
 * Cohen's kappa: agreement beyond what chance would give two judges with these shares of yes and no, −1…1; 1 is perfect, 0 is
 * chance (J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960).
 *
 * @returns a reason where it does not exist: no cases, or both say the same of all, so that chance alone agrees wholly.
 */
export function cohensKappa({
  bothYes,
  firstOnly,
  secondOnly,
  bothNo,
}: Confusion): { value: number } | { value: null; reason: string } {
  const count = bothYes + firstOnly + secondOnly + bothNo;
  if (count === 0) return { value: null, reason: 'no case has both verdicts' };
  const first = (bothYes + firstOnly) / count;
  const second = (bothYes + secondOnly) / count;
  const byChance = first * second + (1 - first) * (1 - second);
  if (byChance === 1) return { value: null, reason: 'both give every case the same verdict' };
  return { value: ((bothYes + bothNo) / count - byChance) / (1 - byChance) };
}
