import { fold } from '../../../ingest/analysis/stem.ts';

/** Sets one thing beside another; English, then Spanish, folded. */
const COMPARES =
  /\b(?:than|vs|versus|or|between|compared|difference|o|entre|diferencia)\b|\b(?:mas|menos|mejor|peor) .*\bque\b/;
/** From here on a row speaks of a term; below the other it does not. */
const SPEAKS = 0.8;
const SILENT = 0.45;

/** Whether a question sets one thing beside another. Pure. */
export function comparesThings(question: string): boolean {
  return COMPARES.test(fold(question));
}

/**
 * Of a table the rows for the one thing and for the other answer a comparison together: "is express faster than standard?"
 * lacks nothing of standard in the row of express. Pure.
 * @param rows how well each row speaks of each term, 0…1
 * @returns the same, the things that take each other's place in the rows made one
 */
export function joinCompared(rows: readonly (readonly number[])[]): number[][] {
  const has = (row: readonly number[], term: number): boolean => (row[term] ?? 0) >= SPEAKS;
  const lacks = (row: readonly number[], term: number): boolean => (row[term] ?? 0) < SILENT;
  const terms = [...(rows[0] ?? []).keys()];
  const instead = (term: number, other: number): boolean =>
    rows.some((row) => has(row, term) && lacks(row, other)) &&
    !rows.some((row) => has(row, term) && has(row, other));
  const alternatives = terms.filter((term) =>
    terms.some((other) => other !== term && instead(term, other) && instead(other, term)),
  );
  return rows.map((row) => {
    const most = Math.max(0, ...alternatives.map((term) => row[term] ?? 0));
    return row.map((value, term) => (most >= SPEAKS && alternatives.includes(term) ? most : value));
  });
}
