import { readCells } from './labelled-line.ts';
import type { RankedUnit } from './rank-units.ts';

/** A condition is met where the question's value is well within what is stated. */
const MEETS = 0.5;
/** So much less likely by its words alone, in logits. */
const MOST_BEHIND = 4;
/** Above the rule that it takes out of, in logits. */
const AHEAD = 0.1;

/** Of "12 or more" and "50 or more" beside it, 60 meets the second. */
const CLEARLY_LESS = 0.9;

/**
 * How well the question's own quantities meet what the lines of a passage state, each 0…1; a condition holds for the sentence
 * that goes on with it as well. Pure.
 * @param carried of each line what it takes over from the one before: empty where it stands alone
 * @param credit what a condition is worth there
 */
export function meetConditions(
  lines: readonly { text: string }[],
  carried: readonly (readonly number[])[],
  meets: ((text: string) => number) | null,
  credit: number,
): number[] {
  if (meets === null) return [];
  // A row is about what its first cell says.
  const own = lines.map(({ text }) => {
    const cells = readCells(text) ?? [];
    return meets(cells.length > 1 ? (cells[0]?.value ?? text) : text);
  });
  const most = Math.max(0, ...own);
  const met: number[] = [];
  for (const [position, value] of own.entries()) {
    const clear = value < CLEARLY_LESS * most ? 0 : value;
    const goesOn = (carried[position]?.length ?? 0) > 0;
    met.push(Math.max(clear, goesOn ? credit * (met[position - 1] ?? 0) : 0));
  }
  return met;
}

/**
 * Where the best unit states a rule and its page an exception that the question's own year, age, amount or number meets
 * ("Cameras made before 1985 are an exception", asked about one of 1962), the exception comes first. Pure.
 * @returns best first.
 */
export function meetsFirst(units: RankedUnit[]): RankedUnit[] {
  const ranked = units.toSorted(bestFirst);
  const [best] = ranked;
  if (best === undefined || best.evidence.kind === 'product' || (best.met ?? 0) > 0) return ranked;
  return ranked
    .map((unit) =>
      (unit.met ?? 0) >= MEETS &&
      unit.elsewhere !== true &&
      unit.evidence.shape !== 'facts' &&
      unit.evidence.documentId === best.evidence.documentId &&
      unit.score >= best.score - MOST_BEHIND
        ? { ...unit, score: best.score + AHEAD * (unit.met ?? 0) + 0.01 * unit.score }
        : unit,
    )
    .sort(bestFirst);
}

function bestFirst(a: RankedUnit, b: RankedUnit): number {
  return b.score - a.score || a.evidence.index - b.evidence.index || a.start - b.start;
}
