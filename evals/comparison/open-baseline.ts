import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { describeError } from '../describe-error.ts';
import { REPORT_FILE, RESULTS_FILE } from '../results/open-results.ts';
import { readResults } from '../results/read-results.ts';
import { type CaseStore, type EarlierCases, openCaseStore } from './case-store.ts';
import { readComparable } from './comparable-case.ts';
import { readReport } from './read-report.ts';

/** An earlier run to compare with. */
export interface Baseline {
  /** ISO 8601. */
  startedAt: string;
  /** Aisle's version; null where it is not known. */
  version: string | null;
  suites: EarlierSuite[];
  /** Frees what holds its cases. */
  close(): void;
}

export interface EarlierSuite {
  suite: string;
  /** What it was asked with; null where only cases.jsonl is there, which does not say. */
  head: EarlierHead | null;
  cases: EarlierCases;
}

const headFormat = z.object({
  suite: z.string(),
  suiteHash: z.string(),
  target: z.string(),
  filters: z.array(z.string()),
  models: z.array(z.string()),
  info: z.record(z.string(), z.string()).default({}),
  metrics: z.record(z.string(), z.object({ value: z.number().nullable() })),
});

export type EarlierHead = z.infer<typeof headFormat>;

/** What a comparison needs; the rest of an earlier report may differ. */
const reportFormat = z.object({
  format: z.literal('aisle-eval-report'),
  formatVersion: z.literal(1),
  startedAt: z.string(),
  versions: z.object({ aisle: z.string() }).optional(),
  suites: z.array(headFormat.extend({ cases: z.array(z.unknown()) })),
});

/** A baseline that cannot be compared with. */
class BaselineError extends Error {
  override name = 'BaselineError';
}

/**
 * Opens an earlier run: a report.json, a cases.jsonl, or a folder with either. With both, the cases are those of
 * cases.jsonl, which holds all of each. Everything is read now, and nothing of it stays in memory but ids.
 *
 * @param path as the caller named it.
 * @throws BaselineError that says what was expected and found.
 */
export async function openBaseline(path: string): Promise<Baseline> {
  const store = openCaseStore();
  try {
    return await read(path, store);
  } catch (cause) {
    store.close();
    const why = cause instanceof z.ZodError ? faultsOf(cause) : describeError(cause);
    throw new BaselineError(
      `--baseline ${path}: expected an earlier ${REPORT_FILE}, or a folder with one or with ${RESULTS_FILE}, got ${why}`,
      { cause },
    );
  }
}

async function read(path: string, store: CaseStore): Promise<Baseline> {
  const isFolder = (await stat(path)).isDirectory();
  const report = isFolder ? join(path, REPORT_FILE) : extname(path) === '.jsonl' ? null : path;
  const lines = isFolder ? join(path, RESULTS_FILE) : report === null ? path : null;
  const hasReport = report !== null && (!isFolder || (await isFile(report)));
  const hasLines = lines !== null && (!isFolder || (await isFile(lines)));
  if (!hasReport && !hasLines) throw new Error(`a folder with neither (${basename(path)})`);
  const ofLines = hasLines ? await readLines(lines, store) : null;
  if (!hasReport) {
    if (ofLines?.size === 0) throw new Error(`${lines}, which has no case`);
    const { mtime } = await stat(lines ?? path);
    const suites = [...(ofLines ?? [])].map(([suite, cases]) => ({ suite, head: null, cases }));
    return { startedAt: mtime.toISOString(), version: null, suites, close: store.close };
  }
  const read = await readReportFile(report, store, ofLines);
  return { ...read, close: store.close };
}

async function readReportFile(
  path: string,
  store: CaseStore,
  instead: Map<string, EarlierCases> | null,
): Promise<Omit<Baseline, 'close'>> {
  const bySuite: ReturnType<CaseStore['suite']>[] = [];
  const casesOf = (index: number) => {
    bySuite[index] ??= store.suite();
    return bySuite[index];
  };
  const content = await readReport(path, (record, suite) => {
    if (instead === null) casesOf(suite).add(readComparable(record));
  });
  const { startedAt, versions, suites } = reportFormat.parse(content);
  return {
    startedAt,
    version: versions?.aisle ?? null,
    suites: suites.map(({ cases, ...head }, index) => {
      const own = casesOf(index);
      for (const entry of cases) if (entry !== null) own.add(readComparable(entry));
      return { suite: head.suite, head, cases: instead?.get(head.suite) ?? own };
    }),
  };
}

async function readLines(path: string, store: CaseStore): Promise<Map<string, EarlierCases>> {
  const suites = new Map<string, ReturnType<CaseStore['suite']>>();
  for await (const { suite, placed } of readResults(path)) {
    const cases = suites.get(suite) ?? store.suite();
    suites.set(suite, cases);
    cases.add(readComparable(placed.result));
  }
  return suites;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

function faultsOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');
}
