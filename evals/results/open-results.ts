import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseSource } from '../report/report.ts';
import type { CaseResult } from '../score/case-result.ts';
import { writing } from './output-error.ts';
import { readResults } from './read-results.ts';
import { type PlacedResult, toLine } from './result-line.ts';

/** The whole record of each case, in a run's folder. */
export const RESULTS_FILE = 'cases.jsonl';
export const REPORT_FILE = 'report.json';

/** `cases.jsonl` while it is written. */
export interface ResultsFile {
  /** Begins the next suite. @throws OutputError when the file cannot be made. */
  suite(name: string): Promise<SuiteResults>;
  close(): Promise<void>;
}

/** The part of one suite. */
export interface SuiteResults {
  /** Writes one case; its line stands in the file, whole, when this resolves. @throws OutputError */
  add(placed: PlacedResult): Promise<void>;
  /** What was written so far, read back. */
  source(): CaseSource;
}

/**
 * Makes the file in a folder when the first suite begins, and not before: a run whose service cannot be opened leaves
 * those of an earlier run alone. An earlier report.json goes then, for it would not be of these cases.
 */
export function openResults(folder: string): ResultsFile {
  const path = join(folder, RESULTS_FILE);
  let file: FileHandle | null = null;
  let length = 0;
  return {
    async suite(name) {
      if (file === null) {
        await writing(path, () => rm(join(folder, REPORT_FILE), { force: true }));
        file = await writing(path, () => open(path, 'w'));
      }
      const handle = file;
      const start = length;
      let count = 0;
      return {
        async add(placed) {
          const line = Buffer.from(toLine(name, placed));
          await writing(path, () => handle.appendFile(line));
          length += line.length;
          count += 1;
        },
        source() {
          const range = { start, end: length };
          return { count, read: () => withoutPlaces(readResults(path, range)) };
        },
      };
    },
    async close() {
      await file?.close();
    },
  };
}

async function* withoutPlaces(lines: AsyncIterable<{ placed: PlacedResult }>): AsyncGenerator<CaseResult> {
  for await (const { placed } of lines) yield placed.result;
}
