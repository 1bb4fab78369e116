import type { CaseResult, RepeatedVerdict } from '../score/case-result.ts';

/**
 * Puts the askings of one case together. The record is the first that failed, else the first, so that a case passes only
 * when it always does, and the record shows why where it does not. Pure.
 *
 * @param results one a repeat, in the order of asking; at least one.
 */
export function joinRepeats(results: readonly CaseResult[]): CaseResult {
  const record = results.find(({ passed }) => !passed) ?? results[0];
  if (record === undefined) throw new RangeError('expected a result of at least one asking');
  return results.length === 1 ? record : { ...record, repeats: results.map(toVerdict) };
}

function toVerdict({ passed, error, status, answer, milliseconds }: CaseResult): RepeatedVerdict {
  return { passed, error, status, answer, milliseconds };
}

/** Whether a case that was asked several times was not judged, or not answered, the same each time. Pure. */
export function isFlaky({ repeats = [] }: Pick<CaseResult, 'repeats'>): boolean {
  const [first] = repeats;
  return repeats.some(
    ({ passed, status, answer }) =>
      passed !== first?.passed || status !== first.status || answer !== first.answer,
  );
}
