import { readdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { REPORT_FILE } from '../results/open-results.ts';
import type { EarlierHead } from './open-baseline.ts';
import { readReport } from './read-report.ts';

/** What decides whether two runs should have come to the same verdicts: the same cases, models and index. */
export type RunSetting = Pick<EarlierHead, 'suite' | 'suiteHash' | 'target' | 'models' | 'info'>;

/** The verdicts of one earlier run of a suite, by the id of the case. */
export interface EarlierVerdicts {
  startedAt: string;
  setting: RunSetting;
  passed: Map<string, boolean>;
}

/** Reports that are looked into: those whose folders' names sort last, as dates and build numbers do. */
const MOST_REPORTS = 30;

const reportedRun = z.object({
  format: z.literal('aisle-eval-report'),
  startedAt: z.string(),
  suites: z.array(
    z.object({
      ...{ suite: z.string(), suiteHash: z.string(), target: z.string(), models: z.array(z.string()) },
      info: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

const judged = z.object({ id: z.string(), passed: z.boolean() });

/**
 * Verdicts of earlier runs, from the report.json in each folder of a folder. What is no report is passed over, and so is a
 * folder that is not there.
 *
 * @param except the folder of the run that is being reported.
 */
export async function readVerdicts(folder: string, except: string | null): Promise<EarlierVerdicts[]> {
  const own = except === null ? null : await realpath(except).catch(() => resolve(except));
  const parent = await realpath(folder).catch(() => null);
  const entries = parent === null ? [] : await readdir(parent, { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent ?? '', name))
    .filter((path) => path !== own)
    .sort()
    .reverse();
  const runs: EarlierVerdicts[] = [];
  let reports = 0;
  for (const path of folders) {
    if (reports === MOST_REPORTS) break;
    const read = await readRun(join(path, REPORT_FILE)).catch(() => []);
    if (read.length > 0) reports += 1;
    runs.push(...read);
  }
  return runs;
}

async function readRun(path: string): Promise<EarlierVerdicts[]> {
  const passed: Map<string, boolean>[] = [];
  const content = await readReport(path, (record, suite) => {
    const { id, passed: right } = judged.parse(record);
    passed[suite] ??= new Map();
    passed[suite].set(id, right);
  });
  const { startedAt, suites } = reportedRun.parse(content);
  return suites.map((setting, index) => ({ startedAt, setting, passed: passed[index] ?? new Map() }));
}

/**
 * Ids of cases that change their verdict by themselves: among runs of one setting, in the order of time, it changed and
 * changed back. A verdict that changed once and stayed is one that was changed: whoever changes the service runs the same
 * suite on the same index, and a broken case must not become a flaky one by being measured twice. Pure.
 *
 * @param runs of any suite and setting, the present one among them.
 */
export function flakyIds(runs: readonly EarlierVerdicts[], setting: RunSetting): Set<string> {
  const key = keyOf(setting);
  const alike = runs
    .filter((run) => keyOf(run.setting) === key)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
  const last = new Map<string, { passed: boolean; turns: number }>();
  for (const { passed } of alike) {
    for (const [id, right] of passed) {
      const before = last.get(id);
      const turned = before !== undefined && before.passed !== right;
      last.set(id, { passed: right, turns: (before?.turns ?? 0) + (turned ? 1 : 0) });
    }
  }
  return new Set([...last].filter(([, { turns }]) => turns >= 2).map(([id]) => id));
}

/** Where a database lies says nothing of what it answers. */
function keyOf({ suite, suiteHash, target, models, info: { database: _, ...info } }: RunSetting): string {
  return JSON.stringify([suite, suiteHash, target, models, Object.entries(info).sort()]);
}

/** The folder that earlier runs are looked for in: the one that `out` is in, if none is named. */
export function historyFolder(history: string | null, out: string | null): string | null {
  return history ?? (out === null ? null : dirname(resolve(out)));
}
