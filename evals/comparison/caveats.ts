import type { SuiteReport } from '../report/report.ts';
import type { Comparison } from './comparison.ts';
import type { Baseline, EarlierHead } from './open-baseline.ts';

/** Settings by which the index or its models differ; where a database lies does not tell. */
const SETTINGS = { embeddingModel: 'the embedding models', chatModel: 'the chat models' } as const;

/** Why two runs do not measure quite the same, in words; none where they do. Pure. */
export function caveatsOf(
  before: Pick<Baseline, 'version'> & { head: EarlierHead | null },
  after: Pick<SuiteReport, 'suiteHash' | 'target' | 'models' | 'filters' | 'info'>,
  { edited, added, removed }: Pick<Comparison, 'edited' | 'added' | 'removed'>,
): string[] {
  const { head } = before;
  if (head === null) {
    return ['the baseline has cases.jsonl only, which does not say with which suite and models it was made'];
  }
  const list = (names: readonly string[]) => names.join(', ') || 'none';
  const differences: [string, string, string][] = [
    ['the target', head.target, after.target],
    ['the models', list(head.models), list(after.models)],
    ['the filters', list(head.filters), list(after.filters)],
    ...Object.entries(SETTINGS).flatMap(([name, what]): [string, string, string][] => {
      const [then, now] = [head.info[name], after.info[name]];
      return then === undefined || now === undefined ? [] : [[what, then, now]];
    }),
  ];
  const apart = [
    ...(edited.length > 0 ? [`${edited.length} edited`] : []),
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(removed.length > 0 ? [`${removed.length} gone`] : []),
  ];
  return [
    ...(head.suiteHash === after.suiteHash ? [] : ['the suite has changed']),
    ...differences
      .filter(([, then, now]) => then !== now)
      .map(([what, then, now]) => `${what} differ: ${then} before, ${now} now`),
    ...(apart.length > 0
      ? [`metrics are compared without the cases of one run only: ${apart.join(', ')}`]
      : []),
  ];
}
