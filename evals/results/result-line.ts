import type { CaseResult } from '../score/case-result.ts';

/** A judged case with its place in its suite, counted from 0 over all of the suite's cases. */
export interface PlacedResult {
  position: number;
  result: CaseResult;
}

/**
 * One line of `cases.jsonl`: the whole record of a case, the suite it is of, and its position there. Lines of a suite
 * stand together, in its order.
 */
export type ResultLine = CaseResult & { suite: string; position: number };

export function toLine(suite: string, { position, result }: PlacedResult): string {
  return `${JSON.stringify({ suite, position, ...result } satisfies ResultLine)}\n`;
}

/** @throws SyntaxError for what is not such a line, as of a run that was killed while it wrote. */
export function fromLine(line: string): { suite: string; placed: PlacedResult } {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null || !('suite' in parsed) || !('position' in parsed)) {
    throw new SyntaxError('expected the record of a case, with suite and position');
  }
  const { suite, position, ...result } = parsed as ResultLine;
  return { suite, placed: { position, result } };
}
