import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Begins a line of report.json that holds one case and nothing else; no text can, for JSON breaks no line inside it. */
const CASE_LINE = /^ {4}\{"id":/u;

/** Begins the cases of a suite, at this depth only. */
const CASES_LINE = '  "cases": [';

/**
 * Reads a report.json whose cases are not kept: each goes to `onCase` with the index of its suite, and is null in what is
 * returned. Of a report that was laid out anew, by a formatter or as one line, its cases stand there as they are.
 *
 * @param onCase null: cases are passed over, and not parsed.
 * @throws what reading the file does, SyntaxError for what is not JSON.
 */
export async function readReport(
  path: string,
  onCase: ((record: unknown, suite: number) => void) | null,
): Promise<unknown> {
  const input = createReadStream(path);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const kept: string[] = [];
  let suite = -1;
  try {
    for await (const line of lines) {
      if (!CASE_LINE.test(line)) {
        if (line === CASES_LINE) suite += 1;
        kept.push(line);
        continue;
      }
      const end = line.endsWith(',') || line.endsWith(']') ? line.length - 1 : line.length;
      onCase?.(JSON.parse(line.slice(0, end)), suite);
      kept.push(`null${line.slice(end)}`);
    }
  } finally {
    lines.close();
    input.destroy();
  }
  return JSON.parse(kept.join('\n'));
}
