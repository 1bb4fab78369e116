import { readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { readReport } from '../comparison/read-report.ts';

/** One suite of an earlier run. */
export interface HistoryRun {
  /** The folder or file that it is from. */
  name: string;
  /** ISO 8601. */
  startedAt: string;
  suite: string;
  suiteHash: string;
  /** Values by metric, as far as that version measured them. */
  values: Record<string, number | null>;
}

/** Runs of a suite that are shown: the newest. */
const MOST_RUNS = 50;
/** Folders that are looked into: those whose names sort last, as dates and build numbers do. */
const MOST_REPORTS = 500;

const historyFormat = z.object({
  format: z.literal('aisle-eval-report'),
  startedAt: z.iso.datetime(),
  // A part of a suite is no measure of it.
  complete: z.boolean().default(true),
  suites: z.array(
    z.object({
      suite: z.string(),
      suiteHash: z.string(),
      filters: z.array(z.string()),
      shard: z.string().nullable().default(null),
      metrics: z.record(z.string(), z.object({ value: z.number().nullable() })),
    }),
  ),
});

/**
 * Earlier runs that whole suites were asked in: from each report.json in a folder's own folders, and each JSON file in it
 * that is a report. Oldest first, by name where two began at once; files that are no reports are passed over, and so is a
 * folder that is not there.
 *
 * @param folder whose folders hold one run each.
 * @param except the folder of the run that is being reported.
 */
export async function readHistory(folder: string, except: string | null = null): Promise<HistoryRun[]> {
  const own = except === null ? null : await realpath(except).catch(() => except);
  const parent = await realpath(folder).catch(() => null);
  if (parent === null) return [];
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const paths = entries
    .flatMap((entry) => {
      const path = join(parent, entry.name);
      if (path === own) return [];
      if (entry.isDirectory()) return [join(path, 'report.json')];
      return entry.isFile() && entry.name.endsWith('.json') ? [path] : [];
    })
    .sort()
    .slice(-MOST_REPORTS);
  const runs: HistoryRun[] = [];
  for (const path of paths) {
    const name = basename(path) === 'report.json' ? basename(join(path, '..')) : basename(path);
    runs.push(...(await readRuns(path, name)));
  }
  return runs.sort((a, b) => compare(a.startedAt, b.startedAt) || compare(a.name, b.name));
}

/** The newest runs of one suite before a time, oldest first. Pure. */
export function historyOf(runs: readonly HistoryRun[], suite: string, startedAt: string): HistoryRun[] {
  return runs.filter((run) => run.suite === suite && run.startedAt < startedAt).slice(-MOST_RUNS);
}

async function readRuns(path: string, name: string): Promise<HistoryRun[]> {
  const content = await readReport(path, null).catch(() => null);
  const checked = historyFormat.safeParse(content);
  if (!checked.success || !checked.data.complete) return [];
  const { startedAt, suites } = checked.data;
  return suites
    .filter(({ filters, shard }) => filters.length === 0 && shard === null)
    .map(({ suite, suiteHash, metrics }) => ({
      ...{ name, startedAt, suite, suiteHash },
      values: Object.fromEntries(Object.entries(metrics).map(([metric, { value }]) => [metric, value])),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
