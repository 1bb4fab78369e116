import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { describeError } from '../describe-error.ts';
import type { SuiteReport } from '../report/report.ts';
import { REPORT_FILE, RESULTS_FILE } from './open-results.ts';
import { readResults } from './read-results.ts';
import type { PlacedResult } from './result-line.ts';

/** What merging needs of a run's report.json. */
const outputFormat = z.object({
  format: z.literal('aisle-eval-report'),
  formatVersion: z.literal(1),
  startedAt: z.string(),
  seconds: z.number(),
  notRun: z.array(z.string()),
  suites: z.array(
    z.object({
      suite: z.string(),
      suiteHash: z.string(),
      target: z.string(),
      store: z.string().nullable(),
      filters: z.array(z.string()),
      shard: z
        .string()
        .regex(/^\d+\/\d+$/)
        .nullable(),
      info: z.record(z.string(), z.string()),
      seconds: z.number(),
      stopped: z.string().nullable(),
      counts: z.object({ chosen: z.number() }),
      // Written by this program from a suite that was checked.
      limits: z.custom<SuiteReport['limits']>((value) => typeof value === 'object' && value !== null),
    }),
  ),
});

/** The folder of a run. */
export interface RunOutput {
  folder: string;
  report: z.infer<typeof outputFormat>;
}

/** @throws Error when the folder has no report that can be merged. */
export async function readOutput(folder: string): Promise<RunOutput> {
  const path = join(folder, REPORT_FILE);
  const expected = `${path}: expected the report of a run with --shard`;
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${expected}, got ${describeError(cause)}`);
  }
  const checked = outputFormat.safeParse(content);
  if (checked.success) return { folder, report: checked.data };
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${expected}: ${faults.join('; ')}`);
}

/** The cases of one suite in a run's folder, in its order. */
export async function* readOutputCases(folder: string, suite: string): AsyncGenerator<PlacedResult> {
  for await (const line of readResults(join(folder, RESULTS_FILE))) {
    if (line.suite === suite) yield line.placed;
  }
}
