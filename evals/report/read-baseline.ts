import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { describeError } from '../describe-error.ts';

/** What a comparison needs; the rest of an earlier report may differ. */
const baselineFormat = z.object({
  format: z.literal('aisle-eval-report'),
  formatVersion: z.literal(1),
  startedAt: z.string(),
  suites: z.array(
    z.object({
      suite: z.string(),
      suiteHash: z.string(),
      target: z.string(),
      filters: z.array(z.string()),
      models: z.array(z.string()),
      metrics: z.record(z.string(), z.object({ value: z.number().nullable() })),
      cases: z.array(
        z.object({
          id: z.string(),
          passed: z.boolean(),
          status: z.string().nullable(),
          answer: z.string().nullable(),
          citations: z.array(z.object({ url: z.string(), quote: z.string() })),
        }),
      ),
    }),
  ),
});

export type Baseline = z.infer<typeof baselineFormat>;

/** A baseline that cannot be compared with. */
class BaselineError extends Error {
  override name = 'BaselineError';
}

/** @throws BaselineError when the file cannot be read or is not an earlier report.json. */
export async function readBaseline(path: string): Promise<Baseline> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new BaselineError(
      `--baseline ${path}: expected an earlier report.json, got ${describeError(cause)}`,
      { cause },
    );
  }
  const checked = baselineFormat.safeParse(content);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new BaselineError(`--baseline ${path}: expected an earlier report.json: ${faults.join('; ')}`);
}
