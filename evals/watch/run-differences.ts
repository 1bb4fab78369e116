import { oneLine } from '../report/text-table.ts';

/** What is compared between two runs of a watch. */
export interface Verdict {
  passed: boolean;
  status: string | null;
  answer: string | null;
}

/** Ids of cases. */
export interface RunDifferences {
  fixed: string[];
  broken: string[];
  /** Same verdict, another answer. */
  changed: string[];
}

/** What the cases of both runs got fixed and broken. Pure. */
export function differencesOf(
  before: ReadonlyMap<string, Verdict>,
  after: ReadonlyMap<string, Verdict>,
): RunDifferences {
  const differences: RunDifferences = { fixed: [], broken: [], changed: [] };
  for (const [id, now] of after) {
    const then = before.get(id);
    if (then === undefined) continue;
    if (then.passed !== now.passed) differences[now.passed ? 'fixed' : 'broken'].push(id);
    else if (then.answer !== now.answer || then.status !== now.status) differences.changed.push(id);
  }
  return differences;
}

/** Ids that are listed of each kind. */
const LONGEST_LIST = 20;

/** As lines; one that says so where nothing differs. Pure. */
export function renderDifferences(differences: RunDifferences): string[] {
  const lines = (['fixed', 'broken', 'changed'] as const).flatMap((kind) => {
    const ids = differences[kind];
    if (ids.length === 0) return [];
    const more = ids.length > LONGEST_LIST ? ', …' : '';
    return [`  ${kind}: ${ids.length} (${ids.slice(0, LONGEST_LIST).map(oneLine).join(', ')}${more})`];
  });
  return lines.length > 0 ? lines : ['  no answer differs from the run before'];
}
