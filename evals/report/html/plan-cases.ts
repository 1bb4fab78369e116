import { type ComparedSuite, changeById } from '../compared-suite.ts';
import type { CaseSource, SuiteReport } from '../report.ts';
import { toDetail } from './case-detail.ts';
import { toRow } from './case-row.ts';
import { addTimes, type CaseTimes, noTimes } from './case-times.ts';
import { chooseWithin } from './choose-within.ts';
import { scriptJson } from './markup.ts';

/** Which cases the page has, found in one reading: of each case some numbers are kept, and no text but of ids that the comparison names. */
export interface CasePlan {
  suites: { times: CaseTimes; rowByComparedId: Map<string, number> }[];
  /** Whether the page has a case's row, and all of it, by suite and position. */
  hasRow: boolean[][];
  hasDetail: boolean[][];
  left: { rows: number; details: number; of: number };
}

export interface PageLimits {
  /** UTF-16 code units of JSON, of all cases together. */
  rows: number;
  details: number;
}

/** Some 20 MB in all, which a browser opens in a second or two. */
export const pageLimits: PageLimits = { rows: 6_000_000, details: 14_000_000 };

/** A suite of a report with what it is compared with. */
export interface SuiteToShow {
  report: SuiteReport<CaseSource>;
  compared: ComparedSuite | null;
}

export async function planCases(suites: readonly SuiteToShow[], limits: PageLimits): Promise<CasePlan> {
  const sizes: { row: number; detail: number; first: boolean }[] = [];
  const counts: number[] = [];
  const kept: CasePlan['suites'] = [];
  for (const [suite, { report, compared }] of suites.entries()) {
    const changes = changeById(compared);
    const times = noTimes();
    const rowByComparedId = new Map<string, number>();
    let n = 0;
    for await (const result of report.cases.read()) {
      const change = changes.get(result.id) ?? null;
      const row = toRow(result, { n, suite, change, detail: true });
      const detail = scriptJson(toDetail(result, compared?.before(result.id) ?? null));
      const first =
        row.verdict !== 'passed' || row.flaky || row.change === 'broken' || row.change === 'fixed';
      sizes.push({ row: scriptJson(row).length, detail: detail.length, first });
      if (change !== null) rowByComparedId.set(result.id, n);
      addTimes(times, result);
      n += 1;
    }
    counts.push(n);
    kept.push({ times, rowByComparedId });
  }
  const first = sizes.map((size) => size.first);
  const rows = chooseWithin(
    sizes.map(({ row }) => row),
    first,
    limits.rows,
  );
  const details = chooseWithin(
    sizes.map(({ detail }) => detail),
    first,
    limits.details,
  );
  // All of a case is of no use where no row leads to it.
  const shown = details.map((taken, index) => taken && rows[index] === true);
  const without = (list: readonly boolean[]) => list.filter((taken) => !taken).length;
  return {
    suites: kept,
    hasRow: bySuite(rows, counts),
    hasDetail: bySuite(shown, counts),
    left: { rows: without(rows), details: without(shown), of: sizes.length },
  };
}

function bySuite(list: readonly boolean[], counts: readonly number[]): boolean[][] {
  let from = 0;
  return counts.map((count) => {
    from += count;
    return list.slice(from - count, from);
  });
}
