import type { RunProblem } from '../report.ts';
import type { Conflict } from './find-conflicts.ts';

/** A conflict as a run's report tells it: what each side says, what shoppers are told, and what to do. Pure. */
export function describeConflict({ field, variant, url, sides, shown }: Conflict): RunProblem {
  const [one, other] = sides;
  const about = variant === null ? field : `${field} of ${variant}`;
  const choice =
    field === 'price' || field === 'availability' ? 'which is the newer' : 'as its product card does';
  const reason =
    `${about}: ${one.source} says ${one.value}, ${other.source} says ${other.value}. ` +
    `Shoppers are told what ${sides[shown].source} says, ${choice}. Correct the one that is wrong.`;
  return { url, stage: 'conflict', reason };
}
